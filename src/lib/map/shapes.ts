// What does a strip of symbols look like with its name beside or over it, before it has a place?

import { union } from './boxes.ts'
import type { Box } from './boxes.ts'
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
export type Side = 'right' | 'left'

/** Positions are relative to where the strip begins or ends, or where the column stands. */
export interface Shape {
  symbols: Point[]
  strip: Box | null
  lines: LabelLine[]
  anchor: Anchor
  /** What it covers, in as few boxes as its form allows: they are tried thousands of times a frame. */
  boxes: Box[]
}

const SIZE = { name: 14, value: 12, note: 12 } as const
const HEIGHT = { name: 18, value: 15, note: 15 } as const
/** From the centre of the last symbol to the name: a selected symbol's 13 px disc keeps off the letters. */
const GAP = 13
/** Baseline under the middle of a line of text: half the height of a capital. */
const DROP = { name: 5, value: 4.5, note: 4.5 } as const

function textLine(line: Node['lines'][number], x: number, middle: number, anchor: Anchor): LabelLine {
  const width = textWidth(line.text, SIZE[line.role], line.role !== 'note')
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const height = HEIGHT[line.role]
  return { ...line, x, y: middle + DROP[line.role], box: { x: left, y: middle - height / 2, width, height } }
}

/** Strip that begins (or ends) at 0,0, name beside it, other lines under the name. */
export function beside(node: Node, side: Side): Shape {
  const sign = side === 'right' ? 1 : -1
  const anchor = side === 'right' ? 'start' : 'end'
  const count = node.families.length
  const symbols = node.families.map((_, index) => ({
    x: sign * STEP * (side === 'right' ? index : count - 1 - index),
    y: 0
  }))
  const last = sign * STEP * Math.max(0, count - 1)
  const nameX = count === 0 ? sign * 8 : last + sign * GAP
  const underX = count > 1 ? -sign * 6 : nameX
  const lines = node.lines.map((line, index) => {
    const first = index === 0
    return textLine(line, first ? nameX : underX, first ? 0 : 2 + 15 * index, anchor)
  })
  const strip = stripBox(symbols, node.kind === 'small' ? 10 : SYMBOL)
  const [name, ...under] = lines.map((line) => line.box)
  return {
    symbols,
    strip,
    lines,
    anchor,
    boxes: [union([strip, name]), union(under)].filter((box) => box !== null)
  }
}

/** Strip in the middle of 0,0, its lines over or under it, off the disc of a selected symbol. */
export function stacked(node: Node, side: 'over' | 'under'): Shape {
  const left = (-STEP * Math.max(0, node.families.length - 1)) / 2
  const symbols = node.families.map((_, index) => ({ x: left + STEP * index, y: 0 }))
  const strip = stripBox(symbols, SYMBOL)
  const height = node.lines.reduce((sum, line) => sum + HEIGHT[line.role], 0)
  let y = side === 'under' ? GAP : -GAP - height
  const lines = node.lines.map((line) => {
    const out = textLine(line, 0, y + HEIGHT[line.role] / 2, 'middle')
    y += HEIGHT[line.role]
    return out
  })
  const words = union(lines.map((line) => line.box))
  return { symbols, strip, lines, anchor: 'middle', boxes: [words, strip].filter((box) => box !== null) }
}

/** Name, value and strip in a column whose edge or middle is at 0, from 0 down. */
export function column(node: Node, anchor: Anchor): Shape {
  let y = 0
  const lines = node.lines.map((line) => {
    const out = textLine(line, 0, y + HEIGHT[line.role] / 2, anchor)
    y += HEIGHT[line.role]
    return out
  })
  const width = stripWidth(node.families.length)
  const left = anchor === 'start' ? 0 : anchor === 'end' ? -width : -width / 2
  const symbols = node.families.map((_, index) => ({ x: left + 6 + STEP * index, y: y + 9 }))
  const strip = stripBox(symbols, SYMBOL)
  const words = union(lines.map((line) => line.box))
  return { symbols, strip, lines, anchor, boxes: [words, strip].filter((box) => box !== null) }
}

function stripBox(symbols: readonly Point[], size: number): Box | null {
  const [first, last] = [symbols[0], symbols.at(-1)]
  if (!first || !last) return null
  const left = Math.min(first.x, last.x)
  return { x: left - size / 2, y: first.y - size / 2, width: Math.abs(last.x - first.x) + size, height: size }
}

/** Pixels from the top of a column to its end. */
export function columnHeight(node: Node): number {
  return node.lines.reduce((sum, line) => sum + HEIGHT[line.role], 0) + (node.families.length > 0 ? 17 : 0)
}

const moveBox = (box: Box, { x, y }: Point): Box => ({ ...box, x: box.x + x, y: box.y + y })

/** The same shape with its origin at `at`. */
export function moveShape({ symbols, strip, lines, anchor, boxes }: Shape, at: Point): Shape {
  return {
    symbols: symbols.map(({ x, y }) => ({ x: x + at.x, y: y + at.y })),
    strip: strip && moveBox(strip, at),
    lines: lines.map((line) => ({ ...line, x: line.x + at.x, y: line.y + at.y, box: moveBox(line.box, at) })),
    anchor,
    boxes: boxes.map((box) => moveBox(box, at))
  }
}
