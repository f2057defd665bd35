// Where do the good rows of a large file wait, and how do they leave as a CSV that `data/` takes?

import type { AcceptedPiece } from './check-file.ts'
import { writeCsv } from './write-csv.ts'
import type { JournalColumns } from '../domain/journal-counting.ts'
import type { CellValue } from '../domain/schemas/check-cell.ts'
import { flatText } from '../domain/schemas/flat-text.ts'
import type { TableRules } from '../domain/schemas/rules.ts'

/** Types whose values are pieces of the file; those of the others are ours. */
const FREE: readonly string[] = ['text', 'id', 'rows']

/** Pieces as they come, by column: a million rows of a journal are some 40 MB, and nothing is copied. */
export class AcceptedRows {
  readonly #rules: TableRules
  readonly #pieces: AcceptedPiece[] = []
  /** Places of the fields whose values would keep the text that they were cut from. */
  readonly #free: readonly number[]
  #size = 0

  constructor(rules: TableRules) {
    this.#rules = rules
    this.#free = rules.fields.flatMap(({ type }, index) => (FREE.includes(type.is) ? [index] : []))
  }

  get size(): number {
    return this.#size
  }

  /** The piece is kept, and may not change any more. */
  add(piece: AcceptedPiece): void {
    if (piece.length === 0) return
    this.#size += piece.length
    this.#pieces.push(piece)
    for (const column of this.#free.map((index) => piece.columns[index] ?? []))
      for (let row = 0; row < column.length; row += 1) {
        const value = column[row]
        if (typeof value === 'string') column[row] = flatText(value)
      }
  }

  /** Values of one field, a row each; [] for one that the rules have not. */
  column(key: string): CellValue[] {
    const field = this.#rules.fields.findIndex((one) => one.key === key)
    return this.#pieces.flatMap(({ columns }) => columns[field] ?? [])
  }

  /** The columns of `data/`, in pieces of text, header first. */
  *csv(): Generator<string, void, undefined> {
    const keys = this.#rules.fields.map(({ key }) => key)
    yield writeCsv(keys, [])
    for (const { lines, columns } of this.#pieces) {
      const rows = lines.map((_, row) =>
        Object.fromEntries(keys.map((key, field) => [key, columns[field]?.[row] ?? null]))
      )
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
