import { overviewFile } from '../comparer/overview-file.server.ts'
import { STANDARD } from '$lib/csv/write-csv.ts'
import type { RequestHandler } from './$types'

export const prerender = true

export const GET: RequestHandler = () => overviewFile(STANDARD)
