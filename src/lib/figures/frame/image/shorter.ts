// Which lines of a long list stay where there is no room for all? The first ones, and how many are left out is said.

import type { Drawing, MonthsPanel, SpansPanel } from '../drawing.ts'

type Listed = MonthsPanel | SpansPanel
const isListed = (panel: Drawing['panels'][number]): panel is Listed =>
  panel.kind === 'months' || panel.kind === 'spans'

/** Can lines be left out? Of bars they cannot: a part without its whole would lie. */
export function canShorten({ panels }: Drawing): boolean {
  return panels.some(isListed)
}

function cut<T extends Listed>(panel: T, share: number): T {
  const kept = Math.max(1, Math.round(panel.lines.length * share))
  const left = panel.lines.length - kept
  if (left <= 0) return panel
  const said = `${left === 1 ? 'Une autre ligne est' : `${left} autres lignes sont`} sur la page de la figure, faute de place ici.`
  return { ...panel, lines: panel.lines.slice(0, kept), note: `${said} ${panel.note}`.trim() }
}

/** The first `share` (0 to 1) of the lines of each list. */
export function shorter(drawing: Drawing, share: number): Drawing {
  if (share >= 1) return drawing
  return { ...drawing, panels: drawing.panels.map((panel) => (isListed(panel) ? cut(panel, share) : panel)) }
}
