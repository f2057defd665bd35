// For tests: what is a published row once its number is secret?

import type { FigureRow, SecretRow } from './figure-rows.ts'

export function hide(row: FigureRow): SecretRow {
  const secret: SecretRow & { value?: number } = { ...row, marks: ['secret'], quote: 'X : secret' }
  delete secret.value
  return secret
}
