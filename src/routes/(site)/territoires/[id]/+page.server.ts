import { error } from '@sveltejs/kit'
import { readPublished } from '$lib/engine/published.ts'
import type { Outline } from '$lib/map/outline.ts'
import { ficheAlt } from '$lib/places/fiche-card.ts'
import { jsonLd } from '$lib/places/json-ld.ts'
import { ficheOf, publishedFiches } from '$lib/places/published-fiches.ts'
import { qrCode } from '$lib/places/qr.ts'
import { canonical } from '$lib/site.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = async () => (await publishedFiches()).ids.map((id) => ({ id }))

export const load: PageServerLoad = async ({ params }) => {
  const published = await publishedFiches()
  const fiche = ficheOf(published, params.id)
  if (fiche === undefined) error(404, 'Ce territoire n’existe pas ici')
  const address = canonical(`/territoires/${params.id}/`)
  return {
    fiche,
    places: published.places,
    outline: (await readPublished('basemap/outline.json')) as Outline,
    version: published.version,
    canonical: address,
    qr: qrCode(address),
    jsonLd: jsonLd(fiche, address),
    shareAlt: ficheAlt(fiche)
  }
}
