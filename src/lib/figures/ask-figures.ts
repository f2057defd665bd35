// What do figures ask, and what do they get? One question for the rows of all of them, one for each thing beside.

import type { Filters } from '../domain/filters.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import { engagementsQuestion, toFigureEngagement } from '../query/engagements.ts'
import { toFigureRow } from '../query/figure-row.ts'
import { observationsQuestion } from '../query/observations.ts'
import { placesQuestion, toPlace } from '../query/places.ts'
import { publishedQuestion } from '../query/published.ts'
import { splitRows } from '../query/secrets.ts'
import type { Ask } from './dashboard.ts'
import type { Extras, Figure } from './figure.ts'
import { rowsOf } from './rows-of.ts'

export interface FigureAnswer {
  rows: FigureRow[]
  extras: Extras
}

/**
 * By the id of the figure. Asks what the figures need and no more.
 * @throws what `ask` throws, and `data_unreadable` for a row of another shape.
 */
export async function askFigures(
  ask: Ask,
  figures: readonly Figure[],
  filters: Filters
): Promise<ReadonlyMap<string, FigureAnswer>> {
  const needs = new Set(figures.flatMap((figure) => figure.needs ?? []))
  const indicators = [...new Set(figures.flatMap((figure) => figure.indicators))]
  const before = figures.filter((figure) => figure.needs?.includes('earlier')).flatMap((f) => f.indicators)
  const [answered, earlier, engagements, places, published] = await Promise.all([
    indicators.length > 0 ? ask(observationsQuestion(indicators, filters)) : [],
    before.length > 0 ? ask(observationsQuestion([...new Set(before)], filters, 'earlier')) : [],
    needs.has('engagements') ? ask(engagementsQuestion(filters)) : [],
    needs.has('places') ? ask(placesQuestion(filters)) : [],
    needs.has('published') ? ask(publishedQuestion(filters)) : []
  ])
  const { rows, secrets } = splitRows(answered)
  const past = splitRows(earlier).rows
  const extras: Omit<Extras, 'earlier'> = {
    engagements: engagements.map(toFigureEngagement),
    places: places.map(toPlace),
    published: published.map(toFigureRow),
    secrets
  }
  return new Map(
    figures.map((figure) => [
      figure.id,
      {
        rows: rowsOf(figure.indicators, rows),
        extras: { ...extras, earlier: rowsOf(figure.indicators, past) }
      }
    ])
  )
}
