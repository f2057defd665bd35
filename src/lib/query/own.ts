// How do a visitor's accepted rows become tables beside the published ones?
//
// They come as the view OWN_ROWS, in the columns of their schema. Published observations step aside under another name,
// so that every question of the dashboard reads the visitor's, and a comparison still finds ours.

import { COLUMNS } from '../domain/rows.ts'
import type { TableRules } from '../domain/schemas/rules.ts'
import type { CsvColumns, DerivedTable, Question, TableFile } from '../engine/engine.ts'
import { FIGURE_COLUMNS, numberTables } from './figure-row.ts'
import { TERRITORY_TREE } from './selection.ts'

export const OWN_ROWS = 'own_rows'
const PUBLISHED = 'published_observations'

const TYPES: Partial<Record<string, CsvColumns[string]>> = {
  number: 'DOUBLE',
  integer: 'DOUBLE',
  duration: 'DOUBLE'
}

/** Columns of the CSV of accepted rows; days are ISO text, as in the published tables. */
export function ownColumns({ fields }: TableRules): CsvColumns {
  return Object.fromEntries(fields.map(({ key, type }) => [key, TYPES[type.is] ?? 'VARCHAR']))
}

/** The published tables with the name that published observations have here. */
export function besidePublished(tables: readonly TableFile[]): TableFile[] {
  return tables.map((table) => (table.name === 'observations' ? { ...table, name: PUBLISHED } : table))
}

/** `observations` made of OWN_ROWS: absent text is empty, the year is that of the end of the period. */
export const ownObservations: DerivedTable = {
  name: 'observations',
  sql: `SELECT ${COLUMNS.observations
    .map((column) => (column === 'value' ? column : `coalesce(${column}, '') AS ${column}`))
    .join(', ')}, CAST(substr(period_end, 1, 4) AS INTEGER) AS millesime FROM ${OWN_ROWS}`
}

/** Rows for `toFigureRow` of every year, the visitor's or ours. */
export function everyRow(of: 'own' | 'published'): Question {
  return {
    sql: `${TERRITORY_TREE} SELECT ${FIGURE_COLUMNS}, true AS selected
      FROM ${numberTables(of === 'own' ? 'observations' : PUBLISHED)} ORDER BY i.kind, o.indicator, o.territory, o.period_end, o.id`,
    params: []
  }
}

/** Sites with the territory they are in, and acts with their names and comparability groups. */
export const journalNames = {
  sites: { sql: 'SELECT id, name, territory FROM sites', params: [] },
  acts: {
    sql: `SELECT i.id, i.name, i."group", g.name AS group_name FROM indicators i JOIN groups g ON g.id = i."group" WHERE i.kind = 'acts'`,
    params: []
  },
  programmes: { sql: 'SELECT id, short_name AS name FROM programmes', params: [] },
  hues: { sql: 'SELECT id, hue FROM territories', params: [] }
} satisfies Record<string, Question>
