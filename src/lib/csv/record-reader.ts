// Which rows does a text hold that comes in pieces, on which line does each start, and where does a quote go wrong?
//
// PapaParse cuts the cells. A quote that is misplaced or never closed makes it swallow the lines that follow; here such
// a record is given up after its first line, told, and the reading goes on at the next line: no line is lost.

import Papa from 'papaparse'
import type { Dialect } from './dialect.ts'
import { LONGEST_RECORD } from './limits.ts'

export interface RawRow {
  /** 1-based line of the file on which the row starts. */
  line: number
  cells: string[]
  /** A quote is misplaced or never closed: the cells are those of the line alone, cut at every delimiter. */
  broken: boolean
}

/** What was seen on the way, for the notes of the file. */
export interface Sightings {
  newlines: { crlf: boolean; lf: boolean; cr: boolean }
  /** Lines without a character, or with delimiters alone. */
  blankLines: number
  /** Characters that the encoding could not give, or that no text holds. */
  unreadable: { count: number; line: number }
}

interface Parsed {
  rows: string[][]
  /** Where the first row that is not in `rows` starts. */
  end: number
  /** The row that starts at `end` has a bad quote. */
  broken: boolean
  /** There are quotes: a cell may hold newlines. */
  quoted: boolean
}

/** Characters parsed at first, and after a bad quote; grows while all goes well. */
const FIRST_WINDOW = 256
/** Characters of a line without an end. */
const LONGEST_LINE = 2 ** 20
/** Between them stand the characters of ASCII that can be seen. */
const SPACE = 32
const DELETE = 127
/** What a decoder writes for bytes that are no letter, and the character that no text holds. */
const UNREADABLE = ['\ufffd', '\u0000']

const newlinesIn = (cells: readonly string[]): number => {
  let count = 0
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}

/** Nearly every row is told by the first character of its first cell. */
function isBlank(cells: readonly string[]): boolean {
  const code = (cells[0] ?? '').charCodeAt(0)
  return !(code > SPACE && code < DELETE) && cells.every((cell) => cell.trim() === '')
}

function isStrange(cells: readonly string[], width: number): boolean {
  if (width > 0 && cells.length !== width && cells.some((cell) => cell.includes('\n'))) return true
  return cells.some((cell) => cell.length > LONGEST_RECORD)
}

export class RecordReader {
  readonly sightings: Sightings = {
    newlines: { crlf: false, lf: false, cr: false },
    blankLines: 0,
    unreadable: { count: 0, line: 0 }
  }
  readonly #dialect: Dialect
  readonly #config: { delimiter: string; newline: '\n'; quoteChar: string }
  #rest = ''
  #line = 1
  #insideQuotes = false
  #heldReturn = ''
  /** Inside of a line that was given up. */
  #skipping = false
  #window = FIRST_WINDOW
  /** Cells of the first row; 0 before it. */
  #width = 0
  #sepLine: boolean

  constructor(dialect: Dialect) {
    this.#dialect = dialect
    this.#config = { delimiter: dialect.delimiter, newline: '\n', quoteChar: dialect.quote }
    this.#sepLine = dialect.sepLine
  }

  /**
   * Rows that end in this piece of text; blank lines are none.
   * @param last no piece comes after this one
   */
  push(piece: string, last: boolean): RawRow[] {
    const text = this.#skip(this.#rest + this.#settle(piece, last))
    const found: RawRow[] = []
    let start = 0
    while (start < text.length) {
      const end = this.#windowEnd(text, start, last)
      if (end === start) break
      const parsed = this.#parse(text.slice(start, end), last && end === text.length)
      this.#take(parsed, found)
      start += parsed.end
      if (parsed.broken) {
        start += this.#giveUp(text, start, found)
        this.#window = FIRST_WINDOW
        continue
      }
      this.#window = Math.min(this.#window * 2, 2 ** 30)
      // Nothing more is known of an unfinished record: it waits for the next piece.
      if (!last && !text.includes('\n', end)) break
    }
    if (text.length - start > LONGEST_LINE && !text.includes('\n', start)) {
      start += this.#giveUp(text, start, found)
      this.#skipping = true
    }
    this.#rest = text.slice(start)
    return found
  }

