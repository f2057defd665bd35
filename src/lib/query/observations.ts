// Which numbers does a figure draw? All rows of its indicators for a year; the filters select, they remove nothing.

import type { Filters } from '../domain/filters.ts'
import type { Question } from '../engine/engine.ts'
import { ALL_TABLES, FIGURE_COLUMNS } from './figure-row.ts'
import { TERRITORY_TREE, inProgramme, inTerritory } from './selection.ts'

/**
 * Rows for `splitRows`, in the order of `indicators`, largest first.
 * @param era `earlier`: what the report of the year says of the years before it
 */
export function observationsQuestion(
  indicators: readonly string[],
  filters: Filters,
  era: 'year' | 'earlier' = 'year'
): Question {
  const territory = inTerritory('o.territory', filters)
  const programme = inProgramme(filters)
  const wanted = indicators.map((_, rank) => `(?, ${rank})`).join(', ')
  return {
    sql: `${TERRITORY_TREE}, wanted(indicator, rank) AS (VALUES ${wanted})
      SELECT ${FIGURE_COLUMNS}, (${territory.sql} AND ${programme.sql}) AS selected
      FROM ${ALL_TABLES} JOIN wanted ON wanted.indicator = o.indicator
      WHERE o.millesime = ? AND o.period_end ${era === 'year' ? '>=' : '<'} ?
      ORDER BY wanted.rank, o.value DESC, o.id`,
    params: [...indicators, ...territory.params, ...programme.params, filters.year, `${filters.year}-01-01`]
  }
}

/** Rows for `splitRows` of these indicators in every year and from every source, oldest first: what an evolution is made of. */
export function allYearsQuestion(indicators: readonly string[]): Question {
  return {
    sql: `${TERRITORY_TREE}, wanted(indicator) AS (VALUES ${indicators.map(() => '(?)').join(', ')})
      SELECT ${FIGURE_COLUMNS}, true AS selected
      FROM ${ALL_TABLES} JOIN wanted ON wanted.indicator = o.indicator
      ORDER BY o.period_end, o.id`,
    params: [...indicators]
  }
}
