// How is a figure made whose panels each hold a few rows of the report? It names its parts and its words;
// which panel draws a part, what is selected, tabulated and left unsaid is decided here, the same for all.

import type { FigureRow } from '../domain/figure-rows.ts'
import { french } from '../domain/format.ts'
import { REGION_NAMES, REGIONS } from './actes/natures.ts'
import { choiceWords, nothingPublished } from './empty.ts'
import { type Figure, type FigureContext, type FigureModel, isFiltered } from './figure.ts'
import { drawingOf } from './frame/bars.ts'
import type { Drawing } from './frame/drawing.ts'
import { toEntry } from './frame/entry.ts'
import { type Part, panelOf } from './part-panels.ts'
import { numbersSentence, partTitle } from './part-words.ts'

export interface PartsSpec extends Pick<Figure, 'id' | 'question' | 'reading'> {
  /** What it is about, at the head of a title: "Médiation à l’école". */
  name: string
  /** The only dispositif it reads; null for all of them. */
  programme: string | null
  parts: readonly Part[]
  layout?: Drawing['layout']
  /** The finding when everything is selected; '' when its rows are not published. */
  title: (rows: readonly FigureRow[]) => string
  /** What is counted, where, when. */
  counts: (year: number) => string
  /** How its blocks relate; by default each counts something else. */
  scales?: string
  /** The finding in one sentence when everything is selected; without it, the numbers one after another. */
  sentence?: (rows: readonly FigureRow[], year: number) => string
  note: (rows: readonly FigureRow[]) => string
  /** "de chiffre sur la médiation à l’école": what is not published, with its de. */
  absent: string
}

const EACH_ITS_OWN = 'Chaque bloc compte autre chose et a son échelle.'

/** The rows of a figure; a number that two pages of the report say alike counts once. */
function rowsOf(rows: readonly FigureRow[], { programme }: PartsSpec): FigureRow[] {
  const key = (row: FigureRow): string =>
    [row.indicator, row.perimeter, row.period_start, row.period_end, row.value, row.marks].join(' ')
  const own = rows.filter((row) => programme === null || row.programme === programme)
  return own.filter((row, i) => own.findIndex((other) => key(other) === key(row)) === i)
}

/** One dispositif is in the title; of several, each line names its own. */
function severalProgrammes(rows: readonly FigureRow[]): boolean {
  return new Set(rows.flatMap(({ programme }) => (programme === '' ? [] : [programme]))).size > 1
}

/** The regions that the rows speak of, a row of the matrix each. */
function regionsOf(rows: readonly FigureRow[]): Drawing['rows'] {
  return REGIONS.flatMap((id) => {
    const row = rows.find(({ region }) => region === id)
    return row === undefined ? [] : [{ id, label: REGION_NAMES[id], hue: row.hue }]
  })
}

function build(spec: PartsSpec, rows: readonly FigureRow[], context: FigureContext): FigureModel {
  const own = rowsOf(rows, spec)
  const none = isFiltered(context) && !own.some((row) => row.selected)
  const programmes = severalProgrammes(own)
  const whole = own.every((row) => row.selected)
  const { year } = context.filters
  const title = whole
    ? spec.title(own) || `${spec.name} : ce que publie le rapport`
    : partTitle(own, context, spec.name, programmes)
  const sentence =
    (whole ? spec.sentence?.(own, year) : '') || numbersSentence(own, year, spec.name, programmes)
  const matrix = spec.layout === 'matrix'
  const frame = { all: own, context, programmes, matrix }
  const panels = spec.parts.flatMap((part) => panelOf(part, frame))
  const striped = panels.some(
    (panel) => panel.kind === 'bars' && panel.lines.some(({ marks }) => marks.includes('partial_period'))
  )
  return {
    title: french(none ? `${spec.name}, ${choiceWords(context)} : non publié` : title),
    subtitle: french(`${spec.counts(year)}. ${spec.scales ?? EACH_ITS_OWN}`),
    sentence: none ? '' : french(sentence),
    note: french([spec.note(own), striped ? 'Contour hachuré : période partielle.' : ''].join(' ').trim()),
    entries: own.map(toEntry),
    drawing: drawingOf(panels, spec.layout ?? 'columns', matrix ? { rows: regionsOf(own) } : {}),
    empty: none ? nothingPublished('Le rapport n’en dit rien pour ce choix', spec.absent, context) : null
  }
}

export function partsFigure(spec: PartsSpec): Figure {
  const { id, question, reading } = spec
  return {
    id,
    question: french(question),
    reading: french(reading),
    indicators: spec.parts.flatMap(({ indicators }) => indicators),
    build: (rows, context) => build(spec, rows, context)
  }
}
