// How is text set without a browser: measured, cut into lines, placed on its baseline?

import { textWidth } from '../../../map/text-width.ts'
import type { Block } from './block.ts'
import type { Palette } from './palette.ts'
import { element, escapeXml } from './svg.ts'

export interface Type {
  /** Pixels. */
  size: number
  /** Height of a line, in pixels. */
  line: number
  weight: number
  fill: string
  /** Pixels between letters. */
  spacing?: number
}

/** The scale of ui/tokens.css. */
export function typesOf(palette: Palette) {
  const { ink, ink2, ink3 } = palette
  return {
    title: { size: 20, line: 26, weight: 660, fill: ink, spacing: -0.2 },
    subtitle: { size: 14, line: 20, weight: 400, fill: ink2 },
    head: { size: 14, line: 20, weight: 620, fill: ink },
    name: { size: 14, line: 20, weight: 560, fill: ink },
    body: { size: 14, line: 20, weight: 400, fill: ink },
    value: { size: 14, line: 20, weight: 620, fill: ink },
    number: { size: 28, line: 34, weight: 680, fill: ink, spacing: -0.42 },
    tiny: { size: 12, line: 16, weight: 400, fill: ink2 },
    mark: { size: 12, line: 16, weight: 450, fill: ink2 },
    quiet: { size: 12, line: 16, weight: 400, fill: ink3 }
  } as const satisfies Record<string, Type>
}

export type Anchor = 'start' | 'middle' | 'end'

/** Pixels, a little too many rather than too few. */
export function measure(text: string, { size, weight, spacing = 0 }: Type): number {
  return textWidth(text, size, weight >= 550) + spacing * text.length
}

/** From the top of a line to its baseline: capitals stand in the middle. */
export function baseline({ size, line }: Type): number {
  return line / 2 + size * 0.363
}

/** One line; `y` is the baseline. */
export function words(text: string, type: Type, x: number, y: number, anchor: Anchor = 'start'): string {
  return element(
    'text',
    {
      x,
      y,
      'font-size': type.size,
      'font-weight': type.weight,
      fill: type.fill,
      'letter-spacing': type.spacing,
      'text-anchor': anchor === 'start' ? undefined : anchor
    },
    escapeXml(text)
  )
}

/** A word that is wider than its line, in pieces that are not. */
function broken(word: string, type: Type, width: number): string[] {
  const pieces: string[] = []
  for (const letter of word) {
    const last = pieces.at(-1)
    if (last !== undefined && measure(last + letter, type) <= width) pieces[pieces.length - 1] = last + letter
    else pieces.push(letter)
  }
  return pieces
}

/** Where a line may be cut: at plain spaces, but not inside a number ("42 000") nor after its sign. */
const CUTS = /(?<![\d+])[ \t\r\n]+|(?<=\d)[ \t\r\n]+(?!\d{3}(?!\d))/

/** Lines no wider than `width`; no-break spaces hold. */
export function wrap(text: string, type: Type, width: number): string[] {
  const lines: string[] = []
  const parts = text
    .split(CUTS)
    .filter((word) => word !== '')
    .flatMap((word) => (measure(word, type) > width ? broken(word, type, width) : [word]))
  for (const word of parts) {
    const last = lines.at(-1)
    const longer = `${last} ${word}`
    if (last !== undefined && measure(longer, type) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** As few lines as `wrap`, as even as they can be: no last word alone under a title. */
export function balance(text: string, type: Type, width: number): string[] {
  const lines = wrap(text, type, width)
  let [low, high] = [width / 2, width]
  while (high - low > 4) {
    const middle = (low + high) / 2
    if (wrap(text, type, middle).length > lines.length) low = middle
    else high = middle
  }
  return wrap(text, type, high)
}

export function setLines(lines: readonly string[], type: Type, x = 0): Block {
  return {
    height: lines.length * type.line,
    svg: lines.map((text, i) => words(text, type, x, i * type.line + baseline(type))).join('')
  }
}

export function paragraph(text: string, type: Type, width: number): Block {
  return setLines(wrap(text, type, width), type)
}
