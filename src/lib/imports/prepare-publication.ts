// What may be published of a journal that was checked: its observations and what is hidden, or the columns that forbid it?

import { journalColumns, type AcceptedRows } from '../csv/accepted-rows.ts'
import type { ByteSource, OpenedText } from '../csv/open-file.ts'
import { hiddenCsv, observationsCsv } from '../csv/publication-csv.ts'
import { readRows } from '../csv/read-rows.ts'
import { countRows, yearsOf } from '../domain/journal-counting.ts'
import { publishJournal, type JournalReference } from '../domain/journal-publication.ts'
import { thresholdGroups, type ThresholdGroup } from '../domain/journal-rules.ts'
import { FICTITIOUS_COLUMN } from '../domain/journal-source.ts'
import { personalColumns, type PersonalColumn } from '../domain/personal-data.ts'
import { foldCode } from '../domain/schemas/code-lists.ts'
import type { ColumnMatch } from '../domain/schemas/match-columns.ts'

export interface PublicationSummary {
  year: number
  /** Years of the accepted rows, the latest first. */
  years: { year: number; rows: number }[]
  /** The rows say that they are made up: `npm run data` refuses what comes of them. */
  fictitious: boolean
  observations: number
  /** Counts at every level, site to all of Optima: shown, hidden as too small, hidden to protect another. */
  published: number
  small: number
  protects: number
  thresholds: ThresholdGroup[]
}

export interface Prepared {
  summary: PublicationSummary
  observations: Blob
  hidden: Blob
}

/** As many as the pipeline looks at. */
const SAMPLED_ROWS = 200_000
const SAMPLED_TEXTS = 1000

/** Columns of the file that must go before anything is published, the ones that nobody matched too. */
export async function forbiddenColumns(
  source: ByteSource,
  opened: OpenedText,
  columns: ColumnMatch
): Promise<PersonalColumn[]> {
  const texts = opened.header.map(() => new Set<string>())
  let rows = 0
  for await (const piece of readRows(source, opened)) {
    for (const { cells } of piece.rows)
      for (const [index, own] of texts.entries()) {
        const cell = cells[index] ?? ''
        if (own.size < SAMPLED_TEXTS && cell !== '') own.add(cell)
      }
    rows += piece.rows.length
    if (rows >= SAMPLED_ROWS) break
  }
  return personalColumns(
    opened.header.map((name, index) => ({
      name,
      samples: [...(texts[index] ?? [])],
      declared: columns.includes(index)
    }))
  )
}

/** @param year null: the latest of the rows */
export function preparePublication(
  rows: AcceptedRows,
  header: readonly string[],
  wanted: number | null,
  reference: JournalReference
): Prepared {
  const columns = journalColumns(rows)
  const years = yearsOf(columns)
  const year = wanted ?? years[0]?.year ?? 0
  const fictitious = header.some((name) => foldCode(name) === FICTITIOUS_COLUMN)
  const { counts, days, spans } = countRows(columns, year, reference)
  const publication = publishJournal({ year, fictitious, counts, days, spans }, reference)
  const { hidden, cells, observations } = publication
  const because = (reason: 'small' | 'protects'): number =>
    hidden.filter((one) => one.reason === reason).length
  const csv = (text: string): Blob => new Blob([text], { type: 'text/csv' })
  return {
    summary: {
      year,
      years,
      fictitious,
      observations: observations.length,
      published: cells.length - hidden.length,
      small: because('small'),
      protects: because('protects'),
      thresholds: thresholdGroups(reference.rules, reference.programmes)
    },
    observations: csv(observationsCsv(publication)),
    hidden: csv(hiddenCsv(publication))
  }
}
