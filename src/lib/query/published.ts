// What does the report publish for a choice? Every number of the year that the filters keep.

import type { Filters } from '../domain/filters.ts'
import type { Question } from '../engine/engine.ts'
import { ALL_TABLES, FIGURE_COLUMNS, FIGURE_TABLES, SECRET_TABLES } from './figure-row.ts'
import { TERRITORY_TREE, inProgramme, inTerritory } from './selection.ts'

function ofYear(filters: Filters, tables: string): Question {
  const territory = inTerritory('o.territory', filters)
  const programme = inProgramme(filters)
  return {
    sql: `${TERRITORY_TREE}
      SELECT ${FIGURE_COLUMNS}, true AS selected FROM ${tables}
      WHERE o.millesime = ? AND o.period_end >= ? AND ${territory.sql} AND ${programme.sql}
      ORDER BY i.kind, o.value DESC, o.id`,
    params: [filters.year, `${filters.year}-01-01`, ...territory.params, ...programme.params]
  }
}

/** Rows for `splitRows`: everything of the year in the order of the report, what the filters keep said by `selected`. */
export function yearQuestion(filters: Filters): Question {
  const territory = inTerritory('o.territory', filters)
  const programme = inProgramme(filters)
  return {
    sql: `${TERRITORY_TREE}
      SELECT ${FIGURE_COLUMNS}, (${territory.sql} AND ${programme.sql}) AS selected FROM ${ALL_TABLES}
      WHERE o.millesime = ? AND o.period_end >= ?
      ORDER BY i.kind, o.value DESC, o.id`,
    params: [...territory.params, ...programme.params, filters.year, `${filters.year}-01-01`]
  }
}

/** Rows for `toFigureRow`, all selected, in the order of the report; values of earlier years are left out. */
export const publishedQuestion = (filters: Filters): Question => ofYear(filters, FIGURE_TABLES)

/** What was counted for the year and is hidden, for `toSecretRow`. */
export const secretsQuestion = (filters: Filters): Question => ofYear(filters, SECRET_TABLES)

/** The same of every year. */
export const everySecret: Question = {
  sql: `${TERRITORY_TREE} SELECT ${FIGURE_COLUMNS}, true AS selected FROM ${SECRET_TABLES} ORDER BY i.kind, o.id`,
  params: []
}
