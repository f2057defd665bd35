// What does one bar look like, with what its marks do to it? The same as charts/BarTrack.svelte, in literal pixels.

import type { Mark } from '../../../domain/rows.ts'
import { element, rect, round } from './svg.ts'

export interface BarShape {
  /** Pixels of the axis. */
  width: number
  height: number
  /** 0 to 1 of the axis. */
  fraction: number
  start?: number
  marks?: readonly Mark[]
  solid: boolean
  computed: boolean
  /** Colour. */
  hue: string
}

/** Width and period of stripes along the bar: dense for what we computed, sparse for a part of the year. */
const DENSE = { width: 1.25, period: 4.5 }
const SPARSE = { width: 0.9, period: 7.25 }

/** Stripes at 45°, cut at the edges by arithmetic: patterns and clips are lost in some programs. */
export function stripes(x: number, width: number, height: number, period: number): string {
  const count = Math.ceil((width + height) / period)
  return Array.from({ length: count }, (_, i) => {
    // Rises from (foot, height) to (foot + height, 0).
    const foot = i * period - height + period / 2
    const [from, to] = [Math.max(0, foot), Math.min(width, foot + height)]
    if (to <= from) return ''
    return `M${round(x + from)} ${round(height - (from - foot))}L${round(x + to)} ${round(height - (to - foot))}`
  }).join('')
}

function striped({ height, solid, hue, marks = [] }: BarShape, x: number, width: number): string {
  const partial = marks.includes('partial_period')
  const { width: thick, period } = partial ? SPARSE : DENSE
  return (
    rect(x, 0, width, height, { fill: hue, 'fill-opacity': 0.08 }) +
    element('path', {
      d: stripes(x, width, height, period),
      stroke: hue,
      'stroke-width': thick,
      'stroke-opacity': solid ? undefined : 0.45,
      fill: 'none'
    }) +
    edge(x, width, height, hue, partial ? '4 3' : undefined)
  )
}

/** A line all inside of the box. */
function edge(x: number, width: number, height: number, stroke: string, dash?: string): string {
  return rect(x + 0.63, 0.63, width - 1.26, height - 1.26, {
    fill: 'none',
    stroke,
    'stroke-width': 1.25,
    'stroke-dasharray': dash
  })
}

/** What goes on past the end: an arrow and a chevron for "at least", two dashes for "about". */
function opening({ height, hue, marks = [] }: BarShape, end: number): string {
  const half = round(height / 2)
  const chevron = { fill: 'none', stroke: hue, 'stroke-width': 1.5 }
  if (marks.includes('at_least'))
    return (
      element('path', { d: `M${round(end)} 0l6 ${half}-6 ${half}z`, fill: hue }) +
      element('path', {
        d: `M${round(end + 5)} 1L${round(end + 11)} ${half} ${round(end + 5)} ${round(height - 1)}`,
        ...chevron
      })
    )
  if (marks.includes('about'))
    return element('path', {
      d: `M${round(end)} .75h14M${round(end)} ${round(height - 0.75)}h14`,
      ...chevron,
      'stroke-dasharray': '3 2'
    })
  return ''
}

/** '' for what has no length. */
export function bar(shape: BarShape): string {
  const { width, height, fraction, start = 0, solid, computed, hue, marks = [] } = shape
  if (!Number.isFinite(fraction) || fraction <= 0) return ''
  const [x, length] = [start * width, Math.max(1, fraction * width)]
  const body =
    computed || marks.includes('partial_period')
      ? striped(shape, x, length)
      : solid
        ? rect(x, 0, length, height, { rx: 1, fill: hue })
        : rect(x, 0, length, height, { fill: hue, 'fill-opacity': 0.2 }) + edge(x, length, height, hue)
  return body + opening(shape, x + length)
}
