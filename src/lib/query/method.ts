// What does the page on method tell? Sources, definitions, groups and doubts, as they are in the data.

import type { Question, Scalar } from '../engine/engine.ts'
import { FIGURE_COLUMNS, FIGURE_TABLES } from './figure-row.ts'
import { TERRITORY_TREE } from './selection.ts'

export const methodQuestions = {
  sources: {
    sql: 'SELECT id, title, publisher, year, note FROM sources ORDER BY year DESC',
    params: [] as Scalar[]
  },
  programmes: { sql: 'SELECT id, name, definition FROM programmes ORDER BY name', params: [] as Scalar[] },
  indicators: {
    sql: 'SELECT id, name, definition, kind FROM indicators ORDER BY kind, name',
    params: [] as Scalar[]
  },
  groups: {
    sql: `SELECT g.id, g.name, g.definition, g.why_not,
        (SELECT count(*) FROM observations o JOIN indicators i ON i.id = o.indicator WHERE i."group" = g.id)::DOUBLE AS "values"
      FROM groups g ORDER BY g.kind, g.name`,
    params: [] as Scalar[]
  },
  engagementDoubts: {
    sql: `SELECT id, title, note, quote, section, contradicts FROM engagements
      WHERE mark LIKE '%to_verify%' ORDER BY id`,
    params: [] as Scalar[]
  },
  /** Every number of the report, those of earlier years too. */
  rows: {
    sql: `${TERRITORY_TREE} SELECT ${FIGURE_COLUMNS}, true AS selected FROM ${FIGURE_TABLES} ORDER BY i.kind, o.value DESC, o.id`,
    params: [] as Scalar[]
  },
  counts: {
    sql: `SELECT (SELECT count(*) FROM observations)::DOUBLE AS observations,
        (SELECT count(*) FROM engagements)::DOUBLE AS engagements, (SELECT count(*) FROM highlights)::DOUBLE AS highlights`,
    params: [] as Scalar[]
  }
} satisfies Record<string, Question>
