// What does a file look like before it is read: encoding, delimiter, header, first rows, and what a reader should know?

import { detectDialect } from './detect-dialect.ts'
import { detectEncoding, holdsNul, type Encoding } from './detect-encoding.ts'
import { fileKind, type FileRefusal } from './file-kind.ts'
import { MOST_COLUMNS, SAMPLE_BYTES } from './limits.ts'
import { PieceDecoder } from './piece-decoder.ts'
import type { Dialect } from './dialect.ts'
import { RecordReader, type RawRow, type Sightings } from './record-reader.ts'

/** Bytes that can be read piece by piece: a Blob in the browser, a file or an array elsewhere. */
export interface ByteSource {
  name: string
  size: number
  /** @throws when the file has gone or may not be read */
  read(start: number, end: number): Promise<Uint8Array>
}

/** What a reader may correct of what was found. */
export interface ReadingChoice {
  encoding?: Encoding
  delimiter?: Dialect['delimiter']
}

/** Facts about the file as a whole that refuse nothing; refusal-words.ts says them. */
export type FileNote =
  | { code: 'sep_line' }
  | { code: 'mixed_newlines' }
  | { code: 'blank_lines'; count: number }
  | { code: 'unreadable_characters'; count: number; line: number }
  | { code: 'twin_header'; column: string; positions: number[] }
  | { code: 'blank_header'; positions: number[] }
  | { code: 'broken_header' }

export interface OpenedText {
  kind: 'text'
  encoding: Encoding
  /** The file says its encoding by its first bytes. */
  bom: boolean
  /** Only ASCII was seen: a later byte may still decide. */
  undecided: boolean
  dialect: Dialect
  /** Share of the first rows that have the cells of the header, 0 to 1. */
  agreement: number
  header: string[]
  /** The first rows, at most SHOWN. */
  rows: RawRow[]
  notes: FileNote[]
}

export type OpenedFile = OpenedText | { kind: 'parquet' } | { kind: 'refused'; refusal: FileRefusal }

/** Rows of the preview. */
const SHOWN = 20

const refused = (refusal: FileRefusal): OpenedFile => ({ kind: 'refused', refusal })

/** Notes on the columns: their names may be twins or absent, and no column is lost by it. */
function headerNotes(header: readonly string[]): FileNote[] {
  const places = new Map<string, number[]>()
  for (const [index, name] of header.entries())
    places.set(name.trim(), [...(places.get(name.trim()) ?? []), index + 1])
  return [...places].flatMap(([column, positions]): FileNote[] => {
    if (column === '') return [{ code: 'blank_header', positions }]
    return positions.length > 1 ? [{ code: 'twin_header', column, positions }] : []
  })
}

/** Notes on what was seen of the text so far. */
export function sightingNotes({ newlines, blankLines, unreadable }: Sightings): FileNote[] {
  const kinds = [newlines.crlf, newlines.lf, newlines.cr].filter(Boolean).length
  return [
    ...(kinds > 1 ? [{ code: 'mixed_newlines' } as const] : []),
    ...(blankLines > 0 ? [{ code: 'blank_lines', count: blankLines } as const] : []),
    ...(unreadable.count > 0 ? [{ code: 'unreadable_characters', ...unreadable } as const] : [])
  ]
}

async function readStart(source: ByteSource): Promise<Uint8Array | null> {
  try {
    return await source.read(0, Math.min(SAMPLE_BYTES, source.size))
  } catch {
    return null
  }
}

/** Never throws: a file that cannot be read is a value. */
export async function openFile(source: ByteSource, choice: ReadingChoice = {}): Promise<OpenedFile> {
  const bytes = await readStart(source)
  if (bytes === null) return refused({ code: 'unreadable' })
  const kind = fileKind(bytes, source.size)
  if (kind === 'parquet') return { kind }
  return kind === 'text' ? openText(bytes, source.size, choice) : refused(kind.refused)
}

function openText(bytes: Uint8Array, size: number, choice: ReadingChoice): OpenedFile {
  const guess = detectEncoding(bytes)
  if (holdsNul(bytes, guess)) return refused({ code: 'binary' })
  const encoding = choice.encoding ?? guess.encoding
  const whole = bytes.length === size
  const text = new PieceDecoder(encoding).decode(bytes, whole)
  if (whole && text.trim() === '') return refused({ code: 'blank' })
  const { agreement, ...found } = detectDialect(text, whole)
  const dialect: Dialect = { ...found, delimiter: choice.delimiter ?? found.delimiter }
  const reader = new RecordReader(dialect)
  const [first, ...rows] = reader.push(text, whole)
  // A first record that fills the sample is cut all the same: its columns are too many or its quote is open.
  const header = first?.cells ?? text.split(dialect.delimiter)
  if (header.length > MOST_COLUMNS)
    return refused({ code: 'too_many_columns', found: header.length, most: MOST_COLUMNS })
  if (whole && rows.length === 0) return refused({ code: 'header_only', columns: header.length })
  return {
    kind: 'text',
    encoding,
    bom: guess.bom && encoding === guess.encoding,
    undecided: guess.undecided && choice.encoding === undefined,
    dialect,
    agreement: choice.delimiter === undefined ? agreement : agreementOf(header, rows),
    header,
    rows: rows.slice(0, SHOWN),
    notes: [
      ...(dialect.sepLine ? [{ code: 'sep_line' } as const] : []),
      ...(first?.broken === true ? [{ code: 'broken_header' } as const] : []),
      ...headerNotes(header),
      ...sightingNotes(reader.sightings)
    ]
  }
}

function agreementOf(header: readonly string[], rows: readonly RawRow[]): number {
  const alike = rows.filter(({ cells }) => cells.length === header.length).length
  return rows.length === 0 ? 1 : alike / rows.length
}
