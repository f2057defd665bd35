// Is a row what the rules ask for, alone and among the rows before it?

import { checkCell, type CellCheck, type CellContext, type CellValue } from './check-cell.ts'
import { FirstSeen, hashText, type TextHash } from './first-seen.ts'
import { flatText } from './flat-text.ts'
import { relationProblem } from './relations.ts'
import type { RowProblem, TableRules } from './rules.ts'

/** Values in the order of the fields. */
export type RowValues = readonly CellValue[]

export interface RowCheck {
  /** Null when the row is refused. One list for all rows: it holds until the next one is checked. */
  values: RowValues | null
  problems: RowProblem[]
}

/** Texts of one field that are remembered with their verdict: a journal says the same few thousand things. */
const REMEMBERED = 20_000
/** Types whose texts hardly ever come back. */
const DIVERSE: readonly string[] = ['text', 'id', 'rows']

interface Verdict {
  check: CellCheck
  /** Of the value that was read. */
  hash: TextHash
}

const NONE: RowProblem[] = []
const EMPTY: Verdict = { check: { value: null }, hash: hashText('') }

export class RowChecker {
  readonly #rules: TableRules
  readonly #context: CellContext
  readonly #cache: (Map<string, Verdict> | null)[]
  /** Place of each unique field, and the line that has each of its values. */
  readonly #taken: { index: number; key: string; lines: FirstSeen }[]
  /** Verdicts and line of the row at hand. */
  readonly #row: Verdict[]
  /** Of the row at hand. */
  readonly #values: CellValue[]
  /** What most rows get. */
  readonly #good: RowCheck
  /** Verdict at hand of a field whose texts are not remembered. */
  readonly #passing: readonly Verdict[]
  #line = 0
  readonly #links: number[]
  /** Fields that may be empty. */
  readonly #optional: readonly boolean[]
  readonly #rows = new FirstSeen()
  /** Ids that stand in the file, of refused rows too, and those published: what a `rows` field may name. */
  readonly #ids: Set<string>
  #named: { line: number; field: string; value: string; ids: string[] }[] = []

