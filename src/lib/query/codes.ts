// By which words may a visitor's file name our places, dispositifs and indicators, and which rows may it refer to?

import { CODE_LISTS, type CodeList } from '../domain/schemas/code-lists.ts'
import type { CodeTables } from '../domain/schemas/known-codes.ts'
import type { TableName } from '../domain/rows.ts'
import type { Question, Row, Scalar } from '../engine/engine.ts'

/** What the checks look up, as published for the browser. */
export interface CodeFile {
  tables: CodeTables
  /** Ids of published observations and engagements. */
  published: string[]
}

/** Asked for by a relation of the rules (`unit`) and by what a journal is published with (places in places). */
const MORE: Partial<Record<TableName, readonly string[]>> = {
  indicators: ['unit'],
  territories: ['parent'],
  sites: ['territory']
}

function columnsOf(table: TableName): string[] {
  const lists = (Object.values(CODE_LISTS).flat() as CodeList[]).filter((list) => list.table === table)
  const wanted = lists.flatMap(({ columns, where }) => [...columns, ...(where ? [where.column] : [])])
  return [...new Set([...wanted, ...(MORE[table] ?? [])])]
}

const tables = [...new Set((Object.values(CODE_LISTS).flat() as CodeList[]).map(({ table }) => table))]

/** One question a table of reference; the columns are ours, by name. */
export const codeQuestions: Readonly<Record<string, Question>> = Object.fromEntries([
  ...tables.map((table): [string, Question] => [
    table,
    { sql: `SELECT ${columnsOf(table).join(', ')} FROM ${table} ORDER BY id`, params: [] as Scalar[] }
  ]),
  [
    'published',
    {
      sql: 'SELECT id FROM observations UNION SELECT id FROM engagements ORDER BY id',
      params: [] as Scalar[]
    }
  ]
])

/** Absent texts are left out: they name nothing. */
function textsOf(row: Row): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) =>
      typeof value === 'string' && value !== '' ? [[column, value] as const] : []
    )
  )
}

/** @param ask answers a question of `codeQuestions` */
export async function askCodes(ask: (question: Question) => Promise<Row[]>): Promise<CodeFile> {
  const answers = await Promise.all(
    Object.entries(codeQuestions).map(async ([name, question]) => [name, await ask(question)] as const)
  )
  return {
    tables: Object.fromEntries(
      answers.filter(([name]) => name !== 'published').map(([name, rows]) => [name, rows.map(textsOf)])
    ),
    published: answers
      .filter(([name]) => name === 'published')
      .flatMap(([, rows]) => rows.map(({ id }) => String(id)))
  }
}
