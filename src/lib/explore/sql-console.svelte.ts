// What does the reader's SQL give, how is it stopped, and what is wrong with it? In an engine of its own, on copies of the tables.

import { AppError, userMessage } from '../domain/errors.ts'
import type { Row } from '../engine/engine.ts'
import { Dataset, type DatasetOptions } from '../state/dataset.svelte.ts'
import { SQL_EXAMPLES } from './sql-examples.ts'
import { MOST_ROWS, prepareSql, sqlProblem, type SqlProblem } from './sql-query.ts'

export interface SqlResult {
  columns: readonly string[]
  /** At most MOST_ROWS. */
  rows: readonly Row[]
  /** There were more. */
  cut: boolean
  /** From the sending to the last row, the start of the engine left out. */
  ms: number
}

export class SqlConsole {
  text = $state(SQL_EXAMPLES[0]?.sql ?? '')
  running = $state(false)
  /** The last result; it stays while the next is awaited and when that fails. */
  result = $state.raw<SqlResult | null>(null)
  /** What DuckDB says of the SQL. */
  problem = $state.raw<SqlProblem | null>(null)
  /** What else went wrong, French; '' when nothing did. */
  message = $state('')
  readonly dataset: Dataset
  #stop = new AbortController()

  /** @param folder address of the folder of `manifest.json`, with its final slash. */
  constructor(folder: string, options: DatasetOptions = {}) {
    this.dataset = new Dataset(folder, options)
  }

  /** Asks what is written. One at a time: the next waits for the end of this one or for `stop`. */
  async run(): Promise<void> {
    if (this.running) return
    const { text } = this
    this.problem = null
    this.message = ''
    const prepared = prepareSql(text)
    if (!prepared.ok) {
      this.message = prepared.reason
      return
    }
    const stop = (this.#stop = new AbortController())
    this.running = true
    try {
      if (this.dataset.status === 'unavailable') this.dataset.retry()
      await this.dataset.start()
      const start = performance.now()
      const rows = await this.dataset.ask({ sql: prepared.sql, params: [] }, { signal: stop.signal })
      this.result = {
        columns: Object.keys(rows[0] ?? {}),
        rows: rows.slice(0, MOST_ROWS),
        cut: rows.length > MOST_ROWS,
        ms: performance.now() - start
      }
    } catch (error) {
      this.#fail(error, text)
    } finally {
      this.running = false
    }
  }

  /** Stops what runs, or the start of the engine. */
  stop(): void {
    this.#stop.abort()
    this.dataset.cancel()
  }

  close(): void {
    this.dataset.close()
  }

  #fail(error: unknown, text: string): void {
    if (error instanceof AppError && error.code === 'query_failed')
      this.problem = sqlProblem(String(error.evidence.message ?? ''), text)
    else if (error instanceof AppError && error.code === 'query_cancelled') this.message = 'Requête arrêtée.'
    else this.message = userMessage(error)
  }
}
