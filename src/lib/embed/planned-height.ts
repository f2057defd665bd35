// How tall will an embedded figure be, before anything is drawn? An estimate in CSS px at 600 px of width.
//
// It is the height of the iframe where no script of the page around listens, and the first that WordPress hears.
// tests/e2e/embed.spec.ts measures each embed: the estimate is seldom short, and never by much.

import { doubtsUnder } from '../figures/frame/doubts.ts'
import type { Drawing, MonthsPanel, Panel, SpansPanel } from '../figures/frame/drawing.ts'

/** What WordPress accepts. */
const LEAST = 200
const MOST = 1000
const MAP = 400
const GAP = 24
/** Characters of small text, and of text, that a line holds. */
const SMALL = 78
const TEXT = 62

const lines = (text: string, length: number): number => Math.ceil(text.length / length)
const bounded = (height: number): number => Math.round(Math.min(MOST, Math.max(LEAST, height)))

/** What is in doubt stands once under the lines. */
const doubtsHeight = (panel: MonthsPanel | SpansPanel): number =>
  doubtsUnder(panel).reduce((sum, { names, text }) => sum + 4 + lines(`${names} : ${text}`, SMALL) * 16, 0)

function panelHeight(panel: Panel, matrix: boolean): number {
  const words = lines(panel.words.join(' , '), SMALL)
  const head =
    (panel.title === '' ? 0 : 36) + words * 18 + (panel.note === '' ? 0 : 8 + lines(panel.note, SMALL) * 16)
  switch (panel.kind) {
    case 'bars': {
      const each = matrix ? 70 : 60
      return head + panel.lines.length * each + (panel.missing.length > 0 ? 40 : 0)
    }
    case 'stack':
      return head + 116
    case 'numbers':
      return (
        head + (panel.compact === true ? panel.items.length * 34 : Math.ceil(panel.items.length / 3) * 108)
      )
    case 'secrets':
      return head + panel.lines.length * 34
    case 'months':
      return head + 60 + panel.lines.length * 90 + doubtsHeight(panel)
    case 'spans':
      return (
        head +
        (panel.listed === true ? 0 : 60) +
        panel.lines.length * (panel.listed === true ? 60 : 88) +
        doubtsHeight(panel)
      )
  }
}

/** px, without title and foot. */
export function drawingHeight({ layout, map, panels }: Drawing): number {
  if (map !== null) return MAP
  return panels.reduce((sum, panel) => sum + panelHeight(panel, layout === 'matrix') + GAP, 0)
}

/** px: title, subtitle, space, source line with its switch. */
const frameHeight = (title: string, subtitle: string): number =>
  16 + lines(title, 48) * 26 + 2 + lines(subtitle, SMALL) * 20 + 14 + 118

export interface Planned {
  title: string
  subtitle: string
  note: string
  /** What is shown at once. */
  drawing: Drawing
  /** Is there more, behind one line? */
  more: boolean
}

/** px, within what WordPress accepts: 200 to 1000. */
export function plannedHeight({ title, subtitle, note, drawing, more }: Planned): number {
  const after = (note === '' ? 0 : 12 + lines(note, SMALL) * 16) + (more ? 44 : 0)
  return bounded(frameHeight(title, subtitle) + drawingHeight(drawing) + after)
}

/** px, of the embed of a fiche: its paragraph, then its numbers or the words of the report. */
export function plannedFicheHeight(fiche: {
  identity: string
  lead: string
  numbers: readonly { label: string }[]
  thin: boolean
  /** Words of the report that a thin fiche shows. */
  quotes: readonly { text: string }[]
}): number {
  const { identity, lead, numbers, thin, quotes } = fiche
  const said = quotes.reduce((sum, { text }) => sum + 40 + lines(text, TEXT) * 26, 0)
  const counted =
    numbers.length === 0 ? 0 : 110 + Math.max(...numbers.map(({ label }) => lines(label, 18))) * 22
  return bounded(frameHeight('', identity) + 26 + lines(lead, TEXT) * 24 + (thin ? said : counted))
}
