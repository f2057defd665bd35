// Which rows of an answer for many figures are those of one? Those of its indicators, in their order.

import type { FigureRow } from '../domain/figure-rows.ts'

/** Within an indicator the order of the answer holds. */
export function rowsOf(indicators: readonly string[], rows: readonly FigureRow[]): FigureRow[] {
  return indicators.flatMap((indicator) => rows.filter((row) => row.indicator === indicator))
}
