// How do numbers stand beside one another in an image, without an axis and without a sum?

import type { NumbersPanel } from '../drawing.ts'
import { note, panelHead } from './axis.ts'
import { type Block, columnsIn, inColumns, NOTHING, padded, stacked } from './block.ts'
import { hueOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { flow, GAP, runWidth, textPiece, valuePieces } from './pieces.ts'
import { moved, rect } from './svg.ts'
import { paragraph } from './text.ts'

/** Five of them stand beside one another at the width of an export. */
const LEAST = 144
const FEW = 240
const INSET = 12

/** Marks that do not fit beside the number stand under it, as small as they are. */
function value(one: NumbersPanel['items'][number], pen: Pen, width: number): Block {
  const { number, mark } = pen.type
  const [said, ...marks] = valuePieces(one, pen, number)
  if (said === undefined) return NOTHING
  if (said.width + runWidth(marks) + GAP <= width) return flow([said, ...marks], width, number)
  return stacked([flow([said], width, number), flow(marks, width, { ...mark, line: 18 })], 0)
}

function item(one: NumbersPanel['items'][number], pen: Pen, width: number): Block {
  const inner = width - INSET
  const block = stacked(
    [
      value(one, pen, inner),
      paragraph(one.label, pen.type.body, inner),
      one.detail === '' ? NOTHING : paragraph(one.detail, pen.type.quiet, inner)
    ],
    0
  )
  const side = rect(0, 0, 3, block.height, { fill: hueOf(pen.palette, one.hue).mark })
  return { height: block.height, svg: side + moved(block.svg, INSET, 0) }
}

/** Value, marks, words and place on one line, or as many as they need. */
function lineOf(one: NumbersPanel['items'][number], pen: Pen, width: number): Block {
  const { value: type, body, quiet } = pen.type
  const inner = width - INSET
  const pieces = [
    ...valuePieces(one, pen, type),
    textPiece(one.label, body),
    ...(one.detail === '' ? [] : [textPiece(one.detail, quiet)])
  ]
  const whole = runWidth(pieces) <= inner
  const block = whole
    ? flow(pieces, inner, type)
    : stacked(
        [
          flow(pieces.slice(0, one.detail === '' ? undefined : -1), inner, type),
          one.detail === '' ? NOTHING : paragraph(one.detail, quiet, inner)
        ],
        0
      )
  const side = rect(0, 0, 3, block.height, { fill: hueOf(pen.palette, one.hue).mark })
  return { height: block.height, svg: side + moved(block.svg, INSET, 0) }
}

function grid(panel: NumbersPanel, pen: Pen, width: number): Block {
  const most = columnsIn(width, Math.min(LEAST, width), 24)
  // Few numbers keep to the left, as on the page, and need not be cut as many would.
  const count = Math.max(1, Math.min(most.count, panel.items.length))
  const columns = { count, width: Math.min(Math.max(most.width, FEW), (width - 24 * (count - 1)) / count) }
  const items = panel.items.map((one) => item(one, pen, columns.width))
  return inColumns(items, columns, { x: 24, y: 16 * pen.air })
}

export function numbersPanel(panel: NumbersPanel, pen: Pen, width: number): Block {
  const items =
    panel.compact === true
      ? stacked(
          panel.items.map((one) => lineOf(one, pen, width)),
          8 * pen.air
        )
      : grid(panel, pen, width)
  return stacked(
    [
      padded(panelHead(panel, pen, width), 0, panel.title === '' ? 0 : 10),
      items,
      padded(note(panel.note, pen, width), panel.note === '' ? 0 : 12)
    ],
    0
  )
}
