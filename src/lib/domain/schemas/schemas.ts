// Which shapes of file are known?

import { JOURNAL } from './journal.ts'
import { OBSERVATIONS } from './observations.ts'
import type { TableRules } from './rules.ts'

export const SCHEMAS: readonly TableRules[] = [JOURNAL, OBSERVATIONS]

export const SCHEMA_IDS = ['journal', 'observations'] as const satisfies readonly TableRules['id'][]

export function schemaOf(id: TableRules['id']): TableRules {
  return id === 'journal' ? JOURNAL : OBSERVATIONS
}
