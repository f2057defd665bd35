import { expect, it } from 'vitest'
import { at } from './at.ts'

it.each([
  [[4, 5], 1, 5],
  [new Int32Array([0, 7]), 0, 0],
  [['', 'x'], 0, ''],
  [[null], 0, null]
])('%j at %i', (list: ArrayLike<unknown>, index, value) => {
  expect(at(list, index)).toBe(value)
})

it.each([-1, 2, 0.5, Number.NaN])('no index %d of two', (index) => {
  expect(() => at([1, 2], index)).toThrow(RangeError)
})
