// Where on a line of years does a contract stand, when one of its ends may not be published?

import type { SpansPanel } from './drawing.ts'

/**
 * A date of the report as a year with its fraction. A start is the first day it can mean, an end the last:
 * "2021" starts at 2021 and ends at 2022, "2021-07" starts at 2021.5. null for ''.
 */
export function yearOf(date: string, side: 'start' | 'end'): number | null {
  if (date === '') return null
  const [year = Number.NaN, month, day] = date.split('-').map(Number)
  if (!Number.isFinite(year)) return null
  if (month === undefined) return side === 'start' ? year : year + 1
  if (day === undefined) return year + (side === 'start' ? month - 1 : month) / 12
  return year + (month - 1) / 12 + (side === 'start' ? day - 1 : day) / 31 / 12
}

export interface PlacedSpan {
  /** 0 to 1 of the axis. */
  start: number
  end: number
  openStart: boolean
  openEnd: boolean
}

/** Shorter than this share of the axis a span cannot be seen. */
const THIN = 0.012

/** null when neither end is published. A span with one end is a stub at that end, open on the other side. */
export function placeSpan(
  { start, end }: Pick<SpansPanel['lines'][number], 'start' | 'end'>,
  { from, to }: Pick<SpansPanel, 'from' | 'to'>
): PlacedSpan | null {
  if (start === null && end === null) return null
  const at = (year: number): number => Math.min(1, Math.max(0, (year - from) / (to - from)))
  if (start === null)
    return { start: Math.max(0, at(end ?? to) - THIN), end: at(end ?? to), openStart: true, openEnd: false }
  if (end === null)
    return { start: at(start), end: Math.min(1, at(start) + THIN), openStart: false, openEnd: true }
  return {
    start: at(start),
    end: Math.max(at(end), Math.min(1, at(start) + THIN)),
    openStart: false,
    openEnd: false
  }
}

/** One tick a year, at its first day. */
export function yearTicks({ from, to }: Pick<SpansPanel, 'from' | 'to'>): { year: number; at: number }[] {
  const years = Array.from(
    { length: Math.max(0, Math.ceil(to) - Math.ceil(from)) },
    (_, i) => Math.ceil(from) + i
  )
  return years.map((year) => ({ year, at: (year - from) / (to - from) }))
}
