// Which years can be told, and how? From what the pipeline published; never in the browser.

import type { StoryGuide } from '../domain/story-guide.ts'
import { openPublished, readPublished } from '../engine/published.ts'
import type { FigurePage } from '../figures/pages.ts'
import { publishedPages } from '../figures/published-pages.ts'
import { publishedFiches } from '../places/published-fiches.ts'
import { toHighlight } from '../query/fiche.ts'
import { storyQuestion } from '../query/story.ts'
import { buildStory, type Story, type StoryNumber } from './story.ts'

const readGuide = async (): Promise<StoryGuide> => (await readPublished('story.json')) as StoryGuide

/** Years with highlights, newest first. */
export async function storyYears(): Promise<number[]> {
  const years = (await readGuide()).map(({ year }) => year)
  return [...new Set(years)].toSorted((a, b) => b - a)
}

/** Of the figures that show an observation, the one with the fewest others beside it. */
function figureOf(pages: readonly FigurePage[], observation: string): StoryNumber['figure'] {
  const [page] = pages
    .filter(
      ({ territory, model }) => territory === null && model.entries.some(({ id }) => id === observation)
    )
    .toSorted((a, b) => a.model.entries.length - b.model.entries.length)
  return page === undefined ? null : { id: page.figure.id, question: page.figure.question }
}

/** @throws when `npm run data` has not run. */
export async function publishedStory(year: number): Promise<Story> {
  const { engine } = await openPublished()
  const { data, places } = await publishedFiches()
  const { pages } = await publishedPages()
  return buildStory({
    year,
    highlights: (await engine.query(storyQuestion(year))).map(toHighlight),
    guide: await readGuide(),
    rows: data.rows,
    territories: data.territories,
    places,
    figureOf: (observation) => figureOf(pages, observation)
  })
}
