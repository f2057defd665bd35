// How do plain rows become a Parquet file that the browser's engine (DuckDB 0.9.1) reads?

import { DuckDBInstance, type DuckDBAppender } from '@duckdb/node-api'
import { AppError } from '../domain/errors.ts'
import type { Row, Scalar } from './engine.ts'
import { quoteIdentifier, quoteLiteral } from './parameters.ts'

export interface ParquetColumn {
  name: string
  type: 'VARCHAR' | 'DOUBLE' | 'INTEGER' | 'BOOLEAN'
}

const JS_TYPE = { VARCHAR: 'string', DOUBLE: 'number', INTEGER: 'number', BOOLEAN: 'boolean' } as const
const INT32_MAX = 2 ** 31 - 1

function fits(column: ParquetColumn, value: Scalar): boolean {
  if (value === null) return true
  if (typeof value !== JS_TYPE[column.type]) return false
  if (column.type === 'INTEGER') return Number.isInteger(value) && Math.abs(value as number) <= INT32_MAX
  return column.type !== 'DOUBLE' || Number.isFinite(value)
}

function append(appender: DuckDBAppender, column: ParquetColumn, value: Scalar): void {
  if (value === null) appender.appendNull()
  else if (typeof value === 'string') appender.appendVarchar(value)
  else if (typeof value === 'boolean') appender.appendBoolean(value)
  else if (column.type === 'INTEGER') appender.appendInteger(value)
  else appender.appendDouble(value)
}

/**
 * Writes the rows, in order, to `path` (replaced when it exists). The same rows give the same bytes:
 * one thread, one row group, no date. A key that is absent from a row is null; other keys are not written.
 * @throws AppError `data_unreadable` when a value is not of its column's type (NaN and infinities are not numbers).
 */
export async function writeParquet(
  path: string,
  columns: readonly ParquetColumn[],
  rows: readonly Row[]
): Promise<void> {
  for (const [line, row] of rows.entries()) {
    for (const column of columns) {
      const value = row[column.name] ?? null
      if (fits(column, value)) continue
      throw new AppError('data_unreadable', {
        file: path,
        line,
        column: column.name,
        expected: column.type,
        found: String(value)
      })
    }
  }
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  try {
    const definition = columns.map((column) => `${quoteIdentifier(column.name)} ${column.type}`).join(', ')
    await connection.run(`CREATE TABLE t (${definition})`)
    const appender = await connection.createAppender('t')
    for (const row of rows) {
      for (const column of columns) append(appender, column, row[column.name] ?? null)
      appender.endRow()
    }
    appender.closeSync()
    // V1 pages and Snappy: 0.9.1 has no reader for the encodings of V2.
    await connection.run(
      `COPY t TO ${quoteLiteral(path)} (FORMAT parquet, COMPRESSION snappy, PARQUET_VERSION V1)`
    )
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
