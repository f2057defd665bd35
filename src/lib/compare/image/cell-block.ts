// How does an image draw what one column has of one line? Bar, value with its marks, what it counts, its formula.

import { bar } from '../../figures/frame/image/bar.ts'
import { type Block, NOTHING, stacked } from '../../figures/frame/image/block.ts'
import { hueOf } from '../../figures/frame/image/palette.ts'
import type { Pen } from '../../figures/frame/image/pen.ts'
import { flow, markPieces, runWidth, textPiece } from '../../figures/frame/image/pieces.ts'
import { measure, paragraph } from '../../figures/frame/image/text.ts'
import type { Cell, CellValue } from '../model.ts'

const BAR = 12
/** Longer words are a reason, not a state: they are small. */
const SHORT = 24

function barOf({ entry, fraction }: CellValue, pen: Pen, width: number): Block {
  if (fraction === null) return NOTHING
  const hue = hueOf(pen.palette, entry.territory === 'optima' ? 'neutral' : entry.hue).mark
  const { marks } = entry
  const computed = marks.includes('computed')
  return { height: BAR, svg: bar({ width, height: BAR, fraction, marks, solid: true, computed, hue }) }
}

/** As much on the line of the value as it holds: marks, what is counted, where and when; the rest under it. */
export function valueBlock({ entry, text, what, detail }: CellValue, pen: Pen, width: number): Block {
  const { value, body, tiny } = pen.type
  const long = measure(text, value) > width
  const asides = [
    { text: what, type: body },
    { text: detail, type: tiny }
  ].filter((one) => one.text !== '')
  const line = [...(long ? [] : [textPiece(text, value)]), ...markPieces(entry.marks, pen)]
  let under = asides
  for (const one of asides) {
    const piece = textPiece(one.text, one.type)
    if (under[0] !== one || runWidth([...line, piece]) > width) break
    line.push(piece)
    under = under.slice(1)
  }
  return stacked(
    [
      long ? paragraph(text, value, width) : NOTHING,
      flow(line, width, value),
      ...under.map((one) => paragraph(one.text, one.type, width))
    ],
    0
  )
}

/** A published value keeps its formula for its source; a computed one is nothing without it. */
function formulaOf({ entry }: CellValue, pen: Pen, width: number): Block {
  return entry.formula === '' || entry.value !== null
    ? NOTHING
    : paragraph(entry.formula, pen.type.tiny, width)
}

export function cellBlock({ values, words }: Cell, pen: Pen, width: number): Block {
  const { quiet, body } = pen.type
  const said = paragraph(words, words.length > SHORT ? quiet : { ...body, fill: quiet.fill }, width)
  if (values.length === 0) return said
  return stacked(
    [
      ...values.map((value) => {
        const text = stacked([valueBlock(value, pen, width), formulaOf(value, pen, width)], 0)
        return stacked([barOf(value, pen, width), text], 3)
      }),
      ...(words === '' ? [] : [said])
    ],
    10
  )
}
