// Where does everything on the map stand, so that no name covers another and every strip leads to its point?
//
// The rule: what is alone stays on its point; what is crowded moves away from the centre of its crowd, on
// a leader, to the cheapest free position, in the order of `rank`. Same input, same drawing.

import type { Family, Hue } from '../domain/rows.ts'
import { boxTouchesDisc, boxesTouch, overflow, segmentTouchesBox, segmentsCross } from './boxes.ts'
import type { Box, Segment } from './boxes.ts'
import { boxesOf, boxOnPoint, candidatesFor } from './candidates.ts'
import type { Candidate } from './candidates.ts'
import { buildScene } from './marks.ts'
import type { Node, Scene, SceneInput } from './marks.ts'
import type { Point } from './projection.ts'
import { settle } from './settle.ts'
import { moveShape } from './shapes.ts'
import type { Anchor, LabelLine, Shape } from './shapes.ts'

export interface Mark {
  id: string
  hue: Hue
  kind: Node['kind']
  context: boolean
  symbols: (Point & { family: Family })[]
  /** [] when there was no room for the name; the list has it. */
  lines: LabelLine[]
  anchor: Anchor
  leader: Segment | null
  point: Point
  /** What a pointer may touch. */
  boxes: Box[]
}

export interface Layout extends Omit<Scene, 'nodes'> {
  marks: Mark[]
  /** True points of what was moved away from them. */
  tips: Scene['dots']
  /** Which candidate each mark took, by its id: what `like` needs. */
  stands: ReadonlyMap<string, number>
}

export interface LayoutInput extends SceneInput {
  /** Buttons and legends that stand on the map. */
  obstacles: readonly Box[]
}

const OVERLAP = 1000
const IN_CIRCLE = 600
const CROSSING = 400
const OFF_FRAME = 700
const ON_POINT = 150
/** Pixels of air round names and strips. */
const AIR = 4

/** `like` is the drawing of the same scene with other obstacles, from which as little as possible should move. */
export function layoutMap(input: LayoutInput, like?: Layout): Layout {
  const { nodes, ...scene } = buildScene(input)
  const items = nodes.map((node) => ({
    key: node,
    choices: candidatesFor(node, crowdOf(node, nodes, scene)).map((candidate) => ({
      candidate,
      cost: candidate.cost,
      price: null
    }))
  }))
  const started = items.map((item) => ({ ...item, start: item.choices[like?.stands.get(item.key.id) ?? -1] }))
  const price = (node: Node, candidate: Candidate): number => priceOf(node, candidate, scene, nodes, input)
  const settled = settle(started, { price, clash })
  const stands = new Map(settled.map(({ key, choices, chosen }) => [key.id, choices.indexOf(chosen)]))
  const placed = settled.map(({ key, chosen }) => ({ node: key, chosen: chosen.candidate }))
  const marks = withoutOverlap(placed, input)
  const tips = placed
    .filter(({ node, chosen }) => chosen.leader !== null && node.kind === 'place')
    .map(({ node }) => ({ id: node.id, ...node.point, hue: node.hue, context: node.context }))
  return { ...scene, marks, tips, stands }
}

/** Is the node too close to another, and what should it move away from? */
function crowdOf(
  node: Node,
  nodes: readonly Node[],
  scene: Omit<Scene, 'nodes'>
): { crowded: boolean; origin: Point; disc: Scene['circles'][number] | undefined } {
  const disc = scene.circles.find(({ x, y, r }) => Math.hypot(x - node.point.x, y - node.point.y) < r + 9)
  const peers = nodes.filter((other) => other.kind !== 'territory' && other.kind !== 'small')
  const own = boxOnPoint(node)
  const near = peers.filter((other) => other !== node && boxesTouch(own, boxOnPoint(other), AIR))
  if (disc) return { crowded: true, origin: disc, disc }
  const crowd = near.length > 0 ? [node, ...near] : peers
  const origin = {
    x: crowd.reduce((sum, { point }) => sum + point.x, 0) / Math.max(1, crowd.length),
    y: crowd.reduce((sum, { point }) => sum + point.y, 0) / Math.max(1, crowd.length)
  }
  return { crowded: near.length > 0, origin, disc: undefined }
}

