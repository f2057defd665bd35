// Do the cells of one row agree with one another?

import type { CellValue } from './check-cell.ts'
import type { KnownCodes } from './known-codes.ts'
import type { Relation, RowProblem } from './rules.ts'

/** @param valueOf value of the field of this key; all cells of the row are good */
export function relationProblem(
  relation: Relation,
  valueOf: (key: string) => CellValue,
  known: KnownCodes
): Pick<RowProblem, 'field' | 'code' | 'detail'> | null {
  const text = (key: string): string => String(valueOf(key) ?? '')
  switch (relation.is) {
    case 'order': {
      const [low, high] = [text(relation.low), text(relation.high)]
      if (low === '' || high === '' || low <= high) return null
      return { field: relation.high, code: 'wrong_order', detail: low }
    }
    case 'agrees': {
      const { field, by, list, column } = relation
      const expected = known.column(list, text(by), column)
      if (expected === '' || text(field) === expected) return null
      return { field, code: 'disagrees', detail: expected }
    }
    case 'given_with': {
      const wanted = text(relation.by).split('|').includes(relation.word)
      const given = text(relation.field) !== ''
      if (given === wanted) return null
      return { field: relation.field, code: given ? 'given_without' : 'lacks', detail: relation.word }
    }
    case 'alone': {
      const words = text(relation.field).split('|')
      const other = relation.others.find((word) => words.includes(word))
      if (!words.includes(relation.word) || other === undefined) return null
      return { field: relation.field, code: 'not_alone', detail: other }
    }
  }
}
