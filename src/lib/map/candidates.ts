// Where could a strip of symbols and its name stand, from the best place to the worst?

import { boxAround } from './boxes.ts'
import type { Box, Disc, Segment } from './boxes.ts'
import { stripWidth } from './marks.ts'
import type { Node } from './marks.ts'
import type { Point } from './projection.ts'
import { beside, column, columnHeight, stacked } from './shapes.ts'
import type { Shape, Side } from './shapes.ts'
import { STEP, SYMBOL } from './symbols.ts'

export interface Candidate {
  /** How far from ideal, before anything else is on the map. */
  cost: number
  /** Relative to `at`; shared by all candidates of a node that look alike. */
  shape: Shape
  at: Point
  /** From the true point to the strip; null when the strip stands on its point. */
  leader: Segment | null
  /** Boxes of the shape at its place: made at the first question, since most candidates are never asked. */
  boxes: Box[] | null
}

const SIDES = ['right', 'left'] as const
const candidate = (cost: number, shape: Shape, at: Point, leader: Segment | null = null): Candidate => ({
  cost,
  shape,
  at,
  leader,
  boxes: null
})

export function boxesOf(one: Candidate): Box[] {
  const { x, y } = one.at
  return (one.boxes ??= one.shape.boxes.map((box) => ({
    x: box.x + x,
    y: box.y + y,
    width: box.width,
    height: box.height
  })))
}

/** Column beside, under or over the circle of a territory; the right side is read first. */
function roundCircle(node: Node): Candidate[] {
  const { x, y } = node.point
  const height = columnHeight(node)
  const [right, left, middle] = [column(node, 'start'), column(node, 'end'), column(node, 'middle')]
  const r = Math.max(node.spread, 4)
  const slides = [0, -12, 12, -24, 24, -40, 40]
  const sides = slides.flatMap((slide): Candidate[] => {
    // Slid up or down, the column may come nearer along the curve of the circle.
    const reach = Math.sqrt(Math.max(0, r * r - Math.max(0, Math.abs(slide) - height / 2) ** 2)) + 7
    const cost = Math.abs(slide) / 2
    const top = y - height / 2 + slide
    return [
      candidate(cost, right, { x: x + reach, y: top }),
      candidate(cost + 5, left, { x: x - reach, y: top })
    ]
  })
  const poles = [0, -20, 20, -40, 40, -56, 56].flatMap((slide): Candidate[] => {
    const cost = Math.abs(slide) / 2
    return [
      candidate(cost + 9, middle, { x: x + slide, y: y + r + 5 }),
      candidate(cost + 12, middle, { x: x + slide, y: y - r - 5 - height })
    ]
  })
  return [...sides, ...poles]
}

/** Distance from a point inside a disc to its edge along a direction; 0 outside. */
function exit(point: Point, disc: Disc | undefined, angle: number): number {
  if (!disc) return 0
  const [dx, dy] = [point.x - disc.x, point.y - disc.y]
  const along = dx * Math.cos(angle) + dy * Math.sin(angle)
  const inside = disc.r * disc.r - dx * dx - dy * dy + along * along
  return inside < 0 ? 0 : Math.max(0, Math.sqrt(inside) - along)
}

const TURNS = Array.from({ length: 24 }, (_, index) => (index * Math.PI) / 12)
const REACHES = [0, 10, 22, 36, 52, 70, 90, 114]

/** Moved away from `origin` (the centre of its crowd), on a leader, out of the disc it stands in. */
function movedAway(node: Node, origin: Point, disc: Disc | undefined): Candidate[] {
  const shapes = { right: beside(node, 'right'), left: beside(node, 'left') }
  const [dx, dy] = [node.point.x - origin.x, node.point.y - origin.y]
  // At the very centre no direction is away: right and a little up, where the eye looks for a name.
  const away = Math.hypot(dx, dy) < 3 ? -Math.PI / 10 : Math.atan2(dy, dx)
  return TURNS.flatMap((turn) => {
    const angle = away + turn
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const bend = Math.min(turn, 2 * Math.PI - turn)
    const start = Math.max(exit(node.point, disc, angle), node.spread) + 17
    const sides = SIDES.filter((side) => (side === 'right' ? cos >= -0.25 : cos <= 0.25))
    return REACHES.flatMap((reach) =>
      sides.map((side): Candidate => {
        const length = start + reach
        const at = { x: node.point.x + cos * length, y: node.point.y + sin * length }
        const leader = {
          from: { x: node.point.x + cos * node.spread, y: node.point.y + sin * node.spread },
          to: { x: at.x - cos * 8, y: at.y - sin * 8 }
        }
        return candidate(12 + length * 0.5 + bend * 18, shapes[side], at, leader)
      })
    )
  })
}

/** On its point, centred, name on the side away from the others, on the other one, or over or under it. */
function onPoint(node: Node, origin: Point): Candidate[] {
  const shapes = { right: beside(node, 'right'), left: beside(node, 'left') }
  const outward: Side = node.point.x < origin.x - 8 ? 'left' : 'right'
  const half = (STEP * Math.max(0, node.families.length - 1)) / 2
  const sides = SIDES.map((side): Candidate => {
    const at = { x: node.point.x + (side === 'right' ? -half : half), y: node.point.y }
    return candidate(side === outward ? 0 : 2, shapes[side], at)
  })
  if (node.lines.length === 0) return sides
  return [
    ...sides,
    candidate(8, stacked(node, 'over'), node.point),
    candidate(9, stacked(node, 'under'), node.point)
  ]
}

/**
 * Every position worth trying, cheapest first. `crowded` forbids the true point; `origin` is what the
 * strip moves away from; `disc` the circle that it stands in, if any.
 */
export function candidatesFor(
  node: Node,
  { crowded, origin, disc }: { crowded: boolean; origin: Point; disc: Disc | undefined }
): Candidate[] {
  if (node.kind === 'territory') return roundCircle(node).toSorted((a, b) => a.cost - b.cost)
  if (node.kind === 'small' && node.lines.length === 0) return onPoint(node, origin).slice(0, 1)
  const still = crowded || node.kind === 'area' || node.kind === 'line' ? [] : onPoint(node, origin)
  return [...still, ...movedAway(node, origin, disc)].toSorted((a, b) => a.cost - b.cost)
}

/** The box of the strip on its true point, to tell whether two places are too close. */
export function boxOnPoint(node: Node): Box {
  return boxAround(node.point, stripWidth(node.families.length) + 4, SYMBOL)
}
