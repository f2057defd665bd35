// How are contracts drawn on a line of years in an image, when one end may not be published?

import type { SpansPanel } from '../drawing.ts'
import { placeSpan, yearTicks } from '../spans.ts'
import { note, panelHead } from './axis.ts'
import { type Block, padded, stacked } from './block.ts'
import { hueOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { flow, markPieces, tagPiece, textPiece } from './pieces.ts'
import { line, rect } from './svg.ts'
import { baseline, measure, paragraph, words } from './text.ts'

type Line = SpansPanel['lines'][number]

/** Dashes towards the side that is not published; all the way when neither is. */
function span(one: Line, panel: SpansPanel, pen: Pen, width: number): Block {
  const { mark } = hueOf(pen.palette, one.hue)
  const placed = placeSpan(one, panel)
  const height = 14
  const dashes = (from: number, to: number, stroke: string): string =>
    line(from * width, 7, to * width, 7, { stroke, 'stroke-width': 1.5, 'stroke-dasharray': '2 4' })
  const ticks = yearTicks(panel)
    .map(({ at }) => line(at * width, 0, at * width, height, { stroke: pen.palette.rule }))
    .join('')
  if (placed === null) return { height, svg: ticks + dashes(0, 1, pen.palette.rule2) }
  const { start, end, openStart, openEnd } = placed
  const [x, length] = [start * width, (end - start) * width]
  const body = one.solid
    ? rect(x, 2, length, 10, { rx: 1, fill: mark })
    : rect(x + 0.63, 2.63, length - 1.26, 8.74, {
        fill: mark,
        'fill-opacity': 0.2,
        stroke: mark,
        'stroke-width': 1.25
      })
  const open = (openStart ? dashes(0, start, mark) : '') + (openEnd ? dashes(end, 1, mark) : '')
  return { height, svg: ticks + body + open }
}

function who(one: Line, pen: Pen, width: number): Block {
  const { name, tiny } = pen.type
  const fill = one.territory === '' ? pen.palette.ink : hueOf(pen.palette, one.hue).text
  const label = { ...name, fill }
  const head = [
    ...(one.kind === '' ? [] : [tagPiece(one.kind, pen)]),
    ...(measure(one.label, label) <= width ? [textPiece(one.label, label)] : []),
    ...markPieces(one.marks, pen)
  ]
  const long = measure(one.label, label) > width ? paragraph(one.label, label, width) : { height: 0, svg: '' }
  const detail = one.detail === '' ? [] : [textPiece(one.detail, tiny)]
  const single = flow([...head, ...detail], width, name)
  if (long.height === 0 && single.height === name.line) return single
  return stacked(
    [flow(head, width, name), long, one.detail === '' ? long : paragraph(one.detail, tiny, width)].filter(
      (block, i, all) => all.indexOf(block) === i
    ),
    0
  )
}

export function spansPanel(panel: SpansPanel, pen: Pen, width: number): Block {
  const { quiet } = pen.type
  const ticks = yearTicks(panel)
  const room = width / Math.max(1, panel.to - panel.from)
  // On a phone a year in two is named.
  const every = Math.max(1, Math.ceil((measure('2021', quiet) + 8) / room))
  const heads = {
    height: 22,
    svg:
      ticks
        .filter((_, i) => i % every === 0)
        .map(({ year, at }) => words(String(year), quiet, at * width + 3, baseline(quiet)))
        .join('') + line(0, 16.5, width, 16.5, { stroke: pen.palette.rule2 })
  }
  const lines = panel.lines.map((one) => stacked([who(one, pen, width), span(one, panel, pen, width)], 2))
  return stacked(
    [
      padded(panelHead(panel, pen, width), 0, panel.title === '' && panel.words.length === 0 ? 0 : 10),
      heads,
      stacked(lines, 10 * pen.air),
      padded(note(panel.note, pen, width), panel.note === '' ? 0 : 12)
    ],
    0
  )
}
