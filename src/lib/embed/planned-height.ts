// How tall will an embedded figure be, before anything is drawn? An estimate in CSS px at 600 px of width.
//
// It is the height of the iframe where no script of the page around listens, and the first that WordPress hears.
// tests/e2e/embed.spec.ts measures each embed: the estimate is never short, and seldom long.

import type { Drawing, Panel } from '../figures/frame/drawing.ts'

/** Title on two lines, subtitle, source line. */
const FRAME = 160
const MAP = 410
/** What WordPress accepts. */
const LEAST = 200
const MOST = 1000

function panelHeight(panel: Panel): number {
  const head =
    (panel.title === '' ? 0 : 30) + (panel.words.length > 0 ? 24 : 0) + (panel.note === '' ? 0 : 40)
  switch (panel.kind) {
    case 'bars':
      return head + panel.lines.length * 56 + (panel.missing.length > 0 ? 40 : 0) + 10
    case 'stack':
      return head + 90
    case 'numbers':
      return head + Math.ceil(panel.items.length / 3) * 92
    case 'months':
      return head + panel.lines.length * 56 + 60
    case 'spans':
      return head + panel.lines.length * 56 + 60
  }
}

/** px, within what WordPress accepts: 200 to 1000. */
export function plannedHeight({ drawing, note }: { drawing: Drawing; note: string }): number {
  const content =
    drawing.map === null ? drawing.panels.reduce((total, panel) => total + panelHeight(panel) + 24, 0) : MAP
  return Math.min(MOST, Math.max(LEAST, FRAME + content + (note === '' ? 0 : 44)))
}

/** px, of the embed of a fiche: its paragraph, then its numbers or the words of the report. */
export function plannedFicheHeight({
  lead,
  numbers,
  thin
}: {
  lead: string
  numbers: readonly unknown[]
  thin: boolean
}): number {
  const lines = Math.ceil(lead.length / 68)
  return Math.min(MOST, Math.max(LEAST, FRAME + lines * 24 + (thin ? 140 : numbers.length === 0 ? 0 : 130)))
}
