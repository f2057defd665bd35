// What does a file of the page of a figure hold? Made once with the site, from the same model as the page.

import { FRENCH_EXCEL, STANDARD } from '../csv/write-csv.ts'
import type { Outline } from '../map/outline.ts'
import { viewOfChoice } from '../map/views.ts'
import { figureCsv } from './frame/csv.ts'
import { figureSvg } from './frame/image/figure-svg.ts'
import { type Publisher, publisherLine } from './frame/words.ts'
import type { FigurePage } from './pages.ts'
import { drawCard } from './share/draw-card.ts'
import { figureCard } from './share/figure-card.ts'
import { SHARE_FILE } from './share/share-image.ts'
import type { StaticFile } from './static-files.ts'

export interface StaticFileInput {
  page: Pick<FigurePage, 'model' | 'filters' | 'territory'>
  version: string
  /** Absolute address of the page. */
  address: string
  publisher: Publisher
  /** What closes the share image: the name of the site, or the version that the page is frozen on. */
  site: string
  outline: Outline
}

/** The content of the file and its type. */
export function makeStaticFile(
  file: StaticFile,
  input: StaticFileInput
): { content: string | Uint8Array<ArrayBuffer>; type: string } {
  const { page, version, address, publisher, outline } = input
  const { model, filters, territory } = page
  if (file === SHARE_FILE)
    return { content: drawCard(figureCard(page, { site: input.site, outline })), type: 'image/png' }
  if (file !== 'figure.svg') {
    const flavour = file === 'donnees.csv' ? STANDARD : FRENCH_EXCEL
    return { content: figureCsv(model.entries, version, flavour), type: 'text/csv; charset=utf-8' }
  }
  const selected = territory?.id ?? null
  const { map } = model.drawing
  const content = figureSvg(model, {
    format: 'figure',
    theme: 'light',
    year: filters.year,
    version,
    address,
    credit: publisherLine(publisher),
    map: map === null ? null : { outline, view: viewOfChoice(map.places, selected), selected }
  })
  return { content, type: 'image/svg+xml' }
}
