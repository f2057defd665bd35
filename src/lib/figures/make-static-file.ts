// What does a file of the page of a figure hold? Made once with the site, from the same model as the page.

import { FRENCH_EXCEL, STANDARD } from '../csv/write-csv.ts'
import type { Outline } from '../map/outline.ts'
import { viewOfChoice } from '../map/views.ts'
import { figureCsv } from './frame/csv.ts'
import { figureSvg } from './frame/image/figure-svg.ts'
import { type Publisher, publisherLine } from './frame/words.ts'
import type { FigurePage } from './pages.ts'
import type { StaticFile } from './static-files.ts'

export interface StaticFileInput {
  page: Pick<FigurePage, 'model' | 'filters' | 'territory'>
  version: string
  /** Absolute address of the page. */
  address: string
  publisher: Publisher
  outline: Outline
}

/** The text of the file and its type. */
export function makeStaticFile(file: StaticFile, input: StaticFileInput): { text: string; type: string } {
  const { page, version, address, publisher, outline } = input
  const { model, filters, territory } = page
  if (file !== 'figure.svg') {
    const flavour = file === 'donnees.csv' ? STANDARD : FRENCH_EXCEL
    return { text: figureCsv(model.entries, version, flavour), type: 'text/csv; charset=utf-8' }
  }
  const selected = territory?.id ?? null
  const { map } = model.drawing
  const text = figureSvg(model, {
    format: 'figure',
    theme: 'light',
    year: filters.year,
    version,
    address,
    credit: publisherLine(publisher),
    map: map === null ? null : { outline, view: viewOfChoice(map.places, selected), selected }
  })
  return { text, type: 'image/svg+xml' }
}
