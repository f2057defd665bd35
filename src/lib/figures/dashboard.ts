// What does the dashboard ask, and what does it get? The same questions for the build (native) and the browser (WASM).

import type { FigureRow, Place, SecretRow } from '../domain/figure-rows.ts'
import type { Catalogue } from '../domain/catalogue.ts'
import type { Filters } from '../domain/filters.ts'
import type { Question, Row } from '../engine/engine.ts'
import { catalogueQuestions, toCatalogue } from '../query/catalogue.ts'
import { placesQuestion, toPlace } from '../query/places.ts'
import { yearQuestion } from '../query/published.ts'
import { splitRows } from '../query/secrets.ts'
import { rowsOf } from './rows-of.ts'
import { actes } from './actes/actes.ts'
import { CARTE_INDICATORS } from './carte/circles-of.ts'
import { personnes } from './personnes/personnes.ts'
import { produit } from './produit/produit.ts'
import { stagiaires } from './stagiaires/stagiaires.ts'

/** Everything the dashboard draws for one choice; `filters` says which choice it answers. */
export interface DashboardAnswer {
  filters: Filters
  /** What the report publishes for the choice: key numbers, cards, "what exists" lists. */
  published: FigureRow[]
  produit: FigureRow[]
  actes: FigureRow[]
  personnes: FigureRow[]
  stagiaires: FigureRow[]
  carte: FigureRow[]
  places: Place[]
  /** What is counted and hidden, of the indicators of all of them. */
  secrets: SecretRow[]
}

export type Ask = (question: Question) => Promise<Row[]>

const INDICATORS = new Set([
  ...produit.indicators,
  ...actes.indicators,
  ...personnes.indicators,
  ...stagiaires.indicators,
  ...CARTE_INDICATORS
])

/** Asks everything in one turn. @throws what `ask` throws, and `data_unreadable` for a row of another shape. */
export async function askDashboard(ask: Ask, filters: Filters): Promise<DashboardAnswer> {
  const [year, places] = await Promise.all([ask(yearQuestion(filters)), ask(placesQuestion(filters))])
  // A row is one object wherever it is drawn: in the data of a page it is written once.
  const { rows, secrets } = splitRows(year)
  return {
    filters,
    published: rows.filter(({ selected }) => selected),
    produit: rowsOf(produit.indicators, rows),
    actes: rowsOf(actes.indicators, rows),
    personnes: rowsOf(personnes.indicators, rows),
    stagiaires: rowsOf(stagiaires.indicators, rows),
    carte: rowsOf(CARTE_INDICATORS, rows),
    places: places.map(toPlace),
    secrets: secrets.filter(({ indicator }) => INDICATORS.has(indicator))
  }
}

/** What the filter bar offers and the address may hold. @throws as `askDashboard`. */
export async function askCatalogue(ask: Ask): Promise<Catalogue> {
  const [territories, programmes, years] = await Promise.all([
    ask(catalogueQuestions.territories),
    ask(catalogueQuestions.programmes),
    ask(catalogueQuestions.years)
  ])
  return toCatalogue({ territories, programmes, years })
}
