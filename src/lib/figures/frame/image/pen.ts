// What does every part of an image share: colours, type, air?

import type { Palette } from './palette.ts'
import { paletteOf, type Theme } from './palette.ts'
import { type Type, typesOf } from './text.ts'

export interface Pen {
  palette: Palette
  type: Record<keyof ReturnType<typeof typesOf>, Type>
  /** 1, more where a fixed frame leaves room: bars and the space between them grow by it. */
  air: number
}

/** @param framed the image is seen among others, small: its title is larger than on the page */
export function penOf(theme: Theme, air = 1, framed = false): Pen {
  const palette = paletteOf(theme)
  const type = typesOf(palette)
  return { palette, air, type: framed ? { ...type, title: { ...type.title, ...FRAMED } } : type }
}

const FRAMED = { size: 25, line: 31, spacing: -0.3 }

/** Narrower than this, a drawing is made for a phone. */
export const NARROW = 480
