// How does a published total become one bar of its parts, without adding what may not be added?

import type { FigureRow } from '../../domain/figure-rows.ts'
import type { FigureContext } from '../figure.ts'
import { barLines, toDatum } from './bars.ts'
import type { BarLine, StackPanel } from './drawing.ts'

/** The bars one after another, each starting where the one before it ends. */
export function endToEnd(lines: readonly BarLine[]): BarLine[] {
  let start = 0
  return lines.map((line) => {
    const placed = { ...line, start, fraction: Math.min(line.fraction, 1 - start) }
    start += placed.fraction
    return placed
  })
}

/** Are these the parts of that total: one group, one unit, one period, and together no more than it? */
function partsOf(total: FigureRow, rows: readonly FigureRow[]): boolean {
  const alike = rows.every(
    (row) =>
      row.group === total.group &&
      row.unit === total.unit &&
      row.period_start === total.period_start &&
      row.period_end === total.period_end
  )
  return alike && rows.reduce((sum, { value }) => sum + value, 0) <= total.value
}

/** null where the rows cannot be the parts of the total: the figure then shows them as numbers. */
export function stackPanel(
  id: string,
  title: string,
  total: { row: FigureRow; label: string },
  pieces: readonly { row: FigureRow; label: string }[],
  context: FigureContext
): StackPanel | null {
  const rows = pieces.map(({ row }) => row)
  if (rows.length === 0 || !partsOf(total.row, rows)) return null
  const lines = barLines(rows, rows, context, {
    end: total.row.value,
    label: (row) => pieces.find((piece) => piece.row === row)?.label ?? '',
    detail: () => ''
  })
  return {
    kind: 'stack',
    id,
    title,
    words: [],
    note: '',
    total: { ...toDatum(total.row), label: total.label },
    pieces: endToEnd(lines)
  }
}
