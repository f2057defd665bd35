// How is a drawing of few colours written as a PNG half as heavy? One byte a pixel, and a palette.

import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** What one byte can name. */
const COLOURS = 256

export interface Pixels {
  width: number
  height: number
  /** Red, green, blue, alpha of each pixel, row by row; alpha is not read: the ground is opaque. */
  rgba: Uint8Array
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

const distance = (a: number, b: number): number =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2

/** Each colour -> its place in the palette: the most frequent ones as they are, the rest as the nearest of them. */
function paletteOf(counts: ReadonlyMap<number, number>): { palette: number[]; at: Map<number, number> } {
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour)
  const palette = sorted.slice(0, COLOURS)
  const at = new Map(palette.map((colour, index) => [colour, index]))
  for (const colour of sorted.slice(COLOURS)) {
    let best = 0
    for (const [index, one] of palette.entries())
      if (distance(one, colour) < distance(palette[best] as number, colour)) best = index
    at.set(colour, best)
  }
  return { palette, at }
}

/** Deterministic: the same pixels give the same bytes. */
export function indexedPng({ width, height, rgba }: Pixels): Uint8Array<ArrayBuffer> {
  const colours = new Uint32Array(width * height)
  const counts = new Map<number, number>()
  // Flat grounds are long runs of one colour: each run is counted, and named, once.
  let [run, last] = [0, -1]
  for (let i = 0; i < colours.length; i += 1) {
    const from = i * 4
    const colour = ((rgba[from] ?? 0) << 16) | ((rgba[from + 1] ?? 0) << 8) | (rgba[from + 2] ?? 0)
    colours[i] = colour
    if (colour !== last) {
      if (run > 0) counts.set(last, (counts.get(last) ?? 0) + run)
      ;[run, last] = [0, colour]
    }
    run += 1
  }
  if (run > 0) counts.set(last, (counts.get(last) ?? 0) + run)
  const { palette, at } = paletteOf(counts)
  // A byte before each row names its filter: none, which suits flat colours best.
  const rows = new Uint8Array((width + 1) * height)
  let [colour, name] = [-1, 0]
  for (let i = 0; i < colours.length; i += 1) {
    const own = colours[i] as number
    if (own !== colour) [colour, name] = [own, at.get(own) ?? 0]
    rows[i + Math.floor(i / width) + 1] = name
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits a pixel, colours by palette, the only compression and filter there are, no interlace.
  head.set([8, 3, 0, 0, 0], 8)
  const chunks = [
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 6, memLevel: 9 })),
    chunk('IEND', new Uint8Array())
  ]
  return new Uint8Array(Buffer.concat([SIGNATURE, ...chunks]))
}
