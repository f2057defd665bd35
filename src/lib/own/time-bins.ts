// Which days, weeks, months or years lie between two days, and how is each of them called?

import { formatDate, formatNumber, MONTHS } from '../domain/format.ts'
import type { Bin } from '../query/cube-spec.ts'

const DAY_MS = 86_400_000
const dateOf = (day: string): Date => new Date(`${day}T00:00Z`)
const isoOf = (date: Date): string => date.toISOString().slice(0, 10)

/** Days from one to the other, both counted. */
export const daysBetween = (first: string, last: string): number =>
  Math.round((dateOf(last).getTime() - dateOf(first).getTime()) / DAY_MS) + 1

/** 0 is Monday. */
export const weekdayOf = (day: string): number => (dateOf(day).getUTCDay() + 6) % 7

export function addDays(day: string, days: number): string {
  return isoOf(new Date(dateOf(day).getTime() + days * DAY_MS))
}

/** First day of the bin that holds a day, as the cube names it. */
export function binStart(day: string, bin: Bin): string {
  switch (bin) {
    case 'day':
      return day
    case 'week':
      return addDays(day, -weekdayOf(day))
    case 'month':
      return `${day.slice(0, 7)}-01`
    case 'year':
      return `${day.slice(0, 4)}-01-01`
  }
}

function next(start: string, bin: Bin): string {
  if (bin === 'day' || bin === 'week') return addDays(start, bin === 'day' ? 1 : 7)
  const [year = 0, month = 0] = start.split('-').map(Number)
  return isoOf(new Date(bin === 'month' ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)))
}

/** Last day of a bin. */
export const binEnd = (start: string, bin: Bin): string => addDays(next(start, bin), -1)

/** Every bin from that of the first day to that of the last, those without a row too. */
export function binsBetween(first: string, last: string, bin: Bin): string[] {
  const bins: string[] = []
  for (let start = binStart(first, bin); start <= last; start = next(start, bin)) bins.push(start)
  return bins
}

/** "14 mars 2022", "semaine du 14 mars 2022", "mars 2022", "2022" */
export function binName(start: string, bin: Bin): string {
  const [year = 0, month = 1] = start.split('-').map(Number)
  if (bin === 'year') return String(year)
  if (bin === 'month') return `${MONTHS[month - 1] ?? ''}\u00a0${year}`
  return bin === 'week' ? `semaine du ${formatDate(start)}` : formatDate(start)
}

export const BIN_NAMES: Readonly<Record<Bin, string>> = {
  day: 'par jour',
  week: 'par semaine',
  month: 'par mois',
  year: 'par an'
}

export const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** "1 204 h", "45 min" */
export function formatMinutes(minutes: number): string {
  return minutes < 60
    ? `${formatNumber(minutes, 0)}\u00a0min`
    : `${formatNumber(minutes / 60, minutes < 6000 ? 1 : 0)}\u00a0h`
}
