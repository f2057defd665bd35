// Where could a strip of symbols and its name stand, from the best place to the worst?

import { boxAround } from './boxes.ts'
import type { Box, Disc, Segment } from './boxes.ts'
import { stripWidth } from './marks.ts'
import type { Node } from './marks.ts'
import type { Point } from './projection.ts'
import { STEP, SYMBOL } from './symbols.ts'
import { textWidth } from './text-width.ts'

export interface LabelLine {
  text: string
  role: 'name' | 'value' | 'note'
  x: number
  /** Baseline. */
  y: number
  box: Box
}
export type Anchor = 'start' | 'middle' | 'end'

/** A strip and its name at a given place. */
export interface Shape {
  symbols: Point[]
  strip: Box | null
  lines: LabelLine[]
  anchor: Anchor
  /** Strip and lines. */
  boxes: Box[]
}
export interface Candidate {
  /** How far from ideal, before anything else is on the map. */
  cost: number
  /** From the true point to the strip; null when the strip stands on its point. */
  leader: Segment | null
  /** Made when it is first asked for: most candidates never are, and a map in motion has no time for them. */
  shape: () => Shape
}

const SIZE = { name: 14, value: 12, note: 12 } as const
const HEIGHT = { name: 18, value: 15, note: 15 } as const
/** From the centre of the last symbol to the name: a selected symbol's 13 px disc keeps off the letters. */
const GAP = 13
/** Baseline under the middle of a line of text: half the height of a capital. */
const DROP = { name: 5, value: 4.5, note: 4.5 } as const
const PLACED = ['right', 'left'] as const
type Side = (typeof PLACED)[number]

function textLine(line: Node['lines'][number], x: number, middle: number, anchor: Anchor): LabelLine {
  const width = textWidth(line.text, SIZE[line.role], line.role !== 'note')
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const height = HEIGHT[line.role]
  return { ...line, x, y: middle + DROP[line.role], box: { x: left, y: middle - height / 2, width, height } }
}

/** Strip that begins (or ends) at `at`, name beside it, other lines under the name. */
function beside(node: Node, at: Point, side: Side): Shape {
  const sign = side === 'right' ? 1 : -1
  const anchor = side === 'right' ? 'start' : 'end'
  const count = node.families.length
  const symbols = node.families.map((_, index) => ({
    x: at.x + sign * STEP * (side === 'right' ? index : count - 1 - index),
    y: at.y
  }))
  const last = at.x + sign * STEP * Math.max(0, count - 1)
  const nameX = count === 0 ? at.x + sign * 8 : last + sign * GAP
  const underX = count > 1 ? at.x - sign * 6 : nameX
  const lines = node.lines.map((line, index) => {
    const first = index === 0
    return textLine(line, first ? nameX : underX, at.y + (first ? 0 : 2 + 15 * index), anchor)
  })
  return withBoxes(symbols, stripBox(symbols, node.kind === 'small' ? 10 : SYMBOL), lines, anchor)
}

/** Name, value and strip in a column whose edge or middle is at `x`, from `top` down. */
function column(node: Node, x: number, top: number, anchor: Anchor): Shape {
  let y = top
  const lines = node.lines.map((line) => {
    const out = textLine(line, x, y + HEIGHT[line.role] / 2, anchor)
    y += HEIGHT[line.role]
    return out
  })
  const width = stripWidth(node.families.length)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const symbols = node.families.map((_, index) => ({ x: left + 6 + STEP * index, y: y + 9 }))
  return withBoxes(symbols, stripBox(symbols, SYMBOL), lines, anchor)
}

function withBoxes(symbols: Point[], strip: Box | null, lines: LabelLine[], anchor: Anchor): Shape {
  return {
    symbols,
    strip,
    lines,
    anchor,
    boxes: [...(strip ? [strip] : []), ...lines.map((line) => line.box)]
  }
}

function stripBox(symbols: readonly Point[], size: number): Box | null {
  const [first, last] = [symbols[0], symbols.at(-1)]
  if (!first || !last) return null
  const left = Math.min(first.x, last.x)
  return { x: left - size / 2, y: first.y - size / 2, width: Math.abs(last.x - first.x) + size, height: size }
}

/** A candidate whose shape is made once, at the first question. */
function candidate(cost: number, leader: Segment | null, make: () => Shape): Candidate {
  let made: Shape | undefined
  return { cost, leader, shape: () => (made ??= make()) }
}

/** Column beside, under or over the circle of a territory; the right side is read first. */
function roundCircle(node: Node): Candidate[] {
  const { x, y } = node.point
  const height =
    node.lines.reduce((sum, line) => sum + HEIGHT[line.role], 0) + (node.families.length > 0 ? 17 : 0)
  const r = Math.max(node.spread, 4)
  const slides = [0, -12, 12, -24, 24, -40, 40]
  const sides = slides.flatMap((slide): Candidate[] => {
    // Slid up or down, the column may come nearer along the curve of the circle.
    const reach = Math.sqrt(Math.max(0, r * r - Math.max(0, Math.abs(slide) - height / 2) ** 2)) + 7
    const cost = Math.abs(slide) / 2
    const top = y - height / 2 + slide
    return [
      candidate(cost, null, () => column(node, x + reach, top, 'start')),
      candidate(cost + 5, null, () => column(node, x - reach, top, 'end'))
    ]
  })
  const poles = [0, -20, 20, -40, 40].flatMap((slide): Candidate[] => {
    const cost = Math.abs(slide) / 2
    return [
      candidate(cost + 9, null, () => column(node, x + slide, y + r + 5, 'middle')),
      candidate(cost + 12, null, () => column(node, x + slide, y - r - 5 - height, 'middle'))
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
  const [dx, dy] = [node.point.x - origin.x, node.point.y - origin.y]
  // At the very centre no direction is away: right and a little up, where the eye looks for a name.
  const away = Math.hypot(dx, dy) < 3 ? -Math.PI / 10 : Math.atan2(dy, dx)
  return TURNS.flatMap((turn) => {
    const angle = away + turn
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const bend = Math.min(turn, 2 * Math.PI - turn)
    const start = Math.max(exit(node.point, disc, angle), node.spread) + 17
    const sides = PLACED.filter((side) => (side === 'right' ? cos >= -0.25 : cos <= 0.25))
    return REACHES.flatMap((reach) =>
      sides.map((side): Candidate => {
        const length = start + reach
        const at = { x: node.point.x + cos * length, y: node.point.y + sin * length }
        const leader = {
          from: { x: node.point.x + cos * node.spread, y: node.point.y + sin * node.spread },
          to: { x: at.x - cos * 8, y: at.y - sin * 8 }
        }
        return candidate(12 + length * 0.5 + bend * 18, leader, () => beside(node, at, side))
      })
    )
  })
}

/** On its point, centred, name on the side away from the others, or on the other one. */
function onPoint(node: Node, origin: Point): Candidate[] {
  const outward: Side = node.point.x < origin.x - 8 ? 'left' : 'right'
  const half = (STEP * Math.max(0, node.families.length - 1)) / 2
  return PLACED.map((side): Candidate => {
    const at = { x: node.point.x + (side === 'right' ? -half : half), y: node.point.y }
    return candidate(side === outward ? 0 : 2, null, () => beside(node, at, side))
  })
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
