// Does the path of a QR code draw exactly the dark modules?

import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { qrCode } from './qr.ts'

it.each(['https://site.test/territoires/orvault/', 'é', 'a'.repeat(300)])('draws %s', (text) => {
  const { size, path } = qrCode(text)
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let step = 0; step < Number(run); step += 1) drawn[Number(y)]![Number(x) + step] = true
  expect(drawn).toEqual(encode(text, { ecc: 'M', border: 4 }).data)
})
