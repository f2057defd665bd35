// Where on a line of years does a contract stand, when an end may be vague ("2021") or not published at all?

import type { SpansPanel } from './drawing.ts'

type Side = 'start' | 'end'
type Axis = Pick<SpansPanel, 'from' | 'to'>
type Line = Pick<SpansPanel['lines'][number], 'start' | 'end' | 'startBy' | 'endFrom'>

/**
 * A date of the report as a year with its fraction. A start is the first day it can mean, an end the last:
 * "2021" starts at 2021 and ends at 2022, "2021-07" starts at 2021.5. null for ''.
 */
export function yearOf(date: string, side: Side): number | null {
  if (date === '') return null
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = date.split('-').map(Number)
  if (!Number.isFinite(year)) return null
  if (!Number.isFinite(month)) return side === 'start' ? year : year + 1
  if (!Number.isFinite(day)) return year + (side === 'start' ? month - 1 : month) / 12
  return year + (month - 1) / 12 + (side === 'start' ? day - 1 : day) / 31 / 12
}

/** The four ends of a span: the outermost it can mean, and what holds whichever day is meant. */
export function endsOf(start: string, end: string): Required<Line> {
  return {
    start: yearOf(start, 'start'),
    end: yearOf(end, 'end'),
    startBy: yearOf(start, 'end'),
    endFrom: yearOf(end, 'start')
  }
}

/** All 0 to 1 of the axis. */
export interface PlacedSpan {
  /** Outermost ends: what the dates can mean. */
  start: number
  end: number
  /** What holds for certain; both equal where the dates leave nothing certain. */
  sureStart: number
  sureEnd: number
  openStart: boolean
  openEnd: boolean
}

/** Shorter than this share of the axis a span cannot be seen. */
const THIN = 0.012

/** Wide enough to be seen: grown to the right, or to the left where the right end is what is published. */
function seen(left: number, right: number, grows: 'left' | 'right'): { start: number; end: number } {
  if (right - left >= THIN) return { start: left, end: right }
  const start = Math.min(1 - THIN, Math.max(0, grows === 'left' ? right - THIN : left))
  return { start, end: start + THIN }
}

/** null when neither end is published. A span with one end stands at that end alone, open on the other side. */
export function placeSpan(line: Line, { from, to }: Axis): PlacedSpan | null {
  const { start, end, startBy = start, endFrom = end } = line
  if (start === null && end === null) return null
  const at = (year: number): number => Math.min(1, Math.max(0, (year - from) / (to > from ? to - from : 1)))
  const span = seen(
    at(start ?? endFrom ?? end ?? from),
    at(end ?? startBy ?? start ?? to),
    start === null ? 'left' : 'right'
  )
  const by = at(startBy ?? start ?? from)
  const till = at(endFrom ?? end ?? from)
  const certain = start !== null && end !== null && till > by
  return {
    ...span,
    sureStart: certain ? by : span.start,
    sureEnd: certain ? till : span.start,
    openStart: start === null,
    openEnd: end === null
  }
}

/** How far the axis of a report may reach around its year: a date beyond is cut, and its words still say it. */
const REACH = { before: 6, after: 9 }

/** From a year before the report, or earlier where a date is, to what is still to come. Whole years. */
export function spanAxis(lines: readonly Line[], year: number): Axis {
  const all = lines.flatMap(({ start, end }) => [start, end]).filter((one) => one !== null)
  const dates = all.filter(Number.isFinite)
  return {
    from: Math.max(year - REACH.before, Math.floor(Math.min(year - 1, ...dates))),
    to: Math.min(year + REACH.after, Math.ceil(Math.max(year + 2, ...dates)))
  }
}

/** One tick a year at its first day, or every few years on a long axis. */
export function yearTicks({ from, to }: Axis): { year: number; at: number }[] {
  const first = Math.ceil(from)
  const count = Math.max(0, Math.ceil(to) - first)
  if (!Number.isFinite(count)) return []
  const step = Math.ceil(count / REACH.after) || 1
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => first + i * step).map((year) => ({
    year,
    at: (year - from) / (to - from)
  }))
}
