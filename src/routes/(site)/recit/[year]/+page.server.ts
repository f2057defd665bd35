import { error } from '@sveltejs/kit'
import { readPublished } from '$lib/engine/published.ts'
import type { Outline } from '$lib/map/outline.ts'
import { publishedFiches } from '$lib/places/published-fiches.ts'
import { canonical } from '$lib/site.ts'
import { publishedStory, storyYears } from '$lib/story/published-story.ts'
import { yearCard } from '../story-card.server.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = async () =>
  (await storyYears()).map((year) => ({ year: String(year) }))

export const load: PageServerLoad = async ({ params }) => {
  const year = Number(params.year)
  if (!(await storyYears()).includes(year)) error(404, 'Cette année n’a pas de récit')
  const { places, version } = await publishedFiches()
  return {
    story: await publishedStory(year),
    places,
    outline: (await readPublished('basemap/outline.json')) as Outline,
    version,
    canonical: canonical(`/recit/${params.year}/`),
    shareAlt: (await yearCard(year)).alt
  }
}
