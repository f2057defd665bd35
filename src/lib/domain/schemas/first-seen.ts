// Has this row been seen before, and on which line first? For millions of rows, in 32 to 64 bytes each.

/** Two halves of a hash (cyrb53, public domain): 53 bits are kept of them. */
export interface TextHash {
  high: number
  low: number
}

/**
 * Of one text; a row mixes those of its cells (`mix`), so that a cell that comes back is not read again.
 * @param into written and returned, so that a million texts need not be a million hashes
 */
export function hashText(text: string, into: TextHash = { high: 0, low: 0 }): TextHash {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  into.high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  into.low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return into
}

/** Which rows were seen, by 64 bits of a hash: of a million different ones two share them once in 37 million files. */
export class FirstSeen {
  /** Four numbers a place, so that one look at the memory sees all of it: two halves of the hash, the line (0: empty). */
  #places = new Int32Array(4 * 1024)
  #size = 0
  #high = 0
  #low = 0

  /** Begins a row; `mix` adds its cells in order, `line` ends it. */
  begin(): void {
    this.#high = 0x9e3779b9 | 0
    this.#low = 0x85ebca6b | 0
  }

  mix({ high, low }: TextHash): void {
    const nextHigh = Math.imul(this.#high ^ high, 2654435761)
    const nextLow = Math.imul(this.#low ^ low, 1597334677)
    this.#high = nextHigh ^ (nextHigh >>> 15) ^ (nextLow << 7)
    this.#low = nextLow ^ (nextLow >>> 13)
  }

  /** Line on which this very row stood first; 0, and remembered, when it is new. */
  line(line: number): number {
    if (this.#size * 8 > this.#places.length) this.#grow()
    const at = this.#placeOf(this.#high, this.#low)
    const first = this.#places[at + 2] ?? 0
    if (first > 0) return first
    this.#set(at, this.#high, this.#low, line)
    this.#size += 1
    return 0
  }

  #set(at: number, high: number, low: number, line: number): void {
    this.#places[at] = high
    this.#places[at + 1] = low
    this.#places[at + 2] = line
  }

  /** Where this hash stands, or would. */
  #placeOf(high: number, low: number): number {
    const places = this.#places
    const mask = places.length - 1
    let at = ((low ^ (low >>> 16)) << 2) & mask
    while (places[at + 2] !== 0 && (places[at] !== high || places[at + 1] !== low)) at = (at + 4) & mask
    return at
  }

  #grow(): void {
    const old = this.#places
    this.#places = new Int32Array(old.length * 2)
    for (let at = 0; at < old.length; at += 4) {
      const [high, low, line] = [old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0]
      if (line > 0) this.#set(this.#placeOf(high, low), high, low, line)
    }
  }
}
