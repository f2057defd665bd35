// What does a reader need to know of a whole file: how many rows, which kinds of problems, the first of each?

import type { CheckedPiece, RefusedRow } from './check-file.ts'
import type { Encoding } from './detect-encoding.ts'
import type { FileNote } from './open-file.ts'
import { severityOf, type ProblemCode, type RowProblem, type Severity } from '../domain/schemas/rules.ts'

/** One cell as it is written wrong, however often. */
export interface WrongValue {
  value: string
  detail: string
  count: number
  /** The first lines that hold it, at most LINES. */
  lines: number[]
}

/** One kind of problem in one column. */
export interface ProblemKind {
  code: ProblemCode
  /** Key of the field; '' for the row as a whole. */
  field: string
  severity: Severity
  count: number
  /** The first ones, at most FIRST. */
  first: RowProblem[]
  /** The values that are wrong, in the order of the file, at most VALUES; empty where the row as a whole is meant. */
  values: WrongValue[]
}

export interface ImportReport {
  /** Data rows of the file: accepted + refused. */
  rows: number
  accepted: number
  refused: number
  /** Accepted rows that carry a warning. */
  warned: number
  /** Errors first, then by the number of rows. */
  kinds: ProblemKind[]
  /** The first refused rows, at most REFUSED, to be corrected in place. */
  refusedRows: RefusedRow[]
  encoding: Encoding
  notes: FileNote[]
}

const FIRST = 20
const VALUES = 50
const LINES = 5
const REFUSED = 200

interface Kind extends ProblemKind {
  byValue: Map<string, WrongValue>
}

export class ReportBuilder {
  readonly #kinds = new Map<string, Kind>()
  readonly #refusedRows: RefusedRow[] = []
  readonly #counts = { accepted: 0, refused: 0, warned: 0 }
  #encoding: Encoding = 'utf-8'
  #notes: FileNote[] = []

  add({ accepted, refused, warnings, encoding, notes }: CheckedPiece): void {
    this.#counts.accepted += accepted.length
    this.#counts.refused += refused.length
    this.#counts.warned += warnings.length
    this.#encoding = encoding
    this.#notes = notes
    for (const row of refused) {
      for (const problem of row.problems) this.#count(problem)
      if (this.#refusedRows.length < REFUSED) this.#refusedRows.push(row)
    }
    for (const problem of warnings) this.#count(problem)
  }

  /** @param notes of the header, which come before those of the rows */
  report(notes: readonly FileNote[] = []): ImportReport {
    const kinds = [...this.#kinds.values()]
      .map(({ byValue, ...kind }): ProblemKind => ({ ...kind, values: [...byValue.values()] }))
      .toSorted((a, b) => a.severity.localeCompare(b.severity) || b.count - a.count)
    return {
      rows: this.#counts.accepted + this.#counts.refused,
      ...this.#counts,
      kinds,
      refusedRows: this.#refusedRows,
      encoding: this.#encoding,
      notes: [...notes, ...this.#notes]
    }
  }

  #count(problem: RowProblem): void {
    const { code, field, value, detail, line } = problem
    const key = `${code} ${field}`
    const kind = this.#kinds.get(key) ?? newKind(problem)
    this.#kinds.set(key, kind)
    kind.count += 1
    if (kind.first.length < FIRST) kind.first.push(problem)
    if (field === '') return
    const text = value.trim()
    const known = kind.byValue.get(text)
    if (known === undefined) {
      if (kind.byValue.size < VALUES) kind.byValue.set(text, { value: text, detail, count: 1, lines: [line] })
      return
    }
    known.count += 1
    if (known.lines.length < LINES) known.lines.push(line)
  }
}

function newKind({ code, field }: RowProblem): Kind {
  return { code, field, severity: severityOf({ code }), count: 0, first: [], values: [], byValue: new Map() }
}
