// Where do the columns of a comparison stand in an image? Names of lines first, then one a subject, all as wide.

import type { Block } from '../../figures/frame/image/block.ts'
import { moved } from '../../figures/frame/image/svg.ts'

/** Pixels. */
const FIRST = 184
const GAP = 24
const COLUMN = 208
/** No narrower than the image of a figure. */
const LEAST = 900

export interface Columns {
  /** Of the whole image. */
  width: number
  margin: number
  /** Between the margins. */
  inner: number
  /** Of the names of lines, and of each subject. */
  first: number
  column: number
}

/** @param count subjects */
export function columnsFor(count: number): Columns {
  const margin = 28
  const width = Math.max(LEAST, 2 * margin + FIRST + count * (GAP + COLUMN))
  const inner = width - 2 * margin
  return { width, margin, inner, first: FIRST, column: Math.floor((inner - FIRST) / count) - GAP }
}

/** A block for the names of lines and one a subject, side by side from their tops. */
export function inRow(first: Block, cells: readonly Block[], columns: Columns): Block {
  const at = (index: number): number => columns.first + GAP + index * (columns.column + GAP)
  return {
    height: Math.max(first.height, ...cells.map(({ height }) => height)),
    svg: first.svg + cells.map(({ svg }, index) => moved(svg, at(index), 0)).join('')
  }
}
