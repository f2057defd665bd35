// Which figures must an address that was given out still show? Today's, and those released once and no longer made.
//
// Never in the browser. An address of a figure that is made no more shows its last released version, and says so.

import type { FigurePage } from './pages.ts'
import { pageOf, type PublishedPages, publishedPages, releasedPages } from './published-pages.ts'
import { releasedVersions } from './released.ts'

export interface EverPage {
  page: FigurePage
  /** Version of the data that it shows. */
  version: string
  /** `withdrawn`: not made any more, its last released version stands in. */
  state: 'live' | 'frozen' | 'withdrawn'
}

const keyOf = ({ figure, territory }: FigurePage): string => `${figure.id}/${territory?.id ?? ''}`

/** Today's pages, then those withdrawn. @param releases newest first */
export function gather(live: PublishedPages, releases: readonly PublishedPages[]): EverPage[] {
  const found = new Map<string, EverPage>(
    live.pages.map((page) => [keyOf(page), { page, version: live.version, state: 'live' as const }])
  )
  for (const { pages, version } of releases)
    for (const page of pages)
      if (!found.has(keyOf(page))) found.set(keyOf(page), { page, version, state: 'withdrawn' })
  return [...found.values()]
}

async function open(): Promise<EverPage[]> {
  const versions = (await releasedVersions()).reverse()
  return gather(await publishedPages(), await Promise.all(versions.map(releasedPages)))
}
let opened: Promise<EverPage[]> | undefined

/** Figure, and territory or null for all of Optima, of every page. @param frozen a released version, null for the pages that follow the data */
export async function everEntries(
  frozen: string | null
): Promise<{ id: string; territory: string | null }[]> {
  const pages =
    frozen === null
      ? (await (opened ??= open())).map(({ page }) => page)
      : (await releasedPages(frozen)).pages
  return pages.map(({ figure, territory }) => ({ id: figure.id, territory: territory?.id ?? null }))
}

/** What the address shows; undefined for one that was never published. */
export async function everPage(
  id: string,
  territory: string | null,
  frozen: string | null
): Promise<EverPage | undefined> {
  if (frozen === null) {
    const key = `${id}/${territory ?? ''}`
    return (await (opened ??= open())).find(({ page }) => keyOf(page) === key)
  }
  const page = pageOf(await releasedPages(frozen), id, territory)
  return page === undefined ? undefined : { page, version: frozen, state: 'frozen' }
}
