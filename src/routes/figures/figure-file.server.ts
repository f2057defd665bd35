import { error } from '@sveltejs/kit'
import type { Pathname } from '$app/types'
import { readPublished } from '$lib/engine/published.ts'
import { makeStaticFile } from '$lib/figures/make-static-file.ts'
import { pageOf, publishedPages, releasedPages } from '$lib/figures/published-pages.ts'
import type { StaticFile } from '$lib/figures/static-files.ts'
import type { Outline } from '$lib/map/outline.ts'
import { canonical, publisher } from '$lib/site.ts'

/**
 * @param path of the page of the figure
 * @param frozen a released version, null for today's
 * @throws 404 for a pair that has no page
 */
export async function figureFile(
  id: string,
  territory: string | null,
  file: StaticFile,
  path: Pathname,
  frozen: string | null = null
): Promise<Response> {
  const published = await (frozen === null ? publishedPages() : releasedPages(frozen))
  const page = pageOf(published, id, territory)
  if (page === undefined) error(404, 'Cette figure n’existe pas ici')
  const outline = (await readPublished('basemap/outline.json')) as Outline
  const { text, type } = makeStaticFile(file, {
    page,
    version: published.version,
    address: canonical(path),
    publisher,
    outline
  })
  return new Response(text, { headers: { 'content-type': type } })
}
