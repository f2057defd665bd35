// What the fiches are made from, read once for a whole build; never in the browser.

import { knownFilters } from '../domain/catalogue.ts'
import type { Place } from '../domain/figure-rows.ts'
import { defaultFilters, type Filters } from '../domain/filters.ts'
import { openPublished } from '../engine/published.ts'
import { askCatalogue } from '../figures/dashboard.ts'
import { placesQuestion, toPlace } from '../query/places.ts'
import { askFicheData, type FicheData } from './fiche-data.ts'
import { buildFiche, type Fiche } from './fiche.ts'

export interface PublishedFiches {
  data: FicheData
  filters: Filters
  places: Place[]
  version: string
  /** Ids of the territories that have a fiche: all but the association itself. */
  ids: string[]
}

async function open(): Promise<PublishedFiches> {
  const { engine, manifest } = await openPublished()
  const ask: Parameters<typeof askFicheData>[0] = (question) => engine.query(question)
  const [data, catalogue] = await Promise.all([askFicheData(ask), askCatalogue(ask)])
  const filters = defaultFilters(knownFilters(catalogue))
  const places = (await ask(placesQuestion(filters))).map(toPlace)
  const ids = data.territories.map(({ id }) => id).filter((id) => id !== 'optima')
  return { data, filters, places, version: manifest.version, ids }
}

let opened: Promise<PublishedFiches> | undefined

/** @throws when `npm run data` has not run. */
export function publishedFiches(): Promise<PublishedFiches> {
  return (opened ??= open())
}

/** The fiche of a territory for the newest millésime; undefined for an unknown one. */
export function ficheOf({ data, filters, ids }: PublishedFiches, id: string): Fiche | undefined {
  return ids.includes(id) ? buildFiche(id, data, filters.year) : undefined
}
