// The pages of the figures over the published data, made once for a whole build; never in the browser.

import { openPublished } from '../engine/published.ts'
import { askCatalogue } from './dashboard.ts'
import { type FigurePage, figurePages } from './pages.ts'

export interface PublishedPages {
  pages: FigurePage[]
  version: string
}

let opened: Promise<PublishedPages> | undefined

async function open(): Promise<PublishedPages> {
  const { engine, manifest } = await openPublished()
  const ask: Parameters<typeof askCatalogue>[0] = (question) => engine.query(question)
  return { pages: await figurePages(ask, await askCatalogue(ask)), version: manifest.version }
}

/** @throws when `npm run data` has not run. */
export function publishedPages(): Promise<PublishedPages> {
  return (opened ??= open())
}

/** The page of a figure for a territory, null for all of Optima; undefined when there is none. */
export async function publishedPage(
  id: string,
  territory: string | null
): Promise<{ page: FigurePage; version: string } | undefined> {
  const { pages, version } = await publishedPages()
  const page = pages.find((one) => one.figure.id === id && (one.territory?.id ?? null) === territory)
  return page === undefined ? undefined : { page, version }
}
