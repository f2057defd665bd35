// Can a share image be read where it is seen, 400 px wide? What every one of them must keep, for tests.

import { expect } from 'vitest'
import { boxesTouch } from '../../map/boxes.ts'
import { textsOf } from './fixture.ts'

const WIDTH = 1200
const HEIGHT = 630
/** Nothing smaller, but the credits of the map. */
const LEAST = 26

/** @throws where a text is too small, cut by an edge, or over another one. */
export function expectReadable(svg: string, where: string): void {
  expect(svg, where).toMatch(/^<svg [^>]*width="1200" height="630"/)
  expect(svg, where).not.toMatch(/NaN|undefined|Infinity|\[object/)
  // What the map of a card writes has the edges of the map, which is cut: its own layout keeps its names inside.
  const texts = textsOf(svg).filter(({ text }) => !text.startsWith('©'))
  expect(texts.length, where).toBeGreaterThan(2)
  for (const { text, size, box } of texts) {
    expect(size, `${where} ${text}`).toBeGreaterThanOrEqual(LEAST - 0.01)
    expect(box.x, `${where} ${text}`).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width, `${where} ${text}`).toBeLessThanOrEqual(WIDTH)
    expect(box.y, `${where} ${text}`).toBeGreaterThanOrEqual(12)
    expect(box.y + box.height, `${where} ${text}`).toBeLessThanOrEqual(HEIGHT - 16)
  }
  texts.forEach((one, i) => {
    for (const other of texts.slice(i + 1))
      expect(boxesTouch(one.box, other.box, -1), `${where}: "${one.text}" over "${other.text}"`).toBe(false)
  })
}
