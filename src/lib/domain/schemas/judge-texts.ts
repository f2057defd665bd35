// Which texts of a column are good, and what do they mean? The rules of a row, asked once for each different text.
//
// A journal of millions of rows says a few thousand things: `checkCell` judges each of them once, and its verdicts, as
// small tables, judge the rows in SQL. So there is one set of rules for CSV and Parquet, browser and pipeline.

import { checkCell, type CellContext } from './check-cell.ts'
import type { FieldRule, ProblemCode, TableRules } from './rules.ts'

export interface GoodText {
  text: string
  /** As text; null for an empty cell. */
  value: string | null
}
export interface BadText {
  text: string
  code: ProblemCode
  detail: string
}
export interface TextVerdicts {
  good: GoodText[]
  bad: BadText[]
}

/** Fields whose texts come back; those of the others are looked at row by row. */
export const judgedFields = ({ fields }: TableRules): FieldRule[] =>
  fields.filter(({ type }) => type.is !== 'text')

export function judgeTexts(field: FieldRule, texts: readonly string[], context: CellContext): TextVerdicts {
  const verdicts: TextVerdicts = { good: [], bad: [] }
  for (const text of texts) {
    const result = checkCell(field, text, context)
    if ('code' in result) verdicts.bad.push({ text, code: result.code, detail: result.detail })
    else verdicts.good.push({ text, value: result.value === null ? null : String(result.value) })
  }
  return verdicts
}
