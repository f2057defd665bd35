// How is a computed value shown? Its bounds in words, "calculé", its formula, and the quotes of every term.

import { type Bounds, roundOutward } from '../domain/bounds.ts'
import { type Comparison, boundsWords } from '../domain/comparability.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import { formatNumber, french } from '../domain/format.ts'
import type { Mark } from '../domain/rows.ts'
import { toEntry } from '../figures/frame/entry.ts'
import { quotesOf } from '../figures/sources.ts'
import type { CellValue } from './model.ts'

export interface Wanted {
  /** Unique on the page. */
  id: string
  /** "produit, rapporté à Rennes" */
  what: string
  /** Every row the number is made of, the one it speaks of first. */
  terms: readonly [FigureRow, ...FigureRow[]]
  result: Extract<Comparison, { ok: true }>
  /** Both number and ends are shown times this: 1 000 inhabitants, per cent. */
  times?: number
  decimals: number
  /** Said after the number: "fois", "%". */
  unit: string
  /** What is counted, where the line says no count. */
  counted?: string
  detail?: string
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '')

/** Nearest when the value is exact, so that only our own rounding is in it; else its ends, rounded outward. */
export function numberWords(value: number, bounds: Bounds, decimals: number): string {
  return bounds.low !== null && bounds.low === bounds.high
    ? formatNumber(value, decimals)
    : boundsWords(bounds, decimals)
}

function marksOf(terms: readonly FigureRow[]): Mark[] {
  const carried = (['partial_period', 'to_verify'] as const).filter((mark) =>
    terms.some(({ marks }) => marks.includes(mark))
  )
  return ['computed', ...carried]
}

/** null where a term has no bounds at all ("environ"): nothing computed from it can be defended. */
export function computedValue(wanted: Wanted): CellValue | null {
  const { id, what, terms, result, times = 1, decimals, unit, counted = '', detail = '' } = wanted
  const scale = (end: number | null): number | null => (end === null ? null : end * times)
  const bounds = { low: scale(result.low), high: scale(result.high) }
  if (bounds.low === null && bounds.high === null) return null
  const value = result.value * times
  const text = `${numberWords(value, bounds, decimals)}\u00a0${unit}`.trim()
  const formula = times === 1 ? result.formula : `${result.formula} ×\u00a0${formatNumber(times)}`
  return {
    entry: {
      ...toEntry(terms[0]),
      id,
      what,
      group: '',
      value: null,
      unit: '',
      text,
      marks: marksOf(terms),
      section: unique(terms.flatMap((row) => row.section.split(' | '))).join(' | '),
      quote: unique(terms.flatMap((row) => quotesOf(row.quote))).join(' | '),
      formula: french(formula),
      note: unique(terms.map((row) => row.note)).join(' ')
    },
    text,
    what: counted,
    detail,
    fraction: null,
    value,
    unit,
    ...(bounds.low === bounds.high ? bounds : roundOutward(bounds, decimals))
  }
}
