// The drawing of a figure in an image: its panels, laid out as frame/panels/Panels.svelte lays them out on the page.

import type { Drawing, Panel } from '../drawing.ts'
import { barsPanel } from './bars-panel.ts'
import { type Block, columnsIn, inColumns, padded, stacked } from './block.ts'
import { matrix } from './matrix.ts'
import { monthsPanel } from './months-panel.ts'
import { numbersPanel } from './numbers-panel.ts'
import type { Pen } from './pen.ts'
import { secretsPanel } from './secrets-panel.ts'
import { spansPanel } from './spans-panel.ts'
import { stackPanel } from './stack-panel.ts'
import { line } from './svg.ts'

/** Ids of all bars: a stack whose pieces stand there too need not name them again. */
const barIds = ({ panels: all }: Drawing): ReadonlySet<string> =>
  new Set(all.flatMap((panel) => (panel.kind === 'bars' ? panel.lines.map(({ id }) => id) : [])))

function panelBlock(panel: Panel, barred: ReadonlySet<string>, pen: Pen, width: number): Block {
  switch (panel.kind) {
    case 'bars':
      return barsPanel(panel, pen, width)
    case 'stack':
      return stackPanel(panel, !panel.pieces.some(({ id }) => barred.has(id)), pen, width)
    case 'numbers':
      return numbersPanel(panel, pen, width)
    case 'months':
      return monthsPanel(panel, pen, width)
    case 'spans':
      return spansPanel(panel, pen, width)
    case 'secrets':
      return secretsPanel(panel, pen, width)
  }
}

/** A hairline, then the block. */
function ruled(block: Block, stroke: string, width: number): Block {
  const under = padded(block, 12)
  return { ...under, svg: line(0, 0.5, width, 0.5, { stroke }) + under.svg }
}

export function panels(drawing: Drawing, pen: Pen, width: number): Block {
  const barred = barIds(drawing)
  const { rule, rule2 } = pen.palette
  if (drawing.layout === 'matrix') {
    // A matrix is made of its bars; what is no bar stands under it.
    const others = drawing.panels.filter(({ kind }) => kind !== 'bars')
    const under = others.map((panel) => ruled(panelBlock(panel, barred, pen, width), rule2, width))
    return stacked([matrix(drawing, pen, width), ...under], 20 * pen.air)
  }
  if (drawing.layout === 'columns') {
    const columns = columnsIn(width, Math.min(352, width), 24)
    const blocks = drawing.panels.map((panel) =>
      ruled(panelBlock(panel, barred, pen, columns.width), rule, columns.width)
    )
    return inColumns(blocks, columns, { x: 24, y: 28 * pen.air })
  }
  return stacked(
    drawing.panels.map((panel, i) => {
      const block = panelBlock(panel, barred, pen, width)
      return i === 0 ? block : ruled(block, rule2, width)
    }),
    20 * pen.air
  )
}
