// What is known of a visitor's data once they are checked, and how do they enter an engine of their own?

import { foldCode } from '../domain/schemas/code-lists.ts'
import { FICTITIOUS_COLUMN } from '../domain/journal-source.ts'
import { schemaOf } from '../domain/schemas/schemas.ts'
import type { TableRules } from '../domain/schemas/rules.ts'
import type { Engine, TableFile } from '../engine/engine.ts'
import { cellsTables } from '../query/cube-tables.ts'
import { besidePublished, OWN_ROWS, ownColumns, ownObservations } from '../query/own.ts'
import { JOURNAL_CUBE } from './journal-cube.ts'

export interface OwnFile {
  schema: TableRules['id']
  /** Of the file that was read. */
  name: string
  format: 'csv' | 'parquet'
  /** Accepted rows, a CSV in the columns of the schema; or a Parquet as it is. The browser holds them, not the page. */
  rows: Blob
  /** Accepted rows; null until a Parquet is read. */
  count: number | null
  /** The rows say that they are made up. */
  fictitious: boolean
}

/** Bytes of the accepted rows that are looked at. */
const SAMPLE = 65_536

/** Made-up data say so: by a column of that name, or by ids that begin with it. */
export async function saysFictitious(header: readonly string[], rows: Blob): Promise<boolean> {
  if (header.some((name) => foldCode(name) === FICTITIOUS_COLUMN)) return true
  return /^fictif-/m.test(await rows.slice(0, SAMPLE).text())
}

/** @throws what `Engine.load` throws */
export const fillOwn =
  ({ schema, rows }: Pick<OwnFile, 'schema' | 'rows'>) =>
  async (engine: Engine, tables: TableFile[]): Promise<void> => {
    const bytes = new Uint8Array(await rows.arrayBuffer())
    const own: TableFile = { name: OWN_ROWS, bytes, csv: ownColumns(schemaOf(schema)), passing: true }
    await (schema === 'journal'
      ? engine.load([...tables, own], cellsTables(JOURNAL_CUBE))
      : engine.load([...besidePublished(tables), own], [ownObservations]))
  }
