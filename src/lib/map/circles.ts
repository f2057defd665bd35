// How large is the circle of a value?

import type { Hue } from '../domain/rows.ts'

/** A territory with a value, as a circle on the map and the head of its group in the list. */
export interface MapCircle {
  /** Id of the territory; its places have it as `region`. */
  id: string
  name: string
  hue: Hue
  /** Degrees; null for what has no point (formation): it heads a group of the list and draws no circle. */
  lon: number | null
  lat: number | null
  /** null when not published: no circle, and the words "non publié". */
  value: number | null
  /** Value with its unit and its marks in words: "2 076 k€ arrondi". */
  label: string
  /** The value alone ("2 076 k€") and its marks alone ("arrondi"), when they are shown apart. */
  short?: string
  note?: string
  selected: boolean
}

/** What the area of a circle means; the same at every zoom and in every map of one measure. */
export interface CircleScale {
  /** Value whose circle has `RADIUS`. */
  reference: number
  /** Circles of the legend, largest first. */
  steps: { value: number; label: string }[]
}

/** Pixels: radius of the reference value, 2 076 k€ for the produit. */
const RADIUS = 46

export const PRODUIT_SCALE: CircleScale = {
  reference: 2_076_000,
  steps: [
    { value: 2_000_000, label: '2\u202f000\u00a0k€' },
    { value: 500_000, label: '500\u00a0k€' }
  ]
}

/** Pixels; area is proportional to value. 0 for what is not published, negative or not a number. */
export function circleRadius(value: number | null, scale: CircleScale): number {
  if (value === null || !(value > 0) || !(scale.reference > 0)) return 0
  return RADIUS * Math.sqrt(value / scale.reference)
}
