// How does a visitor's Parquet become the rows that the rules accept, without being held as rows?
//
// OWN_FILE is the view of the file; every column is read as the text a CSV would have had. Texts are judged once
// (judge-texts.ts), and a join with the good ones leaves the good rows.

import { JOURNAL } from '../domain/schemas/journal.ts'
import { judgedFields, type GoodText } from '../domain/schemas/judge-texts.ts'
import type { ColumnMatch } from '../domain/schemas/match-columns.ts'
import type { DerivedTable, Question } from '../engine/engine.ts'
import { OWN_ROWS } from './own.ts'

export const OWN_FILE = 'own_file'
const OWN_TEXTS = 'own_texts'
const OWN_READ = 'own_read'
const TAKEN = 'own_taken'
/** The column of the line that a file of ours is given (engine.ts), from 0. */
const ROW_NUMBER = 'file_row_number'
/** Rows up to which numbers that stand twice are looked for. */
export const MOST_COMPARED = 2_000_000
const LONGEST_ID = 64

export const fileQuestions = {
  columns: {
    sql: `SELECT column_name AS name, data_type AS type FROM information_schema.columns
      WHERE table_name = '${OWN_FILE}' AND column_name <> '${ROW_NUMBER}' ORDER BY ordinal_position`,
    params: []
  },
  rows: { sql: `SELECT count(*)::DOUBLE AS n FROM ${OWN_FILE}`, params: [] },
  accepted: { sql: `SELECT coalesce(sum("rows"), 0)::DOUBLE AS n FROM cells`, params: [] },
  taken: { sql: `SELECT count(*)::DOUBLE AS n, min(line)::DOUBLE AS line FROM ${TAKEN}`, params: [] },
  longIds: {
    sql: `SELECT count(*)::DOUBLE AS n, min(line)::DOUBLE AS line FROM ${OWN_TEXTS} WHERE length(id) > ${LONGEST_ID}`,
    params: []
  }
} satisfies Record<string, Question>

export interface FileColumn {
  name: string
  type: string
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Every field as text; of a time the day alone, or one day would be as many texts as it has seconds. */
export function textsView(columns: readonly FileColumn[], match: ColumnMatch): DerivedTable {
  const fields = JOURNAL.fields.map(({ key }, index) => {
    const column = columns[match[index] ?? -1]
    if (column === undefined) return `'' AS ${quoted(key)}`
    const cell = column.type.startsWith('TIMESTAMP')
      ? `CAST(${quoted(column.name)} AS DATE)`
      : quoted(column.name)
    return `coalesce(CAST(${cell} AS VARCHAR), '') AS ${quoted(key)}`
  })
  return {
    name: OWN_TEXTS,
    sql: `SELECT ${ROW_NUMBER} + 1 AS line, ${fields.join(', ')} FROM ${OWN_FILE}`,
    temporary: 'view'
  }
}

/** Different texts of a field, how many rows have each, and the first; one more than `most` when there are too many. */
export const textsQuestion = (key: string, most: number): Question => ({
  sql: `SELECT ${quoted(key)} AS text, count(*)::DOUBLE AS n, min(line)::DOUBLE AS line
    FROM ${OWN_TEXTS} GROUP BY 1 ORDER BY 3 LIMIT ${most + 1}`,
  params: []
})

/** A character that no text holds. */
function separatorFor(texts: readonly GoodText[]): string {
  for (let code = 0xe000; code < 0xf8ff; code += 1) {
    const separator = String.fromCharCode(code)
    if (!texts.some(({ text }) => text.includes(separator))) return separator
  }
  return '\u001f'
}

/** What the good texts of a field mean. Two texts for all of them: as many literals take seconds to bind. */
export function goodTexts(key: string, texts: readonly GoodText[]): DerivedTable {
  const separator = separatorFor(texts)
  const column = (cells: readonly string[]): string =>
    `unnest(string_split(${literal(cells.join(separator))}, ${literal(separator)}))`
  const table =
    texts.length === 0
      ? `SELECT '' AS text, '' AS value WHERE false`
      : `SELECT ${column(texts.map(({ text }) => text))} AS text, ${column(texts.map(({ value }) => value ?? ''))} AS value`
  return { name: `own_good_${key}`, sql: table, temporary: true }
}

/** Rows whose every text is good, as values; then without those whose number stands on an earlier good row. */
export function readViews(compared: boolean): DerivedTable[] {
  const judged = judgedFields(JOURNAL)
  const values = judged.map(({ key, type }) => {
    const value = `v_${key}.value`
    return `${type.is === 'integer' || type.is === 'duration' ? `CAST(nullif(${value}, '') AS DOUBLE)` : value} AS ${quoted(key)}`
  })
  const joins = judged.map(({ key }) => `JOIN own_good_${key} v_${key} ON v_${key}.text = t.${quoted(key)}`)
  return [
    {
      name: OWN_READ,
      sql: `SELECT t.line, t.id, ${values.join(', ')} FROM ${OWN_TEXTS} t ${joins.join(' ')} WHERE length(t.id) <= ${LONGEST_ID}`,
      temporary: 'view'
    },
    {
      name: TAKEN,
      sql: compared
        ? `SELECT line FROM (SELECT line, row_number() OVER (PARTITION BY trim(id) ORDER BY line) AS rank FROM ${OWN_READ} WHERE trim(id) <> '') WHERE rank > 1`
        : 'SELECT 0 AS line WHERE false',
      temporary: true
    },
    {
      name: OWN_ROWS,
      sql: `SELECT * FROM ${OWN_READ}${compared ? ` WHERE line NOT IN (SELECT line FROM ${TAKEN})` : ''}`,
      temporary: 'view'
    }
  ]
}
