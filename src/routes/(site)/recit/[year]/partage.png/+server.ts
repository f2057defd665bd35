import { storyYears } from '$lib/story/published-story.ts'
import { sharePng } from '../../../share-png.server.ts'
import { yearCard } from '../../story-card.server.ts'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true
export const entries: EntryGenerator = async () =>
  (await storyYears()).map((year) => ({ year: String(year) }))

export const GET: RequestHandler = async ({ params }) => sharePng(await yearCard(Number(params.year)))
