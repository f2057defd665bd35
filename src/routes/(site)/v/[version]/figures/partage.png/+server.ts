import { releasedVersions } from '$lib/figures/released.ts'
import { frozenFiguresCard } from '../../../../page-cards.server.ts'
import { sharePng } from '../../../../share-png.server.ts'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true
export const trailingSlash = 'never'

export const entries: EntryGenerator = async () => (await releasedVersions()).map((version) => ({ version }))

export const GET: RequestHandler = async ({ params }) => sharePng(await frozenFiguresCard(params.version))
