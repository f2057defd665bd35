// How is a row said inside a sentence: its value, what it counts, and the doubt that goes with it?

import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import { formatHour, formatLabel, formatPeriod, formatWords } from '../domain/format.ts'
import { isJournalSource } from '../domain/journal-source.ts'
import { plural } from '../domain/sentence.ts'

/** "le rapport publie", or who else says it: a journal. @param there "y " or nothing */
export function whoPublishes(rows: readonly Pick<SecretRow, 'source'>[], there = ''): string {
  const journals = rows.filter(({ source }) => isJournalSource(source)).length
  if (journals === 0) return `le rapport ${there}publie`
  return journals === rows.length ? `le journal ${there}compte` : `le rapport et le journal ${there}publient`
}

/** A unit written after its number is not said again: "808 h de collecte", not "808 h heures de collecte". */
const SAID_BY_UNIT: Readonly<Record<string, RegExp>> = {
  tonnes: /^tonnes? /,
  kg: /^kg /,
  hours: /^heures? (?=de (formation|collecte))/
}

/** What is no amount has words of its own. */
const NO_AMOUNT: Readonly<Record<string, { text: (value: number) => string; label: string }>> = {
  rank: { text: (value) => `${value}e`, label: 'poste créé' },
  end_hour: { text: formatHour, label: 'du matin, heure de fin' }
}

const special = ({ indicator, unit }: FigureRow): (typeof NO_AMOUNT)[string] | undefined =>
  NO_AMOUNT[indicator] ?? NO_AMOUNT[unit]

/** What is counted, in the number of its value and without the unit that stands beside it. */
export function labelOf(row: FigureRow): string {
  const name = plural(row.value, row.indicator_singular, row.indicator_name)
  return special(row)?.label ?? name.replace(SAID_BY_UNIT[row.unit] ?? /^$/, '')
}

/** In place of the formatted value; undefined where that says it. */
export function valueText(row: FigureRow): string | undefined {
  return special(row)?.text(row.value)
}

/** The value as it stands beside its label: "≥ 42 000", "2 h 30". */
export function writtenValue(row: FigureRow): string {
  return valueText(row) ?? formatLabel(row.value, row.unit, row.marks)
}

/** "330 interventions en piscine", "environ 40 000 logements", "un 5e poste créé": marks of the value as words. */
export function counted(row: FigureRow): string {
  const value = valueText(row) ?? formatWords(row.value, row.unit, row.marks)
  return `${row.unit === 'rank' ? 'un ' : ''}${value} ${labelOf(row)}`
}

/** The same, with the doubt of the report said. */
export function withDoubt(row: FigureRow): string {
  return `${counted(row)}${row.marks.includes('to_verify') ? ' (à vérifier)' : ''}`
}

/** "de juin à août 2021", "au 31 décembre 2021"; '' for a whole year, which the subtitle says. */
export function whenOf(row: FigureRow): string {
  return row.marks.includes('partial_period') || row.period_start === row.period_end
    ? formatPeriod(row.period_start, row.period_end)
    : ''
}

/** What the data say of rows to verify, each reason once. */
export function doubtsOf(rows: readonly FigureRow[]): string {
  const notes = rows.filter(({ marks }) => marks.includes('to_verify')).map(({ note }) => note)
  return [...new Set(notes)].filter((note) => note !== '').join(' ')
}

/** Words made of one row an indicator; '' unless every one of them is published. */
export function saying<const T extends readonly string[]>(
  rows: readonly FigureRow[],
  indicators: T,
  words: (...found: { [K in keyof T]: FigureRow }) => string
): string {
  const found = indicators.flatMap((indicator) => rows.find((row) => row.indicator === indicator) ?? [])
  return found.length === indicators.length ? words(...(found as { [K in keyof T]: FigureRow })) : ''
}
