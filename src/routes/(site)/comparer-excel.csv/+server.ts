import { overviewFile } from '../comparer/overview-file.server.ts'
import { FRENCH_EXCEL } from '$lib/csv/write-csv.ts'
import type { RequestHandler } from './$types'

export const prerender = true

export const GET: RequestHandler = () => overviewFile(FRENCH_EXCEL)
