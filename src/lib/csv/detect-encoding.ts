// In which encoding was a text written? Judged by its bytes alone: French files do not say.

export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

export interface EncodingGuess {
  encoding: Encoding
  /** The file begins with a mark that says so. */
  bom: boolean
  /** Nothing but ASCII so far: a later byte may still decide for Windows-1252. */
  undecided: boolean
}

const guess = (encoding: Encoding, bom = false, undecided = false): EncodingGuess => ({
  encoding,
  bom,
  undecided
})

/** Bytes of a well-formed UTF-8 sequence at a place (2 to 4); 0 when it is none; -1 when the sample ends inside it. */
function sequence(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const length =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index]
    if (byte === undefined) return -1
    const low = first === 0xe0 && index === 1 ? 0xa0 : first === 0xf0 && index === 1 ? 0x90 : 0x80
    const high = first === 0xed && index === 1 ? 0x9f : first === 0xf4 && index === 1 ? 0x8f : 0xbf
    if (byte < low || byte > high) return 0
  }
  return length
}

/** Well-formed sequences and bytes that are part of none. */
function utf8Score(bytes: Uint8Array): { good: number; bad: number } {
  const score = { good: 0, bad: 0 }
  for (let at = 0; at < bytes.length;) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1
      continue
    }
    const length = sequence(bytes, at)
    if (length === -1) break
    if (length === 0) score.bad += 1
    else score.good += 1
    at += Math.max(1, length)
  }
  return score
}

/** UTF-16 without a mark: in Latin letters every second byte is zero, on one side. */
function wide(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  const pairs = Math.floor(bytes.length / 2)
  for (let at = 0; at < pairs * 2; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le'
  return even > pairs * 0.6 && odd < pairs * 0.1 ? 'utf-16be' : null
}

/** @param bytes the beginning of a file, or a later piece of a text that was ASCII so far */
export function detectEncoding(bytes: Uint8Array): EncodingGuess {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return guess('utf-8', true)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return guess('utf-16le', true)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return guess('utf-16be', true)
  const utf16 = wide(bytes)
  if (utf16 !== null) return guess(utf16)
  const { good, bad } = utf8Score(bytes)
  if (good === 0 && bad === 0) return guess('utf-8', false, true)
  // A damaged letter in a UTF-8 text is likelier than Windows-1252 that spells UTF-8 four times out of five.
  return guess(bad * 4 <= good ? 'utf-8' : 'windows-1252')
}

/** NULs outside of UTF-16: no text. */
export function holdsNul(bytes: Uint8Array, { encoding }: EncodingGuess): boolean {
  return !encoding.startsWith('utf-16') && bytes.includes(0)
}
