import { error } from '@sveltejs/kit'
import { knownFilters } from '$lib/domain/catalogue.ts'
import { defaultFilters } from '$lib/domain/filters.ts'
import { openPublished, readPublished } from '$lib/engine/published.ts'
import { askCatalogue } from '$lib/figures/dashboard.ts'
import type { Outline } from '$lib/map/outline.ts'
import { askFicheData } from '$lib/places/fiche-data.ts'
import { buildFiche } from '$lib/places/fiche.ts'
import { jsonLd } from '$lib/places/json-ld.ts'
import { qrCode } from '$lib/places/qr.ts'
import { placesQuestion, toPlace } from '$lib/query/places.ts'
import { canonical } from '$lib/site.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

async function published() {
  const { engine, manifest } = await openPublished()
  const ask: Parameters<typeof askFicheData>[0] = (question) => engine.query(question)
  const [data, catalogue] = await Promise.all([askFicheData(ask), askCatalogue(ask)])
  const filters = defaultFilters(knownFilters(catalogue))
  const places = (await ask(placesQuestion(filters))).map(toPlace)
  return { data, filters, places, version: manifest.version }
}

let opened: ReturnType<typeof published> | undefined

/** Read once for all the fiches of a build. */
const once = (): ReturnType<typeof published> => (opened ??= published())

export const entries: EntryGenerator = async () => {
  const { data } = await once()
  return data.territories.filter(({ id }) => id !== 'optima').map(({ id }) => ({ id }))
}

export const load: PageServerLoad = async ({ params }) => {
  const { data, filters, places, version } = await once()
  const known = data.territories.some(({ id }) => id === params.id && id !== 'optima')
  if (!known) error(404, 'Ce territoire n’existe pas ici')
  const fiche = buildFiche(params.id, data, filters.year)
  const address = canonical(`/territoires/${params.id}/`)
  return {
    fiche,
    places,
    outline: (await readPublished('basemap/outline.json')) as Outline,
    version,
    canonical: address,
    qr: qrCode(address),
    jsonLd: jsonLd(fiche, address)
  }
}
