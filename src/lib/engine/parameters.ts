// How is a value of a question handed to an engine so that it can only ever be a value?

import { AppError } from '../domain/errors.ts'
import type { DerivedTable, Scalar, TableFile } from './engine.ts'

// A lone surrogate has no UTF-8, and text crosses into the engine as a C string that ends at U+0000.
const UNSENDABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** The same value for every engine: what has no UTF-8 becomes U+FFFD, which no id of ours holds. */
export function sendable(value: Scalar): Scalar {
  if (typeof value === 'string') return value.replace(UNSENDABLE, '\uFFFD')
  if (typeof value !== 'number' || Number.isFinite(value)) return value
  throw new AppError('query_failed', { reason: 'parameter is not a finite number', value: String(value) })
}

export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** DuckDB has no escape but the doubled quote in '…': https://duckdb.org/docs/sql/data_types/literal_types */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** The statement that makes a derived table, and the one that takes it away when it was only a step. */
export function derivedSql({ name, sql, temporary }: DerivedTable): { make: string; drop: string | null } {
  const kind = temporary === 'view' ? 'VIEW' : 'TABLE'
  const quoted = quoteIdentifier(name)
  return {
    make: `CREATE ${kind} ${quoted} AS ${sql}`,
    drop: temporary === undefined || temporary === false ? null : `DROP ${kind} ${quoted}`
  }
}

export const fileName = ({ name, csv }: TableFile): string =>
  `${name}.${csv === undefined ? 'parquet' : 'csv'}`

/** The SQL that reads a file as rows. @param path as the engine knows the file */
export function fileReader(path: string, { csv, passing }: Pick<TableFile, 'csv' | 'passing'>): string {
  if (csv === undefined)
    return `read_parquet(${quoteLiteral(path)}${passing === true ? ', file_row_number = true' : ''})`
  const columns = Object.entries(csv).map(([name, type]) => `${quoteLiteral(name)}: ${quoteLiteral(type)}`)
  return `read_csv(${quoteLiteral(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${columns.join(', ')}})`
}

/** An argument of `EXECUTE`. A fraction goes as text: 0.1 would be a DECIMAL, whose cast loses the last bit of some. */
export function argument(value: Scalar): string {
  const clean = sendable(value)
  if (clean === null) return 'NULL'
  if (typeof clean === 'string') return quoteLiteral(clean)
  if (typeof clean === 'boolean' || Number.isSafeInteger(clean)) return String(clean)
  return `'${clean}'::DOUBLE`
}
