// How tall will an embedded figure be, before anything is drawn? An estimate for the iframe, in CSS px at 600 px of width.

import type { FigureModel } from '../figures/figure.ts'
import type { Panel } from '../figures/frame/drawing.ts'

const HEAD = 110
const FOOT = 110

function panelHeight(panel: Panel): number {
  const head =
    (panel.title === '' ? 0 : 24) + (panel.words.length > 0 ? 20 : 0) + (panel.note === '' ? 0 : 24)
  switch (panel.kind) {
    case 'bars':
      return head + panel.lines.length * 56 + 40
    case 'stack':
      return head + 90
    case 'numbers':
      return head + Math.ceil(panel.items.length / 3) * 92
    case 'months':
      return head + panel.lines.length * 40 + 24
    case 'spans':
      return head + panel.lines.length * 52 + 30
  }
}

/** Within what WordPress accepts, 200 to 1000. */
export function plannedHeight({ drawing }: Pick<FigureModel, 'drawing'>): number {
  const panels = drawing.panels.map(panelHeight)
  const sum = panels.reduce((total, height) => total + height + 20, 0)
  const content = drawing.map === null ? (drawing.layout === 'list' ? sum : sum / 2) : 420
  return Math.round(Math.min(1000, Math.max(200, HEAD + content + FOOT)))
}
