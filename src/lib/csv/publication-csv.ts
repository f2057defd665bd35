// How does what may be published of a journal leave as files: the observations, and what was hidden and why?

import type { JournalPublication } from '../domain/journal-publication.ts'
import { COLUMNS } from '../domain/rows.ts'
import { FRENCH_EXCEL, writeCsv } from './write-csv.ts'

const HIDDEN_COLUMNS = ['indicateur', 'lieu', 'dispositif', 'annee', 'raison'] as const

/** `data/<year>/observations.csv`, as the pipeline reads it. */
export const observationsCsv = ({ observations }: JournalPublication): string =>
  writeCsv(COLUMNS.observations, observations)

/** It tells the small counts from those that protect them, so it stays in the house. */
export const hiddenCsv = ({ hidden }: JournalPublication): string =>
  writeCsv(
    HIDDEN_COLUMNS,
    hidden.map((row) => ({ ...row })),
    FRENCH_EXCEL
  )
