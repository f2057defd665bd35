import { expect, it } from 'vitest'
import { rovingIndex } from './roving.ts'

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowRight', 2, 3, 2],
  ['ArrowUp', 2, 3, 1],
  ['ArrowLeft', 0, 3, 0],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['a', 0, 3, null],
  ['End', 0, 0, null]
])('%s from %i of %i -> %s', (key, index, count, expected) => {
  expect(rovingIndex(key, index, count)).toBe(expected)
})
