import { error } from '@sveltejs/kit'
import type { Pathname } from '$app/types'
import { readPublished } from '$lib/engine/published.ts'
import { publishedPage } from '$lib/figures/published-pages.ts'
import type { Outline } from '$lib/map/outline.ts'
import { canonical } from '$lib/site.ts'

/** What a page of a figure shows; the map alone needs the outline. @throws 404 for a pair that has no page. */
export async function loadFigure(id: string, territory: string | null, path: Pathname) {
  const found = await publishedPage(id, territory)
  if (found === undefined) error(404, 'Cette figure n’existe pas ici')
  const outline =
    found.page.model.drawing.map === null ? null : ((await readPublished('basemap/outline.json')) as Outline)
  return { ...found, outline, canonical: canonical(path) }
}
