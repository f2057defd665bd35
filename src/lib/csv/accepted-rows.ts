// Where do the good rows of a large file wait, and how do they leave as a CSV that `data/` takes?

import type { AcceptedRow } from './check-file.ts'
import { writeCsv } from './write-csv.ts'
import type { JournalColumns } from '../domain/journal-counting.ts'
import type { CellValue } from '../domain/schemas/check-cell.ts'
import { flatText } from '../domain/schemas/flat-text.ts'
import type { TableRules } from '../domain/schemas/rules.ts'

/** Rows written at a time: some megabytes of text. */
const WRITTEN = 20_000

/** Types whose values are pieces of the file; those of the others are ours. */
const FREE: readonly string[] = ['text', 'id', 'rows']

/** By column: a million rows of a journal are some 40 MB, where one object a row would be five times that. */
export class AcceptedRows {
  readonly #rules: TableRules
  readonly #columns: CellValue[][]

  constructor(rules: TableRules) {
    this.#rules = rules
    this.#columns = rules.fields.map(() => [])
  }

  get size(): number {
    return this.#columns[0]?.length ?? 0
  }

  add(rows: readonly AcceptedRow[]): void {
    for (const [index, column] of this.#columns.entries()) {
      const free = FREE.includes(this.#rules.fields[index]?.type.is ?? '')
      for (const { values } of rows) {
        const value = values[index] ?? null
        column.push(free && typeof value === 'string' ? flatText(value) : value)
      }
    }
  }

  /** Values of one field, a row each; [] for one that the rules have not. */
  column(key: string): readonly CellValue[] {
    return this.#columns[this.#rules.fields.findIndex((field) => field.key === key)] ?? []
  }

  /** Values of one row by key of the field. */
  row(index: number): Record<string, CellValue> {
    return Object.fromEntries(
      this.#rules.fields.map(({ key }, field) => [key, this.#columns[field]?.[index] ?? null])
    )
  }

  /** The columns of `data/`, in pieces of text, header first. */
  *csv(): Generator<string, void, undefined> {
    const keys = this.#rules.fields.map(({ key }) => key)
    yield writeCsv(keys, [])
    for (let start = 0; start < this.size; start += WRITTEN) {
      const length = Math.min(WRITTEN, this.size - start)
      const rows = Array.from({ length }, (_, offset) => this.row(start + offset))
      const text = writeCsv(keys, rows)
      yield text.slice(text.indexOf('\n') + 1)
    }
  }
}

/** What is counted of a journal, column by column. */
export const journalColumns = (rows: AcceptedRows): JournalColumns => ({
  date: rows.column('date'),
  place: rows.column('place'),
  programme: rows.column('programme'),
  act: rows.column('act'),
  count: rows.column('count'),
  people: rows.column('people')
})
