// How is a figure made whose panels each hold a few rows of the report? It names its parts and its words;
// which panel draws a part, what is selected, tabulated and left unsaid is decided here, the same for all.

import type { FigureRow } from '../domain/figure-rows.ts'
import { french } from '../domain/format.ts'
import { listWords } from '../domain/sentence.ts'
import { REGION_NAMES, REGIONS } from './actes/natures.ts'
import { choiceWords, nothingPublished } from './empty.ts'
import { type Figure, type FigureContext, type FigureModel, isFiltered } from './figure.ts'
import { barLines, barsPanel, drawingOf, numbersPanel, wordsOf } from './frame/bars.ts'
import type { Drawing, Panel } from './frame/drawing.ts'
import { toEntry } from './frame/entry.ts'
import { counted, labelOf, valueText, whenOf } from './words.ts'

export interface Part {
  id: string
  title: string
  /** What it draws, in order. */
  indicators: readonly string[]
  /** Said under the panel. */
  note?: (rows: readonly FigureRow[]) => string
  /** Name the regions of the figure for which it has nothing. */
  everywhere?: boolean
  /** Another drawing than bars or numbers; null falls back to these. */
  panel?: (rows: readonly FigureRow[], context: FigureContext) => Panel | null
}

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
/** How many numbers a sentence can hold. */
const MOST = 6

/** The rows of a figure; a number that two pages of the report say alike counts once. */
function rowsOf(rows: readonly FigureRow[], { programme }: PartsSpec): FigureRow[] {
  const key = (row: FigureRow): string =>
    [row.indicator, row.perimeter, row.period_start, row.period_end, row.value, row.marks].join(' ')
  const own = rows.filter((row) => programme === null || row.programme === programme)
  return own.filter((row, i) => own.findIndex((other) => key(other) === key(row)) === i)
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

function panelOf(part: Part, all: readonly FigureRow[], context: FigureContext, spec: PartsSpec): Panel[] {
  const own = part.indicators.flatMap((indicator) => all.filter((row) => row.indicator === indicator))
  if (own.length === 0) return []
  const drawn = part.panel?.(own, context) ?? null
  if (drawn !== null) return [drawn]
  const missing = part.everywhere === true ? missingFrom(own, all) : []
  const note = french(part.note?.(own) ?? '')
  const detail = (row: FigureRow, place: boolean): string =>
    [
      place && row.territory !== 'optima' ? row.territory_name : '',
      spec.programme === null ? row.programme_name : '',
      whenOf(row)
    ]
      .filter((text) => text !== '')
      .join(', ')
  if (!comparable(own)) {
    const unsaid = missing.length === 0 ? '' : french(`Non publié : ${missing.join(', ')}.`)
    const items = own.map((row) => {
      const text = valueText(row)
      const solid = !isFiltered(context) || row.selected
      return {
        row,
        label: labelOf(row),
        detail: detail(row, true),
        solid,
        ...(text === undefined ? {} : { text })
      }
    })
    const more = { note: [note, unsaid].filter((text) => text !== '').join(' ') }
    return [numbersPanel(part.id, part.title, items, more)]
  }
  /** Lines of one indicator are told apart by their place, others by what they count. */
  const places = own.every(({ indicator }) => indicator === own[0]?.indicator)
  const lines = barLines(own, own, context, {
    detail: (row) => detail(row, !places),
    ...(places ? {} : { label: (row: FigureRow) => row.indicator_name })
  }).map((line) => (places ? line : { ...line, territory: '' }))
  return [barsPanel(part.id, part.title, lines, { words: wordsOf(own), missing, note })]
}

/** The first numbers of the choice; what they all share, place or period, is said once at the head. */
function numbersSentence(rows: readonly FigureRow[], year: number, spec: PartsSpec): string {
  const chosen = rows.filter((row) => row.selected)
  const asides = chosen.map((row) => [
    row.territory === 'optima' ? '' : row.territory_name,
    spec.programme === null ? row.programme_name : '',
    whenOf(row)
  ])
  const shared = [0, 1, 2].map((i) => new Set(asides.map((aside) => aside[i])).size === 1)
  const head = [spec.name, ...(asides[0] ?? []).filter((text, i) => text !== '' && shared[i]), String(year)]
  const words = chosen.slice(0, MOST).map((row, i) => {
    const own = (asides[i] ?? []).filter((text, j) => text !== '' && !shared[j])
    const aside = row.marks.includes('to_verify') ? [...own, 'à vérifier'] : own
    return `${counted(row)}${aside.length === 0 ? '' : ` (${aside.join(', ')})`}`
  })
  // A period that is said names the year.
  const place = (shared[2] === true && asides[0]?.[2] !== '' ? head.slice(0, -1) : head).join(', ')
  const more = chosen.length > MOST ? ', entre autres' : ''
  const end = chosen.length > 1 ? ' ; ces nombres ne s’additionnent pas' : ''
  return `${place} : le rapport publie ${listWords(words)}${more}${end}.`
}

/** The title of a part of what is published: its first two numbers. */
function partTitle(rows: readonly FigureRow[], context: FigureContext, spec: PartsSpec): string {
  const words = rows
    .filter((row) => row.selected)
    .slice(0, 2)
    .map((row) =>
      spec.programme === null && row.programme !== ''
        ? `${counted(row)} (${row.programme_name})`
        : counted(row)
    )
  return `${spec.name}, ${choiceWords(context)} : ${listWords(words)}`
}

function build(spec: PartsSpec, rows: readonly FigureRow[], context: FigureContext): FigureModel {
  const own = rowsOf(rows, spec)
  const none = isFiltered(context) && !own.some((row) => row.selected)
  const whole = own.every((row) => row.selected)
  const { year } = context.filters
  const title = whole
    ? spec.title(own) || `${spec.name} : ce que publie le rapport`
    : partTitle(own, context, spec)
  const sentence = (whole ? spec.sentence?.(own, year) : '') || numbersSentence(own, year, spec)
  const panels = spec.parts.flatMap((part) => panelOf(part, own, context, spec))
  const striped = panels.some(
    (panel) => panel.kind === 'bars' && panel.lines.some(({ marks }) => marks.includes('partial_period'))
  )
  return {
    title: french(none ? `${spec.name}, ${choiceWords(context)} : non publié` : title),
    subtitle: french(`${spec.counts(year)}. ${spec.scales ?? EACH_ITS_OWN}`),
    sentence: none ? '' : french(sentence),
    note: french([spec.note(own), striped ? 'Contour hachuré : période partielle.' : ''].join(' ').trim()),
    entries: own.map(toEntry),
    drawing: drawingOf(panels, spec.layout ?? 'columns'),
    empty: none ? nothingPublished('Le rapport n’en dit rien pour ce choix', spec.absent, context) : null
  }
}

export function partsFigure(spec: PartsSpec): Figure {
  const { id, question, reading } = spec
  return {
    id,
    question,
    reading,
    indicators: spec.parts.flatMap(({ indicators }) => indicators),
    build: (rows, context) => build(spec, rows, context)
  }
}
