// In which corner does the card of the selected place hide the least?

import { boxAround } from './boxes.ts'
import type { Box } from './boxes.ts'
import type { Layout } from './layout.ts'
import type { Point, Size } from './projection.ts'

export type Corner = 'bottom-left' | 'bottom-right' | 'top-left'
const CORNERS: readonly Corner[] = ['bottom-left', 'bottom-right', 'top-left']
const EDGE = 12

function cardBox(corner: Corner, { width, height }: Size, frame: Size): Box {
  return {
    x: corner.endsWith('left') ? EDGE : frame.width - EDGE - width,
    y: corner.startsWith('top') ? EDGE : frame.height - EDGE - height,
    width,
    height
  }
}

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

/** Hides true points least, and the selected one only when every other corner hides much more. */
export function chooseCorner(
  layout: Layout,
  selected: string,
  card: Size,
  frame: Size,
  legend: { box: Box } | null
): { corner: Corner; box: Box } {
  const boxes = CORNERS.map((corner) => ({ corner, box: cardBox(corner, card, frame) }))
  const cost = ({ box }: { box: Box }): number => {
    const marks = layout.marks.reduce((sum, mark) => {
      // A name can move aside, a true point cannot.
      const point = boxAround(mark.point, 24)
      const names = mark.boxes.reduce((area, one) => area + shared(box, one), 0)
      return sum + names / 12 + shared(box, point) * (mark.id === selected ? 20 : 1)
    }, 0)
    const circles = layout.circles.reduce(
      (sum, { x, y, r }) => sum + shared(box, { x: x - r, y: y - r, width: 2 * r, height: 2 * r }) / 4,
      0
    )
    return marks + circles + (legend ? shared(box, legend.box) / 50 : 0)
  }
  const costs = boxes.map(cost)
  return boxes[costs.indexOf(Math.min(...costs))] as { corner: Corner; box: Box }
}

/** The ink line from the edge of the selected mark's disc to the nearest point of its card; null when hidden. */
export function tie(from: Point, box: Box, disc: number): { from: Point; to: Point } | null {
  const to = {
    x: Math.max(box.x + 12, Math.min(box.x + box.width - 12, from.x)),
    y: Math.max(box.y + 12, Math.min(box.y + box.height - 12, from.y))
  }
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length <= disc) return null
  const share = disc / length
  return { from: { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, to }
}
