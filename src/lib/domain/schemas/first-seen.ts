// Has this row been seen before, and on which line first? For millions of rows, in 12 to 48 bytes each.

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

/** Which rows were seen, by 64 bits of a hash: of a million different ones two share them once in 37 million files. */
export class FirstSeen {
  #highs = new Int32Array(1024)
  #lows = new Int32Array(1024)
  /** 0 is an empty place: lines begin at 1. */
  #lines = new Uint32Array(1024)
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
    if (this.#size * 2 > this.#lines.length) this.#grow()
    const place = this.#place(this.#high, this.#low)
    const first = this.#lines[place] ?? 0
    if (first > 0) return first
    this.#set(place, this.#high, this.#low, line)
    this.#size += 1
    return 0
  }

  #set(place: number, high: number, low: number, line: number): void {
    this.#highs[place] = high
    this.#lows[place] = low
    this.#lines[place] = line
  }

  /** Where this hash stands, or would. */
  #place(high: number, low: number): number {
    const mask = this.#lines.length - 1
    let place = (low ^ (low >>> 16)) & mask
    while (this.#lines[place] !== 0 && (this.#highs[place] !== high || this.#lows[place] !== low))
      place = (place + 1) & mask
    return place
  }

  #grow(): void {
    const [highs, lows, lines] = [this.#highs, this.#lows, this.#lines]
    this.#highs = new Int32Array(lines.length * 2)
    this.#lows = new Int32Array(lines.length * 2)
    this.#lines = new Uint32Array(lines.length * 2)
    for (let index = 0; index < lines.length; index += 1) {
      const [high, low, line] = [highs[index] ?? 0, lows[index] ?? 0, lines[index] ?? 0]
      if (line > 0) this.#set(this.#place(high, low), high, low, line)
    }
  }
}
