// What does the report publish for a choice? Every number of the year that the filters keep.

import type { Filters } from '../domain/filters.ts'
import type { Question } from '../engine/engine.ts'
import { FIGURE_COLUMNS, FIGURE_TABLES } from './figure-row.ts'
import { TERRITORY_TREE, inProgramme, inTerritory } from './selection.ts'

/** Rows for `toFigureRow`, all selected, in the order of the report; values of earlier years are left out. */
export function publishedQuestion(filters: Filters): Question {
  const territory = inTerritory('o.territory', filters)
  const programme = inProgramme(filters)
  return {
    sql: `${TERRITORY_TREE}
      SELECT ${FIGURE_COLUMNS}, true AS selected FROM ${FIGURE_TABLES}
      WHERE o.millesime = ? AND o.period_end >= ? AND ${territory.sql} AND ${programme.sql}
      ORDER BY i.kind, o.value DESC, o.id`,
    params: [filters.year, `${filters.year}-01-01`, ...territory.params, ...programme.params]
  }
}
