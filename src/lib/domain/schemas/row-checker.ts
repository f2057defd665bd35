// Is a row what the rules ask for, alone and among the rows before it?

import { checkCell, type CellCheck, type CellContext, type CellValue } from './check-cell.ts'
import { FirstSeen } from './first-seen.ts'
import { flatText } from './flat-text.ts'
import type { ProblemCode, Relation, RowProblem, TableRules } from './rules.ts'

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

export class RowChecker {
  readonly #rules: TableRules
  readonly #context: CellContext
  readonly #cache: Map<string, CellCheck>[]
  readonly #taken: Map<string, number>[]
  readonly #rows = new FirstSeen()
  /** Ids that stand in the file, of refused rows too, and those published: what a `rows` field may name. */
  readonly #ids: Set<string>
  #links: { line: number; field: string; value: string; ids: string[] }[] = []

  /** @param published ids that `rows` fields may name beside those of the file */
  constructor(rules: TableRules, context: CellContext, published: Iterable<string> = []) {
    this.#rules = rules
    this.#context = context
    this.#cache = rules.fields.map(() => new Map<string, CellCheck>())
    this.#taken = rules.unique.map(() => new Map<string, number>())
    this.#ids = new Set(published)
  }

  /** @param cells one a field, as written; an absent column is an empty cell */
  check(line: number, cells: readonly string[]): RowCheck {
    const problems: RowProblem[] = []
    const values = this.#rules.fields.map((field, index): CellValue => {
      const result = this.#cell(index, cells[index] ?? '')
      if ('value' in result) return result.value
      problems.push({ line, field: field.key, value: cells[index] ?? '', ...result })
      return null
    })
    const tell = (field: string, code: ProblemCode, detail: string): void => {
      problems.push({ line, field, value: field === '' ? '' : (cells[this.#at(field)] ?? ''), code, detail })
    }
    if (problems.length === 0)
      for (const relation of this.#rules.relations) this.#relate(relation, values, tell)
    this.#own(line, values, problems.length === 0, tell)
    if (problems.length > 0) return { values: null, problems }
    if (this.#rules.repeated === 'warning') {
      const first = this.#rows.line(values.join('\u0000'), line)
      if (first > 0) tell('', 'repeated', String(first))
    }
    this.#link(line, values)
    return { values, problems }
  }

  /** What only the end of the file tells: links to rows that are not there. Their rows are refused after all. */
  finish(): RowProblem[] {
    const problems = this.#links.flatMap(({ line, field, value, ids }): RowProblem[] => {
      const unknown = ids.find((id) => !this.#ids.has(id))
      return unknown === undefined ? [] : [{ line, field, value, code: 'unknown_row', detail: unknown }]
    })
    this.#links = []
    return problems
  }

  #at(key: string): number {
    return this.#rules.fields.findIndex((field) => field.key === key)
  }

  #cell(index: number, cell: string): CellCheck {
    const cache = this.#cache[index]
    const field = this.#rules.fields[index]
    if (cache === undefined || field === undefined) return { value: null }
    const known = cache.get(cell)
    if (known !== undefined) return known
    const result = checkCell(field, cell, this.#context)
    if (DIVERSE.includes(field.type.is)) return result
    if (cache.size >= REMEMBERED) cache.clear()
    cache.set(flatText(cell), result)
    return result
  }

  #relate(
    relation: Relation,
    values: RowValues,
    tell: (field: string, code: ProblemCode, detail: string) => void
  ): void {
    const text = (key: string): string => String(values[this.#at(key)] ?? '')
    switch (relation.is) {
      case 'order': {
        const [low, high] = [text(relation.low), text(relation.high)]
        if (low !== '' && high !== '' && low > high) tell(relation.high, 'wrong_order', low)
        return
      }
      case 'agrees': {
        const { field, by, list, column } = relation
        const expected = this.#context.known.column(list, text(by), column)
        if (expected !== '' && text(field) !== expected) tell(field, 'disagrees', expected)
        return
      }
      case 'given_with': {
        const wanted = text(relation.by).split('|').includes(relation.word)
        const given = text(relation.field) !== ''
        if (given !== wanted) tell(relation.field, given ? 'given_without' : 'lacks', relation.word)
        return
      }
      case 'alone': {
        const words = text(relation.field).split('|')
        const other = relation.others.find((word) => words.includes(word))
        if (words.includes(relation.word) && other !== undefined) tell(relation.field, 'not_alone', other)
      }
    }
  }

  /** A refused row takes no id: a corrected copy further down is free to have it. */
  #own(
    line: number,
    values: RowValues,
    good: boolean,
    tell: (field: string, code: ProblemCode, detail: string) => void
  ): void {
    const ids = this.#rules.unique.map((key) => values[this.#at(key)])
    for (const id of ids) if (typeof id === 'string') this.#ids.add(flatText(id))
    if (!good) return
    const firsts = ids.map((id, index) => (id === null ? undefined : this.#taken[index]?.get(String(id))))
    for (const [index, first] of firsts.entries())
      if (first !== undefined) tell(this.#rules.unique[index] ?? '', 'taken', String(first))
    if (firsts.some((first) => first !== undefined)) return
    for (const [index, id] of ids.entries())
      if (id !== null) this.#taken[index]?.set(flatText(String(id)), line)
  }

  #link(line: number, values: RowValues): void {
    for (const [index, { key, type }] of this.#rules.fields.entries()) {
      const value = values[index]
      if (type.is === 'rows' && typeof value === 'string')
        this.#links.push({ line, field: key, value, ids: value.split('|') })
    }
  }
}
