// In which forms does a published table leave the site, beside its CSV and its Parquet?
//
// They are no part of the version: the same rows in other clothes.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FRENCH_EXCEL, writeCsv } from '../../src/lib/csv/write-csv.ts'
import { DICTIONARY } from '../../src/lib/domain/dictionary.ts'
import type { Manifest } from '../../src/lib/domain/manifest.ts'
import { publishedRows } from './publish.ts'
import type { Tables } from './read-tables.ts'

/** Writes `<table>.json`, with licence, version and the meaning of each column, and `<table>-excel.csv` for each table. */
export async function writeTableFiles(
  folder: string,
  tables: Tables,
  { version, site }: Pick<Manifest, 'version' | 'site'>
): Promise<void> {
  const head = { version, publisher: site.publisher, licence: site.licence.data }
  for (const { name, columns } of DICTIONARY) {
    const rows = publishedRows(name, tables[name])
    const json = JSON.stringify({ table: name, ...head, columns, rows }, null, 1)
    await writeFile(join(folder, `${name}.json`), `${json}\n`)
    await writeFile(
      join(folder, `${name}-excel.csv`),
      writeCsv(
        columns.map((column) => column.name),
        rows,
        FRENCH_EXCEL
      )
    )
  }
}
