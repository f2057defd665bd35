// In which shape are the rules of a visitor's file declared, so that the browser, the pipeline and the published schema obey one text?
//
// A schema (observations.ts, journal.ts) is plain data. From it come the row checker of the browser (check-row.ts),
// the SQL of `npm run data:journal`, the Table Schema JSON, the template and the matching of columns. How a written
// number, date or duration is read is data too (grammar.ts: ordered regular expressions of the RE2 dialect, so that
// DuckDB and JavaScript agree), and so is what a code may be called (code-lists.ts).
//
// The order of checks is part of the rule, one problem at most for each cell: `missing`, then the reading of the cell
// (verdicts of grammar.ts, codes, words, length, bounds), field by field; then, only for rows whose cells are all good,
// the relations in their order; then `unique`; then `repeated`. A row with one `error` is refused; a `warning` is told
// and the row kept. Cells are trimmed first (TRIM of grammar.ts, which is what JavaScript's `trim()` does).

import type { CodeListName } from './code-lists.ts'

export type RuleType =
  /** `max` in characters (UTF-16 units), 4000 where absent. */
  | { is: 'text'; max?: number }
  /** Lower-case letters without accents, digits, hyphens and underscores: ID_PATTERN of grammar.ts. */
  | { is: 'id' }
  /** Bounds included, in the unit of the column. */
  | { is: 'number'; min?: number; max?: number }
  | { is: 'integer'; min?: number; max?: number }
  /** A day, read as ISO text. Bounds included, ISO; the word TODAY is the day of the reading, given by the caller. */
  | { is: 'day'; min: string; max: string }
  /** Read as whole minutes. */
  | { is: 'duration'; min: number; max: number }
  /** A known code, by id or by any of its spellings; read as the id. */
  | { is: 'code'; of: CodeListName }
  /** One of our own words, by code or French word; read as the code. `many`: several, parted by "|". */
  | { is: 'word'; words: readonly Word[]; many?: true }
  /** Ids of rows, parted by "|": of this file or already published. Looked for once the whole file is read. */
  | { is: 'rows' }

/** Stands for the day of the reading as a bound of days. */
export const TODAY = 'today'

export interface Word {
  code: string
  /** What a reader may write instead, the usual one first; compared folded (`foldCode`). */
  french: readonly string[]
}

export interface FieldRule {
  /** Name in code, SQL and `data/`. */
  key: string
  /** French name: header of the template, field of the published schema, column in every message. */
  name: string
  /** For a reader who matches columns by hand. */
  title: string
  description: string
  type: RuleType
  /** An empty cell is refused (`missing`); a file without the column cannot be read at all. */
  required: boolean
  /** Other headers that mean this column, compared folded; `key`, `name` and `title` always do. */
  synonyms: readonly string[]
  /** A good cell, for the template and the schema. */
  example: string
}

export type Relation =
  /** `low` ≤ `high`, told at `high`. Empty cells are in order. */
  | { is: 'order'; low: string; high: string }
  /** `field` must equal `column` of the code that `by` names; told at `field`. Holds when `by` is empty. */
  | { is: 'agrees'; field: string; by: string; list: CodeListName; column: string }
  /** `field` is given exactly when `by` holds `word`; told at `field`. */
  | { is: 'given_with'; field: string; by: string; word: string }
  /** A `many` field that holds `word` may hold none of `others`. */
  | { is: 'alone'; field: string; word: string; others: readonly string[] }

export interface TableRules {
  id: 'observations' | 'journal'
  title: string
  description: string
  /** In the order of the template. */
  fields: readonly FieldRule[]
  relations: readonly Relation[]
  /** Keys whose values may stand once in a file: the first row keeps it, later ones are refused. Empty is free. */
  unique: readonly string[]
  /** What a row equal to an earlier one in every field of ours is: told and kept, or nothing. */
  repeated: 'warning' | 'free'
}

export type Severity = 'error' | 'warning'

/** Codes of what can be wrong with a row; the words are made by problem-words.ts. */
export const PROBLEM_CODES = [
  // Of the file's text.
  'ragged_row',
  'open_quote',
  // Of one cell.
  'missing',
  'too_long',
  'not_id',
  'not_number',
  'ambiguous_number',
  'scientific_number',
  'scaled_number',
  'not_integer',
  'not_day',
  'no_such_day',
  'short_year',
  'serial_day',
  'not_duration',
  'too_low',
  'too_high',
  'too_early',
  'too_late',
  'unknown_code',
  'ambiguous_code',
  'unknown_word',
  'twin_word',
  // Of one row.
  'wrong_order',
  'disagrees',
  'given_without',
  'lacks',
  'not_alone',
  // Of the file.
  'unknown_row',
  'taken',
  'repeated'
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** What is wrong with one row, as facts: equal for the browser and the pipeline. */
export interface RowProblem {
  /** 1-based line of the file on which the row starts. */
  line: number
  /** `key` of the field; '' when the row as a whole is meant. */
  field: string
  /** The cell as written, or '' for the row as a whole. */
  value: string
  code: ProblemCode
  /** What the words need: bound, nearest code, first line that holds the value…; '' when nothing. */
  detail: string
}

/** A row with one error is refused; a warning is told and the row kept. */
export const severityOf = ({ code }: Pick<RowProblem, 'code'>): Severity =>
  code === 'repeated' ? 'warning' : 'error'
