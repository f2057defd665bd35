// Which texts of a column are good, and what are they? The declared rules, asked once for each different text.

import type { CellContext } from '../../../src/lib/domain/schemas/check-cell.ts'
import { judgeTexts } from '../../../src/lib/domain/schemas/judge-texts.ts'
import type { FieldRule } from '../../../src/lib/domain/schemas/rules.ts'
import { quoteIdentifier } from '../../../src/lib/engine/parameters.ts'
import type { Workbench } from '../../../src/lib/engine/workbench.ts'

/** More different texts than this in a column of dates, numbers or codes is no journal. */
export const MOST_TEXTS = 500_000

export interface Verdicts {
  field: FieldRule
  /** Different texts, good and bad. */
  texts: number
  /** Different texts that are refused. */
  bad: number
}

/** Table of what the good texts of a field mean: `text`, `value`. */
export const goodTable = (key: string): string => `good_${key}`
/** Table of what is wrong with the others: `text`, `code`, `detail`. */
export const badTable = (key: string): string => `bad_${key}`

/** The text of a cell, as the rules read it: an absent one is empty. */
export const textOf = (key: string): string => `coalesce(CAST(${quoteIdentifier(key)} AS VARCHAR), '')`

/** Judges every different text of a column of the relation `journal`; null when there are too many. */
export async function judgeColumn(
  bench: Workbench,
  field: FieldRule,
  context: CellContext
): Promise<Verdicts | null> {
  const { key } = field
  const found = await bench.run(`SELECT DISTINCT ${textOf(key)} AS text FROM journal LIMIT ${MOST_TEXTS + 1}`)
  if (found.length > MOST_TEXTS) return null
  const texts = found.map(({ text }) => String(text))
  const { good, bad } = judgeTexts(field, texts, context)
  await bench.run(`CREATE OR REPLACE TABLE ${goodTable(key)} (line BIGINT, text VARCHAR, value VARCHAR)`)
  await bench.run(
    `CREATE OR REPLACE TABLE ${badTable(key)} (line BIGINT, text VARCHAR, code VARCHAR, detail VARCHAR)`
  )
  await bench.append(
    goodTable(key),
    good.map(({ text, value }) => [0, text, value])
  )
  await bench.append(
    badTable(key),
    bad.map(({ text, code, detail }) => [0, text, code, detail])
  )
  return { field, texts: found.length, bad: bad.length }
}
