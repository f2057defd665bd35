// How does a figure fill a frame of a given shape? Words as large as they can be, then air, then the map.

import type { Block } from './block.ts'
import { moved } from './svg.ts'

/** The parts of an image: what is said first, what is drawn, what closes it. */
export interface Parts {
  top: Block
  middle: Block
  bottom: Block
}

/** Pixels of the drawing itself, before it is scaled to its frame. */
export interface Plan {
  width: number
  height: number
  margin: number
  svg: string
}

export interface Fit {
  /** Draws in this width, with this much air, a map of this height, this share of the lines of its lists. */
  draw: (inner: number, air: number, more?: { tall?: number; share?: number }) => Parts
  /** Height over width. */
  ratio: number
  margin: (width: number) => number
  /** Pixels of the frame: wider than that, words would be smaller than on the page. */
  most: number
  map: boolean
  /** May lines be left out, and said to be? */
  list: boolean
}

/** Narrower, a title would shout. */
const LEAST = 420
const STEP = 20
const GAP = 16
const AIRS = [2.4, 2.1, 1.8, 1.6, 1.4, 1.2, 1]
/** A map keeps at least this share of its width in height, less in a flat frame. */
const MAP_SHARE = 0.52
const MAP_WIDTH = 700
/** Wider, a list could not be read on a telephone: it is shortened instead. */
const LIST_WIDTH = 760
const SHARES = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1]

const heightOf = ({ top, middle, bottom }: Parts): number =>
  top.height + middle.height + bottom.height + 2 * GAP

/** Header at the top, footer at the bottom, the drawing in the middle of what is left. */
function place(parts: Parts, width: number, height: number, margin: number): Plan {
  const free = height - 2 * margin - heightOf(parts)
  const foot = height - margin - parts.bottom.height
  const middle = margin + parts.top.height + GAP + Math.max(0, free / 2)
  const svg =
    moved(parts.top.svg, 0, margin) + moved(parts.middle.svg, 0, middle) + moved(parts.bottom.svg, 0, foot)
  return { width, height, margin, svg }
}

/** The drawing in a frame `width` wide when it fits there, with as much air as there is; null when it does not. */
function inFrame({ draw, ratio, margin, map }: Fit, width: number, share = 1): Plan | null {
  const own = margin(width)
  const [inner, height] = [width - 2 * own, Math.round(width * ratio)]
  const room = height - 2 * own
  if (map) {
    const tall = Math.floor(room - heightOf(draw(inner, 1, { tall: 1 })) + 1)
    return tall < inner * Math.min(MAP_SHARE, 0.55 * ratio)
      ? null
      : place(draw(inner, 1, { tall }), width, height, own)
  }
  if (heightOf(draw(inner, 1, { share })) > room) return null
  const parts = AIRS.map((air) => draw(inner, air, { share })).find((one) => heightOf(one) <= room)
  return parts === undefined ? null : place(parts, width, height, own)
}

function firstOf<T>(values: readonly T[], plan: (value: T) => Plan | null): Plan | null {
  for (const value of values) {
    const found = plan(value)
    if (found !== null) return found
  }
  return null
}

const widths = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / STEP) + 1) }, (_, i) => from + i * STEP)

export function fitted(fit: Fit): Plan {
  const least = fit.map ? MAP_WIDTH : LEAST
  const tried = firstOf(widths(least, fit.list ? LIST_WIDTH : fit.most), (width) => inFrame(fit, width))
  const cut = tried ?? (fit.list ? firstOf(SHARES, (share) => inFrame(fit, LIST_WIDTH, share)) : null)
  if (cut !== null) return cut
  // Too much for the frame at the size of the page: smaller, but whole.
  let plan: Plan | null = null
  for (let width = fit.most; plan === null; width += 4 * STEP) plan = inFrame(fit, width)
  return plan
}
