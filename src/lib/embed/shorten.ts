// What of a long figure does an iframe show at once? The reader's own territory first, then what fits; the rest stays one
// click away. Lengths and axes are those of the whole figure: nothing is computed again.

import type { Drawing, Panel } from '../figures/frame/drawing.ts'
import type { FigureModel } from '../figures/figure.ts'
import { drawingHeight, plannedHeight } from './planned-height.ts'

/** CSS px at 600 px of width; on a phone, with title and foot, about the 1000 that WordPress lets a frame be. */
const BUDGET = 500

type Line = { id: string; solid?: boolean }

/** What a panel is made of; a stack is one whole. */
function linesOf(panel: Panel): readonly Line[] {
  switch (panel.kind) {
    case 'stack':
      return [panel.total]
    case 'numbers':
      return panel.items
    default:
      return panel.lines
  }
}

/** The panel with some of its lines; null for none. What is missing is said once, by the panel that keeps its head. */
function restrict(panel: Panel, keep: (line: Line) => boolean, withMissing: boolean): Panel | null {
  switch (panel.kind) {
    case 'stack':
      return keep(panel.total) ? panel : null
    case 'numbers': {
      const items = panel.items.filter(keep)
      return items.length === 0 ? null : { ...panel, items }
    }
    case 'bars': {
      const lines = panel.lines.filter(keep)
      return lines.length === 0 ? null : { ...panel, lines, missing: withMissing ? panel.missing : [] }
    }
    case 'secrets': {
      const lines = panel.lines.filter(keep)
      return lines.length === 0 ? null : { ...panel, lines }
    }
    case 'months': {
      const lines = panel.lines.filter(keep)
      return lines.length === 0 ? null : { ...panel, lines }
    }
    case 'spans': {
      const lines = panel.lines.filter(keep)
      return lines.length === 0 ? null : { ...panel, lines }
    }
  }
}

function only(drawing: Drawing, keep: (line: Line) => boolean, withMissing: boolean): Drawing {
  const panels = drawing.panels.flatMap((panel) => restrict(panel, keep, withMissing) ?? [])
  const rows = new Set(
    panels.flatMap((panel) => (panel.kind === 'bars' ? panel.lines.map(({ row }) => row) : []))
  )
  return { ...drawing, panels, rows: drawing.rows.filter(({ id }) => rows.has(id)) }
}

/** As many lines as fit, in reading order; at least one. */
function fitting(drawing: Drawing): Drawing {
  const kept = new Set<string>()
  for (const { id } of drawing.panels.flatMap(linesOf)) {
    kept.add(id)
    const tried = only(drawing, (line) => kept.has(line.id), true)
    if (kept.size > 1 && drawingHeight(tried) > BUDGET) {
      kept.delete(id)
      break
    }
  }
  return only(drawing, ({ id }) => kept.has(id), true)
}

export interface Shortened {
  first: Drawing
  /** null when everything is shown at once. */
  rest: Drawing | null
  /** How many lines the rest holds. */
  more: number
}

export function shorten(drawing: Drawing): Shortened {
  if (drawing.map !== null || drawingHeight(drawing) <= BUDGET) return { first: drawing, rest: null, more: 0 }
  const own = only(drawing, ({ solid = true }) => solid, true)
  const wanted = own.panels.length === 0 ? drawing : own
  const first = drawingHeight(wanted) <= BUDGET ? wanted : fitting(wanted)
  const shown = new Set(first.panels.flatMap(linesOf).map(({ id }) => id))
  const rest = only(drawing, ({ id }) => !shown.has(id), false)
  const more = rest.panels.flatMap(linesOf).length
  return more === 0 ? { first: drawing, rest: null, more } : { first, rest, more }
}

/** px of the embed of a figure, as it opens. */
export function embedHeight(model: Pick<FigureModel, 'title' | 'subtitle' | 'note' | 'drawing'>): number {
  const { first, rest } = shorten(model.drawing)
  return plannedHeight({ ...model, drawing: first, more: rest !== null })
}
