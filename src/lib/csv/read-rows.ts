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
    const rows = reader.push(decoder.decode(bytes, end === source.size), end === source.size)
    if (!headerRead && rows.length > 0) {
      rows.shift()
      headerRead = true
    }
    yield { rows, bytes: end, encoding: decoder.encoding, notes: sightingNotes(reader.sightings) }
  }
}

/** A row as wide as the header: cells that are blank past its end are no cells. Null when it is ragged. */
export function fitRow(cells: readonly string[], width: number): readonly string[] | null {
  if (cells.length === width) return cells
  if (cells.length < width || cells.length > width + MOST_COLUMNS) return null
  return cells.slice(width).every((cell) => cell.trim() === '') ? cells.slice(0, width) : null
}
