// Which sentences of which document stand behind a figure? Its rows, gathered by section.

import { isJournalSource } from '../domain/journal-source.ts'
import { listWords } from '../domain/sentence.ts'
import type { Entry } from './frame/entry.ts'

/** What a source needs of an entry, or of a row of a figure. */
export type Quoted = Pick<Entry, 'id' | 'section' | 'quote' | 'formula' | 'note'> &
  /** Absent: the report. */
  Partial<Pick<Entry, 'source'>>

export interface SourceEntry {
  /** Id of the observation. */
  id: string
  /** Verbatim pieces of the report, one a term for a computed row. */
  quotes: string[]
  formula: string
  note: string
}

export interface SourceGroup {
  section: string
  entries: SourceEntry[]
}

/** Between the quotes of one row, and between its sections. */
const BETWEEN = ' | '

/** The pieces of a quote: terms are parted by " | ". An elision "[…]" stays inside its piece. */
export function quotesOf(quote: string): string[] {
  return quote
    .split(BETWEEN)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/** The sections of a row, as a reader is told them: "Angers, Région de Nantes". */
export const sectionWords = (section: string): string => section.replaceAll(BETWEEN, ', ')

/** Sections of the report in the order of the rows, each once. */
export function sectionsOf(rows: readonly Quoted[]): string[] {
  return [...new Set(rows.flatMap((row) => row.section.split(BETWEEN)))].filter((section) => section !== '')
}

/** Quotes by section; a quote already given by an earlier row is not repeated. */
export function sourceGroups(rows: readonly Quoted[]): SourceGroup[] {
  const seen = new Set<string>()
  const groups = new Map<string, SourceEntry[]>()
  for (const row of rows) {
    const quotes = quotesOf(row.quote).filter((quote) => !seen.has(quote))
    for (const quote of quotes) seen.add(quote)
    if (quotes.length === 0 && row.formula === '' && row.note === '') continue
    const entries = groups.get(row.section) ?? []
    entries.push({ id: row.id, quotes, formula: row.formula, note: row.note })
    groups.set(row.section, entries)
  }
  return [...groups].map(([section, entries]) => ({ section: sectionWords(section), entries }))
}

/** Rows of one document, for its quotes. */
export interface SourceDocument {
  /** "Rapport d’activité 2021 d’Optima", "Journal des interventions 2022 d’Optima". */
  name: string
  rows: Quoted[]
}

/** Rows by the kind of document that they quote: a report, or a journal, which is told by its source. */
export function documentsOf(rows: readonly Quoted[], year: number): SourceDocument[] {
  const isOfJournal = ({ source = '' }: Quoted): boolean => isJournalSource(source)
  const kinds = [
    { name: `Rapport d’activité ${year} d’Optima`, rows: rows.filter((row) => !isOfJournal(row)) },
    { name: `Journal des interventions ${year} d’Optima`, rows: rows.filter(isOfJournal) }
  ]
  const found = kinds.filter((kind) => kind.rows.length > 0)
  return found.length > 0 ? found : kinds.slice(0, 1)
}

/** "rapport d’activité 2021 d’Optima et journal des interventions 2021 d’Optima", inside a sentence. */
export function documentWords(rows: readonly Quoted[], year: number): string {
  return listWords(documentsOf(rows, year).map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1)))
}
