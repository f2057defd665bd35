// How does a text become the bytes of an encoding? For tests: browsers and Node only decode.

import type { Encoding } from './detect-encoding.ts'

/** Characters of Windows-1252 between 0x80 and 0x9f; the others are those of Unicode. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** @throws when a character is not in the encoding */
export function encode(text: string, encoding: Encoding, bom = false): Uint8Array {
  const whole = bom && encoding !== 'windows-1252' ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(whole)
  if (encoding === 'windows-1252') return Uint8Array.from(whole, windows)
  const bytes = new Uint8Array(whole.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < whole.length; index += 1)
    view.setUint16(index * 2, whole.charCodeAt(index), encoding === 'utf-16le')
  return bytes
}

function windows(character: string): number {
  const high = HIGH.indexOf(character)
  const code = character.codePointAt(0) ?? 0
  if (high === -1 && code > 0xff) throw new Error(`${character} is not in Windows-1252`)
  return high === -1 ? code : 0x80 + high
}

/** Bytes as a file of the reader. */
export const sourceOf = (
  bytes: Uint8Array,
  name = 'essai.csv'
): { name: string; size: number; read: (start: number, end: number) => Promise<Uint8Array> } => ({
  name,
  size: bytes.length,
  read: (start, end) => Promise.resolve(bytes.slice(start, end))
})
