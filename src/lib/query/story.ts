// What happened in a year, in the order of the calendar: a year alone comes before its months, a month before its days.

import type { Question } from '../engine/engine.ts'

/** Rows for `toHighlight`. */
export function storyQuestion(year: number): Question {
  return { sql: 'SELECT * FROM highlights WHERE millesime = ? ORDER BY start, id', params: [year] }
}
