// How is "who is where, in which months" drawn in an image?

import { MONTHS } from '../../../domain/format.ts'
import { doubtsUnder } from '../doubts.ts'
import type { MonthsPanel } from '../drawing.ts'
import { cellsOf, marksBeside, monthsAside } from '../months.ts'
import { doubtNotes, note, panelHead } from './axis.ts'
import { type Block, NOTHING, padded, stacked } from './block.ts'
import { hueOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { flow, joined, markPieces, textPiece, valuePieces } from './pieces.ts'
import { moved, rect } from './svg.ts'
import { baseline, words } from './text.ts'

/** From this width on names stand at the left of the year, as on the page. */
const WIDE = 720
const NAMES = 304
const FULL = 0.92

type Line = MonthsPanel['lines'][number]

/** Twelve cells: what is certain is full, what is in doubt is dashed. */
export function yearBlock(one: Line, pen: Pen, width: number): Block {
  const height = 16 * pen.air
  const { mark } = hueOf(pen.palette, one.hue)
  const cell = width / 12
  const svg = cellsOf(one)
    .map(({ month, state, start, width: share }) => {
      const ground = rect(month * cell, 0, cell * FULL, height, { rx: 1, fill: pen.palette.sunk })
      const [x, wide] = [(month + start * FULL) * cell, cell * FULL * share]
      if (state === 'no') return ground
      if (state === 'yes' && one.solid) return ground + rect(x, 0, wide, height, { rx: 1, fill: mark })
      return (
        ground +
        rect(x + 0.63, 0.63, wide - 1.26, height - 1.26, {
          rx: 1,
          fill: mark,
          'fill-opacity': 0.2,
          stroke: mark,
          'stroke-width': 1.25,
          'stroke-dasharray': state === 'doubt' ? '3 2' : undefined
        })
      )
    })
    .join('')
  return { height, svg }
}

/** The name and its dispositif, the values beside it, and which of its months are not plain. */
function who(one: Line, pen: Pen, width: number): Block {
  const { name, tiny, quiet, value } = pen.type
  const fill = one.territory === '' ? pen.palette.ink : hueOf(pen.palette, one.hue).text
  const beside = (one.beside ?? []).map((datum) =>
    joined([
      ...valuePieces({ ...datum, marks: marksBeside(one, datum) }, pen, { ...value, size: tiny.size }),
      textPiece(datum.label, tiny)
    ])
  )
  const aside = monthsAside(one)
  const under = [...beside, ...(aside === '' ? [] : [textPiece(aside, quiet)])]
  const label = textPiece(one.label, { ...name, fill })
  const detail = one.detail === '' ? [] : [textPiece(one.detail, tiny)]
  return stacked(
    [
      flow([label, ...detail, ...markPieces(one.marks, pen)], width, name),
      under.length === 0 ? NOTHING : flow(under, width, tiny, 12)
    ],
    0
  )
}

/** Drawn under a line of initials: J F M A M J J A S O N D. */
export function monthsPanel(panel: MonthsPanel, pen: Pen, width: number): Block {
  const wide = width >= WIDE
  const left = wide ? NAMES + 16 : 0
  const cell = (width - left) / 12
  const { quiet } = pen.type
  const heads = {
    height: 20,
    svg: MONTHS.map((month, i) =>
      words(month.charAt(0).toUpperCase(), quiet, left + (i + FULL / 2) * cell, baseline(quiet), 'middle')
    ).join('')
  }
  const lines = panel.lines.map((one) => {
    const label = who(one, pen, wide ? NAMES : width)
    const months = yearBlock(one, pen, width - left)
    if (!wide) return stacked([label, months], 3)
    const height = Math.max(label.height, months.height)
    return {
      height,
      svg:
        moved(label.svg, 0, (height - label.height) / 2) +
        moved(months.svg, left, (height - months.height) / 2)
    }
  })
  return stacked(
    [
      padded(panelHead(panel, pen, width), 0, panel.title === '' && panel.words.length === 0 ? 0 : 10),
      heads,
      stacked(lines, 12 * pen.air),
      padded(doubtNotes(doubtsUnder(panel), pen, width), doubtsUnder(panel).length === 0 ? 0 : 12),
      padded(note(panel.note, pen, width), panel.note === '' ? 0 : 12)
    ],
    0
  )
}
