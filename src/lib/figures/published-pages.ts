// The pages of the figures, of today or of a released version, made once for a whole build; never in the browser.

import { openPublished } from '../engine/published.ts'
import { askCatalogue } from './dashboard.ts'
import { type FigurePage, figurePages } from './pages.ts'
import { readRelease } from './released.ts'

export interface PublishedPages {
  pages: FigurePage[]
  version: string
}

let opened: Promise<PublishedPages> | undefined
const releases = new Map<string, Promise<PublishedPages>>()

async function open(): Promise<PublishedPages> {
  const { engine, manifest } = await openPublished()
  const ask: Parameters<typeof askCatalogue>[0] = (question) => engine.query(question)
  return { pages: await figurePages(ask, await askCatalogue(ask)), version: manifest.version }
}

/** Today's. @throws when `npm run data` has not run. */
export function publishedPages(): Promise<PublishedPages> {
  return (opened ??= open())
}

/** Those of a released version, as they were. @throws when there is no such release. */
export function releasedPages(version: string): Promise<PublishedPages> {
  const known = releases.get(version) ?? readRelease(version)
  releases.set(version, known)
  return known
}

/** The page of a figure for a territory, null for all of Optima; undefined when there is none. */
export function pageOf(
  { pages }: PublishedPages,
  id: string,
  territory: string | null
): FigurePage | undefined {
  return pages.find((one) => one.figure.id === id && (one.territory?.id ?? null) === territory)
}
