// How do rows become a CSV file that programs read, or that French Excel opens with a double click?

import Papa from 'papaparse'

export type Cell = string | number | boolean | null

export interface CsvFlavour {
  delimiter: ',' | ';'
  newline: '\n' | '\r\n'
  decimal: '.' | ','
  /** Excel takes a file without it for Windows-1252. */
  bom: boolean
  /** A cell that a spreadsheet would run is written with an apostrophe before it. */
  formulaSafe: boolean
}

/** RFC 4180 but for LF, as published under /data. */
export const STANDARD: CsvFlavour = {
  delimiter: ',',
  newline: '\n',
  decimal: '.',
  bom: false,
  formulaSafe: false
}
export const FRENCH_EXCEL: CsvFlavour = {
  delimiter: ';',
  newline: '\r\n',
  decimal: ',',
  bom: true,
  formulaSafe: true
}

/** First characters that make a spreadsheet run a cell: https://owasp.org/www-community/attacks/CSV_Injection */
const RISKY = /^[=+\-@\t\r]/
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/

function cellText(cell: Cell, { decimal, formulaSafe }: CsvFlavour): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', decimal)
  if (typeof cell === 'boolean') return String(cell)
  return formulaSafe && RISKY.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell
}

/** One header line, then one record a row; absent numbers are empty cells. Ends with a newline. */
export function writeCsv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
  flavour: CsvFlavour = STANDARD
): string {
  const data = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))].map((cells) =>
    cells.map((cell) => cellText(cell, flavour))
  )
  const { delimiter, newline } = flavour
  const text = Papa.unparse(data, {
    delimiter,
    newline,
    quotes: (cell: string) => cell === '' && columns.length === 1
  })
  return `${flavour.bom ? '\uFEFF' : ''}${text}${newline}`
}
