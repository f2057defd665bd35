// How does the page get the files of the basemap before MapLibre starts?
//
// Fetched by the page, not by MapLibre's worker: a slow network is then told apart from a broken worker,
// and the 5 s that the map has to start are not spent waiting for bytes.

import type { Gazetteer } from './outline.ts'
import { SOURCES } from './layers.ts'
import type { Basemap } from './style.ts'

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${response.status} ${url}`)
  return response.json()
}

/** Throws when a file is missing or is not JSON, or when aborted. `base` is the folder, without final slash. */
export async function fetchBasemap(
  base: string,
  signal: AbortSignal
): Promise<{ basemap: Basemap; names: Gazetteer }> {
  const [names, ...files] = await Promise.all(
    ['towns', ...SOURCES].map((name) => fetchJson(`${base}/${name}.json`, signal))
  )
  const basemap = Object.fromEntries(SOURCES.map((name, index) => [name, files[index]])) as Basemap
  return { basemap, names: names as Gazetteer }
}
