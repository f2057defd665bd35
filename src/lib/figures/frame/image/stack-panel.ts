// How is a published total drawn in an image: one bar of its parts, what nobody allocates striped at the end?

import type { BarLine, StackPanel } from '../drawing.ts'
import { note, panelHead } from './axis.ts'
import { bar } from './bar.ts'
import { type Block, NOTHING, padded, stacked } from './block.ts'
import { heading } from './heading.ts'
import { hueOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { flow, joined, runLeft, textPiece, valuePieces } from './pieces.ts'
import { element, line, rect, round } from './svg.ts'
import { baseline } from './text.ts'

function piece(one: BarLine, pen: Pen, width: number, height: number): string {
  const hue = hueOf(pen.palette, one.hue).mark
  const { fraction, start, solid, computed } = one
  const end = (start + fraction) * width
  const body = bar({ width, height, fraction, start, solid, computed, hue })
  // A gap of paper between two pieces; none after the last.
  return computed
    ? body
    : body + line(end, 0, end, height, { stroke: pen.palette.paper, 'stroke-width': 1.5 })
}

/** The pieces by name where no bars above name them, else the remainder alone with a hook to its piece. */
function legend({ pieces }: StackPanel, named: boolean, pen: Pen, width: number): Block {
  const { tiny } = pen.type
  if (named)
    return flow(
      pieces.map((one) =>
        joined([
          swatch(one, pen),
          ...valuePieces(one, pen),
          textPiece(one.label, pen.type.body),
          ...(one.detail === '' ? [] : [textPiece(one.detail, tiny)])
        ])
      ),
      width,
      { ...pen.type.value, line: 26 },
      24
    )
  const rest = pieces.find(({ computed }) => computed)
  if (rest === undefined) return NOTHING
  return remainder(rest, pen, width)
}

/** Under the last piece, with a hook that rises to it; its name above the value where there is no room beside. */
function remainder(rest: BarLine, pen: Pen, width: number): Block {
  const { tiny, value } = pen.type
  const y = baseline(value)
  const run = joined(valuePieces(rest, pen), 8)
  const name = textPiece(rest.label, tiny)
  const hook = element('path', {
    d: `M${round(width - 15)} ${round(y - 4)}h10v-9`,
    fill: 'none',
    stroke: pen.palette.ink2
  })
  const beside = run.width + name.width + 26 <= width
  const first = runLeft(beside ? [run, name] : [name], width - 20, y, 6) + hook
  const block = { height: value.line, svg: first }
  return beside ? block : stacked([block, { height: value.line, svg: runLeft([run], width, y) }], 0)
}

function swatch(one: BarLine, pen: Pen): ReturnType<typeof textPiece> {
  return {
    width: 10,
    draw: (x, y) => rect(x, y - 9, 10, 10, { fill: hueOf(pen.palette, one.hue).mark })
  }
}

/** @param named are the pieces named here, or by the bars of a panel above? */
export function stackPanel(panel: StackPanel, named: boolean, pen: Pen, width: number): Block {
  const { total } = panel
  const height = 18 * pen.air
  const head = heading(
    { label: total.label, hue: 'neutral', named: false, detail: '', runs: [valuePieces(total, pen)] },
    pen,
    width
  )
  const bars = panel.pieces.filter(({ fraction }) => fraction > 0)
  return stacked(
    [
      padded(panelHead(panel, pen, width), 0, panel.title === '' ? 0 : 4),
      head,
      { height, svg: bars.map((one) => piece(one, pen, width, height)).join('') },
      legend(panel, named, pen, width),
      note(panel.note, pen, width)
    ],
    6
  )
}
