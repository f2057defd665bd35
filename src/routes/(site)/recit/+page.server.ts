import { canonical } from '$lib/site.ts'
import { publishedStory, storyYears } from '$lib/story/published-story.ts'
import type { PageServerLoad } from './$types'
import { yearCard } from './story-card.server.ts'

export const load: PageServerLoad = async () => {
  const years = await storyYears()
  const stories = await Promise.all(years.map((year) => publishedStory(year)))
  return {
    years: stories.map(({ year, steps, facts }) => ({
      year,
      facts,
      steps: steps.map(({ id, when, title, place }) => ({ id, when, title, hue: place?.hue ?? 'neutral' }))
    })),
    canonical: canonical('/recit/'),
    shareAlt: (await yearCard(years[0] ?? 0)).alt
  }
}
