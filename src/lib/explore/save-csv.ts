// How does what was explored leave as a file? As CSV, in the flavour asked for; what writes it comes with the first file.

import type { Cell } from '../csv/write-csv.ts'
import { saveFile } from '../figures/frame/save-file.ts'

export type Flavour = 'FRENCH_EXCEL' | 'STANDARD'

/** @param name of the file, without what tells its flavour and kind */
export async function saveCsv(
  name: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
  flavour: Flavour
): Promise<void> {
  const { writeCsv, ...flavours } = await import('../csv/write-csv.ts')
  const text = writeCsv(columns, rows, flavours[flavour])
  const file = `${name}${flavour === 'STANDARD' ? '-standard' : ''}.csv`
  saveFile(file, new Blob([text], { type: 'text/csv;charset=utf-8' }))
}
