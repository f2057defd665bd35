import { expect, it } from 'vitest'
import { at, floatAt, intAt } from './at.ts'

it.each([
  [[4, 5], 1, 5],
  [new Int32Array([0, 7]), 0, 0],
  [['', 'x'], 0, ''],
  [[null], 0, null]
])('%j at %i', (list: ArrayLike<unknown>, index, value) => {
  expect(at(list, index)).toBe(value)
})

it('numbers of either kind', () => {
  expect([intAt(new Int32Array([0, 7]), 0), intAt(new Int32Array([0, 7]), 1)]).toEqual([0, 7])
  expect([floatAt(new Float64Array([0, NaN]), 0), floatAt(new Float64Array([0, NaN]), 1)]).toEqual([0, NaN])
})

it.each([-1, 2, 0.5, Number.NaN])('no index %d of two', (index) => {
  expect(() => at([1, 2], index)).toThrow(RangeError)
  expect(() => intAt(new Int32Array(2), index)).toThrow(RangeError)
  expect(() => floatAt(new Float64Array(2), index)).toThrow(RangeError)
})
