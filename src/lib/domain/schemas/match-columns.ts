// Which column of a file is which field: by its name, by a synonym, or left to the reader?

import { at } from '../at.ts'
import { foldCode } from './code-lists.ts'
import type { FieldRule, TableRules } from './rules.ts'

/** Index of the column of each field, in the order of the fields; null when no column is it. */
export type ColumnMatch = readonly (number | null)[]

const wordsOf = ({ key, name, title }: FieldRule): string[] => [key, name, title].map(foldCode)

/** A name wins over a synonym; of two columns that both fit, none is taken: the reader decides. */
export function matchColumns(rules: TableRules, header: readonly string[]): ColumnMatch {
  const folded = header.map(foldCode)
  const only = (words: readonly string[]): number | null => {
    const found = folded.flatMap((name, index) => (words.includes(name) ? [index] : []))
    return found.length === 1 ? at(found, 0) : null
  }
  const byName = rules.fields.map((field) => only(wordsOf(field)))
  return rules.fields.map((field, index) => {
    const named = byName[index] ?? null
    if (named !== null || folded.some((name) => wordsOf(field).includes(name))) return named
    const synonym = only(field.synonyms)
    return synonym !== null && byName.includes(synonym) ? null : synonym
  })
}

/** Fields without which the file cannot be read, and that no column is. */
export const missingFields = (rules: TableRules, match: ColumnMatch): FieldRule[] =>
  rules.fields.filter(({ required }, index) => required && (match[index] ?? null) === null)

/** The schema that a header fits best: two for a name that is found, one for a synonym; null when none has a field. */
export function likeliestRules<R extends TableRules>(
  schemas: readonly R[],
  header: readonly string[]
): R | null {
  const folded = header.map(foldCode)
  let best: { rules: R; score: number } | null = null
  for (const rules of schemas) {
    const score = matchColumns(rules, header).reduce<number>((sum, column, index) => {
      const field = rules.fields[index]
      if (column === null || field === undefined) return sum
      return sum + (wordsOf(field).includes(folded[column] ?? '') ? 2 : 1)
    }, 0)
    if (score > (best?.score ?? 0)) best = { rules, score }
  }
  return best?.rules ?? null
}
