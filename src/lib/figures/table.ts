// What does the table of a figure say, row by row? The text of every cell, equal to what is drawn.

import { boundsOf } from '../domain/bounds.ts'
import { formatMeasure, formatPeriod, formatSpan } from '../domain/format.ts'
import { marksInWords } from '../domain/marks.ts'
import { capitalise } from '../domain/sentence.ts'
import type { Entry } from './frame/entry.ts'

export interface TableLine {
  id: string
  indicator: string
  territory: string
  programme: string
  value: string
  marks: string
  /** "de 448 500 € à 449 500 €", "42 000 et plus", '' when the value is exact. */
  bounds: string
  period: string
}

/** Ends of a value in words, as its marks leave them; '' for an exact value and for what is no number. */
export function boundsText({ value, unit, marks }: Pick<Entry, 'value' | 'unit' | 'marks'>): string {
  if (value === null) return ''
  const { low, high } = boundsOf({ value, unit, marks })
  if (marks.includes('computed')) return 'voir la formule'
  if (low === null && high === null) return 'non dites'
  if (low !== null && high === null) return `${formatMeasure(low, unit)} et plus`
  if (low === null || high === null || low === high) return ''
  return `de ${formatMeasure(low, unit)} à ${formatMeasure(high, unit)}`
}

/** When: the period of a number, the dates of a contract as far as they are published. */
export function periodText({ value, marks, period_start: start, period_end: end }: Entry): string {
  if (value !== null) return formatPeriod(start, end)
  const span = formatSpan(start, end)
  return marks.includes('at_least') && span !== '' ? `${span} au moins` : span
}

/** The entries in order; a programme that covers everything reads "tous". */
export function tableRows(entries: readonly Entry[]): TableLine[] {
  return entries.map((entry) => ({
    id: entry.id,
    indicator: capitalise(entry.what),
    territory: entry.territory === 'optima' ? 'Tout Optima' : entry.territory_name,
    programme: entry.programme === '' ? 'tous' : entry.programme_name,
    value: entry.value === null ? entry.text : formatMeasure(entry.value, entry.unit, entry.marks),
    marks: marksInWords(entry.marks),
    bounds: boundsText(entry),
    period: periodText(entry)
  }))
}
