// How are contracts drawn on a line of years in an image, when one end may not be published?

import { doubtsUnder } from '../doubts.ts'
import type { SpansPanel } from '../drawing.ts'
import { placeSpan, yearTicks } from '../spans.ts'
import { doubtNotes, note, panelHead } from './axis.ts'
import { type Block, columnsIn, inColumns, padded, stacked } from './block.ts'
import { hueOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { flow, markPieces, runWidth, tagPiece, textPiece } from './pieces.ts'
import { element, line, rect } from './svg.ts'
import { baseline, measure, paragraph, words } from './text.ts'

type Line = SpansPanel['lines'][number]

/** What is certain is solid, what a date leaves open is pale; dashes lead towards an end that is not published. */
export function span(one: Line, panel: SpansPanel, pen: Pen, width: number): Block {
  const { mark } = hueOf(pen.palette, one.hue)
  const placed = placeSpan(one, panel)
  const height = 14
  const dashes = (from: number, to: number): string =>
    line(from * width, 7, to * width, 7, { stroke: mark, 'stroke-width': 1.5, 'stroke-dasharray': '2 4' })
  const ticks = yearTicks(panel)
    .map(({ at }) => line(at * width, 0, at * width, height, { stroke: pen.palette.rule }))
    .join('')
  if (placed === null)
    return { height, svg: ticks + words('dates non publiées', pen.type.quiet, 4, baseline(pen.type.quiet)) }
  const { start, end, sureStart, sureEnd, openStart, openEnd } = placed
  const can = rect(start * width + 0.63, 2.63, Math.max(0, (end - start) * width - 1.26), 8.74, {
    fill: mark,
    'fill-opacity': 0.2,
    stroke: mark,
    'stroke-width': 1.25
  })
  const sure =
    sureEnd > sureStart && one.solid
      ? rect(sureStart * width, 2, (sureEnd - sureStart) * width, 10, { rx: 1, fill: mark })
      : ''
  const beyond =
    one.marks.includes('at_least') && one.end !== null
      ? element('path', {
          d: `M${end * width + 2} 7h9m-4-4l4 4-4 4`,
          fill: 'none',
          stroke: mark,
          'stroke-width': 1.5
        })
      : ''
  const open = (openStart ? dashes(0, start) : '') + (openEnd ? dashes(end, 1) : '')
  return { height, svg: ticks + open + can + sure + beyond }
}

/** All on one line where it may be and fits; else the name, what became of it and its marks, then the dates. */
function who(one: Line, pen: Pen, width: number, single: boolean): Block {
  const { name, tiny } = pen.type
  const label = { ...name, fill: one.territory === '' ? pen.palette.ink : hueOf(pen.palette, one.hue).text }
  const about = [one.detail, one.when ?? ''].filter((text) => text !== '').join('\u00a0· ')
  const kind = one.kind === '' ? [] : [tagPiece(one.kind, pen)]
  const marks = markPieces(one.marks, pen)
  const dates = about === '' ? [] : [textPiece(about, tiny)]
  const whole = [...kind, textPiece(one.label, label), ...marks, ...dates]
  if (single && runWidth(whole) <= width) return flow(whole, width, name)
  const second = [...kind, ...dates, ...marks]
  return stacked(
    [
      paragraph(one.label, label, width),
      ...(runWidth(second) <= width
        ? [flow(second, width, name)]
        : [flow([...kind, ...marks], width, name), paragraph(about, tiny, width)])
    ],
    0
  )
}

/** Years above lines that share them. */
function drawn(panel: SpansPanel, pen: Pen, width: number): Block {
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
  const lines = panel.lines.map((one) =>
    stacked([who(one, pen, width, true), span(one, panel, pen, width)], 2)
  )
  return stacked([heads, stacked(lines, 10 * pen.air)], 0)
}

/** Lines without a drawing, side by side where there is room. */
function listed(panel: SpansPanel, pen: Pen, width: number): Block {
  const columns = columnsIn(width, Math.min(264, width), 24)
  return inColumns(
    panel.lines.map((one) => who(one, pen, columns.width, false)),
    columns,
    { x: 24, y: 10 * pen.air }
  )
}

export function spansPanel(panel: SpansPanel, pen: Pen, width: number): Block {
  const doubts = doubtsUnder(panel)
  return stacked(
    [
      padded(panelHead(panel, pen, width), 0, panel.title === '' && panel.words.length === 0 ? 0 : 10),
      (panel.listed === true ? listed : drawn)(panel, pen, width),
      padded(doubtNotes(doubts, pen, width), doubts.length === 0 ? 0 : 12),
      padded(note(panel.note, pen, width), panel.note === '' ? 0 : 12)
    ],
    0
  )
}
