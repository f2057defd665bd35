// What stands behind one mark of a drawing? One line of the table, of the CSV and of the sources, the same for all.

import type { FigureEngagement, FigureRow, SecretRow } from '../../domain/figure-rows.ts'
import { ENGAGEMENT_NAMES } from '../../domain/engagements.ts'

export interface Entry extends Pick<
  FigureRow,
  | 'id'
  | 'territory'
  | 'territory_name'
  | 'region'
  | 'programme'
  | 'programme_name'
  | 'hue'
  | 'unit'
  | 'marks'
  | 'period_start'
  | 'period_end'
  | 'source'
  | 'section'
  | 'quote'
  | 'formula'
  | 'note'
  | 'selected'
> {
  /** What is counted or signed, lower case: "personnes rencontrées". */
  what: string
  /** Comparability group, '' for what is no number. */
  group: string
  /** null where there is no number: a contract, or what is secret. */
  value: number | null
  /** What stands in place of a value that is null: "renouvelé", "secret"; '' beside a number. */
  text: string
}

export function toEntry(row: FigureRow): Entry {
  const { indicator_name: what, ...own } = row
  return { ...own, what, text: '' }
}

/** What is hidden, as a line of the table: its mark stands in place of a value. */
export function secretEntry({ indicator_name: what, ...own }: SecretRow): Entry {
  return { ...own, what, value: null, text: 'secret' }
}

/** A contract as a line of the table: its kind is its "value", its dates are its period. */
export function engagementEntry(one: FigureEngagement): Entry {
  return {
    ...one,
    what: one.title,
    group: '',
    value: null,
    text: ENGAGEMENT_NAMES[one.kind],
    unit: '',
    period_start: one.start,
    period_end: one.end,
    formula: ''
  }
}