  /** Windows end after a newline, so that what follows a quote is always known; `start` when there is none. */
  #windowEnd(text: string, start: number, last: boolean): number {
    const end = start + this.#window
    if (end >= text.length && last) return text.length
    const newline = text.lastIndexOf('\n', end - 1)
    if (newline >= start) return newline + 1
    const next = text.indexOf('\n', end)
    if (next !== -1) return next + 1
    return last ? text.length : start
  }

  /** The rest of a line that was given up before its end. */
  #skip(text: string): string {
    if (!this.#skipping) return text
    const newline = text.indexOf('\n')
    this.#skipping = newline === -1
    return newline === -1 ? '' : text.slice(newline + 1)
  }

  #parse(text: string, whole: boolean): Parsed {
    const { data, errors, meta } = parse(text, this.#config, !whole)
    // What follows the last newline is no row.
    if (whole && text.endsWith('\n')) data.pop()
    const wrong = errors.reduce((least, { row = 0 }) => Math.min(least, row), Infinity)
    const quoted = text.includes(this.#dialect.quote)
    const strange = quoted ? this.#firstStrange(data) : -1
    const bad = strange === -1 ? wrong : Math.min(wrong, strange)
    if (bad === Infinity)
      return { rows: data, end: meta.cursor, broken: text.length - meta.cursor > LONGEST_RECORD, quoted }
    const before = bad === 0 ? 0 : parse(text, { ...this.#config, preview: bad }, true).meta.cursor
    return { rows: data.slice(0, bad), end: before, broken: true, quoted }
  }

  /** A record that spans lines and has not the cells of the header: a quote closed by the opening of another one. */
  #firstStrange(rows: readonly string[][]): number {
    let width = this.#width
    let unread = this.#sepLine
    return rows.findIndex((cells) => {
      if (isStrange(cells, width)) return true
      if (width === 0 && !unread && !isBlank(cells)) width = cells.length
      unread = false
      return false
    })
  }

  #take({ rows, quoted }: Parsed, into: RawRow[]): void {
    for (const cells of rows) {
      const line = this.#line
      this.#line += 1 + (quoted ? newlinesIn(cells) : 0)
      this.#add({ line, cells, broken: false }, into)
    }
  }

  /** Characters of the line at `start`, its newline included, which becomes a broken row. */
  #giveUp(text: string, start: number, into: RawRow[]): number {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const cells = text.slice(start, end).split(this.#dialect.delimiter)
    this.#add({ line: this.#line, cells, broken: true }, into)
    this.#line += 1
    return end - start + 1
  }

  #add(row: RawRow, into: RawRow[]): void {
    if (this.#sepLine) {
      this.#sepLine = false
      return
    }
    if (isBlank(row.cells)) {
      this.sightings.blankLines += 1
      return
    }
    if (this.#width === 0) this.#width = row.cells.length
    into.push(row)
  }

  /** The piece with newlines as "\n"; a return at its end waits to know whether a line feed follows. */
  #settle(piece: string, last: boolean): string {
    let text = this.#heldReturn + piece
    this.#heldReturn = ''
    if (!last && text.endsWith('\r')) {
      text = text.slice(0, -1)
      this.#heldReturn = '\r'
    }
    this.#see(text)
    return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text
  }

  #see(text: string): void {
    const { newlines, unreadable } = this.sightings
    const parts = text.split(this.#dialect.quote)
    for (const [index, part] of parts.entries()) {
      if ((index % 2 === 1) !== this.#insideQuotes) continue
      const single = part.replaceAll('\r\n', '')
      newlines.crlf ||= single.length < part.length
      newlines.cr ||= single.includes('\r')
      newlines.lf ||= single.includes('\n')
    }
    if (parts.length % 2 === 0) this.#insideQuotes = !this.#insideQuotes
    for (const character of UNREADABLE) {
      const pieces = text.split(character)
      if (pieces.length === 1) continue
      unreadable.count += pieces.length - 1
      const before = this.#rest + (pieces[0] ?? '')
      const line = this.#line + (before.match(/\r\n?|\n/g)?.length ?? 0)
      unreadable.line = unreadable.line === 0 ? line : Math.min(unreadable.line, line)
    }
  }
}

interface ParserConfig {
  delimiter: string
  newline: '\n'
  quoteChar: string
  preview?: number
}
type Results = Papa.ParseResult<string[]>

/** PapaParse's own loop over one text, which its types leave out: the rest of the library is about where texts come from. */
function parse(text: string, config: ParserConfig, ignoreLastRow: boolean): Results {
  const parser = new Papa.Parser(config as Papa.ParseConfig) as unknown as {
    parse: (text: string, base: number, ignoreLastRow: boolean) => Results
  }
  return parser.parse(text, 0, ignoreLastRow)
}
