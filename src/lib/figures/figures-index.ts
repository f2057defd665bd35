// What does /figures.json say? The figures, their territories and formats, for builders, tests and other people's scripts.

import type { FigurePage } from './pages.ts'

/** What each figure can be taken away as. */
export const FORMATS = ['svg', 'png', 'csv-excel', 'csv'] as const

export interface FiguresIndex {
  /** Version of the data. */
  version: string
  figures: {
    id: string
    title: string
    question: string
    /** Ids of the territories that have a page of the figure, beside all of Optima. */
    territories: string[]
    formats: readonly (typeof FORMATS)[number][]
  }[]
}

export function figuresIndex(pages: readonly FigurePage[], version: string): FiguresIndex {
  return {
    version,
    figures: pages
      .filter(({ territory }) => territory === null)
      .map(({ figure, model, territories }) => ({
        id: figure.id,
        title: model.title,
        question: figure.question,
        territories: territories.map(({ id }) => id),
        formats: FORMATS
      }))
  }
}
