// How do contracts on a line of years, and presences month by month, fill a card?

import { MONTHS } from '../../domain/format.ts'
import type { MonthsPanel, SpansPanel } from '../frame/drawing.ts'
import { type Block, NOTHING, stacked } from '../frame/image/block.ts'
import { yearBlock } from '../frame/image/months-panel.ts'
import { hueOf } from '../frame/image/palette.ts'
import { flow, markPieces, runWidth, textPiece } from '../frame/image/pieces.ts'
import { span } from '../frame/image/spans-panel.ts'
import { moved } from '../frame/image/svg.ts'
import { baseline, measure, paragraph, words } from '../frame/image/text.ts'
import { yearTicks } from '../frame/spans.ts'
import { type Filled, enlarged, fill, widest } from './card-block.ts'
import { type CardPen, ENLARGED } from './card-pen.ts'

const MOST = 7
const YEARS = 350
const MONTHS_WIDTH = 564
const GAP = 36
const BESIDE = 18
const SPACES = [30, 24, 18, 12, 8]

interface Listed {
  label: string
  hue: SpansPanel['lines'][number]['hue']
  territory: string
  marks: SpansPanel['lines'][number]['marks']
}

/** The name in its hue, its marks beside it or under it, then what is said of it. */
function who(one: Listed, said: string, pen: CardPen, width: number): Block {
  const { palette } = pen.pen
  const hue = one.territory === '' ? palette.ink : hueOf(palette, one.hue).text
  const type = { ...pen.name, fill: hue }
  const head = textPiece(one.label, type)
  const marks = markPieces(one.marks, pen.pen)
  const detail = said === '' ? NOTHING : paragraph(said, pen.detail, width)
  if (runWidth([head, ...marks], BESIDE) <= width)
    return stacked([flow([head, ...marks], width, type, BESIDE), detail], 0)
  const signs = marks.length === 0 ? NOTHING : flow(marks, width, pen.detail, BESIDE)
  return stacked([paragraph(one.label, type, width), signs, detail], 0)
}

/** The name and its programme on one line where both fit: twelve months leave room for no second one. */
function named(one: Listed & { detail: string }, pen: CardPen, width: number): Block {
  const type = { ...pen.name, fill: hueOf(pen.pen.palette, one.hue).text }
  const pieces = [
    textPiece(one.label, type),
    textPiece(one.detail, pen.detail),
    ...markPieces(one.marks, pen.pen)
  ]
  return one.detail !== '' && runWidth(pieces, BESIDE) <= width
    ? flow(pieces, width, type, BESIDE)
    : who(one, '', pen, width)
}

/** What is said at the left, what is drawn at the right, on one middle. */
function beside(left: Block, right: Block, x: number): Block {
  const height = Math.max(left.height, right.height)
  return {
    height,
    svg: moved(left.svg, 0, (height - left.height) / 2) + moved(right.svg, x, (height - right.height) / 2)
  }
}

/** As many lines as fit under their heads, with as much air as there is. */
function listed(heads: Block, blocks: readonly Block[], height: number): Filled {
  return fill(blocks.length, height, (count) =>
    widest(SPACES, height, (gap) => stacked([heads, stacked(blocks.slice(0, count), gap)], 4))
  )
}

export function cardSpans(
  { panel, lines }: { panel: Pick<SpansPanel, 'from' | 'to'>; lines: SpansPanel['lines'] },
  pen: CardPen,
  { width, height }: { width: number; height: number }
): Filled {
  const left = width - YEARS - GAP
  const ticks = yearTicks(panel)
  const room = YEARS / Math.max(1, ticks.length)
  const every = Math.max(1, Math.ceil((measure('2021', pen.detail) + 10) / room))
  const heads = {
    height: 34,
    svg: ticks
      .filter((_, i) => i % every === 0)
      .map(({ year, at }) => words(String(year), pen.detail, left + GAP + at * YEARS, baseline(pen.detail)))
      .join('')
  }
  // The panel as `span` reads it: its axis alone.
  const axis: SpansPanel = { ...panel, kind: 'spans', id: '', title: '', words: [], note: '', lines: [] }
  const blocks = lines.slice(0, MOST).map((one) => {
    const said = [one.kind, one.when ?? ''].filter((text) => text !== '').join(', ')
    const drawn = enlarged(span(one, axis, pen.small, YEARS / ENLARGED), ENLARGED)
    return beside(who(one, said, pen, left), drawn, left + GAP)
  })
  return listed(heads, blocks, height)
}

export function cardMonths(
  lines: MonthsPanel['lines'],
  pen: CardPen,
  { width, height }: { width: number; height: number }
): Filled {
  const left = width - MONTHS_WIDTH - GAP
  const cell = MONTHS_WIDTH / 12
  const heads = {
    height: 32,
    svg: MONTHS.map((month, i) =>
      words(
        month.charAt(0).toUpperCase(),
        pen.detail,
        left + GAP + (i + 0.46) * cell,
        baseline(pen.detail),
        'middle'
      )
    ).join('')
  }
  const blocks = lines.slice(0, MOST).map((one) => {
    const drawn = enlarged(yearBlock(one, pen.small, MONTHS_WIDTH / ENLARGED), ENLARGED)
    return beside(named(one, pen, left), drawn, left + GAP)
  })
  return listed(heads, blocks, height)
}
