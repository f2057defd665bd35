import fc from 'fast-check'
import { expect, it } from 'vitest'
import { axisEnd } from './axis.ts'

it.each([
  [[5806], 6000],
  [[18247], 20000],
  [[398, 741], 800],
  [[8], 8],
  [[0], 1],
  [[], 1],
  [[NaN, -3, Infinity], 1]
])('%j ends at %s', (values, end) => {
  expect(axisEnd(values)).toBe(end)
})

it('holds every finite value, whatever the values', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ max: 1e12 })), (values) => {
      const end = axisEnd(values)
      expect(end).toBeGreaterThan(0)
      for (const value of values.filter(Number.isFinite)) expect(value).toBeLessThanOrEqual(end)
    })
  )
})
