// How long is a bar? Its value on the axis of its comparability group: two groups never share an axis.

import { axisEnd } from '../charts/axis.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import type { FigureContext } from './figure.ts'
import { isFiltered } from './figure.ts'

export interface GroupBar {
  row: FigureRow
  /** End of this bar's own axis, in the unit of the row: a round number at or above every value of its group. */
  axisMax: number
  /** Length of the bar on that axis, 0 to 1. */
  fraction: number
  /** false: not of the reader's choice, drawn as an outline. */
  solid: boolean
}

/** One bar a row; `all` are the rows whose values the axis of a group must hold. */
export function toGroupBars(
  rows: readonly FigureRow[],
  all: readonly FigureRow[],
  context: FigureContext
): GroupBar[] {
  return rows.map((row) => {
    const axisMax = axisEnd(all.filter((other) => other.group === row.group).map((other) => other.value))
    return { row, axisMax, fraction: row.value / axisMax, solid: !isFiltered(context) || row.selected }
  })
}
