// How do bars of one axis fill a card? Name, bar, value on a line; never more lines than can be read.

import { capitalise } from '../../domain/sentence.ts'
import type { BarLine } from '../frame/drawing.ts'
import { bar } from '../frame/image/bar.ts'
import { type Block, NOTHING, stacked } from '../frame/image/block.ts'
import { hueOf } from '../frame/image/palette.ts'
import { runRight, runWidth, valuePieces } from '../frame/image/pieces.ts'
import { moved } from '../frame/image/svg.ts'
import { baseline, measure, paragraph, type Type } from '../frame/image/text.ts'
import { type Filled, enlarged, fill, widest } from './card-block.ts'
import { type CardPen, ENLARGED } from './card-pen.ts'

const MOST = 6
const GAP = 20
/** After the open end of "at least" and "about". */
const OPEN_GAP = 44
const THICK = 15
/** Wider, a name is cut into lines. */
const NAMES = 400
const RUN_GAP = 14
/** Between lines, the widest that leaves room for all of them. */
const SPACES = [30, 24, 18, 12]

interface Columns {
  name: number
  /** Pixels of the whole axis. */
  axis: number
  /** Are marks under their values? */
  piled: boolean
}

const opens = ({ marks }: BarLine): boolean => marks.includes('at_least') || marks.includes('about')

function name(one: BarLine, pen: CardPen, width: number): Block {
  const { palette } = pen.pen
  const hue = one.territory === '' ? palette.ink : hueOf(palette, one.hue).text
  const type = one.solid ? { ...pen.name, fill: hue } : { ...pen.label, fill: palette.ink3 }
  return stacked(
    [
      paragraph(capitalise(one.label), type, width),
      one.detail === '' ? NOTHING : paragraph(one.detail, pen.detail, width)
    ],
    0
  )
}

/** The value and its marks, on one line or the marks under it. */
function said(one: BarLine, piled: boolean, pen: CardPen): Block & { width: number } {
  const type = one.solid ? pen.name : { ...pen.label, fill: pen.pen.palette.ink3 }
  const pieces = valuePieces(one, pen.pen, type)
  const [value, marks] = [pieces.slice(0, 1), pieces.slice(1)]
  const run = (list: typeof pieces, line: Type): Block => ({
    height: line.line,
    svg: runRight(list, 0, baseline(line), RUN_GAP)
  })
  if (!piled || marks.length === 0) return { ...run(pieces, type), width: runWidth(pieces, RUN_GAP) }
  return {
    ...stacked([run(value, type), run(marks, pen.detail)], 0),
    width: Math.max(runWidth(value), runWidth(marks, RUN_GAP))
  }
}

/** Pixels of the axis on which every value still stands after its bar. */
function axisFor(lines: readonly BarLine[], piled: boolean, pen: CardPen, room: number): number {
  const most = lines.map((one) => {
    const taken = said(one, piled, pen).width + (opens(one) ? OPEN_GAP : GAP)
    return (room - taken) / Math.max(0.01, one.start + one.fraction)
  })
  return Math.min(room, ...most)
}

function lineBlock(one: BarLine, pen: CardPen, { name: left, axis, piled }: Columns): Block {
  const { fraction, start, marks, solid, computed } = one
  const hue = hueOf(pen.pen.palette, one.hue).mark
  const width = axis / ENLARGED
  const drawn = enlarged(
    { height: THICK, svg: bar({ width, height: THICK, fraction, start, marks, solid, computed, hue }) },
    ENLARGED
  )
  const value = said(one, piled, pen)
  const label = name(one, pen, left)
  const height = Math.max(label.height, drawn.height, value.height)
  const middle = ({ svg, height: own }: Block, x: number): string => moved(svg, x, (height - own) / 2)
  const end = left + GAP + (start + fraction) * axis
  return {
    height,
    svg: middle(label, 0) + middle(drawn, left + GAP) + middle(value, end + (opens(one) ? OPEN_GAP : GAP))
  }
}

export function cardBars(
  { heading, lines }: { heading: string; lines: readonly BarLine[] },
  pen: CardPen,
  { width, height }: { width: number; height: number }
): Filled {
  const head = heading === '' ? NOTHING : paragraph(heading, pen.detail, width)
  return fill(Math.min(lines.length, MOST), height, (count) => {
    const kept = lines.slice(0, count)
    const names = kept.flatMap((one) => [
      measure(capitalise(one.label), pen.name),
      measure(one.detail, pen.detail)
    ])
    const left = Math.min(NAMES, Math.max(0, ...names))
    const room = width - left - GAP
    // Marks go under their value before the bars grow too short to compare.
    const piled = axisFor(kept, false, pen, room) < width / 4
    const columns = { name: left, axis: axisFor(kept, piled, pen, room), piled }
    const blocks = kept.map((one) => lineBlock(one, pen, columns))
    return widest(SPACES, height, (gap) => stacked([head, stacked(blocks, gap)], 14))
  })
}
