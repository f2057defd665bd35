// What is a rule over the rows, and how does it name the cell that breaks it?

import type { Row } from '../../src/lib/engine/engine.ts'
import type { Problem } from './problem.ts'
import type { DataRow, Reading } from './read-tables.ts'

export type Rule = (reading: Reading) => Problem[]

export const text = (values: Row, column: string): string => {
  const value = values[column]
  return typeof value === 'string' ? value : ''
}

/** A problem at a cell of a row. */
export function at(row: DataRow, column: string, wrong: string, expected = ''): Problem {
  return { file: row.file, row: row.line, column, value: String(row.values[column] ?? ''), wrong, expected }
}

export const byId = (rows: readonly DataRow[]): Map<string, DataRow> =>
  new Map(rows.map((row) => [text(row.values, 'id'), row]))
