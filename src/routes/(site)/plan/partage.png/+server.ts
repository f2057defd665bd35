import { pageCards } from '../../page-cards.server.ts'
import { sharePng } from '../../share-png.server.ts'
import type { RequestHandler } from './$types'

export const prerender = true

export const GET: RequestHandler = async () => sharePng(await pageCards['/plan/']())
