// How does the pipeline work on files larger than memory? Native DuckDB that reads and writes them, within a limit.
//
// Not an `Engine`: it keeps its access to files, so it never answers a visitor.

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { AppError } from '../domain/errors.ts'
import type { Row, Scalar } from './engine.ts'
import { answer } from './native.ts'

export interface WorkbenchOptions {
  /** As DuckDB writes it: "4GB". Beyond, it spills to `scratch`. */
  memoryLimit?: string
  threads?: number
  /** Folder for what does not fit in memory; in the system's own by default. */
  scratch?: string
}

export interface Workbench {
  /** One statement, its parameters in order. @throws AppError `query_failed` with DuckDB's message. */
  run(sql: string, params?: readonly Scalar[]): Promise<Row[]>
  /** Adds rows of text, null for what is absent, to a table of VARCHAR columns, one of them a number of line (BIGINT) first. */
  append(table: string, rows: readonly (readonly [number, ...(string | null)[]])[]): Promise<void>
  close(): void
}

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: readonly (readonly [number, ...(string | null)[]])[]
): Promise<void> {
  const appender = await connection.createAppender(table)
  for (const [line, ...cells] of rows) {
    appender.appendBigInt(BigInt(line))
    for (const cell of cells) {
      if (cell === null) appender.appendNull()
      else appender.appendVarchar(cell)
    }
    appender.endRow()
  }
  appender.closeSync()
}

/** @throws AppError `engine_unavailable` when the native library is missing for this platform. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { memoryLimit = '4GB', threads, scratch = join(tmpdir(), 'optima-duckdb') } = options
  const settings: Record<string, string> = { memory_limit: memoryLimit }
  if (threads !== undefined) settings.threads = String(threads)
  settings.temp_directory = scratch
  const instance = await DuckDBInstance.create(':memory:', settings).catch((error: unknown) => {
    throw new AppError('engine_unavailable', { message: String(error) }, error)
  })
  const connection = await instance.connect()
  return {
    run: (sql, params = []) => answer(connection, { sql, params: [...params] }),
    append: (table, rows) => append(connection, table, rows),
    close() {
      connection.closeSync()
      instance.closeSync()
    }
  }
}
