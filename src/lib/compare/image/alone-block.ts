// How does an image show what only one column publishes, with nothing to stand against it?

import { type Block, padded, stacked } from '../../figures/frame/image/block.ts'
import { hueOf } from '../../figures/frame/image/palette.ts'
import type { Pen } from '../../figures/frame/image/pen.ts'
import { line, rect } from '../../figures/frame/image/svg.ts'
import { paragraph } from '../../figures/frame/image/text.ts'
import type { Alone } from '../model.ts'
import { ALONE } from '../summary.ts'
import { valueBlock } from './cell-block.ts'
import { type Columns, inRow } from './columns.ts'
import { sectionHead, thickRule } from './section-block.ts'

function columnOf({ subject, values }: Alone, pen: Pen, width: number): Block {
  const hue = hueOf(pen.palette, subject.hue)
  const name = paragraph(subject.name, { ...pen.type.head, fill: hue.text }, width)
  const items = values.map((value) => {
    const block = padded(valueBlock(value, pen, width), 4, 4)
    const y = block.height - 0.5
    return { ...block, svg: block.svg + line(0, y, width, y, { stroke: pen.palette.rule }) }
  })
  return stacked(
    [
      name,
      { height: 6, svg: rect(0, 4, width, 2, { fill: hue.mark }) },
      ...(items.length === 0 ? [padded(paragraph(ALONE.none, pen.type.quiet, width), 4)] : items)
    ],
    0
  )
}

export function aloneBlock(alone: readonly Alone[], pen: Pen, columns: Columns): Block {
  const head = stacked(
    [sectionHead(ALONE.title, '', null, pen), paragraph(ALONE.lead, pen.type.tiny, columns.first)],
    4
  )
  const body = inRow(
    head,
    alone.map((one) => columnOf(one, pen, columns.column)),
    columns
  )
  return stacked([thickRule(pen, columns.inner), body], 0)
}
