// The share image of a year, and of the list of years: its newest.
import { openPublished, readPublished } from '$lib/engine/published.ts'
import { publishedPages } from '$lib/figures/published-pages.ts'
import type { Card } from '$lib/figures/share/card.ts'
import { storyCard } from '$lib/figures/share/page-cards.ts'
import type { Outline } from '$lib/map/outline.ts'
import { publisher } from '$lib/site.ts'
import { publishedStory } from '$lib/story/published-story.ts'

export async function yearCard(year: number): Promise<Card> {
  const { steps, facts, months } = await publishedStory(year)
  const { manifest } = await openPublished()
  const { pages } = await publishedPages()
  return storyCard(
    { year, steps: steps.length, facts, months: months.length },
    pages,
    (await readPublished('basemap/outline.json')) as Outline,
    { site: publisher.name, year: manifest.millesimes.at(-1) ?? year }
  )
}
