// Which rows of an answer are numbers, and which are secret: counted on a journal, and hidden?

import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import type { Row } from '../engine/engine.ts'
import { toFigureRow, toSecretRow } from './figure-row.ts'

/** @throws AppError `data_unreadable` for a row without a value that does not say it is secret, or of another shape. */
export function splitRows(rows: readonly Row[]): { rows: FigureRow[]; secrets: SecretRow[] } {
  return {
    rows: rows.filter(({ value }) => value !== null).map(toFigureRow),
    secrets: rows.filter(({ value }) => value === null).map(toSecretRow)
  }
}
