// How is a file of the corpus written: cells, delimiter, newlines and encoding, each of which a fault may change?

import { encode } from '../../src/lib/csv/encode-fixture.ts'
import type { Encoding } from '../../src/lib/csv/detect-encoding.ts'
import type { Delimiter } from '../../src/lib/csv/dialect.ts'

/** Cells, or a line that is written as it is. */
export type Line = string[] | { raw: (delimiter: string) => string }

export interface Document {
  header: string[]
  lines: Line[]
  delimiter: Delimiter
  /** Written in turn: several make a file of mixed newlines. */
  newlines: string[]
  encoding: Encoding
  bom: boolean
  sepLine: boolean
  /** Every cell in quotes, as some programs write. */
  quoteAll: boolean
  lastNewline: boolean
}

function cellText(cell: string, { delimiter, quoteAll }: Document): string {
  const risky = cell.includes(delimiter) || /["\r\n]/.test(cell) || /^\s|\s$/.test(cell)
  return quoteAll || risky ? `"${cell.replaceAll('"', '""')}"` : cell
}

function textOf(file: Document): string {
  const lines = [
    ...(file.sepLine ? [`sep=${file.delimiter}`] : []),
    ...[file.header, ...file.lines].map((line) =>
      'raw' in line ? line.raw(file.delimiter) : line.map((cell) => cellText(cell, file)).join(file.delimiter)
    )
  ]
  return lines
    .map((line, index) => {
      const last = index === lines.length - 1 && !file.lastNewline
      return last ? line : line + (file.newlines[index % file.newlines.length] ?? '\n')
    })
    .join('')
}

export const bytesOf = (file: Document): Uint8Array => encode(textOf(file), file.encoding, file.bom)
