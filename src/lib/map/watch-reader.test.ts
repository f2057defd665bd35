import { expect, test } from 'vitest'
import { distanceTo } from './watch-reader.ts'

const card = { left: 100, right: 300, top: 50, bottom: 150 }

test.each([
  ['inside', 200, 100, 0],
  ['on its edge', 100, 50, 0],
  ['at its left', 60, 100, 40],
  ['at its right', 310, 100, 10],
  ['above', 200, 20, 30],
  ['off a corner', 303, 154, 5]
])('%s', (_, x, y, distance) => {
  expect(distanceTo(card, x, y)).toBe(distance)
})
