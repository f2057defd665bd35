// What is this file, by its first bytes, whatever its name says: a text, a Parquet, or something we cannot read?

import { MOST_CSV_BYTES, MOST_PARQUET_BYTES } from './limits.ts'

/** Why a file is not read at all, as facts; refusal-words.ts says it. */
export type FileRefusal =
  | { code: 'empty' }
  | { code: 'blank' }
  | { code: 'header_only'; columns: number }
  | { code: 'too_big'; bytes: number; most: number }
  | { code: 'too_many_columns'; found: number; most: number }
  /** The reading itself failed: moved, removed, or no right to it. */
  | { code: 'unreadable' }
  | { code: 'damaged_parquet' }
  | { code: ForeignKind }

export type ForeignKind =
  'xlsx' | 'ods' | 'xls' | 'zip' | 'gzip' | 'pdf' | 'image' | 'html' | 'xml' | 'json' | 'binary'

export type FileKind = 'text' | 'parquet' | { refused: FileRefusal }

const latin = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end))

function archive(text: string): ForeignKind {
  if (text.includes('opendocument.spreadsheet')) return 'ods'
  return /\[Content_Types\]\.xml|xl\/|_rels\//.test(text) ? 'xlsx' : 'zip'
}

/** By signature; null for what may be text. */
function foreign(bytes: Uint8Array): ForeignKind | null {
  const text = latin(bytes, 0, Math.min(bytes.length, 2048))
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('PK\u0005\u0006')) return archive(text)
  if (text.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'xls'
  if (text.startsWith('\u001f\u008b')) return 'gzip'
  if (text.startsWith('%PDF')) return 'pdf'
  if (/^(\u0089PNG|\u00ff\u00d8\u00ff|GIF8|RIFF)/.test(text)) return 'image'
  const start = text.replace(/^(\u00ef\u00bb\u00bf)?\s*/, '').slice(0, 64)
  if (/^<(!doctype html|html|head|body)\b/i.test(start)) return 'html'
  if (/^<(\?xml|[a-z][\w:-]*[ >])/i.test(start)) return 'xml'
  return /^(\{\s*["}]|\[\s*[[{])/.test(start) ? 'json' : null
}

/** Control characters that no text holds; NUL is judged apart, for UTF-16 is full of it. */
function controls(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes)
    if (byte < 32 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 13) count += 1
  return count
}

const utf32 = (bytes: Uint8Array): boolean =>
  latin(bytes, 0, 4) === '\u00ff\u00fe\u0000\u0000' || latin(bytes, 0, 4) === '\u0000\u0000\u00fe\u00ff'

/**
 * @param start the first bytes of the file, SAMPLE_BYTES at most
 * @param size bytes of the whole file
 */
export function fileKind(start: Uint8Array, size: number): FileKind {
  const refuse = (code: 'empty' | 'blank' | ForeignKind): FileKind => ({ refused: { code } })
  if (size === 0) return refuse('empty')
  const parquet = latin(start, 0, 4) === 'PAR1'
  const most = parquet ? MOST_PARQUET_BYTES : MOST_CSV_BYTES
  const kind = foreign(start)
  if (kind !== null) return refuse(kind)
  if (size > most) return { refused: { code: 'too_big', bytes: size, most } }
  if (parquet) return 'parquet'
  if (utf32(start) || controls(start) > start.length / 200) return refuse('binary')
  return size === start.length && start.every((byte) => byte <= 32) ? refuse('blank') : 'text'
}
