// How do a name and its value share the line above a bar, and what gives way when they do not fit?

import type { Hue } from '../../../domain/rows.ts'
import { type Block, NOTHING, stacked } from './block.ts'
import { hueOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { flow, GAP, type Piece, runLeft, runWidth } from './pieces.ts'
import { rect } from './svg.ts'
import { baseline, measure, paragraph, wrap, words } from './text.ts'

export interface Heading {
  label: string
  hue: Hue
  /** Has it a territory of its own? Then its name wears the hue. */
  named: boolean
  detail: string
  /** Each run is a value followed by its marks; the first stands next to the name. */
  runs: readonly (readonly Piece[])[]
  /** Width kept for the last run, so that the ones before it align. */
  last?: number
  /** Does a line pass behind the words? They then stand on paper. */
  crossed?: boolean
}

const BETWEEN = 16

/** All runs on one line, the last at the far right. */
function values(
  { runs, last = 0, crossed = false }: Heading,
  pen: Pen,
  width: number
): Block & { width: number } {
  const { line: height } = pen.type.value
  const y = baseline(pen.type.value)
  let [right, svg] = [width, '']
  for (const [i, run] of runs.toReversed().entries()) {
    svg += runLeft(run, right, y)
    right -= (i === 0 && runs.length > 1 ? Math.max(last, runWidth(run)) : runWidth(run)) + BETWEEN
  }
  const taken = width - right - BETWEEN
  const ground = crossed ? rect(width - taken - 4, 0, taken + 4, height, { fill: pen.palette.paper }) : ''
  return { height, width: taken, svg: ground + svg }
}

/** Each run on a line of its own, cut where it must be. */
function piled({ runs }: Heading, pen: Pen, width: number): Block {
  const { value } = pen.type
  return stacked(
    runs.map((run) =>
      runWidth(run) <= width
        ? { height: value.line, svg: runLeft(run, width, baseline(value)) }
        : flow(run, width, value)
    ),
    0
  )
}

/** The name at the left, values at the right; the detail beside the name, or under it. */
export function heading(head: Heading, pen: Pen, width: number): Block {
  const { palette } = pen
  const type = { ...pen.type.name, fill: head.named ? hueOf(palette, head.hue).text : palette.ink }
  const { tiny } = pen.type
  const right = values(head, pen, width)
  const room = width - right.width - 12
  const name = measure(head.label, type)
  const y = baseline(type)
  const detail = head.detail === '' ? NOTHING : paragraph(head.detail, tiny, width)
  const beside = name + GAP + measure(head.detail, tiny)
  if (head.detail !== '' && beside <= room)
    return {
      height: type.line,
      svg: words(head.label, type, 0, y) + words(head.detail, tiny, name + GAP, y) + right.svg
    }
  if (name <= room)
    return stacked([{ height: type.line, svg: words(head.label, type, 0, y) + right.svg }, detail], 0)
  const lines = wrap(head.label, type, width)
  const whole = right.width <= width ? right : piled(head, pen, width)
  return stacked(
    [
      ...lines.map((text) => ({ height: type.line, svg: words(text, type, 0, y) })),
      detail,
      { height: whole.height, svg: whole.svg }
    ],
    0
  )
}
