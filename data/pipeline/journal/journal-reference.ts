// What must be known to read and publish a journal: places, dispositifs, indicators, thresholds, from data/reference.

import { readCsv } from '../../../src/lib/csv/read-csv.ts'
import type { JournalReference } from '../../../src/lib/domain/journal-publication.ts'
import { journalReference } from '../../../src/lib/domain/journal-reference.ts'
import {
  JOURNAL_RULE_COLUMNS,
  readJournalRules,
  type JournalRule
} from '../../../src/lib/domain/journal-rules.ts'
import type { TableName } from '../../../src/lib/domain/rows.ts'
import { KnownCodes, type CodeTables } from '../../../src/lib/domain/schemas/known-codes.ts'
import { DataError } from '../problem.ts'
import { readTables, readText, type Tables } from '../read-tables.ts'

const RULES_FILE = 'reference/journal-programmes.csv'

/** @param source the folder data/ @throws DataError, AppError `data_unreadable` naming the field */
export async function readRules(source: string): Promise<JournalRule[]> {
  const text = await readText(source, RULES_FILE)
  if (typeof text !== 'string') throw new DataError([text])
  const { header, rows } = readCsv(text)
  return readJournalRules(
    rows.map(({ cells }) =>
      Object.fromEntries(
        JOURNAL_RULE_COLUMNS.map((column) => {
          const cell = cells[header.indexOf(column)]
          return [column, column === 'threshold' ? Number(cell) : cell]
        })
      )
    )
  )
}

const rowsOf = (tables: Tables, table: TableName): Record<string, string>[] =>
  tables[table].map(({ values }) =>
    Object.fromEntries(Object.entries(values).map(([column, value]) => [column, String(value ?? '')]))
  )

/** @param source the folder data/ @throws DataError when its own tables are wrong */
export async function readJournalReference(
  source: string
): Promise<{ reference: JournalReference; known: KnownCodes }> {
  const [{ tables, problems }, rules] = await Promise.all([readTables(source), readRules(source)])
  if (problems.length > 0) throw new DataError(problems)
  const names: TableName[] = ['territories', 'sites', 'programmes', 'indicators']
  const codes = Object.fromEntries(names.map((name) => [name, rowsOf(tables, name)])) as CodeTables
  return { reference: journalReference(codes, rules), known: new KnownCodes(codes) }
}
