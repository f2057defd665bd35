// How do the pieces of a file become text, when its encoding may show only far inside?

import { detectEncoding, type Encoding } from './detect-encoding.ts'

export class PieceDecoder {
  /** The one in use; 'utf-8' until a byte decides. */
  encoding: Encoding
  #decided: boolean
  #decoder: TextDecoder

  /** @param encoding chosen by the reader or by a mark; null: UTF-8, until a byte speaks for Windows-1252 */
  constructor(encoding: Encoding | null) {
    this.encoding = encoding ?? 'utf-8'
    this.#decided = encoding !== null
    this.#decoder = new TextDecoder(this.encoding)
  }

  /** @param last no piece comes after this one */
  decode(bytes: Uint8Array, last: boolean): string {
    if (!this.#decided) this.#decide(bytes)
    return this.#decoder.decode(bytes, { stream: !last })
  }

  /** ASCII reads the same in both: whoever decides late has lost nothing. */
  #decide(bytes: Uint8Array): void {
    const first = bytes.findIndex((byte) => byte >= 0x80)
    if (first === -1) return
    this.#decided = true
    const { encoding } = detectEncoding(bytes.subarray(first))
    if (encoding !== 'windows-1252') return
    this.encoding = encoding
    this.#decoder = new TextDecoder(encoding)
  }
}
