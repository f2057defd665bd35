// Can an accent colour be seen on an embed? WCAG 2.2, 1.4.11: 3:1 against what it stands on, in every theme that may come.

import type { LookTheme } from './look.ts'

/** Grounds of an embed (tokens.css, --paper); accent.test.ts proves them equal. */
export const GROUND = { light: '#fbf8f3', dark: '#191613' } as const
/** For a line or an underline; text keeps its ink. */
const LEAST = 3

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** 1 to 21. @param a colours as #rrggbb */
export function contrastOf(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

export interface Verdict {
  /** Lowest contrast over the themes that may come, rounded down to a tenth. */
  contrast: number
  visible: boolean
  /** Theme where it is lowest. */
  worst: 'light' | 'dark'
}

/** @param accent as #rrggbb */
export function judgeAccent(accent: string, theme: LookTheme): Verdict {
  const themes = theme === 'auto' ? (['light', 'dark'] as const) : ([theme] as const)
  const all = themes.map((one) => ({ worst: one, contrast: contrastOf(accent, GROUND[one]) }))
  const { worst, contrast } = all.reduce((low, one) => (one.contrast < low.contrast ? one : low))
  return { worst, contrast: Math.floor(contrast * 10) / 10, visible: contrast >= LEAST }
}
