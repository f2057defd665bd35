// Which code does a cell name, and when it names none, which one did its author most likely mean?

import { typingErrors } from '../place-search.ts'
import type { TableName } from '../rows.ts'
import { CODE_LISTS, foldCode, type CodeList, type CodeListName } from './code-lists.ts'

/** Rows of the tables of reference, texts alone; tables and columns that no list names may be absent. */
export type CodeTables = Partial<Record<TableName, readonly Readonly<Record<string, string>>[]>>

export type CodeResult = { id: string } | { ambiguous: string[] } | null

/** One column of one table: what is written there -> ids. */
type Spellings = ReadonlyMap<string, readonly string[]>

interface Known {
  /** In the order in which they are searched. */
  columns: Spellings[]
  rows: ReadonlyMap<string, Readonly<Record<string, string>>>
}

function spellingsOf(rows: readonly Readonly<Record<string, string>>[], column: string): Spellings {
  const found = new Map<string, string[]>()
  for (const row of rows)
    for (const piece of (row[column] ?? '').split('|')) {
      const text = foldCode(piece)
      const id = row.id ?? ''
      const ids = found.get(text) ?? []
      if (text !== '' && !ids.includes(id)) found.set(text, [...ids, id])
    }
  return found
}

function rowsOf({ table, where }: CodeList, tables: CodeTables): readonly Readonly<Record<string, string>>[] {
  const rows = tables[table] ?? []
  return where === undefined ? rows : rows.filter((row) => row[where.column] === where.is)
}

/** The longest text that is compared letter by letter. */
const LONGEST = 60

export class KnownCodes {
  readonly #lists = new Map<CodeListName, Known>()

  constructor(tables: CodeTables) {
    for (const [name, lists] of Object.entries(CODE_LISTS) as [CodeListName, readonly CodeList[]][]) {
      const columns = lists.flatMap((list) =>
        list.columns.map((column) => spellingsOf(rowsOf(list, tables), column))
      )
      // The first table wins, as it does for spellings.
      const rows = new Map(
        lists.toReversed().flatMap((list) => rowsOf(list, tables).map((row) => [row.id ?? '', row] as const))
      )
      this.#lists.set(name, { columns, rows })
    }
  }

  /** What a text names; null when nothing does. */
  find(list: CodeListName, text: string): CodeResult {
    const folded = foldCode(text)
    for (const column of this.#lists.get(list)?.columns ?? []) {
      const [id, ...others] = column.get(folded) ?? []
      if (id !== undefined) return others.length === 0 ? { id } : { ambiguous: [id, ...others] }
    }
    return null
  }

  /** The id whose spelling is nearest, at most a third of the letters apart; '' when none is near. */
  nearest(list: CodeListName, text: string): string {
    const typed = foldCode(text).replaceAll(' ', '').slice(0, LONGEST)
    if (typed.length < 3) return ''
    const most = Math.max(1, Math.floor(typed.length / 3))
    let best = { id: '', cost: Infinity }
    for (const column of this.#lists.get(list)?.columns ?? [])
      for (const [spelling, [id = '']] of column) {
        const name = spelling.replaceAll(' ', '')
        const errors = typingErrors(typed, name, most)
        const cost = errors + Math.abs(name.length - typed.length) / 100
        if (errors <= most && cost < best.cost) best = { id, cost }
      }
    return best.id
  }

  /** A column of the row that has this id; '' when there is none. */
  column(list: CodeListName, id: string, column: string): string {
    return this.#lists.get(list)?.rows.get(id)?.[column] ?? ''
  }

  /** Every id with its name, as the tables order them: for a choice by hand. */
  choices(list: CodeListName): { id: string; name: string }[] {
    return [...(this.#lists.get(list)?.rows ?? [])].map(([id, row]) => ({ id, name: row.name ?? id }))
  }
}
