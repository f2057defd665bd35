// How does what a journal gives become the folder of a millésime, which the usual build then takes?

import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hiddenCsv, observationsCsv } from '../../../src/lib/csv/publication-csv.ts'
import { writeCsv } from '../../../src/lib/csv/write-csv.ts'
import type { JournalPublication } from '../../../src/lib/domain/journal-publication.ts'
import { COLUMNS } from '../../../src/lib/domain/rows.ts'
import { writeParquet } from '../../../src/lib/engine/parquet.ts'

const CELL_COLUMNS = ['indicateur', 'niveau', 'lieu', 'dispositif', 'annee', 'valeur', 'statut'] as const

/** What was hidden and why: it tells the small counts from those that protect them, so it stays in the house. */
export const HIDDEN_FILE = 'secret.csv'

/** A journal says nothing of contracts and events: the files are there, empty, unless somebody has filled them. */
async function writeIfAbsent(path: string, text: string): Promise<void> {
  await access(path).catch(() => writeFile(path, text))
}

/** @param out the folder of the year; other files in it stay */
export async function writeMillesime(out: string, publication: JournalPublication): Promise<void> {
  const { cells, statement, source } = publication
  const { year } = source
  const parts = join(out, 'cellules', `annee=${year}`)
  await mkdir(parts, { recursive: true })
  await writeFile(join(out, 'observations.csv'), observationsCsv(publication))
  await writeFile(join(out, 'sources.csv'), writeCsv(COLUMNS.sources, [{ ...source }]))
  await writeFile(join(out, source.file), statement)
  await writeFile(
    join(out, 'cellules.csv'),
    writeCsv(
      CELL_COLUMNS,
      cells.map((cell) => ({ ...cell }))
    )
  )
  // The year is in the name of the folder, as every reader of partitions expects.
  await writeParquet(
    join(parts, 'cellules.parquet'),
    CELL_COLUMNS.filter((name) => name !== 'annee').map((name) => ({
      name,
      type: name === 'valeur' ? 'INTEGER' : 'VARCHAR'
    })),
    cells.map((cell) => ({ ...cell }))
  )
  await writeFile(join(out, HIDDEN_FILE), hiddenCsv(publication))
  await writeIfAbsent(join(out, 'engagements.csv'), writeCsv(COLUMNS.engagements, []))
  await writeIfAbsent(join(out, 'highlights.csv'), writeCsv(COLUMNS.highlights, []))
}
