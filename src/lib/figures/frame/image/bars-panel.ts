// How are bars drawn in an image: name and value above each, one axis under them all where they share one?

import { sharedEnd } from '../axis-view.ts'
import type { BarLine, BarsPanel } from '../drawing.ts'
import { axis, missingNote, note, panelHead } from './axis.ts'
import { bar } from './bar.ts'
import { type Block, NOTHING, padded, stacked } from './block.ts'
import { heading } from './heading.ts'
import { hueOf } from './palette.ts'
import type { Pen } from './pen.ts'
import { runWidth, valuePieces } from './pieces.ts'
import { line, moved } from './svg.ts'
import { baseline, measure, words } from './text.ts'

/** The bar of a line, `thick` px high. */
export function barBlock(one: BarLine, pen: Pen, width: number, thick: number): Block {
  const { fraction, start, marks, solid, computed } = one
  const height = thick * pen.air
  const hue = hueOf(pen.palette, one.hue).mark
  return { height, svg: bar({ width, height, fraction, start, marks, solid, computed, hue }) }
}

/** What the lines of one panel have in common. */
interface Lines {
  /** One axis under them all. */
  shared: boolean
  crossed: boolean
  /** Width of the column of the second values. */
  last: number
}

function lineBlock(one: BarLine, { shared, crossed, last }: Lines, pen: Pen, width: number): Block {
  const head = heading(
    {
      label: one.label,
      hue: one.hue,
      named: one.territory !== '',
      detail: one.detail,
      runs: [valuePieces(one, pen), ...(one.second === null ? [] : [valuePieces(one.second, pen)])],
      last,
      crossed
    },
    pen,
    width
  )
  const own = shared ? NOTHING : axis(one.axisEnd, one.unit, pen, width)
  return stacked([stacked([head, barBlock(one, pen, width, 14)], 4), own], 0)
}

/** The line that proves the title, from its words down to the last bar, behind everything. */
function reference({ reference: one }: BarsPanel, height: number, pen: Pen, width: number): Block {
  if (one === null) return NOTHING
  const { tiny } = pen.type
  const x = one.at * width
  const fits = x + 8 + measure(one.label, tiny) <= width
  return {
    height: 24,
    svg:
      words(one.label, tiny, x + (fits ? 8 : -8), baseline(tiny), fits ? 'start' : 'end') +
      line(x, 2, x, 24 + height, { stroke: pen.palette.ink2, 'stroke-dasharray': '3 3' })
  }
}

export function barsPanel(panel: BarsPanel, pen: Pen, width: number): Block {
  const { lines } = panel
  const end = sharedEnd(lines)
  const last = Math.max(
    0,
    ...lines.map(({ second }) => (second === null ? 0 : runWidth(valuePieces(second, pen))))
  )
  const common = { shared: end !== null, crossed: panel.reference !== null, last }
  const drawn = stacked(
    lines.map((one) => lineBlock(one, common, pen, width)),
    14 * pen.air
  )
  const proof = reference(panel, drawn.height, pen, width)
  const plot = {
    height: proof.height + drawn.height,
    svg: proof.svg + moved(drawn.svg, 0, proof.height)
  }
  // Parts of a total are read against the line of the half, not against round numbers.
  const under =
    end === null || panel.reference !== null ? NOTHING : axis(end, lines[0]?.unit ?? '', pen, width)
  return stacked(
    [
      padded(panelHead(panel, pen, width), 0, panel.title === '' && panel.words.length === 0 ? 0 : 10),
      plot,
      under,
      padded(missingNote(panel.missing, pen, width), panel.missing.length === 0 ? 0 : 8),
      padded(note(panel.note, pen, width), panel.note === '' ? 0 : 8)
    ],
    0
  )
}
