import { error } from '@sveltejs/kit'
import type { Pathname } from '$app/types'
import { readPublished } from '$lib/engine/published.ts'
import { pageOf, publishedPages, releasedPages } from '$lib/figures/published-pages.ts'
import { releasedVersions } from '$lib/figures/released.ts'
import type { Outline } from '$lib/map/outline.ts'
import { canonical } from '$lib/site.ts'

/** The last release that holds the page, so that a reader can give out an address that never changes; null before one. */
async function lastRelease(id: string, territory: string | null): Promise<string | null> {
  for (const version of (await releasedVersions()).reverse())
    if (pageOf(await releasedPages(version), id, territory) !== undefined) return version
  return null
}

/**
 * What a page of a figure shows; the map alone needs the outline.
 * @param frozen a released version, null for today's page
 * @throws 404 for a pair that has no page
 */
export async function loadFigure(id: string, territory: string | null, frozen: string | null) {
  const published = await (frozen === null ? publishedPages() : releasedPages(frozen))
  const page = pageOf(published, id, territory)
  if (page === undefined) error(404, 'Cette figure n’existe pas ici')
  const outline =
    page.model.drawing.map === null ? null : ((await readPublished('basemap/outline.json')) as Outline)
  const live: Pathname = territory === null ? `/figures/${id}/` : `/figures/${id}/${territory}/`
  return {
    page,
    version: published.version,
    frozen,
    /** Is the figure still among today's? */
    alive: pageOf(await publishedPages(), id, territory) !== undefined,
    release: await lastRelease(id, territory),
    outline,
    canonical: canonical(live)
  }
}
