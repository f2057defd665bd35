// In which months of a year is something there, and how is that said?

import { formatPeriod } from '../../domain/format.ts'
import type { MonthsPanel } from './drawing.ts'

type State = MonthsPanel['lines'][number]['months'][number]

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
  const from = start === '' ? 1 : monthIn(start, year)
  const to = end === '' ? 12 : monthIn(end, year)
  return Array.from({ length: 12 }, (_, index): State => {
    const month = index + 1
    if (month < from || month > to) return 'no'
    return doubtful.includes(month) ? 'doubt' : 'yes'
  })
}

/** 1 to 12 inside the year, 0 before it, 13 after it. A year alone is its January. */
function monthIn(date: string, year: number): number {
  const own = Number(date.slice(0, 4))
  if (own !== year) return own < year ? 0 : 13
  return Number(date.slice(5, 7)) || 1
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
