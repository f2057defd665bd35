// How are small multiples drawn in an image: a column a panel, a row a territory, and blocks where there is no room?

import { type BarLine, type BarsPanel, type Drawing, emptyCell } from '../drawing.ts'
import { axis, missingNote, panelHead } from './axis.ts'
import { barBlock } from './bars-panel.ts'
import { type Block, columnsIn, inColumns, padded, stacked } from './block.ts'
import { hueOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { flow, valuePieces } from './pieces.ts'
import { line, moved } from './svg.ts'
import { measure, paragraph } from './text.ts'

/** The names of the rows, then a column a panel, each at least so wide and as wide as its longest word. */
const NAMES = 128
const LEAST = 112
const GUTTER = 20
/** A block, where there is no room for columns. */
const BLOCK = 260

/** One act: its bar on the axis of its own group, its value, and what it is. */
function act(one: BarLine, detail: string, pen: Pen, width: number): Block {
  return stacked(
    [
      stacked([barBlock(one, pen, width, 12), axis(one.axisEnd, one.unit, pen, width)], 0),
      stacked(
        [flow(valuePieces(one, pen), width, pen.type.value), paragraph(detail, pen.type.tiny, width)],
        0
      )
    ],
    2
  )
}

function columnsOf(panels: readonly BarsPanel[], drawing: Drawing, pen: Pen, width: number): Block {
  const { rows } = drawing
  const own = (width - NAMES - GUTTER * panels.length) / panels.length
  const left = (i: number): number => NAMES + GUTTER + i * (own + GUTTER)
  const across = (blocks: readonly Block[]): Block => ({
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    svg: blocks.map(({ svg }, i) => moved(svg, left(i), 0)).join('')
  })
  const heads = across(panels.map((panel) => padded(panelHead(panel, pen, own), 0, 10)))
  const bands = rows.map((row) => {
    const cells = panels.map((panel) => {
      const lines = panel.lines.filter((one) => one.row === row.id)
      return lines.length === 0
        ? paragraph(emptyCell(drawing, row.id), pen.type.quiet, own)
        : stacked(
            lines.map((one) => act(one, one.detail, pen, own)),
            10 * pen.air
          )
    })
    const name = paragraph(row.label, { ...pen.type.name, fill: hueOf(pen.palette, row.hue).text }, NAMES)
    const band = across(cells)
    return {
      height: Math.max(band.height, name.height) + 24 * pen.air,
      svg:
        line(0, 0.5, width, 0.5, { stroke: pen.palette.rule }) + moved(name.svg + band.svg, 0, 12 * pen.air)
    }
  })
  return stacked([heads, ...bands], 0)
}

/** A block a panel: every act names its territory, the last line those for which nothing is published. */
function blocksOf(panels: readonly BarsPanel[], rows: Drawing['rows'], pen: Pen, width: number): Block {
  const columns = columnsIn(width, Math.min(BLOCK, width), 24)
  const blocks = panels.map((panel) => {
    const acts = rows.flatMap((row) =>
      panel.lines
        .filter((one) => one.row === row.id)
        .map((one) => act(one, `${one.detail}, ${row.label}`, pen, columns.width))
    )
    return stacked(
      [
        panelHead(panel, pen, columns.width),
        stacked(acts, 12 * pen.air),
        missingNote(panel.missing, pen, columns.width)
      ],
      10
    )
  })
  return inColumns(blocks, columns, { x: 24, y: 28 * pen.air })
}

export function matrix(drawing: Drawing, pen: Pen, width: number): Block {
  const { panels, rows } = drawing
  const bars = panels.filter((panel): panel is BarsPanel => panel.kind === 'bars')
  const heads = bars.flatMap(({ title }) => title.split(' ')).map((word) => measure(word, pen.type.head))
  return width >= NAMES + bars.length * (Math.max(LEAST, ...heads) + GUTTER)
    ? columnsOf(bars, drawing, pen, width)
    : blocksOf(bars, rows, pen, width)
}
