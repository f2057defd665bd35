// Is a row what the rules ask for, alone and among the rows before it?

import { checkCell, type CellCheck, type CellContext, type CellValue } from './check-cell.ts'
import { FirstSeen, hashText, type TextHash } from './first-seen.ts'
import { flatText } from './flat-text.ts'
import { relationProblem } from './relations.ts'
import type { RowProblem, TableRules } from './rules.ts'

/** Values in the order of the fields. */
export type RowValues = readonly CellValue[]

export interface RowCheck {
  /** Null when the row is refused. */
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

const EMPTY: Verdict = { check: { value: null }, hash: hashText('') }

export class RowChecker {
  readonly #rules: TableRules
  readonly #context: CellContext
  readonly #cache: (Map<string, Verdict> | null)[]
  /** Place of each unique field, and the line that has each of its values. */
  readonly #taken: { index: number; key: string; lines: Map<string, number> }[]
  readonly #links: number[]
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
    this.#taken = rules.unique.map((key) => ({ index: this.#at(key), key, lines: new Map<string, number>() }))
    this.#links = rules.fields.flatMap(({ type }, index) => (type.is === 'rows' ? [index] : []))
    this.#ids = new Set(published)
  }

  /** @param cells one a field, as written; an absent column is an empty cell */
  check(line: number, cells: readonly string[]): RowCheck {
    const { fields, relations, repeated } = this.#rules
    const problems: RowProblem[] = []
    const values: CellValue[] = []
    this.#rows.begin()
    for (let index = 0; index < fields.length; index += 1) {
      const { check, hash } = this.#verdict(index, cells[index] ?? '')
      this.#rows.mix(hash)
      if ('value' in check) values.push(check.value)
      else {
        values.push(null)
        problems.push({ line, field: fields[index]?.key ?? '', value: cells[index] ?? '', ...check })
      }
    }
    const tell = (found: Pick<RowProblem, 'field' | 'code' | 'detail'>): void => {
      problems.push({ line, value: cells[this.#at(found.field)] ?? '', ...found })
    }
    if (problems.length === 0)
      for (const relation of relations) {
        const found = relationProblem(relation, (key) => values[this.#at(key)] ?? null, this.#context.known)
        if (found !== null) tell(found)
      }
    this.#own(line, values, problems.length === 0, tell)
    if (problems.length > 0) return { values: null, problems }
    const first = repeated === 'warning' ? this.#rows.line(line) : 0
    if (first > 0) tell({ field: '', code: 'repeated', detail: String(first) })
    this.#link(line, values)
    return { values, problems }
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

  #verdict(index: number, cell: string): Verdict {
    if (cell === '' && this.#rules.fields[index]?.required === false) return EMPTY
    const cache = this.#cache[index]
    const known = cache?.get(cell)
    if (known !== undefined) return known
    const field = this.#rules.fields[index]
    if (field === undefined) return EMPTY
    const check = checkCell(field, cell, this.#context)
    const verdict = { check, hash: 'value' in check ? hashText(String(check.value ?? '')) : EMPTY.hash }
    if (!cache) return verdict
    if (cache.size >= REMEMBERED) cache.clear()
    cache.set(flatText(cell), verdict)
    return verdict
  }

  /** A refused row takes no id: a corrected copy further down is free to have it. */
  #own(
    line: number,
    values: RowValues,
    good: boolean,
    tell: (found: Pick<RowProblem, 'field' | 'code' | 'detail'>) => void
  ): void {
    let free = good
    for (const { index, key, lines } of this.#taken) {
      const id = values[index] ?? null
      if (id === null) continue
      if (this.#links.length > 0) this.#ids.add(flatText(String(id)))
      const first = good ? lines.get(String(id)) : undefined
      if (first === undefined) continue
      free = false
      tell({ field: key, code: 'taken', detail: String(first) })
    }
    if (!free) return
    for (const { index, lines } of this.#taken) {
      const id = values[index] ?? null
      if (id !== null) lines.set(flatText(String(id)), line)
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
