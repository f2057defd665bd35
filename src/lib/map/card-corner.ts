// In which corner does the card of a place hide the least, and where does the line to it start?

import { boxAround, segmentTouchesBox } from './boxes.ts'
import type { Box, Segment } from './boxes.ts'
import type { Drawing } from './draw-map.ts'
import type { Layout } from './layout.ts'
import type { Point, Size } from './projection.ts'

export type Corner = 'bottom-left' | 'bottom-right' | 'top-left'
const CORNERS: readonly Corner[] = ['bottom-left', 'bottom-right', 'top-left']
const EDGE = 12
/** Higher than the credits and the scale bar, so that it cuts neither. */
const BOTTOM = 26

function cardBox(corner: Corner, { width, height }: Size, frame: Size): Box {
  return {
    x: corner.endsWith('left') ? EDGE : frame.width - EDGE - width,
    y: corner.startsWith('top') ? EDGE : frame.height - BOTTOM - height,
    width,
    height
  }
}

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

/**
 * Hides true points least, and the one of the place itself only when every other corner hides much more. `still`: the
 * card is only looked at and no name will move out of its way, least of all the one under the pointer.
 */
export function chooseCorner(
  drawing: Drawing,
  id: string,
  card: Size,
  still = false
): { corner: Corner; box: Box } {
  const { layout, size: frame, furniture, edges, inset } = drawing
  const boxes = CORNERS.map((corner) => ({ corner, box: cardBox(corner, card, frame) }))
  // A legend can wait until the card is closed; a button cannot, nor tiles, from one of which the card may come.
  const under = (box: Box): number =>
    furniture.obstacles.reduce((sum, one) => sum + shared(box, one) / 50, 0) +
    edges.reduce((sum, edge) => sum + shared(box, edge.box), 0) +
    (inset ? shared(box, inset.square) : 0)
  const from = still ? anchorOf(layout, id, false) : null
  // The pointer goes to the card: the way is short where that hides hardly more.
  const way = (box: Box): number =>
    from
      ? Math.hypot(
          Math.max(box.x - from.x, 0, from.x - box.x - box.width),
          Math.max(box.y - from.y, 0, from.y - box.y - box.height)
        ) * 6
      : 0
  const cost = ({ box }: { box: Box }): number => {
    const marks = layout.marks.reduce((sum, mark) => {
      // A name can move aside, a true point cannot.
      const point = shared(box, boxAround(mark.point, 24))
      const names = mark.boxes.reduce((area, one) => area + shared(box, one), 0)
      if (mark.id !== id) return sum + names / (still ? 4 : 12) + point
      return sum + (still ? names * 20 + point * 4 : names / 12 + point * 20)
    }, 0)
    const circles = layout.circles.reduce(
      (sum, { x, y, r }) => sum + shared(box, { x: x - r, y: y - r, width: 2 * r, height: 2 * r }) / 4,
      0
    )
    const dot = layout.dots.find((one) => one.id === id)
    return marks + circles + under(box) + way(box) + (dot ? shared(box, boxAround(dot, 24)) * 20 : 0)
  }
  const costs = boxes.map(cost)
  return boxes[costs.indexOf(Math.min(...costs))] as { corner: Corner; box: Box }
}

/** Where a place is drawn, with the radius of what stands there, its disc when selected; null when it is not drawn. */
export function anchorOf(layout: Layout, id: string, selected: boolean): (Point & { r: number }) | null {
  const mark = layout.marks.find((one) => one.id === id)
  const circle = mark?.kind === 'territory' ? layout.circles.find((one) => one.id === id) : undefined
  if (circle && !selected) return { x: circle.x, y: circle.y, r: circle.r }
  const at = mark && (mark.symbols[0] ?? mark.point)
  if (at) return { x: at.x, y: at.y, r: selected ? 13 : 9 }
  const dot = layout.dots.find((one) => one.id === id)
  return dot ? { x: dot.x, y: dot.y, r: selected ? 9 : 5 } : null
}

/** Pixels along the edge of the card at which its tie may arrive instead of at the nearest point. */
const SLIDES = [0, 24, -24, 48, -48, 84, -84, 120, -120, 180, -180]

/**
 * The ink line from the edge of the selected mark's disc to its card, at the nearest point from which it
 * runs over the fewest other marks; null when the disc touches the card.
 */
export function tie(from: Point, box: Box, disc: number, others: readonly Box[] = []): Segment | null {
  const within = (value: number, start: number, length: number): number =>
    Math.max(start + 12, Math.min(start + length - 12, value))
  const near = { x: within(from.x, box.x, box.width), y: within(from.y, box.y, box.height) }
  if (Math.hypot(near.x - from.x, near.y - from.y) <= disc) return null
  const beside = from.x < box.x || from.x > box.x + box.width
  const lines = SLIDES.map((slide) => ({
    x: within(from.x + (beside ? 0 : slide), box.x, box.width),
    y: within(from.y + (beside ? slide : 0), box.y, box.height)
  })).flatMap((to): (Segment & { cost: number })[] => {
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    if (length <= disc) return []
    const share = disc / length
    const start = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
    const crossed = others.filter((other) => segmentTouchesBox({ from: start, to }, other)).length
    return [{ from: start, to, cost: crossed * 1000 + length }]
  })
  const best = lines.toSorted((a, b) => a.cost - b.cost)[0]
  return best ? { from: best.from, to: best.to } : null
}
