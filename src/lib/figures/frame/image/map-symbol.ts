// How is the shape of what is done in a place drawn in an image? The same as map/Symbol.svelte.

import type { Family, Hue } from '../../../domain/rows.ts'
import { shapeOf, symbolHue } from '../../../map/symbols.ts'
import { hueOf, mix, type Palette } from './palette.ts'
import { element, round } from './svg.ts'

interface SymbolPlace {
  family: Family
  hue: Hue
  x: number
  y: number
  context?: boolean
  scale?: number
}

const at = ({ x, y, scale = 1 }: SymbolPlace): string =>
  `translate(${round(x)} ${round(y)})${scale === 1 ? '' : ` scale(${round(scale)})`}`

export function symbol(place: SymbolPlace, palette: Palette): string {
  const { family, hue, context = false } = place
  const { d, kind } = shapeOf(family)
  const colour = hueOf(palette, symbolHue(family, hue)).mark
  const look =
    kind === 'fill'
      ? context
        ? { fill: mix(colour, palette.paper, 0.2), stroke: colour, 'stroke-width': 1.25 }
        : { fill: colour }
      : {
          fill: 'none',
          stroke: colour,
          'stroke-width': kind === 'dashed' ? 1.7 : context ? 1.25 : 2.4,
          'stroke-dasharray': kind === 'dashed' ? '2.6 2' : undefined
        }
  return element('path', { d, transform: at(place), ...look })
}

/** Of the land colour, under the shapes of a strip. */
export function halo(place: SymbolPlace, { land }: Palette): string {
  const look = { fill: land, stroke: land, 'stroke-width': 3, 'stroke-linejoin': 'round' }
  return element('path', { d: shapeOf(place.family).d, transform: at(place), ...look })
}
