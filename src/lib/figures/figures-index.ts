// What does /figures.json say? The figures, their territories and formats, for builders, tests and other people's scripts.

import type { FigurePage } from './pages.ts'
import { STATIC_FILES } from './static-files.ts'

/** What each figure can be taken away as. */
export const FORMATS = ['svg', 'png', 'csv-excel', 'csv', 'embed'] as const

export interface FiguresIndex {
  /** Version of the data. */
  version: string
  /**
   * Format -> address of the file that the site holds for it, from the root of the site. {territoire} is an id of
   * `territories`; for all of Optima it is left out with its slash.
   */
  files: Readonly<Record<string, string>>
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
    files: {
      ...Object.fromEntries(
        STATIC_FILES.map(({ file, format }) => [format, `figures/{id}/{territoire}/${file}`])
      ),
      embed: 'embed/{id}/{territoire}/'
    },
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
