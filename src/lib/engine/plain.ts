// How does a value of an engine become one of the five that the rest of the house knows?

import { AppError } from '../domain/errors.ts'
import type { Row, Scalar } from './engine.ts'

/** What is read of an Arrow record batch; its classes stay inside the engine. */
export interface ArrowBatch {
  numRows: number
  schema: { fields: { name: string; type: { toString(): string } }[] }
  getChildAt(index: number): { get(row: number): unknown } | null
}

/**
 * @param type the engine's own name of the type; one that starts with DATE or Date32 is a day, without a time.
 * @throws AppError `query_failed` for lists, structures, intervals and blobs: cast them in the question.
 */
export function plainValue(value: unknown, column: string, type: string): Scalar {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) {
    const text = value.toISOString()
    return /^date(32|$)/i.test(type) ? text.slice(0, 10) : text
  }
  throw new AppError('query_failed', { reason: 'type has no plain value', column, type })
}

export function appendRows(rows: Row[], batch: ArrowBatch): void {
  const columns = batch.schema.fields.map(({ name, type }, index) => ({
    name,
    type: type.toString(),
    values: batch.getChildAt(index)
  }))
  for (let index = 0; index < batch.numRows; index += 1) {
    const row: Row = {}
    for (const { name, type, values } of columns) row[name] = plainValue(values?.get(index), name, type)
    rows.push(row)
  }
}
