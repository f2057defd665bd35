import { ficheCard } from '$lib/places/fiche-card.ts'
import { publisher } from '$lib/site.ts'
import { sharePng } from '../../../share-png.server.ts'
import { ficheIds, loadFiche } from '../../fiche-load.server.ts'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true
export const trailingSlash = 'never'

export const entries: EntryGenerator = async () => (await ficheIds()).map((id) => ({ id }))

export const GET: RequestHandler = async ({ params }) => {
  const { fiche, places, outline } = await loadFiche(params.id)
  return sharePng(ficheCard(fiche, { places, outline, site: publisher.name }))
}