/** Against the frame, the furniture, the circles, the lines and the true points, none of which moves. */
function priceOf(
  node: Node,
  candidate: Candidate,
  scene: Omit<Scene, 'nodes'>,
  nodes: readonly Node[],
  { obstacles, size }: LayoutInput
): number {
  const { leader } = candidate
  const boxes = boxesOf(candidate)
  let cost = candidate.cost
  for (const box of boxes) {
    const off = overflow(box, size, 6)
    if (off > 0) cost += OFF_FRAME + off * 3
    for (const obstacle of obstacles) if (boxesTouch(box, obstacle, 2)) cost += OVERLAP
    for (const line of scene.lines) if (segmentTouchesBox(line, box, 4)) cost += CROSSING
    if (node.kind === 'small') continue
    for (const disc of scene.circles) if (boxTouchesDisc(box, disc, 2)) cost += IN_CIRCLE
    for (const disc of scene.areas) if (boxTouchesDisc(box, disc, 2)) cost += IN_CIRCLE
  }
  for (const dot of scene.dots)
    if (boxes.some((box) => boxTouchesDisc(box, { ...dot, r: 4 }, 1))) cost += ON_POINT
  for (const other of nodes) {
    if (other === node || other.kind === 'territory' || other.kind === 'area') continue
    const dot = { x: other.point.x - 4, y: other.point.y - 4, width: 8, height: 8 }
    if (boxes.some((box) => boxesTouch(box, dot, 1))) cost += ON_POINT
    if (leader && segmentTouchesBox(leader, dot)) cost += ON_POINT
  }
  return cost
}

function clash(candidate: Candidate, other: Candidate): number {
  const { leader } = candidate
  const [boxes, taken] = [boxesOf(candidate), boxesOf(other)]
  let cost = 0
  for (const box of boxes) {
    for (const one of taken) if (boxesTouch(box, one, AIR)) cost += OVERLAP
    if (other.leader && segmentTouchesBox(other.leader, box, 2)) cost += CROSSING
  }
  if (leader) {
    for (const one of taken) if (segmentTouchesBox(leader, one, 2)) cost += CROSSING
    if (other.leader && segmentsCross(leader, other.leader)) cost += CROSSING
  }
  return cost
}

/** Where no position was free for all lines the name stays alone, or goes; its symbols stay, and so does its row in the list. */
function withoutOverlap(
  placed: readonly { node: Node; chosen: Candidate }[],
  { obstacles, size }: LayoutInput
): Mark[] {
  const shapes = placed.map(({ chosen }) => moveShape(chosen.shape, chosen.at))
  const kept: Box[] = [...obstacles, ...shapes.flatMap(({ strip }) => (strip ? [strip] : []))]
  return placed.map(({ node, chosen }, index) => {
    const { strip, anchor, ...shape } = shapes[index] as Shape
    const others = kept.filter((box) => box !== strip)
    const isFree = ({ box }: LabelLine): boolean =>
      overflow(box, size) === 0 && others.every((other) => !boxesTouch(box, other))
    // A value is never shown without the line that says what it is: all lines, or the name alone.
    const whole = shape.lines.every(isFree)
    const lines = whole ? shape.lines : shape.lines.slice(0, 1).filter(isFree)
    kept.push(...lines.map((line) => line.box))
    const boxes = whole ? shape.boxes : [...(strip ? [strip] : []), ...lines.map((line) => line.box)]
    const symbols = shape.symbols.map((at, nth) => ({ ...at, family: node.families[nth] as Family }))
    const { id, hue, kind, context, point } = node
    return { id, hue, kind, context, symbols, lines, anchor, leader: chosen.leader, point, boxes }
  })
}
