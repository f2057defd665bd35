// Which rows does an opened file hold, piece by piece, each with its line?

import type { Encoding } from './detect-encoding.ts'
import { MOST_COLUMNS, PIECE_BYTES } from './limits.ts'
import { sightingNotes, type ByteSource, type FileNote, type OpenedText } from './open-file.ts'
import { PieceDecoder } from './piece-decoder.ts'
import { RecordReader, type RawRow } from './record-reader.ts'

export interface RowPiece {
  /** Data rows: the header is none. */
  rows: RawRow[]
  /** Bytes read so far. */
  bytes: number
  encoding: Encoding
  /** What has been seen so far of the whole file. */
  notes: FileNote[]
}

/** Characters parsed at a time: what is made of a few hundred rows is gone before the collector copies it (a quarter of the time). */
const PARSED = 32_768

/**
 * Asked for one piece at a time: who is slow is waited for, and no more than a piece is held.
 * @throws what `source.read` throws when the file goes away in the middle
 */
export async function* readRows(
  source: ByteSource,
  { encoding, undecided, dialect }: Pick<OpenedText, 'encoding' | 'undecided' | 'dialect'>,
  pieceBytes = PIECE_BYTES
): AsyncGenerator<RowPiece, void, undefined> {
  const decoder = new PieceDecoder(undecided ? null : encoding)
  const reader = new RecordReader(dialect)
  let headerRead = false
  for (let start = 0; start < source.size; start += pieceBytes) {
    const end = Math.min(source.size, start + pieceBytes)
    const bytes = await source.read(start, end)
    const text = decoder.decode(bytes, end === source.size)
    for (let from = 0; from === 0 || from < text.length; from += PARSED) {
      const part = text.slice(from, from + PARSED)
      const last = end === source.size && from + PARSED >= text.length
      const rows = reader.push(part, last)
      if (!headerRead && rows.length > 0) {
        rows.shift()
        headerRead = true
      }
      // The file is at its end with its last part alone.
      const read = last || end < source.size ? end : start
      yield { rows, bytes: read, encoding: decoder.encoding, notes: sightingNotes(reader.sightings) }
    }
  }
}

/** A row as wide as the header: cells that are blank past its end are no cells. Null when it is ragged. */
export function fitRow(cells: readonly string[], width: number): readonly string[] | null {
  if (cells.length === width) return cells
  if (cells.length < width || cells.length > width + MOST_COLUMNS) return null
  return cells.slice(width).every((cell) => cell.trim() === '') ? cells.slice(0, width) : null
}
