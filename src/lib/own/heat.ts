// How dark is a square of a heat map, and where does a day stand in a calendar of weeks?

import { formatNumber } from '../domain/format.ts'
import { addDays, weekdayOf } from './time-bins.ts'

const SHADES = 4

/**
 * The largest value of each shade, lightest first: a quarter of the values each, so that one day out of the common leaves
 * the others apart. Fewer shades where values are equal; none without values.
 */
export function shadeBounds(values: Iterable<number | null>): number[] {
  const sorted = [...values].filter((value) => value !== null).toSorted((a, b) => a - b)
  const bounds = Array.from({ length: SHADES }, (_, shade) =>
    sorted.at(Math.ceil((sorted.length * (shade + 1)) / SHADES) - 1)
  )
  return [...new Set(bounds.filter((bound) => bound !== undefined))]
}

/** 0 for nothing, then 1 to 4; with fewer shades the darkest stays the darkest. */
export function shadeOf(value: number | null, bounds: readonly number[]): number {
  if (value === null) return 0
  const place = bounds.findIndex((bound) => value <= bound)
  return SHADES - bounds.length + 1 + (place === -1 ? bounds.length - 1 : place)
}

/** "1 à 9", "10", "11 à 275": what each shade stands for. */
export function shadeWords(bounds: readonly number[]): string[] {
  return bounds.map((bound, index) => {
    const from = index === 0 ? Math.min(1, bound) : (bounds[index - 1] ?? 0) + 1
    return from >= bound ? formatNumber(bound) : `${formatNumber(from)} à ${formatNumber(bound)}`
  })
}

/** Place of a day in a calendar of weeks: column (from 0) and row (Monday is 0). */
export function calendarPlace(day: string): { column: number; row: number } {
  const first = `${day.slice(0, 4)}-01-01`
  const start = addDays(first, -weekdayOf(first))
  const days = (Date.parse(day) - Date.parse(start)) / 86_400_000
  return { column: Math.floor(days / 7), row: weekdayOf(day) }
}
