// What is the whole style that MapLibre is given?
//
// No glyphs, no sprite, no tile, no URL: every name and symbol is in the SVG above the canvas, and the
// sources are the GeoJSON objects that the page has already fetched.

import type { GeoJSON } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import { basemapLayers, SOURCES } from './layers.ts'
import type { MapTheme, SourceName } from './layers.ts'

export type Basemap = Record<SourceName, GeoJSON>

export function mapStyle(theme: MapTheme, basemap: Basemap): StyleSpecification {
  const sources = Object.fromEntries(
    SOURCES.map((name) => [name, { type: 'geojson' as const, data: basemap[name], tolerance: 0.2 }])
  )
  return {
    version: 8,
    sources,
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': theme.sea } },
      ...basemapLayers(theme)
    ],
    transition: { duration: 0, delay: 0 }
  }
}
