import fc from 'fast-check'
import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { indexedPng, type Pixels } from './indexed-png.ts'

/** Reads back what `indexedPng` writes: one IDAT, no filter. */
function read(png: Uint8Array): Pixels {
  const file = Buffer.from(png)
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const chunk = (type: string): Buffer => {
    const at = file.indexOf(type, 8, 'latin1')
    return file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4))
  }
  const [palette, rows] = [chunk('PLTE'), inflateSync(chunk('IDAT'))]
  const rgba = Uint8Array.from({ length: width * height * 4 }, (_, i) => {
    const [pixel, channel] = [Math.floor(i / 4), i % 4]
    const index = rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] ?? 0
    return channel === 3 ? 255 : (palette[index * 3 + channel] ?? 0)
  })
  return { width, height, rgba }
}

const colours = (least: number, most: number): fc.Arbitrary<Pixels> =>
  fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })).chain(([width, height]) =>
    fc
      .array(fc.integer({ min: least, max: most }), { minLength: width * height, maxLength: width * height })
      .map((all) => ({
        width,
        height,
        rgba: Uint8Array.from(all.flatMap((one) => [one & 255, (one >> 8) & 255, 120, 255]))
      }))
  )

it('gives back every pixel of a drawing of few colours', () => {
  fc.assert(
    fc.property(colours(0, 255), (pixels) => {
      expect(read(indexedPng(pixels))).toEqual(pixels)
    })
  )
})

it('stays near the rare colours it cannot name', () => {
  const [width, height] = [30, 30]
  // 256 colours seen three times each, then 132 beside them seen once.
  const rgba = Uint8Array.from({ length: width * height * 4 }, (_, i) => {
    const pixel = Math.floor(i / 4)
    const rare = pixel >= 768
    return [rare ? (pixel - 768) * 1.9 : pixel % 256, rare ? 46 : 40, 120, 255][i % 4] ?? 0
  })
  const back = read(indexedPng({ width, height, rgba }))
  expect(Math.max(...rgba.map((value, i) => Math.abs(value - (back.rgba[i] ?? 0))))).toBe(6)
})
