// How do the pipeline, the prerender and the tests ask the questions of the app? In-process DuckDB.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBInstance,
  DuckDBTypeId,
  SQLNULL,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBResult,
  type DuckDBType
} from '@duckdb/node-api'
import { AppError } from '../domain/errors.ts'
import type { DerivedTable, Engine, Question, Row, Scalar, TableFile } from './engine.ts'
import { derivedSql, fileName, fileReader, quoteIdentifier, sendable } from './parameters.ts'
import { plainValue } from './plain.ts'
import { Turns } from './turns.ts'

async function readRows(result: DuckDBResult): Promise<Row[]> {
  const columns = result.columnNames().map((name, index) => ({
    name,
    type: DuckDBTypeId[result.columnTypeId(index)]
  }))
  const rows = await result.getRowsJS()
  return rows.map((values) =>
    Object.fromEntries(columns.map(({ name, type }, index) => [name, plainValue(values[index], name, type)]))
  )
}

/** The library guesses BIGINT for any whole number, and refuses those above 2^63. */
function typeOf(value: Scalar): DuckDBType {
  if (value === null) return SQLNULL
  if (typeof value === 'string') return VARCHAR
  if (typeof value === 'boolean') return BOOLEAN
  return Number.isSafeInteger(value) ? BIGINT : DOUBLE
}

/** @throws AppError `query_failed` with the SQL and DuckDB's message. */
export async function answer(connection: DuckDBConnection, question: Question): Promise<Row[]> {
  try {
    const values = question.params.map(sendable)
    return await readRows(await connection.run(question.sql, values, values.map(typeOf)))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('query_failed', { sql: question.sql, message: String(error) }, error)
  }
}

async function loadTables(
  connection: DuckDBConnection,
  tables: TableFile[],
  derived: Iterable<DerivedTable> | AsyncIterable<DerivedTable>
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'optima-'))
  const leftovers: string[] = []
  try {
    for (const [index, table] of tables.entries()) {
      const { name, bytes, passing } = table
      const path = join(folder, String(index))
      await writeFile(path, bytes)
      const kind = passing === true ? 'VIEW' : 'TABLE'
      const sql = `CREATE ${kind} ${quoteIdentifier(name)} AS SELECT * FROM ${fileReader(path, table)}`
      await connection.run(sql).catch((error: unknown) => {
        throw new AppError('data_unreadable', { file: fileName(table), message: String(error) }, error)
      })
      if (passing === true) leftovers.push(`DROP VIEW ${quoteIdentifier(name)}`)
    }
    for await (const table of derived) {
      const { make, drop } = derivedSql(table)
      await answer(connection, { sql: make, params: [] })
      if (drop !== null) leftovers.push(drop)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  for (const sql of leftovers) await connection.run(sql)
  await connection.run('SET enable_external_access = false')
  await connection.run('SET lock_configuration = true')
}

/** @throws AppError `engine_unavailable` when the native library is missing for this platform. */
export async function createNativeEngine(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:').catch((error: unknown) => {
    throw new AppError('engine_unavailable', { message: String(error) }, error)
  })
  const connection = await instance.connect()
  const turns = new Turns({
    run: (question) => answer(connection, question),
    interrupt: () => connection.interrupt(),
    kill: () => turns.lose(new AppError('engine_lost', { reason: 'would not stop' }))
  })
  let open = true
  return {
    load: (tables, derived = []) => loadTables(connection, tables, derived),
    query: (question, options) => turns.ask(question, options?.signal),
    async close() {
      if (!open) return
      open = false
      turns.lose(new AppError('engine_lost', { reason: 'closed' }))
      connection.interrupt()
      connection.closeSync()
      instance.closeSync()
    }
  }
}
