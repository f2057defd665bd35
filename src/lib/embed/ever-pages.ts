// Which figures must an embed address still show? Today's, and those that were released once and are no longer made.

import type { FigurePage } from '../figures/pages.ts'
import { pageOf, publishedPages, releasedPages } from '../figures/published-pages.ts'
import { releasedVersions } from '../figures/released.ts'

export interface EverPage {
  page: FigurePage
  /** Version of the data that it shows. */
  version: string
  /** `withdrawn`: not made any more, its last released version stands in. */
  state: 'live' | 'frozen' | 'withdrawn'
}

const keyOf = ({ figure, territory }: FigurePage): string => `${figure.id}/${territory?.id ?? ''}`

/** Every page that was ever given an address: today's first, then those withdrawn, from the newest release that has them. */
async function everPages(): Promise<EverPage[]> {
  const { pages, version } = await publishedPages()
  const found = new Map<string, EverPage>(
    pages.map((page) => [keyOf(page), { page, version, state: 'live' as const }])
  )
  for (const released of (await releasedVersions()).reverse())
    for (const page of (await releasedPages(released)).pages)
      if (!found.has(keyOf(page))) found.set(keyOf(page), { page, version: released, state: 'withdrawn' })
  return [...found.values()]
}

let opened: Promise<EverPage[]> | undefined
const once = (): Promise<EverPage[]> => (opened ??= everPages())

/** Addresses of embeds: figure, and territory or null for all of Optima. @param frozen a released version, null for those that follow the data */
export async function embedEntries(
  frozen: string | null
): Promise<{ id: string; territory: string | null }[]> {
  const pages = frozen === null ? (await once()).map(({ page }) => page) : (await releasedPages(frozen)).pages
  return pages.map(({ figure, territory }) => ({ id: figure.id, territory: territory?.id ?? null }))
}

/** What the address shows; undefined for one that was never published. */
export async function embedPage(
  id: string,
  territory: string | null,
  frozen: string | null
): Promise<EverPage | undefined> {
  if (frozen === null) {
    const key = `${id}/${territory ?? ''}`
    return (await once()).find(({ page }) => keyOf(page) === key)
  }
  const page = pageOf(await releasedPages(frozen), id, territory)
  return page === undefined ? undefined : { page, version: frozen, state: 'frozen' }
}

/** What the reader is told of a figure that does not follow the data; '' for one that does. */
export function noticeOf({ state, version }: Pick<EverPage, 'state' | 'version'>): string {
  if (state === 'frozen') return `Figure figée sur les données ${version}.`
  if (state === 'withdrawn')
    return `Cette figure n’est plus publiée. Voici sa dernière version, données ${version}.`
  return ''
}
