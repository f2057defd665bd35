// Which rows of an opened file obey a schema, and what is wrong with each of the others?

import type { Corrections } from './corrections.ts'
import type { Encoding } from './detect-encoding.ts'
import type { ByteSource, FileNote, OpenedText } from './open-file.ts'
import { fitRow, readRows } from './read-rows.ts'
import type { RawRow } from './record-reader.ts'
import type { CellContext } from '../domain/schemas/check-cell.ts'
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

export interface AcceptedRow {
  line: number
  values: RowValues
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
  accepted: AcceptedRow[]
  refused: RefusedRow[]
  /** Warnings, of accepted rows. */
  warnings: RowProblem[]
  bytes: number
  encoding: Encoding
  notes: FileNote[]
}

/** The cell of each field, corrected. */
function fieldCells({ line }: RawRow, cells: readonly string[], options: CheckOptions): string[] {
  const { rules, columns, corrections } = options
  const own = corrections.cells[line]
  return rules.fields.map(({ key }, index) => {
    const column = columns[index] ?? null
    const written = column === null ? '' : (cells[column] ?? '')
    const everywhere = corrections.everywhere[key]
    const cell = own?.[key] ?? written
    return everywhere === undefined ? cell : replaced(everywhere, cell)
  })
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
  readonly #options: CheckOptions
  readonly #width: number
  readonly #checker: RowChecker
  /** Rows that name others: only the end of the file tells whether those are there. */
  #pending = new Map<number, { row: AcceptedRow; cells: string[] }>()
  readonly #links: number[]

  constructor(width: number, options: CheckOptions) {
    this.#width = width
    this.#options = options
    this.#checker = new RowChecker(options.rules, options, options.published)
    this.#links = options.rules.fields.flatMap(({ type }, index) => (type.is === 'rows' ? [index] : []))
  }

  add(raw: RawRow, into: CheckedPiece): void {
    const { line } = raw
    const cells = raw.broken ? null : fitRow(raw.cells, this.#width)
    if (cells === null) {
      into.refused.push({ line, cells: raw.cells, fits: false, problems: [this.#misfit(raw)] })
      return
    }
    const own = fieldCells(raw, cells, this.#options)
    const { values, problems } = this.#checker.check(line, own)
    if (values === null) into.refused.push({ line, cells: own, fits: true, problems })
    else {
      into.warnings.push(...problems)
      if (this.#links.some((index) => values[index] !== null))
        this.#pending.set(line, { row: { line, values }, cells: own })
      else into.accepted.push({ line, values })
    }
  }

  finish(into: CheckedPiece): void {
    for (const problem of this.#checker.finish()) {
      const held = this.#pending.get(problem.line)
      if (held === undefined) continue
      this.#pending.delete(problem.line)
      into.refused.push({ line: problem.line, cells: held.cells, fits: true, problems: [problem] })
    }
    for (const { row } of this.#pending.values()) into.accepted.push(row)
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
    const checked: CheckedPiece = { ...piece, accepted: [], refused: [], warnings: [] }
    for (const raw of rows) checking.add(raw, checked)
    if (piece.bytes === source.size) checking.finish(checked)
    yield checked
  }
}
