// Which rows of an opened file obey a schema, and what is wrong with each of the others?

import type { Corrections } from './corrections.ts'
import type { Encoding } from './detect-encoding.ts'
import type { ByteSource, FileNote, OpenedText } from './open-file.ts'
import { fitRow, readRows } from './read-rows.ts'
import type { RawRow } from './record-reader.ts'
import type { CellContext, CellValue } from '../domain/schemas/check-cell.ts'
import type { ColumnMatch } from '../domain/schemas/match-columns.ts'
import { RowChecker, type RowValues } from '../domain/schemas/row-checker.ts'
import type { RowProblem, TableRules } from '../domain/schemas/rules.ts'

export interface CheckOptions extends CellContext {
  rules: TableRules
  columns: ColumnMatch
  corrections: Corrections
  /** Ids of published rows, which rows of the file may name. */
  published: readonly string[]
}

/** Good rows by column: a million objects of a row each would keep the collector busier than the checks. */
export class AcceptedPiece {
  readonly lines: number[] = []
  /** One a field, in their order. */
  readonly columns: readonly CellValue[][]

  constructor({ fields }: TableRules) {
    this.columns = fields.map(() => [])
  }

  get length(): number {
    return this.lines.length
  }

  push(line: number, values: RowValues): void {
    this.lines.push(line)
    for (let index = 0; index < this.columns.length; index += 1)
      this.columns[index]?.push(values[index] ?? null)
  }
}
export interface RefusedRow {
  line: number
  /** One a field, corrected; for a ragged or broken row, the cells of the file as they are. */
  cells: string[]
  /** The row has the cells of the header, so that its fields are known. */
  fits: boolean
  problems: RowProblem[]
}

/** Every row of the piece is in one of the two lists. */
export interface CheckedPiece {
  accepted: AcceptedPiece
  refused: RefusedRow[]
  /** Warnings, of accepted rows. */
  warnings: RowProblem[]
  bytes: number
  encoding: Encoding
  notes: FileNote[]
}

/** The cell of each field into a list that is used again for every row, and what the reader changed of it. */
class FieldCells {
  readonly #options: CheckOptions
  /** -1: the file has no such column. */
  readonly #columns: readonly number[]
  readonly #corrected: boolean
  readonly cells: string[]

  constructor(options: CheckOptions) {
    const { rules, columns, corrections } = options
    this.#options = options
    this.#columns = rules.fields.map((_, index) => columns[index] ?? -1)
    this.#corrected = Object.keys({ ...corrections.cells, ...corrections.everywhere }).length > 0
    this.cells = rules.fields.map(() => '')
  }

  read(line: number, cells: readonly string[]): void {
    for (let index = 0; index < this.cells.length; index += 1) {
      const column = this.#columns[index] ?? -1
      this.cells[index] = column < 0 ? '' : (cells[column] ?? '')
    }
    if (this.#corrected) this.#correct(line)
  }

  #correct(line: number): void {
    const { rules, corrections } = this.#options
    const own = corrections.cells[line]
    for (const [index, { key }] of rules.fields.entries()) {
      const everywhere = corrections.everywhere[key]
      const cell = own?.[key] ?? this.cells[index] ?? ''
      this.cells[index] = everywhere === undefined ? cell : replaced(everywhere, cell)
    }
  }
}

/** A replacement that was wrong too may have been replaced in its turn; a ring of them ends. */
function replaced(everywhere: Readonly<Record<string, string>>, cell: string): string {
  let text = cell
  for (let turns = Object.keys(everywhere).length; turns > 0; turns -= 1) {
    const known = text.trim()
    if (!Object.hasOwn(everywhere, known)) return text
    text = everywhere[known] ?? text
  }
  return text
}

class Checking {
  readonly #width: number
  readonly #checker: RowChecker
  /** Rows that name others: only the end of the file tells whether those are there. */
  #pending = new Map<number, { values: CellValue[]; cells: string[] }>()
  readonly #links: number[]
  readonly #own: FieldCells

  constructor(width: number, options: CheckOptions) {
    this.#width = width
    this.#checker = new RowChecker(options.rules, options, options.published)
    this.#own = new FieldCells(options)
    this.#links = options.rules.fields.flatMap(({ type }, index) => (type.is === 'rows' ? [index] : []))
  }

  add(raw: RawRow, into: CheckedPiece): void {
    const { line } = raw
    const cells = raw.broken ? null : fitRow(raw.cells, this.#width)
    if (cells === null) {
      into.refused.push({ line, cells: raw.cells, fits: false, problems: [this.#misfit(raw)] })
      return
    }
    this.#own.read(line, cells)
    const own = this.#own.cells
    const { values, problems } = this.#checker.check(line, own)
    if (values === null) into.refused.push({ line, cells: [...own], fits: true, problems })
    else {
      if (problems.length > 0) into.warnings.push(...problems)
      if (this.#links.some((index) => values[index] !== null))
        this.#pending.set(line, { values: [...values], cells: [...own] })
      else into.accepted.push(line, values)
    }
  }

  finish(into: CheckedPiece): void {
    for (const problem of this.#checker.finish()) {
      const held = this.#pending.get(problem.line)
      if (held === undefined) continue
      this.#pending.delete(problem.line)
      into.refused.push({ line: problem.line, cells: held.cells, fits: true, problems: [problem] })
    }
    for (const [line, { values }] of this.#pending) into.accepted.push(line, values)
    this.#pending.clear()
  }

  #misfit({ line, cells, broken }: RawRow): RowProblem {
    const value = cells.join(' | ').slice(0, 200)
    return broken
      ? { line, field: '', value, code: 'open_quote', detail: '' }
      : { line, field: '', value, code: 'ragged_row', detail: `${cells.length}/${this.#width}` }
  }
}

/**
 * Asked for one piece at a time; the last one holds what only the end of the file tells.
 * @throws what `source.read` throws when the file goes away in the middle
 */
export async function* checkFile(
  source: ByteSource,
  opened: OpenedText,
  options: CheckOptions,
  pieceBytes?: number
): AsyncGenerator<CheckedPiece, void, undefined> {
  const checking = new Checking(opened.header.length, options)
  for await (const { rows, ...piece } of readRows(source, opened, pieceBytes)) {
    const checked: CheckedPiece = {
      ...piece,
      accepted: new AcceptedPiece(options.rules),
      refused: [],
      warnings: []
    }
    for (const raw of rows) checking.add(raw, checked)
    if (piece.bytes === source.size) checking.finish(checked)
    yield checked
  }
}
