// Which rows does a CSV text hold, on which line does each stand, and what is wrong with it?

import Papa from 'papaparse'

export interface CsvRow {
  /** 1-based line of the file on which the row starts; quoted cells may hold newlines, so rows are not lines. */
  line: number
  cells: string[]
}

/** What is wrong, as facts; the words are the reader's business. */
export type CsvIssue =
  | { code: 'empty_file'; line: 1 }
  | { code: 'blank_header'; line: 1; position: number }
  | { code: 'twin_header'; line: 1; column: string }
  | { code: 'ragged_row'; line: number; expected: number; found: number }
  | { code: 'bad_quote'; line: number }

export interface CsvTable {
  /** Column names as written; may hold twins and blanks, which `issues` tells. */
  header: string[]
  /** Every row, ragged ones included. Lines without any character are not rows. */
  rows: CsvRow[]
  issues: CsvIssue[]
}

/** Newline of the file, judged outside quoted cells; mixed ones are made equal first. */
function settleNewlines(text: string): { text: string; newline: '\n' | '\r\n' | '\r' } {
  const outside = text.replace(/"(?:[^"]|"")*"/g, '')
  const windows = outside.includes('\r\n')
  const bare = /(?<!\r)\n/.test(outside)
  if (windows && bare) return { text: text.replaceAll('\r\n', '\n'), newline: '\n' }
  if (windows) return { text, newline: '\r\n' }
  return { text, newline: outside.includes('\r') && !bare ? '\r' : '\n' }
}

/** Cells of every record and where it starts; `header: false` so that no column of any name can be lost. */
function records(
  text: string,
  newline: '\n' | '\r\n' | '\r',
  delimiter: string
): { rows: CsvRow[]; badQuotes: number[] } {
  const rows: CsvRow[] = []
  const badQuotes: number[] = []
  let start = 0
  let line = 1
  const breaks = new RegExp(newline === '\r' ? '\r' : '\n', 'g')
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    header: false,
    step: ({ data, errors, meta }) => {
      const raw = text.slice(start, meta.cursor)
      if (errors.some(({ type }) => type === 'Quotes')) badQuotes.push(line)
      // A lone empty cell is written `""`; a line of nothing is no row.
      if (data.length > 1 || raw.trim() !== '') rows.push({ line, cells: data })
      line += raw.match(breaks)?.length ?? 0
      start = meta.cursor
    }
  })
  return { rows, badQuotes }
}

function headerIssues(header: readonly string[]): CsvIssue[] {
  return header.flatMap((column, index): CsvIssue[] => {
    if (column.trim() === '') return [{ code: 'blank_header', line: 1, position: index + 1 }]
    return header.indexOf(column) < index ? [{ code: 'twin_header', line: 1, column }] : []
  })
}

/** Reads a whole file, already decoded. Never throws: bad input is a value. */
export function readCsv(file: string, delimiter = ','): CsvTable {
  const { text, newline } = settleNewlines(file.replace(/^\uFEFF/, ''))
  const { rows: all, badQuotes } = records(text, newline, delimiter)
  const [first, ...rows] = all
  if (first === undefined) return { header: [], rows: [], issues: [{ code: 'empty_file', line: 1 }] }
  const expected = first.cells.length
  const ragged = rows
    .filter(({ cells }) => cells.length !== expected)
    .map(({ line, cells }): CsvIssue => ({ code: 'ragged_row', line, expected, found: cells.length }))
  const quotes = badQuotes.map((line): CsvIssue => ({ code: 'bad_quote', line }))
  return { header: first.cells, rows, issues: [...headerIssues(first.cells), ...quotes, ...ragged] }
}
