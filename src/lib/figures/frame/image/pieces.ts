// How do a value, its marks and what stands beside them make a line, from the left or from the right?

import { formatLabel } from '../../../domain/format.ts'
import { MARK_TEXT, wordMarks } from '../../../domain/marks.ts'
import type { Datum } from '../drawing.ts'
import type { Block } from './block.ts'
import type { Pen } from './pen.ts'
import { element, moved, rect, round } from './svg.ts'
import { baseline, measure, type Type, words } from './text.ts'

/** Something as wide as it says, set on a common baseline. */
export interface Piece {
  width: number
  /** `x` is its left edge, or its right one for 'end'. */
  draw(x: number, y: number, anchor: 'start' | 'end'): string
}

export const GAP = 8
/** How much too wide a text is measured: see map/text-width.ts. */
const SLACK = 1.04

export function textPiece(text: string, type: Type): Piece {
  return { width: measure(text, type), draw: (x, y, anchor) => words(text, type, x, y, anchor) }
}

/** The triangle of what is to be verified, on its baseline; 13 px wide beside words of 12 px, and grows with them. */
function triangle(stroke: string, scale: number): string {
  return element('path', {
    transform: scale === 1 ? undefined : `scale(${round(scale)})`,
    d: 'M6.5-10.2 12.2 0H.8ZM6.5-6.8v3.2M6.5-2.3v.9',
    fill: 'none',
    stroke,
    'stroke-width': 1.25,
    'stroke-linejoin': 'round'
  })
}

function markPiece(mark: keyof typeof MARK_TEXT, pen: Pen): Piece {
  const word = textPiece(MARK_TEXT[mark].short, pen.type.mark)
  if (mark !== 'to_verify') return word
  const scale = pen.type.mark.size / 12
  const sign = 16 * scale
  return {
    width: word.width + sign,
    draw: (x, y, anchor) => {
      // What is measured is a little too wide: the triangle keeps to its word on both sides.
      const left = anchor === 'start' ? x : x - word.width / SLACK - sign
      return (
        moved(triangle(pen.palette.ink, scale), left, y) +
        word.draw(anchor === 'start' ? x + sign : x, y, anchor)
      )
    }
  }
}

/** The words beside a value, without the value. */
export function markPieces(marks: Datum['marks'], pen: Pen): Piece[] {
  return wordMarks(marks).map((mark) => markPiece(mark, pen))
}

/** The value, its sign in it, then its marks. */
export function valuePieces(
  datum: Datum & { text?: string },
  pen: Pen,
  type: Type = pen.type.value
): Piece[] {
  const label = datum.text ?? formatLabel(datum.value, datum.unit, datum.marks)
  return [textPiece(label, type), ...markPieces(datum.marks, pen)]
}

export function runWidth(pieces: readonly Piece[], gap = GAP): number {
  return pieces.reduce((sum, { width }) => sum + width + gap, -gap)
}

/** From `x` to the right. */
export function runRight(pieces: readonly Piece[], x: number, y: number, gap = GAP): string {
  let at = x
  return pieces
    .map((piece) => {
      const drawn = piece.draw(at, y, 'start')
      at += piece.width + gap
      return drawn
    })
    .join('')
}

/** The first piece at the far right, the next ones to its left: values align, marks stand before them. */
export function runLeft(pieces: readonly Piece[], right: number, y: number, gap = GAP): string {
  let at = right
  return pieces
    .map((piece) => {
      const drawn = piece.draw(at, y, 'end')
      at -= piece.width + gap
      return drawn
    })
    .join('')
}

/** As many lines as `width` asks for. */
export function flow(pieces: readonly Piece[], width: number, type: Type, gap = GAP): Block {
  let [x, row, svg] = [0, 0, '']
  for (const piece of pieces) {
    if (x > 0 && x + piece.width > width) [x, row] = [0, row + 1]
    svg += piece.draw(x, row * type.line + baseline(type), 'start')
    x += piece.width + gap
  }
  return { height: pieces.length === 0 ? 0 : (row + 1) * type.line, svg }
}

/** A word in a thin frame: "renouvelé". */
export function tagPiece(text: string, pen: Pen): Piece {
  const width = measure(text, pen.type.tiny) + 10
  return {
    width,
    draw: (x, y) =>
      rect(x + 0.5, y - 12, width - 1, 16, { rx: 3, fill: 'none', stroke: pen.palette.rule2 }) +
      words(text, pen.type.tiny, x + width / 2, y, 'middle')
  }
}

/** Several pieces that stay together, from left to right. */
export function joined(pieces: readonly Piece[], gap = 6): Piece {
  const width = runWidth(pieces, gap)
  return {
    width,
    draw: (x, y, anchor) => runRight(pieces, anchor === 'start' ? x : x - width, y, gap)
  }
}
