// How do the parts around the bars look: head, axis, notes?

import { formatMeasure } from '../../../domain/format.ts'
import { type Doubt } from '../doubts.ts'
import type { Panel } from '../drawing.ts'
import { type Block, NOTHING, stacked } from './block.ts'
import type { Pen } from './pen.ts'
import { line } from './svg.ts'
import { baseline, paragraph, words } from './text.ts'

/** What a panel counts, and the words of the report for it. */
export function panelHead(
  { title, words: said }: Pick<Panel, 'title' | 'words'>,
  pen: Pen,
  width: number
): Block {
  const quoted = said.map((word) => `«\u202f${word}\u202f»`).join(', ')
  return stacked(
    [
      title === '' ? NOTHING : paragraph(title, pen.type.head, width),
      quoted === '' ? NOTHING : paragraph(quoted, pen.type.quiet, width)
    ],
    0
  )
}

/** From zero to a round number. */
export function axis(end: number, unit: string, pen: Pen, width: number): Block {
  const { quiet } = pen.type
  const y = 4 + baseline(quiet)
  return {
    height: 20,
    svg:
      line(0, 3.5, width, 3.5, { stroke: pen.palette.rule2 }) +
      words('0', quiet, 0, y) +
      words(formatMeasure(end, unit), quiet, width, y, 'end')
  }
}

export function note(text: string, pen: Pen, width: number): Block {
  return text === '' ? NOTHING : paragraph(text, pen.type.quiet, width)
}

/** "Non publié : Angers, Île-de-France." */
export function missingNote(missing: readonly string[], pen: Pen, width: number): Block {
  return missing.length === 0 ? NOTHING : note(`Non publié\u00a0: ${missing.join(', ')}.`, pen, width)
}

/** What the report leaves open, under the lines it is about. */
export function doubtNotes(doubts: readonly Doubt[], pen: Pen, width: number): Block {
  return stacked(
    doubts.map(({ names, text }) => paragraph(`${names}\u00a0: ${text}`, pen.type.tiny, width)),
    4
  )
}
