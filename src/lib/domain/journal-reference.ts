// What must be known to publish a journal, out of the tables of reference: places in places, names, units, thresholds?

import type { JournalReference } from './journal-publication.ts'
import type { JournalRule } from './journal-rules.ts'
import type { TableName } from './rows.ts'
import type { CodeTables } from './schemas/known-codes.ts'

/** An absent text is empty. */
export function journalReference(tables: CodeTables, rules: readonly JournalRule[]): JournalReference {
  const pick = <K extends string>(table: TableName, keys: readonly K[]): Record<K, string>[] =>
    (tables[table] ?? []).map(
      (row) => Object.fromEntries(keys.map((key) => [key, row[key] ?? ''])) as Record<K, string>
    )
  return {
    territories: pick('territories', ['id', 'name', 'parent']),
    sites: pick('sites', ['id', 'name', 'territory']),
    programmes: pick('programmes', ['id', 'name']),
    indicators: pick('indicators', ['id', 'name', 'unit']),
    rules
  }
}
