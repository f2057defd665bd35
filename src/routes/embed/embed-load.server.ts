import { error } from '@sveltejs/kit'
import { noticeOf } from '$lib/embed/embed-paths.ts'
import { readPublished } from '$lib/engine/published.ts'
import { everPage } from '$lib/figures/ever-pages.ts'
import type { Outline } from '$lib/map/outline.ts'

/**
 * What an iframe shows of a figure; the map alone needs the outline.
 * @param frozen a released version, null for the embed that follows the data
 * @throws 404 for a pair that was never published
 */
export async function loadEmbed(id: string, territory: string | null, frozen: string | null) {
  const found = await everPage(id, territory, frozen)
  if (found === undefined) error(404, 'Cette figure n’existe pas ici')
  const { page, state, version } = found
  const outline =
    page.model.drawing.map === null ? null : ((await readPublished('basemap/outline.json')) as Outline)
  return { page, outline, notice: noticeOf(found), kept: state === 'live' ? null : version }
}
