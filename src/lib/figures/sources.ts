// Which sentences of the report stand behind a figure? Its rows, gathered by section.

import type { Entry } from './frame/entry.ts'

/** What a source needs of an entry, or of a row of a figure. */
export type Quoted = Pick<Entry, 'id' | 'section' | 'quote' | 'formula' | 'note'>

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

/** The pieces of a quote: terms are parted by " | ". An elision "[…]" stays inside its piece. */
export function quotesOf(quote: string): string[] {
  return quote
    .split(' | ')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/** Sections of the report in the order of the rows, each once; several sections of one row are parted by " | ". */
export function sectionsOf(rows: readonly Quoted[]): string[] {
  return [...new Set(rows.flatMap((row) => row.section.split(' | ')))].filter((section) => section !== '')
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
  return [...groups].map(([section, entries]) => ({ section: section.replaceAll(' | ', ', '), entries }))
}
