// The result of the check of accessibility, read from the one table that the page and the notes are made from.
import { readFile } from 'node:fs/promises'
import { readCsv } from '$lib/csv/read-csv.ts'
import { type Criterion, readCriteria } from '$lib/domain/rgaa.ts'

/** @throws RangeError when a row of docs/rgaa.csv says something else than a result. */
export async function openCriteria(): Promise<Criterion[]> {
  const { rows } = readCsv(await readFile('docs/rgaa.csv', 'utf8'))
  return readCriteria(rows.map(({ cells }) => cells))
}
