// Where do legend, scale bar, credits and buttons stand on the map, so that nothing is drawn under them?

import { boxesTouch } from './boxes.ts'
import type { Box } from './boxes.ts'
import { circleRadius } from './circles.ts'
import type { CircleScale } from './circles.ts'
import type { Outline } from './outline.ts'
import type { Camera, Size } from './projection.ts'
import { scaleBar } from './scale-bar.ts'
import { textWidth } from './text-width.ts'
import { NARROW } from './views.ts'

const CREDITS = '© OpenStreetMap, GSHHG, Natural Earth, GeoNames'

/** Whose work the map is made of; outlines of communes come from IGN. */
export function creditsOf({ communes }: Pick<Outline, 'communes'>): string {
  return communes === '' ? CREDITS : `${CREDITS}, IGN`
}

export interface Furniture {
  /** Nested circles: `x` is their common centre, `floor` where they all rest. null on a narrow map. */
  legend: {
    title: string
    x: number
    floor: number
    steps: { r: number; label: string }[]
    box: Box
  } | null
  bar: { x: number; y: number; width: number; label: string }
  credits: string
  obstacles: Box[]
}

export interface FurnitureInput {
  camera: Camera
  size: Size
  /** Side of the legend, null for none (no circle in sight). */
  side: 'left' | 'right' | null
  scale: CircleScale
  /** "Produit 2021". */
  title: string
  credits: string
  /** Are there buttons to zoom and to pan? */
  controls: boolean
  /** Are the four arrows open beside them? */
  arrows: boolean
  /** The card of the selected place, when it is open. */
  card?: Box | null
}

const EDGE = 16

export function isNarrow(size: Size): boolean {
  return size.width < NARROW
}

export function placeFurniture(input: FurnitureInput): Furniture {
  const { size, camera, controls, card = null } = input
  const narrow = isNarrow(size)
  const standing = narrow || input.side === null ? null : legendAt(input)
  const legend = standing && card && boxesTouch(standing.box, card) ? null : standing
  const length = scaleBar(camera, narrow ? 60 : 90)
  const corner = card && card.x < EDGE && card.y + card.height > size.height - 60 ? card : null
  const taken = corner ?? (input.side === 'left' ? standing?.box : null)
  const left = taken ? taken.x + taken.width + EDGE : EDGE
  const barWidth = length.width + 16 + textWidth(length.label, 12)
  const credits = textWidth(input.credits, 12) + 12
  const low = narrow || left + barWidth < size.width - credits
  const bar = { x: left, y: size.height - (low ? 14 : 36), ...length }
  const obstacles: Box[] = [{ x: bar.x - 4, y: bar.y - 14, width: barWidth, height: 24 }]
  if (legend) obstacles.push(legend.box)
  if (card) obstacles.push(card)
  if (!narrow) {
    obstacles.push({ x: size.width - credits, y: size.height - 22, width: credits, height: 22 })
  }
  if (controls) obstacles.push(...buttonBoxes(size, input.arrows))
  return { legend, bar, credits: input.credits, obstacles }
}

/**
 * Column of buttons in the upper right corner, and the cross of arrows at its left; 4 px of air round both. A
 * narrow map has the arrows under it.
 */
export function buttonBoxes(size: Size, arrows: boolean): Box[] {
  const [button, count] = isNarrow(size) ? [44, 2] : [32, 3]
  const column = { x: size.width - 8 - button - 6, y: 4, width: button + 10, height: count * button + 12 }
  if (!arrows || isNarrow(size)) return [column]
  const side = 3 * button + 8
  return [column, { x: column.x - side + 4, y: 4, width: side, height: side }]
}

/** The largest circle rests 34 px over the lower edge, clear of the credits; values at its right. */
function legendAt({ size, side, scale, title }: FurnitureInput): Furniture['legend'] {
  const steps = scale.steps.map(({ value, label }) => ({ r: circleRadius(value, scale), label }))
  const r = Math.max(0, ...steps.map((step) => step.r))
  const words = 10 + Math.max(0, ...steps.map(({ label }) => textWidth(label, 12)))
  const width = Math.max(2 * r + 8 + words, textWidth(title, 12, true))
  const left = side === 'left' ? EDGE : size.width - EDGE - width
  const floor = size.height - (side === 'left' ? 16 : 34)
  const box = { x: left - 6, y: floor - 2 * r - 28, width: width + 12, height: 2 * r + 34 }
  return { title, x: left + r, floor, steps, box }
}
