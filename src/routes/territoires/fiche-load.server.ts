// What all the fiches of a build are made of, read once; and one fiche for its page and for its share image.
import { error } from '@sveltejs/kit'
import { knownFilters } from '$lib/domain/catalogue.ts'
import { defaultFilters } from '$lib/domain/filters.ts'
import { openPublished, readPublished } from '$lib/engine/published.ts'
import { askCatalogue } from '$lib/figures/dashboard.ts'
import type { Outline } from '$lib/map/outline.ts'
import { askFicheData } from '$lib/places/fiche-data.ts'
import { buildFiche } from '$lib/places/fiche.ts'
import { placesQuestion, toPlace } from '$lib/query/places.ts'

async function published() {
  const { engine, manifest } = await openPublished()
  const ask: Parameters<typeof askFicheData>[0] = (question) => engine.query(question)
  const [data, catalogue] = await Promise.all([askFicheData(ask), askCatalogue(ask)])
  const filters = defaultFilters(knownFilters(catalogue))
  const places = (await ask(placesQuestion(filters))).map(toPlace)
  const outline = (await readPublished('basemap/outline.json')) as Outline
  return { data, filters, places, outline, version: manifest.version }
}

let opened: ReturnType<typeof published> | undefined

const once = (): ReturnType<typeof published> => (opened ??= published())

/** Ids of all that have a fiche. */
export async function ficheIds(): Promise<string[]> {
  const { data } = await once()
  return data.territories.filter(({ id }) => id !== 'optima').map(({ id }) => id)
}

/** @throws 404 for what has no fiche. */
export async function loadFiche(id: string) {
  const { data, filters, ...rest } = await once()
  if (!(await ficheIds()).includes(id)) error(404, 'Ce territoire n’existe pas ici')
  return { ...rest, fiche: buildFiche(id, data, filters.year) }
}
