// Has this row been seen before, and on which line first? For millions of rows, in 12 to 24 bytes each.

/** Two halves of a hash (cyrb53, public domain): 53 bits are kept of them. */
export interface TextHash {
  high: number
  low: number
}

/** Of one text; a row mixes those of its cells (`mix`), so that a cell that comes back is not read again. */
export function hashText(text: string): TextHash {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  return {
    high: Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909),
    low: Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  }
}

/** Which lines were seen, by 53 bits of a hash: of a million different rows two share them once in 18 000 files. */
export class FirstSeen {
  /** 0 is an empty place: no key is 0. */
  #keys = new Float64Array(1024)
  #lines = new Uint32Array(1024)
  #size = 0
  #high = 0
  #low = 0

  /** Begins a row; `mix` adds its cells in order, `line` ends it. */
  begin(): void {
    this.#high = 0x9e3779b9
    this.#low = 0x85ebca6b
  }

  mix({ high, low }: TextHash): void {
    this.#high = Math.imul(this.#high ^ high, 2654435761) + 0x7ed55d16
    this.#high ^= this.#high >>> 15
    this.#low = Math.imul(this.#low ^ low, 1597334677) + 0x165667b1
    this.#low ^= this.#low >>> 13
  }

  /** Line on which this very row stood first; 0, and remembered, when it is new. */
  line(line: number): number {
    if (this.#size * 2 > this.#keys.length) this.#grow()
    const key = 4294967296 * (2097151 & this.#low) + (this.#high >>> 0) + 1
    const place = this.#place(key)
    if (this.#keys[place] === key) return this.#lines[place] ?? 0
    this.#keys[place] = key
    this.#lines[place] = line
    this.#size += 1
    return 0
  }

  #place(key: number): number {
    const mask = this.#keys.length - 1
    let place = Math.imul(key % 4294967291, 2246822507) >>> 7
    place &= mask
    while (this.#keys[place] !== 0 && this.#keys[place] !== key) place = (place + 1) & mask
    return place
  }

  #grow(): void {
    const [keys, lines] = [this.#keys, this.#lines]
    this.#keys = new Float64Array(keys.length * 2)
    this.#lines = new Uint32Array(keys.length * 2)
    for (const [index, key] of keys.entries()) {
      if (key === 0) continue
      const place = this.#place(key)
      this.#keys[place] = key
      this.#lines[place] = lines[index] ?? 0
    }
  }
}
