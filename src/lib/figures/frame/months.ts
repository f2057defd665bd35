// In which months of a year is something there, and how is that said?

import { formatPeriod, MONTHS } from '../../domain/format.ts'
import { listWords } from '../../domain/sentence.ts'
import type { Datum, MonthsPanel } from './drawing.ts'

export type MonthState = MonthsPanel['lines'][number]['months'][number]
type State = MonthState

/**
 * The twelve months of `year` that a period covers. Dates are days; '' leaves that side open to the end of the year.
 * @param doubtful months (1 to 12) that the report leaves open
 */
export function monthsOf(
  start: string,
  end: string,
  year: number,
  doubtful: readonly number[] = []
): State[] {
  const from = start === '' ? 1 : monthIn(start, year, 'start')
  const to = end === '' ? 12 : monthIn(end, year, 'end')
  return Array.from({ length: 12 }, (_, index): State => {
    const month = index + 1
    if (month < from || month > to) return 'no'
    return doubtful.includes(month) ? 'doubt' : 'yes'
  })
}

/** 1 to 12 inside the year, 0 before it, 13 after it. A year alone starts in its January and ends in its December. */
function monthIn(date: string, year: number, side: 'start' | 'end'): number {
  const own = Number(date.slice(0, 4))
  if (own !== year) return own < year ? 0 : 13
  const month = Number(date.slice(5, 7))
  return month || (side === 'start' ? 1 : 12)
}

/** Months (1 to 12) that a text names, in its order: "juin, juillet, septembre = 3 mois" -> 6, 7, 9. */
export function namedMonths(text: string): number[] {
  return [...text.matchAll(/\p{L}+/gu)].flatMap(([word]) => {
    const index = MONTHS.findIndex((month) => month === word.toLowerCase())
    return index < 0 ? [] : [index + 1]
  })
}

/** "août", "d’octobre à décembre": for what is in doubt or in part, several stretches joined. */
function names(months: readonly State[], of: (state: State, month: number) => boolean): string {
  const all = months.flatMap((state, index) => (of(state, index + 1) ? [index] : []))
  const [first, ...rest] = all
  const last = rest.at(-1)
  if (first === undefined) return ''
  if (last !== undefined && rest.length > 1 && last - first === rest.length)
    return `${/^[ao]/.test(MONTHS[first] ?? '') ? 'd’' : 'de '}${MONTHS[first] ?? ''} à ${MONTHS[last] ?? ''}`
  return listWords(all.map((index) => MONTHS[index] ?? ''))
}

/** Heads of the twelve columns. */
export const SHORT_MONTHS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.'
] as const

/** What the cells of a year cannot tell alone: "août en doute", "juin en partie"; '' where every month is plain. */
export function monthsAside({
  months,
  partial = []
}: Pick<MonthsPanel['lines'][number], 'months' | 'partial'>): string {
  const doubts = names(months, (state) => state === 'doubt')
  const parts = names(months, (state, month) => state !== 'no' && partial.includes(month))
  const all = months.every((state) => state === 'doubt')
  return [
    all ? 'l’année en doute' : doubts === '' ? '' : `${doubts} en doute`,
    parts === '' ? '' : `${parts} en partie`
  ]
    .filter((text) => text !== '')
    .join(', ')
}

/** "de juin à juillet 2021, septembre 2021, août en doute", "de juin à août 2021, juin en partie", "toute l’année 2021 en doute". */
export function monthsSaid(
  { months, partial = [] }: Pick<MonthsPanel['lines'][number], 'months' | 'partial'>,
  year: number
): string {
  const doubts = names(months, (state) => state === 'doubt')
  const parts = names(months, (state, month) => state !== 'no' && partial.includes(month))
  if (doubts !== '' && !months.includes('yes')) return `${monthsInWords(months, year)} en doute`
  const sure = months.map((state) => (state === 'doubt' ? 'no' : state))
  return [
    monthsInWords(sure, year),
    doubts === '' ? '' : `${doubts} en doute`,
    parts === '' ? '' : `${parts} en partie`
  ]
    .filter((text) => text !== '')
    .join(', ')
}

/** "de juin à août 2021", "juin, juillet et septembre 2021" -> the stretches, one after another; "aucun mois" for none. */
export function monthsInWords(months: readonly State[], year: number): string {
  const stretches: [number, number][] = []
  months.forEach((state, index) => {
    if (state === 'no') return
    const last = stretches.at(-1)
    if (last !== undefined && last[1] === index - 1) last[1] = index
    else stretches.push([index, index])
  })
  if (stretches.length === 0) return 'aucun mois'
  const day = (month: number, date: string): string => `${year}-${String(month + 1).padStart(2, '0')}-${date}`
  return stretches
    .map(([from, to]) =>
      from === 0 && to === 11 ? `toute l’année ${year}` : formatPeriod(day(from, '01'), day(to, '28'))
    )
    .join(', ')
}

/** The part of each cell that is filled, 0 to 1: a month in part fills the half next to the month that follows or precedes. */
export function cellsOf({ months, partial = [] }: Pick<MonthsPanel['lines'][number], 'months' | 'partial'>): {
  month: number
  state: State
  start: number
  width: number
}[] {
  return months.map((state, month) => {
    if (!partial.includes(month + 1)) return { month, state, start: 0, width: 1 }
    const goesOn = months[month + 1] !== undefined && months[month + 1] !== 'no'
    return { month, state, start: goesOn ? 0.5 : 0, width: 0.5 }
  })
}

/** Marks of a value beside a line that the line itself does not bear already. */
export function marksBeside(
  { marks }: Pick<MonthsPanel['lines'][number], 'marks'>,
  datum: Pick<Datum, 'marks'>
): Datum['marks'] {
  return datum.marks.filter((mark) => !marks.includes(mark))
}
