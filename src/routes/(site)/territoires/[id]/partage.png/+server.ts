import { error } from '@sveltejs/kit'
import { readPublished } from '$lib/engine/published.ts'
import type { Outline } from '$lib/map/outline.ts'
import { ficheCard } from '$lib/places/fiche-card.ts'
import { ficheOf, publishedFiches } from '$lib/places/published-fiches.ts'
import { publisher } from '$lib/site.ts'
import { sharePng } from '../../../share-png.server.ts'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true
export const trailingSlash = 'never'

export const entries: EntryGenerator = async () => (await publishedFiches()).ids.map((id) => ({ id }))

export const GET: RequestHandler = async ({ params }) => {
  const published = await publishedFiches()
  const fiche = ficheOf(published, params.id)
  if (fiche === undefined) error(404, 'Ce territoire n’existe pas ici')
  const outline = (await readPublished('basemap/outline.json')) as Outline
  return sharePng(ficheCard(fiche, { places: published.places, outline, site: publisher.name }))
}
