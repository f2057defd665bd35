// How does a share image become a PNG, the same bytes on every machine? With our own fonts; never in the browser.

import { Resvg } from '@resvg/resvg-js'
import type { Card } from './card.ts'
import { cardSvg } from './card-svg.ts'
import { indexedPng } from './indexed-png.ts'

/** Made by scripts/subset-font.js. */
const FONTS = ['src/lib/ui/fonts/inter-400.ttf', 'src/lib/ui/fonts/inter-700.ttf']

/** 1200 × 630. */
export function drawCard(card: Card): Uint8Array<ArrayBuffer> {
  const font = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Inter' }
  const { width, height, pixels } = new Resvg(cardSvg(card), { font }).render()
  return indexedPng({ width, height, rgba: pixels })
}
