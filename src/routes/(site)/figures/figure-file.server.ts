import { error } from '@sveltejs/kit'
import type { Pathname } from '$app/types'
import { readPublished } from '$lib/engine/published.ts'
import { everPage } from '$lib/figures/ever-pages.ts'
import { makeStaticFile } from '$lib/figures/make-static-file.ts'
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
  const found = await everPage(id, territory, frozen)
  if (found === undefined) error(404, 'Cette figure n’existe pas ici')
  const { page, version, state } = found
  const outline = (await readPublished('basemap/outline.json')) as Outline
  const { content, type } = makeStaticFile(file, {
    page,
    version,
    address: canonical(path),
    publisher,
    site: state === 'live' ? publisher.name : `figée, données ${version}`,
    outline
  })
  return new Response(content, { headers: { 'content-type': type } })
}
