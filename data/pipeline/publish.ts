// How do checked rows become the files under /data: Parquet, CSV, manifest, always the same bytes for the same rows?

import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeCsv } from '../../src/lib/csv/write-csv.ts'
import { MANIFEST_SCHEMA, type Manifest } from '../../src/lib/domain/manifest.ts'
import type { Reconciliation } from '../../src/lib/domain/reconciliation.ts'
import type { TableName } from '../../src/lib/domain/rows.ts'
import type { Row } from '../../src/lib/engine/engine.ts'
import { writeParquet } from '../../src/lib/engine/parquet.ts'
import type { DataRow, Tables } from './read-tables.ts'
import { publishedColumns, TABLES } from './schema.ts'

type ManifestTable = Manifest['tables'][number]

export interface Publication {
  tables: Tables
  millesimes: number[]
  reconciliations: Reconciliation[]
  site: Manifest['site']
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** In the order of the files, oldest millésime first: no order of the file system or of a clock gets in. */
export function publishedRows(table: TableName, rows: readonly DataRow[]): Row[] {
  const columns = publishedColumns(table)
  return rows.map(({ values, millesime }) =>
    Object.fromEntries(
      columns.map(({ name }) => [name, name === 'millesime' ? millesime : (values[name] ?? null)])
    )
  )
}

async function describe(folder: string, file: string): Promise<ManifestTable['csv']> {
  const bytes = await readFile(join(folder, file))
  return { file, bytes: bytes.length, sha256: sha256(bytes) }
}

async function publishTable(
  folder: string,
  table: TableName,
  dataRows: readonly DataRow[]
): Promise<ManifestTable> {
  const columns = publishedColumns(table)
  const rows = publishedRows(table, dataRows)
  const [parquet, csv] = [`${table}.parquet`, `${table}.csv`]
  await writeParquet(join(folder, parquet), columns, rows)
  await writeFile(
    join(folder, csv),
    writeCsv(
      columns.map(({ name }) => name),
      rows
    )
  )
  return {
    name: table,
    rows: rows.length,
    parquet: await describe(folder, parquet),
    csv: await describe(folder, csv)
  }
}

/** Writes every file into `folder`, which exists and is empty. */
export async function publish(
  folder: string,
  { tables, millesimes, reconciliations, site }: Publication
): Promise<Manifest> {
  const published: ManifestTable[] = []
  for (const table of TABLES) published.push(await publishTable(folder, table, tables[table]))
  const reconciliation = `${JSON.stringify(reconciliations, null, 2)}\n`
  await writeFile(join(folder, 'reconciliation.json'), reconciliation)
  // Of the text alone: another library may write other Parquet, another host may serve it, and the data are the same.
  const content = [...published.map(({ csv }) => csv.sha256), reconciliation].join('\n')
  const version = `${millesimes.at(-1) ?? ''}.${sha256(new TextEncoder().encode(content)).slice(0, 8)}`
  const manifest: Manifest = { schema: MANIFEST_SCHEMA, version, millesimes, site, tables: published }
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}