  /** @param published ids that `rows` fields may name beside those of the file */
  constructor(rules: TableRules, context: CellContext, published: Iterable<string> = []) {
    this.#rules = rules
    this.#context = context
    this.#cache = rules.fields.map(({ type }) =>
      DIVERSE.includes(type.is) ? null : new Map<string, Verdict>()
    )
    this.#row = rules.fields.map(() => EMPTY)
    this.#optional = rules.fields.map(({ required }) => !required)
    this.#values = rules.fields.map(() => null)
    this.#good = { values: this.#values, problems: NONE }
    this.#passing = rules.fields.map(() => ({ check: { value: null }, hash: hashText('') }))
    this.#taken = rules.unique.map((key) => ({ index: this.#at(key), key, lines: new FirstSeen() }))
    this.#links = rules.fields.flatMap(({ type }, index) => (type.is === 'rows' ? [index] : []))
    this.#ids = new Set(published)
  }

  /** @param cells one a field, as written; an absent column is an empty cell */
  check(line: number, cells: readonly string[]): RowCheck {
    const { fields } = this.#rules
    const values = this.#values
    let problems: RowProblem[] | null = null
    for (let index = 0; index < fields.length; index += 1) {
      const cell = cells[index] ?? ''
      const known = this.#cache[index]?.get(cell)
      const verdict = known ?? (cell === '' && this.#optional[index] ? EMPTY : this.#judge(index, cell))
      this.#row[index] = verdict
      const { check } = verdict
      if ('value' in check) values[index] = check.value
      else {
        values[index] = null
        problems ??= []
        problems.push({ line, field: fields[index]?.key ?? '', value: cells[index] ?? '', ...check })
      }
    }
    if (problems === null) problems = this.#relate(line, cells, values)
    if (this.#links.length > 0) this.#name(values)
    if (problems === null) problems = this.#own(line, cells)
    if (problems !== null) return { values: null, problems }
    this.#link(line, values)
    const first = this.#repeated()
    if (first === 0) return this.#good
    return { values, problems: [{ line, field: '', value: '', code: 'repeated', detail: String(first) }] }
  }

  /** What only the end of the file tells: links to rows that are not there. Their rows are refused after all. */
  finish(): RowProblem[] {
    const problems = this.#named.flatMap(({ line, field, value, ids }): RowProblem[] => {
      const unknown = ids.find((id) => !this.#ids.has(id))
      return unknown === undefined ? [] : [{ line, field, value, code: 'unknown_row', detail: unknown }]
    })
    this.#named = []
    return problems
  }

  #at(key: string): number {
    return this.#rules.fields.findIndex((field) => field.key === key)
  }

  /** A text that is not remembered. */
  #judge(index: number, cell: string): Verdict {
    const cache = this.#cache[index]
    const field = this.#rules.fields[index]
    if (field === undefined) return EMPTY
    const check = checkCell(field, cell, this.#context)
    if (!cache) return this.#pass(index, check)
    const verdict = { check, hash: 'value' in check ? hashText(String(check.value ?? '')) : EMPTY.hash }
    if (cache.size >= REMEMBERED) cache.clear()
    cache.set(flatText(cell), verdict)
    return verdict
  }

  /** A text that hardly ever comes back needs no verdict of its own. */
  #pass(index: number, check: CellCheck): Verdict {
    const verdict = this.#passing[index] ?? EMPTY
    verdict.check = check
    if ('value' in check) hashText(String(check.value ?? ''), verdict.hash)
    return verdict
  }

  /** Relations between good cells; null when all hold. */
  #relate(line: number, cells: readonly string[], values: RowValues): RowProblem[] | null {
    const { relations } = this.#rules
    if (relations.length === 0) return null
    const valueOf = (key: string): CellValue => values[this.#at(key)] ?? null
    const problems = relations.flatMap((relation): RowProblem[] => {
      const found = relationProblem(relation, valueOf, this.#context.known)
      return found === null ? [] : [{ line, value: cells[this.#at(found.field)] ?? '', ...found }]
    })
    return problems.length === 0 ? null : problems
  }

  /** Unique values that an earlier row has taken; a refused row takes none, so that a corrected copy is free to. */
  #own(line: number, cells: readonly string[]): RowProblem[] | null {
    let problems: RowProblem[] | null = null
    this.#line = line
    for (const { index, key, lines } of this.#taken) {
      const verdict = this.#row[index] ?? EMPTY
      if (!('value' in verdict.check) || verdict.check.value === null) continue
      lines.begin()
      lines.mix(verdict.hash)
      const first = lines.line(line)
      if (first === 0) continue
      problems ??= []
      problems.push({ line, field: key, value: cells[index] ?? '', code: 'taken', detail: String(first) })
    }
    return problems
  }

  /** First line of a row equal in every field, 0 for a new one; a row with a unique value of its own is new. */
  #repeated(): number {
    if (this.#rules.repeated === 'free') return 0
    const unique = this.#taken.some(({ index }) => {
      const { check } = this.#row[index] ?? EMPTY
      return 'value' in check && check.value !== null
    })
    if (unique) return 0
    this.#rows.begin()
    for (const { hash } of this.#row) this.#rows.mix(hash)
    return this.#rows.line(this.#line)
  }

  /** Ids of the file, of refused rows too: what a `rows` field may name. */
  #name(values: RowValues): void {
    for (const { index } of this.#taken) {
      const id = values[index]
      if (typeof id === 'string') this.#ids.add(flatText(id))
    }
  }

  #link(line: number, values: RowValues): void {
    for (const index of this.#links) {
      const value = values[index]
      const field = this.#rules.fields[index]?.key ?? ''
      if (typeof value === 'string') this.#named.push({ line, field, value, ids: value.split('|') })
    }
  }
}
