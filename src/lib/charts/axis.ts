// Where does an axis end? At a round number, never below the largest value drawn on it.

import { nice } from 'd3-array'

/** 5 806 -> 6 000. Not finite values do not count; without a positive one the axis ends at 1. */
export function axisEnd(values: readonly number[]): number {
  const top = Math.max(0, ...values.filter(Number.isFinite))
  return top === 0 ? 1 : nice(0, top, 4)[1]
}
