import { storyYears } from '$lib/story/published-story.ts'
import { sharePng } from '../../share-png.server.ts'
import { yearCard } from '../story-card.server.ts'
import type { RequestHandler } from './$types'

export const prerender = true

export const GET: RequestHandler = async () => sharePng(await yearCard((await storyYears())[0] ?? 0))
