// Has this text been seen before, and on which line first? For millions of rows, in 12 to 24 bytes each.

/** 53 bits of a text (cyrb53, public domain): at a million rows two different ones share them once in 18 000 files. */
function hash(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0) + 1
}

export class FirstSeen {
  /** 0 is an empty place: no hash is 0. */
  #keys = new Float64Array(1024)
  #lines = new Uint32Array(1024)
  #size = 0

  /** Line on which the text stood first; 0, and remembered, when it is new. */
  line(text: string, line: number): number {
    if (this.#size * 2 > this.#keys.length) this.#grow()
    const key = hash(text)
    const place = this.#place(key)
    if (this.#keys[place] === key) return this.#lines[place] ?? 0
    this.#keys[place] = key
    this.#lines[place] = line
    this.#size += 1
    return 0
  }

  #place(key: number): number {
    const mask = this.#keys.length - 1
    let place = (key % 4294967291) & mask
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
