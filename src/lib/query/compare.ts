// Which values may stand together? The comparability groups, whole: a comparison says their reasons.

import { INDICATOR_KINDS, type Group } from '../domain/rows.ts'
import type { Question, Row, Scalar } from '../engine/engine.ts'
import { oneOf, text } from './figure-row.ts'

export const groupsQuestion: Question = {
  sql: 'SELECT id, name, kind, definition, additive, why_not FROM groups ORDER BY kind, name',
  params: [] as Scalar[]
}

/** @throws AppError `data_unreadable` naming the column. */
export function toGroup(row: Row): Group {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    kind: oneOf(row, 'kind', INDICATOR_KINDS),
    definition: text(row, 'definition'),
    additive: row.additive === true,
    why_not: text(row, 'why_not')
  }
}
