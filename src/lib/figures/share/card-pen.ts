// How large is what stands on a share image? Three times what a telephone shows: nothing under 26 px but the credits of a map.

import { type Pen, penOf } from '../frame/image/pen.ts'
import type { Type } from '../frame/image/text.ts'
import { SHARE_SIZE } from './share-image.ts'

/** Pixels; what every social network shows whole. */
export const CARD = { ...SHARE_SIZE, margin: 56, band: 12 } as const

/** The two weights that are at hand: resvg draws no other. */
const BOLD = 700

export interface CardPen {
  /** Colours, and the marks beside a value in the size of the card. */
  pen: Pen
  /** The pen of the figures, for what is drawn at their size and enlarged. */
  small: Pen
  place: Type
  name: Type
  label: Type
  detail: Type
  title: (size: number) => Type
  number: (size: number) => Type
}

export function cardPen(): CardPen {
  const base = penOf('light')
  const { ink, ink2 } = base.palette
  const regular = (size: number, line: number, fill: string): Type => ({ size, line, fill, weight: 400 })
  const bold = (size: number, line: number): Type => ({ size, line, fill: ink, weight: BOLD })
  const mark = regular(26, 32, ink2)
  return {
    pen: { ...base, type: { ...base.type, mark } },
    small: base,
    place: bold(32, 40),
    name: bold(30, 36),
    label: regular(30, 36, ink),
    detail: regular(26, 32, ink2),
    title: (size) => ({ ...bold(size, Math.round(size * 1.14)), spacing: -0.01 * size }),
    number: (size) => ({ ...bold(size, Math.round(size * 1.06)), spacing: -0.02 * size })
  }
}

/** How much larger than on the page a bar or a span is drawn, its strokes with it. */
export const ENLARGED = 2.2
