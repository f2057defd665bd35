// Where does everything on the map stand, so that no name covers another and every strip leads to its point?
//
// The rule: what is alone stays on its point; what is crowded moves away from the centre of its crowd, on
// a leader, to the cheapest free position, in the order of `rank`. Same input, same drawing.

import type { Family, Hue } from '../domain/rows.ts'
import { boxTouchesDisc, boxesTouch, overflow, segmentTouchesBox, segmentsCross } from './boxes.ts'
import type { Box, Segment } from './boxes.ts'
import { boxOnPoint, candidatesFor } from './candidates.ts'
import type { Anchor, Candidate, LabelLine } from './candidates.ts'
import { buildScene } from './marks.ts'
import type { Node, Scene, SceneInput } from './marks.ts'
import type { Point } from './projection.ts'

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

/** A candidate with all that it costs but for the other names, which move: cheapest first. */
interface Priced {
  candidate: Candidate
  cost: number
}
interface Placed {
  node: Node
  choices: Priced[]
  chosen: Candidate
}

export function layoutMap(input: LayoutInput): Layout {
  const { nodes, ...scene } = buildScene(input)
  const placed: Placed[] = []
  for (const node of nodes) {
    const choices = candidatesFor(node, crowdOf(node, nodes, scene))
      .map((candidate) => ({ candidate, cost: priceOf(node, candidate, scene, nodes, input) }))
      .sort((a, b) => a.cost - b.cost)
    placed.push({ node, choices, chosen: cheapest(choices, placed) })
  }
  // Once all stand somewhere, each may find better: two rounds settle what the order alone got wrong.
  for (let round = 0; round < 2; round += 1) {
    for (const one of placed) {
      one.chosen = cheapest(
        one.choices,
        placed.filter((other) => other !== one)
      )
    }
  }
  const marks = withoutOverlap(placed, input)
  const tips = placed
    .filter(({ node, chosen }) => chosen.leader !== null && node.kind === 'place')
    .map(({ node }) => ({ id: node.id, ...node.point, hue: node.hue, context: node.context }))
  return { ...scene, marks, tips }
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

function cheapest(choices: readonly Priced[], placed: readonly Placed[]): Candidate {
  let [best, lowest] = [choices[0]?.candidate as Candidate, Infinity]
  for (const { candidate, cost: price } of choices) {
    // Sorted by price: nothing further on can be cheaper.
    if (price >= lowest) break
    let cost = price
    for (const other of placed) {
      cost += clash(candidate, other.chosen)
      if (cost >= lowest) break
    }
    if (cost < lowest) [best, lowest] = [candidate, cost]
  }
  return best
}

/** Against the frame, the furniture, the circles, the lines and the true points, none of which moves. */
function priceOf(
  node: Node,
  { boxes, leader, cost: start }: Candidate,
  scene: Omit<Scene, 'nodes'>,
  nodes: readonly Node[],
  { obstacles, size }: LayoutInput
): number {
  let cost = start
  for (const box of boxes) {
    const off = overflow(box, size, 6)
    if (off > 0) cost += OFF_FRAME + off * 3
    for (const obstacle of obstacles) if (boxesTouch(box, obstacle, 2)) cost += OVERLAP
    for (const line of scene.lines) if (segmentTouchesBox(line, box, 4)) cost += CROSSING
    if (node.kind === 'small') continue
    for (const disc of scene.circles) if (boxTouchesDisc(box, disc, 2)) cost += IN_CIRCLE
    for (const disc of scene.areas) if (boxTouchesDisc(box, disc, 2)) cost += IN_CIRCLE
  }
  for (const other of nodes) {
    if (other === node || other.kind === 'territory' || other.kind === 'area') continue
    const dot = { x: other.point.x - 4, y: other.point.y - 4, width: 8, height: 8 }
    if (boxes.some((box) => boxesTouch(box, dot, 1))) cost += ON_POINT
    if (leader && segmentTouchesBox(leader, dot)) cost += ON_POINT
  }
  return cost
}

function clash({ boxes, leader }: Candidate, other: Candidate): number {
  let cost = 0
  for (const box of boxes) {
    for (const one of other.boxes) if (boxesTouch(box, one, AIR)) cost += OVERLAP
    if (other.leader && segmentTouchesBox(other.leader, box, 2)) cost += CROSSING
  }
  if (leader) {
    for (const one of other.boxes) if (segmentTouchesBox(leader, one, 2)) cost += CROSSING
    if (other.leader && segmentsCross(leader, other.leader)) cost += CROSSING
  }
  return cost
}

/** Where no position was free, the name goes; its symbols stay, and so does its row in the list. */
function withoutOverlap(placed: readonly Placed[], { obstacles, size }: LayoutInput): Mark[] {
  const kept: Box[] = [...obstacles, ...placed.flatMap(({ chosen }) => (chosen.strip ? [chosen.strip] : []))]
  return placed.map(({ node, chosen }) => {
    const others = kept.filter((box) => box !== chosen.strip)
    const isFree = ({ box }: LabelLine): boolean =>
      overflow(box, size) === 0 && others.every((other) => !boxesTouch(box, other))
    const lines = chosen.lines.every(isFree) ? chosen.lines : []
    kept.push(...lines.map((line) => line.box))
    const boxes = lines.length > 0 ? chosen.boxes : chosen.strip ? [chosen.strip] : []
    const symbols = chosen.symbols.map((point, index) => ({
      ...point,
      family: node.families[index] as Family
    }))
    const { id, hue, kind, context, point } = node
    return {
      id,
      hue,
      kind,
      context,
      symbols,
      lines,
      anchor: chosen.anchor,
      leader: chosen.leader,
      point,
      boxes
    }
  })
}
