// Which pages does a figure have? One for all of Optima, and one for each territory that it has something to say of.

import { type Catalogue, knownFilters } from '../domain/catalogue.ts'
import { defaultFilters, type Filters } from '../domain/filters.ts'
import { askFigures } from './ask-figures.ts'
import { contextOf } from './context.ts'
import type { Ask } from './dashboard.ts'
import { evolutionOf, type Evolution } from './evolution.ts'
import type { Figure, FigureModel } from './figure.ts'
import { FIGURES } from './registry.ts'
import { buildFigure } from './secrets.ts'

export interface FigurePage {
  figure: Pick<Figure, 'id' | 'question' | 'reading'>
  territory: { id: string; name: string } | null
  filters: Filters
  model: FigureModel
  evolution: Evolution
  /** Territories that have a page of this figure. */
  territories: { id: string; name: string }[]
}

/** Every figure built for one choice, by its id. */
async function modelsFor(
  ask: Ask,
  filters: Filters,
  catalogue: Catalogue
): Promise<ReadonlyMap<string, FigureModel>> {
  const answers = await askFigures(ask, FIGURES, filters)
  const context = contextOf(filters, catalogue)
  return new Map(
    FIGURES.flatMap((figure) => {
      const answer = answers.get(figure.id)
      return answer === undefined
        ? []
        : [[figure.id, buildFigure(figure, answer.rows, context, answer.extras)]]
    })
  )
}

const speaks = ({ empty, entries }: FigureModel): boolean =>
  empty === null && entries.some(({ selected }) => selected)

/**
 * All pages of all figures, in the order of the registry, the whole of Optima first. Each shows the newest millésime that
 * says something of it: a year that is only a journal does not take away what the report before it publishes.
 */
export async function figurePages(ask: Ask, catalogue: Catalogue): Promise<FigurePage[]> {
  const newest = defaultFilters(knownFilters(catalogue))
  const years = catalogue.years.toReversed()
  const named = catalogue.territories.filter(({ id }) => id !== 'optima')
  const choices = [
    { territory: null, filters: newest },
    ...named.map(({ id, name }) => ({ territory: { id, name }, filters: { ...newest, territory: id } }))
  ]
  const built = await Promise.all(
    choices.map(async ({ territory, filters }) => ({
      territory,
      byYear: await Promise.all(
        years.map(async (year) => {
          const own = { ...filters, year }
          return { filters: own, models: await modelsFor(ask, own, catalogue) }
        })
      )
    }))
  )
  const evolutions = await Promise.all(FIGURES.map((figure) => evolutionOf(ask, figure, catalogue.years)))
  return FIGURES.flatMap(({ id, question, reading }, i) => {
    const own = built.flatMap(({ territory, byYear }) => {
      const made = byYear.flatMap(({ filters, models }) => {
        const model = models.get(id)
        return model === undefined ? [] : [{ territory, filters, model }]
      })
      const shown = made.find(({ model }) => speaks(model)) ?? (territory === null ? made[0] : undefined)
      return shown === undefined ? [] : [shown]
    })
    const territories = own.flatMap(({ territory }) => (territory === null ? [] : [territory]))
    const evolution = evolutions[i] as Evolution
    return own.map((one) => ({ ...one, figure: { id, question, reading }, evolution, territories }))
  })
}
