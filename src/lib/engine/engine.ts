// What does the rest of the house know of a database? Three calls, and plain rows.

/** A value that DuckDB takes as a bound parameter and gives back in a row. */
export type Scalar = string | number | boolean | null
export type Row = Record<string, Scalar>

/** A question: SQL text (DuckDB 0.9.1 dialect, `?` placeholders) and its parameters, in order. */
export interface Question {
  sql: string
  params: Scalar[]
  /** true: a text without parameters that hardly comes twice, made by the house alone; it is not prepared and kept. */
  once?: true
}

/** Types of the columns of a CSV file, in order. */
export type CsvColumns = Readonly<Record<string, 'VARCHAR' | 'DOUBLE' | 'DATE'>>

/** A file, whole, and the table it becomes. */
export interface TableFile {
  name: string
  bytes: Uint8Array
  /** Of a CSV as writeCsv makes it, an empty cell for what is absent; the file is Parquet where this is absent. */
  csv?: CsvColumns
  /**
   * true: no table but a view, read anew by each derived table and gone after them, so that a large file is never held as
   * rows. Parquet then has one more column, `file_row_number`, from 0. The bytes may be taken: the caller loses them.
   */
  passing?: boolean
}

/** A table made of those that were loaded: `sql` is a SELECT without parameters. */
export interface DerivedTable {
  name: string
  sql: string
  /** Only a step to those after it: dropped once they are made. `view`: nor is it held as rows meanwhile. */
  temporary?: boolean | 'view'
}

/**
 * One generation of data. `load` fills and locks it, once; new data means a new engine.
 * Integers and decimals come back as JavaScript numbers, dates as ISO text, absent values as null.
 */
export interface Engine {
  /**
   * @param derived made after the files, in order; a locked engine makes no more tables. One that is computed from
   * those before it comes from a generator, which may ask questions meanwhile.
   * @throws AppError `data_unreadable` when a file is not the Parquet it should be; `query_failed` for a derived table; `engine_unavailable` when the engine does not start.
   */
  load(tables: TableFile[], derived?: Iterable<DerivedTable> | AsyncIterable<DerivedTable>): Promise<void>
  /** @throws AppError `query_failed`, `query_cancelled`, `engine_lost`. */
  query(question: Question, options?: { signal?: AbortSignal }): Promise<Row[]>
  /** Frees the engine; pending questions are rejected with `engine_lost`. */
  close(): Promise<void>
}
