// Which embed addresses does the site answer, and what is said of a figure that does not follow the data? Not in the browser.

import { everEntries, type EverPage } from '../figures/ever-pages.ts'
import { releasedVersions } from '../figures/released.ts'
import { publishedFiches } from '../places/published-fiches.ts'
import { embedPath, FICHES, type Place } from './addresses.ts'

/** Sorted: figures, those withdrawn included, fiches, frozen figures. */
export async function embedPaths(): Promise<string[]> {
  const places: Place[] = (await everEntries(null)).map((one) => ({ ...one, version: null }))
  for (const id of (await publishedFiches()).ids) places.push({ id: FICHES, territory: id, version: null })
  for (const version of await releasedVersions())
    for (const one of await everEntries(version)) places.push({ ...one, version })
  return places.map(embedPath).sort()
}

/** What the reader is told of a figure that does not follow the data; '' for one that does. */
export function noticeOf({ state, version }: Pick<EverPage, 'state' | 'version'>): string {
  if (state === 'frozen') return `Figure figée sur les données ${version}.`
  if (state === 'withdrawn')
    return `Cette figure n’est plus publiée. Voici sa dernière version, données ${version}.`
  return ''
}
