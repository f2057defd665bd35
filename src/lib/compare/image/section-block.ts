// How does an image draw one section: its title, what must not be concluded, a line for each thing counted?

import { type Block, NOTHING, padded, stacked } from '../../figures/frame/image/block.ts'
import type { Pen } from '../../figures/frame/image/pen.ts'
import { element, line, moved, rect } from '../../figures/frame/image/svg.ts'
import { baseline, measure, paragraph, words } from '../../figures/frame/image/text.ts'
import type { Line, Section } from '../model.ts'
import { cellBlock } from './cell-block.ts'
import { type Columns, inRow } from './columns.ts'

/** A tick for what may be read together, a sign of difference for what may not. */
function sign(comparable: boolean, pen: Pen, y: number): string {
  const { ink2 } = pen.palette
  return comparable
    ? element('path', { d: `M1 ${y - 4}l3.5 3.5 7-8`, fill: 'none', stroke: ink2, 'stroke-width': 1.5 })
    : words('≠', { ...pen.type.tiny, fill: ink2 }, 2, y)
}

/** A title under a thick line, with what is said beside it. */
export function sectionHead(title: string, aside: string, comparable: boolean | null, pen: Pen): Block {
  const { title: type, tiny } = pen.type
  const left = measure(title, type) + 14
  const y = baseline(type)
  const mark = aside === '' || comparable === null ? '' : moved(sign(comparable, pen, y), left, 0)
  const said = aside === '' ? '' : words(aside, tiny, left + (mark === '' ? 0 : 18), y)
  return { height: type.line, svg: words(title, type, 0, y) + mark + said }
}

export function thickRule(pen: Pen, width: number): Block {
  return { height: 12, svg: rect(0, 0, width, 2, { fill: pen.palette.ink }) }
}

function guardBlock({ guard }: Section, pen: Pen, width: number): Block {
  if (guard === null) return NOTHING
  const inner = width - 36
  const said = stacked(
    [paragraph(guard.strong, pen.type.head, inner), paragraph(guard.text, pen.type.body, inner)],
    0
  )
  const height = said.height + 16
  return {
    height,
    svg:
      rect(0, 0, width, height, { fill: pen.palette.sunk }) +
      rect(0, 0, 4, height, { fill: pen.palette.ink }) +
      moved(said.svg, 18, 8)
  }
}

function lineBlock({ label, note, cells }: Line, pen: Pen, columns: Columns): Block {
  const { first, column } = columns
  const name = stacked(
    [paragraph(label, pen.type.head, first), note === '' ? NOTHING : paragraph(note, pen.type.tiny, first)],
    0
  )
  return inRow(
    name,
    cells.map((cell) => cellBlock(cell, pen, column)),
    columns
  )
}

/** Lines parted by hairlines. */
function table(lines: readonly Line[], pen: Pen, columns: Columns): Block {
  return stacked(
    lines.map((one, i) => {
      const block = padded(lineBlock(one, pen, columns), 8, 8)
      const rule = line(0, block.height - 0.5, columns.inner, block.height - 0.5, {
        stroke: pen.palette.rule
      })
      return i === lines.length - 1 ? block : { ...block, svg: block.svg + rule }
    }),
    0
  )
}

export function sectionBlock(section: Section, pen: Pen, columns: Columns): Block {
  const { title, tag, comparable, guard, empty, lines } = section
  const width = columns.inner
  // What is only computed is neither: its tag has no sign.
  const signed = comparable ? true : guard === null ? null : false
  return stacked(
    [
      stacked([thickRule(pen, width), sectionHead(title, tag, signed, pen)], 0),
      guardBlock(section, pen, width),
      empty === '' ? NOTHING : paragraph(empty, { ...pen.type.body, fill: pen.palette.ink2 }, width),
      table(lines, pen, columns)
    ],
    8
  )
}
