// Which colours does an image hold? An SVG that leaves the site takes no stylesheet with it: literal values, equal to
// ui/tokens.css (palette.test.ts proves it).

import type { Hue } from '../../../domain/rows.ts'

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Token -> light, dark. */
export const COLOURS = {
  paper: ['#fbf8f3', '#191613'],
  sunk: ['#f3eee4', '#292520'],
  ink: ['#211d18', '#f4efe6'],
  ink2: ['#544c42', '#cbc2b4'],
  ink3: ['#6c6358', '#a79d8e'],
  rule: ['#e0d8ca', '#3a352e'],
  rule2: ['#8a8071', '#7d7365'],
  mark: ['#ffe8a3', '#55440f'],
  markink: ['#211d18', '#fff3cf'],
  sea: ['#dbe6ea', '#11191d'],
  land: ['#f5f1e8', '#25211c'],
  river: ['#a3c1cf', '#3f5f6e'],
  dep: ['#c9bfae', '#4d463c'],
  depink: ['#766c60', '#a79d8e'],
  seaink: ['#4c6670', '#8fa9b3'],
  rennes: ['#1a4f9e', '#6ea3fb'],
  nantes: ['#bd540c', '#f6a15c'],
  angers: ['#6b2352', '#bf759e'],
  idf: ['#24827c', '#5adfd3'],
  neutre: ['#6c6358', '#a79d8e'],
  rennesT: ['#1a4f9e', '#8ab5ff'],
  nantesT: ['#a34608', '#f6a15c'],
  angersT: ['#6b2352', '#d793ba'],
  idfT: ['#17696a', '#5adfd3']
} as const satisfies Record<string, readonly [light: string, dark: string]>

type Token = keyof typeof COLOURS
export type Palette = Readonly<Record<Token, string>>

export function paletteOf(theme: Theme): Palette {
  const side = THEMES.indexOf(theme)
  return Object.fromEntries(
    Object.entries(COLOURS).map(([token, sides]) => [token, sides[side]])
  ) as unknown as Palette
}

/** A hue of the data as it stands in marks and in words. */
export function hueOf(palette: Palette, hue: Hue): { mark: string; text: string } {
  if (hue === 'neutral') return { mark: palette.neutre, text: palette.ink2 }
  return { mark: palette[hue], text: palette[`${hue}T`] }
}

/** `share` (0 to 1) of the first colour over the second: what color-mix() and opacity make, for any renderer. */
export function mix(over: string, under: string, share: number): string {
  const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(over, at) * share + channel(under, at) * (1 - share)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}
