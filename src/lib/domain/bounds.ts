// Between which two values does a published number lie, given how it was published?

import type { Mark } from './rows.ts'

/**
 * The true value lies between the two, ends included. null on a side: nothing is known there. It is
 * null and not an infinity so that it survives JSON, SQL and `formatNumber`.
 */
export interface Bounds {
  low: number | null
  high: number | null
}

/** Any row that holds a value: an observation, a row of a figure. */
export interface PublishedValue {
  value: number
  marks: readonly Mark[]
  unit: string
}

const UNKNOWN: Bounds = { low: null, high: null }

/** Measured, not counted: published to the last digit that is written, so true to half of it. */
const MEASURED_UNITS = new Set(['percent', 'tonnes', 'kg'])

/** Half of the last digit written: 96 -> 0.5, 81.9 -> 0.05. */
function halfDigit(value: number): number {
  const decimals = String(value).split('.')[1]?.length ?? 0
  return 0.5 * 10 ** -decimals
}

/** Takes the noise off the sixteenth digit, which is no information: 81.9 + 0.05 is 81.95. */
function clean(value: number): number {
  return Number(value.toPrecision(14))
}

function around(value: number, half: number): Bounds {
  return { low: clean(value - half), high: clean(value + half) }
}

/**
 * Bounds of a value as published.
 * - `at_least`: from the value up; the report does not say how far.
 * - `about`, `computed`: unknown on both sides. "Environ" gives no margin, and what was computed has the
 *   bounds of its terms (see `addBounds`, `divideBounds`), which its own value does not tell.
 * - `rounded` euros: to the thousand, ± 500 €; any other unit `rounded`: half of the last digit written.
 * - per cent, tonnes, kilograms: half of the last digit written (96 % is 95.5 to 96.5, 81.9 t is 81.85 to 81.95).
 * - all else, counts and euros to the unit: the value itself. `partial_period` and `to_verify` say what is
 *   counted or whether to trust it, not how finely: they change nothing here.
 */
export function boundsOf({ value, marks, unit }: PublishedValue): Bounds {
  if (marks.includes('about') || marks.includes('computed')) return UNKNOWN
  if (marks.includes('at_least')) return { low: value, high: null }
  if (marks.includes('rounded')) return around(value, unit === 'eur' ? 500 : halfDigit(value))
  return MEASURED_UNITS.has(unit) ? around(value, halfDigit(value)) : { low: value, high: value }
}

/** Ends of a sum. */
export function addBounds(terms: readonly Bounds[]): Bounds {
  const side = (ends: readonly (number | null)[]): number | null =>
    ends.reduce<number | null>((sum, end) => (sum === null || end === null ? null : sum + end), 0)
  return { low: side(terms.map(({ low }) => low)), high: side(terms.map(({ high }) => high)) }
}

/** Ends of a difference. */
export function subtractBounds(a: Bounds, b: Bounds): Bounds {
  return {
    low: a.low === null || b.high === null ? null : a.low - b.high,
    high: a.high === null || b.low === null ? null : a.high - b.low
  }
}

/** Ends of a product or quotient of amounts; both ends unknown unless both are known to be at least 0. */
export function multiplyBounds(a: Bounds, b: Bounds): Bounds {
  if (!isAmount(a) || !isAmount(b)) return UNKNOWN
  return { low: a.low * b.low, high: a.high === null || b.high === null ? null : a.high * b.high }
}

/** A divisor that may be 0 leaves the high end open, an open dividend too; an open divisor reaches down to 0. */
export function divideBounds(a: Bounds, b: Bounds): Bounds {
  if (!isAmount(a) || !isAmount(b)) return UNKNOWN
  return {
    low: b.high === null ? 0 : b.high === 0 ? null : a.low / b.high,
    high: a.high === null || b.low === 0 ? null : a.high / b.low
  }
}

function isAmount(bounds: Bounds): bounds is { low: number; high: number | null } {
  return bounds.low !== null && bounds.low >= 0
}

/** The ends at `decimals` decimals, the low one down and the high one up, so that the true value stays inside. */
export function roundOutward({ low, high }: Bounds, decimals: number): Bounds {
  const factor = 10 ** decimals
  const outward = (value: number, round: (x: number) => number): number => {
    const scaled = value * factor
    const nearest = Math.round(scaled)
    // 0.29 * 100 is 28.999999999999996: that is 29, not something below it.
    const whole = Math.abs(scaled - nearest) < 1e-9 * Math.max(1, Math.abs(scaled)) ? nearest : round(scaled)
    return whole / factor + 0
  }
  return {
    low: low === null ? null : outward(low, Math.floor),
    high: high === null ? null : outward(high, Math.ceil)
  }
}

/** Can the value be this? An unknown end excludes nothing. */
export function withinBounds(value: number, { low, high }: Bounds): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(value))
  return (low === null || value >= low - slack) && (high === null || value <= high + slack)
}
