// Which panel draws a part of a figure? Bars where its rows may be compared, numbers where they may not.

import type { FigureRow } from '../domain/figure-rows.ts'
import { french } from '../domain/format.ts'
import { capitalise } from '../domain/sentence.ts'
import { REGION_NAMES, REGIONS } from './actes/natures.ts'
import { type FigureContext, isFiltered } from './figure.ts'
import { barLines, barsPanel, numbersPanel, wordsOf } from './frame/bars.ts'
import type { Panel } from './frame/drawing.ts'
import { labelOf, valueText, whenOf } from './words.ts'

export interface Part {
  id: string
  title: string
  /** What it draws, in order. */
  indicators: readonly string[]
  /** Said under the panel. */
  note?: (rows: readonly FigureRow[]) => string
  /** Name the regions of the figure for which it has nothing. */
  everywhere?: boolean
  /** Never as bars: beside another panel their lengths would be compared. */
  numbers?: boolean
  /** Its numbers are many and small: a line each. */
  compact?: boolean
  /** Another drawing than bars or numbers; null falls back to these. */
  panel?: (rows: readonly FigureRow[], context: FigureContext) => Panel | null
}

/** What a panel must know of the figure around it. */
export interface PartFrame {
  /** All rows of the figure. */
  all: readonly FigureRow[]
  context: FigureContext
  /** Several dispositifs: each line names its own. */
  programmes: boolean
  /** A row a region, every value a bar on the axis of its group. */
  matrix: boolean
}

/** Bars need two values that may be compared: one group, one unit. */
function comparable([first, ...others]: readonly FigureRow[]): boolean {
  return (
    first !== undefined &&
    others.length > 0 &&
    others.every(({ group, unit }) => group === first.group && unit === first.unit)
  )
}

/** Regions that the figure speaks of and this part does not. */
function missingFrom(own: readonly FigureRow[], all: readonly FigureRow[]): string[] {
  const has = (rows: readonly FigureRow[], id: string): boolean => rows.some(({ region }) => region === id)
  return REGIONS.filter((id) => has(all, id) && !has(own, id)).map((id) => REGION_NAMES[id])
}

/** Place, dispositif and period, as far as the figure does not say them for all of its rows. */
function detailOf(row: FigureRow, { all, programmes, matrix }: PartFrame, place: boolean): string {
  const places = new Set(all.map(({ territory }) => territory)).size > 1
  return [
    place && places && row.territory !== 'optima' && !(matrix && row.territory === row.region)
      ? row.territory_name
      : '',
    programmes ? row.programme_name : '',
    whenOf(row)
  ]
    .filter((text) => text !== '')
    .join(', ')
}

function asNumbers(part: Part, own: readonly FigureRow[], missing: string[], frame: PartFrame): Panel {
  const unsaid = missing.length === 0 ? '' : `Non publié : ${missing.join(', ')}.`
  const items = own.map((row) => {
    const text = valueText(row)
    return {
      row,
      label: labelOf(row),
      detail: detailOf(row, frame, true),
      solid: !isFiltered(frame.context) || row.selected,
      ...(text === undefined ? {} : { text })
    }
  })
  const note = french([part.note?.(own) ?? '', unsaid].join(' ').trim())
  return numbersPanel(part.id, part.title, items, {
    note,
    ...(part.compact === true ? { compact: true } : {})
  })
}

function asBars(part: Part, own: readonly FigureRow[], missing: string[], frame: PartFrame): Panel {
  const { context, matrix } = frame
  /** Lines of one indicator are told apart by their place, others by what they count. */
  const places = own.every(({ indicator }) => indicator === own[0]?.indicator)
  const inCell = (row: FigureRow): string =>
    [labelOf(row), detailOf(row, frame, true)].filter((text) => text !== '').join(', ')
  const lines = barLines(own, own, context, {
    detail: (row) => (matrix ? inCell(row) : detailOf(row, frame, !places)),
    ...(places ? {} : { label: (row: FigureRow) => capitalise(row.indicator_name) })
  }).map((line, i) => ({
    ...line,
    row: matrix ? (own[i]?.region ?? '') : '',
    territory: places ? line.territory : ''
  }))
  return barsPanel(part.id, part.title, lines, {
    words: matrix ? [] : wordsOf(own),
    missing,
    note: french(part.note?.(own) ?? '')
  })
}

/** The panel of a part; [] where the report publishes none of its rows. */
export function panelOf(part: Part, frame: PartFrame): Panel[] {
  const own = part.indicators.flatMap((indicator) => frame.all.filter((row) => row.indicator === indicator))
  if (own.length === 0) return []
  const drawn = part.panel?.(own, frame.context) ?? null
  if (drawn !== null) return [drawn]
  const missing = part.everywhere === true ? missingFrom(own, frame.all) : []
  const bars = part.numbers !== true && (frame.matrix || comparable(own))
  return [(bars ? asBars : asNumbers)(part, own, missing, frame)]
}
