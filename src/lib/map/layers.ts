// What does MapLibre draw of the basemap, and in which colours?

import type { FillLayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import { borderOpacity, communeOpacity } from './outline.ts'

/** The tokens of src/lib/ui/tokens.css that the basemap needs, as CSS colours. */
export const THEME_TOKENS = ['sea', 'land', 'river', 'dep', 'depink'] as const
export type MapTheme = Record<(typeof THEME_TOKENS)[number], string>

/** Sources are named after the files of static/data/basemap. */
export const SOURCES = ['land', 'departements', 'communes', 'rivers'] as const
export type SourceName = (typeof SOURCES)[number]

const BORDER_STOPS = [8, 9, 10].flatMap((zoom) => [zoom, borderOpacity(zoom)])
const COMMUNE_STOPS = [6.2, 6.55].flatMap((zoom) => [zoom, communeOpacity(zoom)])

/** Land has no outline: fine and coarse land overlap under one fill, and a stroke would show the seam. */
export function basemapLayers(theme: MapTheme): (FillLayerSpecification | LineLayerSpecification)[] {
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  return [
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': theme.land } },
    {
      id: 'departements',
      type: 'line',
      source: 'departements',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': theme.dep,
        'line-width': 1,
        'line-dasharray': [3, 2.5],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], ...BORDER_STOPS] as never
      }
    },
    {
      id: 'communes',
      type: 'line',
      source: 'communes',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': theme.depink,
        'line-width': 1,
        'line-opacity': ['interpolate', ['linear'], ['zoom'], ...COMMUNE_STOPS] as never
      }
    },
    {
      id: 'rivers',
      type: 'line',
      source: 'rivers',
      layout: round,
      paint: { 'line-color': theme.river, 'line-width': RIVER_WIDTH }
    }
  ]
}

/** Pixels, the same in both maps and at every zoom. */
export const RIVER_WIDTH = 1.4

/** What to set on a living map when the theme changes: layer, paint property, colour. */
export function themePaint(theme: MapTheme): [layer: string, property: string, colour: string][] {
  return [
    ['sea', 'background-color', theme.sea],
    ['land', 'fill-color', theme.land],
    ['departements', 'line-color', theme.dep],
    ['communes', 'line-color', theme.depink],
    ['rivers', 'line-color', theme.river]
  ]
}
