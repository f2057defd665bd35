// What does the table of a figure say, row by row? The text of every cell, equal to what is drawn.

import { boundsOf } from '../domain/bounds.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import { formatMeasure, formatPeriod } from '../domain/format.ts'
import { marksInWords } from '../domain/marks.ts'
import { capitalise } from '../domain/sentence.ts'

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

function boundsText(row: FigureRow): string {
  const { low, high } = boundsOf(row)
  if (row.marks.includes('computed')) return 'voir la formule'
  if (low === null && high === null) return 'non dites'
  if (low !== null && high === null) return `${formatMeasure(low, row.unit)} et plus`
  if (low === null || high === null || low === high) return ''
  return `de ${formatMeasure(low, row.unit)} à ${formatMeasure(high, row.unit)}`
}

/** The rows in order; a programme that covers everything reads "tous". */
export function tableRows(rows: readonly FigureRow[]): TableLine[] {
  return rows.map((row) => ({
    id: row.id,
    indicator: capitalise(row.indicator_name),
    territory: row.territory === 'optima' ? 'Tout Optima' : row.territory_name,
    programme: row.programme === '' ? 'tous' : row.programme_name,
    value: formatMeasure(row.value, row.unit, row.marks),
    marks: marksInWords(row.marks),
    bounds: boundsText(row),
    period: formatPeriod(row.period_start, row.period_end)
  }))
}
