// How does a started DuckDB-WASM answer questions with parameters that can be stopped, and never hang?
//
// 1.28.0 can stop only what was sent as text (`send`, `cancelSent`); its prepared statements take
// parameters but hold the worker until they end (4.5 s measured after a cancel). So each SQL text is
// prepared once, as it stands, and the text that is sent is `EXECUTE q1(…)`: nothing but arguments. A text that is asked
// once and has no parameter is sent as it is.

import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm'
import { AppError } from '../domain/errors.ts'
import type { DerivedTable, Engine, Question, Row, TableFile } from './engine.ts'
import { argument, derivedSql, fileName, fileReader, quoteIdentifier } from './parameters.ts'
import { type ArrowBatch, appendRows } from './plain.ts'
import { Turns } from './turns.ts'

/** Sums of integers are HUGEINT and averages DECIMAL: without these casts they come back as text or big integers. */
const OPEN = { query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true } }

const LOCK = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET enable_external_access = false',
  'SET lock_configuration = true'
]

/** Says whether an error of the worker means that its memory can no longer be trusted. */
function isFatal(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'RuntimeError' || /^Aborted|memory access|unreachable/.test(error.message))
  )
}

/** Every error of 1.28.0 is an `Error` whose message is DuckDB's, or `[object WebAssembly.Exception]` and no more. */
function toAppError(error: unknown, sql: string): AppError {
  if (error instanceof AppError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (/out of memory|bad_alloc|OOM|Cannot enlarge memory/i.test(message))
    return new AppError('engine_out_of_memory', { sql, message }, error)
  if (isFatal(error)) return new AppError('engine_lost', { sql, message }, error)
  if (/query was canceled|interrupted/i.test(message)) return new AppError('query_cancelled', { sql }, error)
  return new AppError('query_failed', { sql, message }, error)
}

export class WasmSession implements Engine {
  readonly #db: AsyncDuckDB
  readonly #connection: AsyncDuckDBConnection
  readonly #endWorker: () => void
  readonly #turns: Turns
  readonly #prepared = new Map<string, string>()
  /** Rejected when the worker is gone: its own promises stay pending for ever. */
  readonly #gone: Promise<never>
  #lose: (error: AppError) => void = () => {}

  private constructor(db: AsyncDuckDB, connection: AsyncDuckDBConnection, endWorker: () => void) {
    this.#db = db
    this.#connection = connection
    this.#endWorker = endWorker
    this.#turns = new Turns({
      run: (question, stopped) => this.#run(question, stopped),
      interrupt: () => void connection.cancelSent().catch(() => {}),
      kill: () => this.lose('would not stop')
    })
    this.#gone = new Promise((_, reject) => (this.#lose = reject))
    this.#gone.catch(() => {})
  }

  /** @param db an instantiated engine; @param endWorker terminates its worker. */
  static async open(db: AsyncDuckDB, endWorker: () => void): Promise<WasmSession> {
    await db.open(OPEN)
    return new WasmSession(db, await db.connect(), endWorker)
  }

  async load(
    tables: TableFile[],
    derived: Iterable<DerivedTable> | AsyncIterable<DerivedTable> = []
  ): Promise<void> {
    for (const table of tables) await this.#alive(this.#loadTable(table))
    const leftovers: string[] = []
    for await (const table of derived) {
      const { make, drop } = derivedSql(table)
      await this.#alive(this.#change(make))
      if (drop !== null) leftovers.push(drop)
    }
    const passing = tables.filter((table) => table.passing)
    leftovers.push(...passing.map(({ name }) => `DROP VIEW ${quoteIdentifier(name)}`))
    for (const sql of leftovers) await this.#alive(this.#change(sql))
    for (const table of passing) await this.#alive(this.#db.dropFile(fileName(table)))
    for (const sql of LOCK) await this.#alive(this.#connection.query(sql))
  }

  query(question: Question, options?: { signal?: AbortSignal }): Promise<Row[]> {
    return this.#turns.ask(question, options?.signal)
  }

  async close(): Promise<void> {
    this.lose('closed')
  }

  /** Ends the worker, and settles at once everything that waits for it. */
  lose(reason: string): void {
    const error = new AppError('engine_lost', { reason })
    this.#turns.lose(error)
    this.#lose(error)
    this.#endWorker()
  }

  #alive<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#gone])
  }

  async #loadTable(table: TableFile): Promise<void> {
    const file = fileName(table)
    const kind = table.passing === true ? 'VIEW' : 'TABLE'
    const sql = `CREATE ${kind} ${quoteIdentifier(table.name)} AS SELECT * FROM ${fileReader(file, table)}`
    try {
      // A copy: the buffer is transferred to the worker, and the caller may need its own for a restart.
      await this.#db.registerFileBuffer(file, table.passing === true ? table.bytes : table.bytes.slice())
      await this.#connection.query(sql)
      if (table.passing !== true) await this.#db.dropFile(file)
    } catch (error) {
      const known = toAppError(error, sql)
      if (known.code !== 'query_failed') throw known
      throw new AppError('data_unreadable', { file, ...known.evidence }, error)
    }
  }

  async #change(sql: string): Promise<void> {
    await this.#connection.query(sql).catch((error: unknown) => {
      throw toAppError(error, sql)
    })
  }

  async #run(question: Question, stopped: () => boolean): Promise<Row[]> {
    try {
      return await this.#alive(this.#execute(question, stopped))
    } catch (error) {
      if (isFatal(error)) this.lose(String(error))
      throw toAppError(error, question.sql)
    }
  }

  async #execute(question: Question, stopped: () => boolean): Promise<Row[]> {
    const text = question.once === true ? question.sql : await this.#execution(question)
    // A cancel that came while preparing found nothing to stop.
    if (stopped()) throw new AppError('query_cancelled')
    const rows: Row[] = []
    // The library ships Arrow's types where the linter cannot follow; the shape we read is all we ask of a batch.
    const batches = (await this.#connection.send(text)) as AsyncIterable<ArrowBatch>
    for await (const batch of batches) {
      if (stopped()) throw new AppError('query_cancelled')
      appendRows(rows, batch)
    }
    return rows
  }

  async #execution({ sql, params }: Question): Promise<string> {
    const name = this.#prepared.get(sql) ?? (await this.#prepare(sql))
    const args = params.map(argument).join(', ')
    return `EXECUTE ${name}${args === '' ? '' : `(${args})`}`
  }

  async #prepare(sql: string): Promise<string> {
    const name = `q${this.#prepared.size + 1}`
    await this.#connection.query(`PREPARE ${name} AS ${sql}`)
    this.#prepared.set(sql, name)
    return name
  }
}
