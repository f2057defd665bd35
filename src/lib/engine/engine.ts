// What does the rest of the house know of a database? Three calls, and plain rows.

/** A value that DuckDB takes as a bound parameter and gives back in a row. */
export type Scalar = string | number | boolean | null
export type Row = Record<string, Scalar>

/** A question: SQL text (DuckDB 0.9.1 dialect, `?` placeholders) and its parameters, in order. */
export interface Question {
  sql: string
  params: Scalar[]
}

/** A Parquet file, whole, and the table it becomes. */
export interface TableFile {
  name: string
  bytes: Uint8Array
}

/** A table made of those that were loaded: `sql` is a SELECT without parameters. */
export interface DerivedTable {
  name: string
  sql: string
  /** Only a step to those after it: dropped once they are made. */
  temporary?: boolean
}

/**
 * One generation of data. `load` fills and locks it, once; new data means a new engine.
 * Integers and decimals come back as JavaScript numbers, dates as ISO text, absent values as null.
 */
export interface Engine {
  /**
   * @param derived made after the files, in order; a locked engine makes no more tables
   * @throws AppError `data_unreadable` when a file is not the Parquet it should be; `query_failed` for a derived table; `engine_unavailable` when the engine does not start.
   */
  load(tables: TableFile[], derived?: readonly DerivedTable[]): Promise<void>
  /** @throws AppError `query_failed`, `query_cancelled`, `engine_lost`. */
  query(question: Question, options?: { signal?: AbortSignal }): Promise<Row[]>
  /** Frees the engine; pending questions are rejected with `engine_lost`. */
  close(): Promise<void>
}
