import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addBounds,
  boundsOf,
  divideBounds,
  multiplyBounds,
  roundOutward,
  subtractBounds,
  withinBounds,
  type Bounds
} from './bounds.ts'
import type { Mark } from './rows.ts'

describe('what was published', () => {
  it.each<[number, Mark[], string, Bounds]>([
    [5806, ['exact'], 'acts', { low: 5806, high: 5806 }],
    [454854, ['exact'], 'eur', { low: 454854, high: 454854 }],
    [449000, ['rounded', 'to_verify'], 'eur', { low: 448500, high: 449500 }],
    [1078, ['rounded'], 'people', { low: 1077.5, high: 1078.5 }],
    [42000, ['at_least'], 'acts', { low: 42000, high: null }],
    [40000, ['about'], 'housing', { low: null, high: null }],
    [77430, ['computed', 'rounded'], 'eur', { low: null, high: null }],
    [96, ['exact'], 'percent', { low: 95.5, high: 96.5 }],
    [81.9, ['exact'], 'tonnes', { low: 81.85, high: 81.95 }],
    [11, ['exact', 'partial_period'], 'people', { low: 11, high: 11 }]
  ])('%d %j %s', (value, marks, unit, expected) => {
    expect(boundsOf({ value, marks, unit })).toEqual(expected)
  })
})

const rounded = (value: number): Bounds => boundsOf({ value, marks: ['rounded'], unit: 'eur' })

describe('arithmetic', () => {
  it('says how many times Nantes is Rennes', () => {
    expect(roundOutward(divideBounds(rounded(2076000), rounded(449000)), 2)).toEqual({
      low: 4.61,
      high: 4.63
    })
  })

  it('says what remains of the produit', () => {
    const exact = (value: number): Bounds => ({ low: value, high: value })
    const parts = addBounds([
      rounded(449000),
      rounded(734000),
      rounded(2076000),
      exact(454854),
      exact(138372)
    ])
    expect(subtractBounds(exact(3929656), parts)).toEqual({ low: 75930, high: 78930 })
  })

  it.each<[string, () => Bounds, Bounds]>([
    [
      'an unknown term leaves a sum unknown',
      () =>
        addBounds([
          { low: 1, high: 1 },
          { low: 2, high: null }
        ]),
      { low: 3, high: null }
    ],
    [
      'a divisor that may be 0',
      () => divideBounds({ low: 1, high: 2 }, { low: 0, high: 4 }),
      { low: 0.25, high: null }
    ],
    [
      'a divisor that is 0',
      () => divideBounds({ low: 1, high: 2 }, { low: 0, high: 0 }),
      { low: null, high: null }
    ],
    [
      'a divisor without end',
      () => divideBounds({ low: 1, high: 2 }, { low: 4, high: null }),
      { low: 0, high: 0.5 }
    ],
    [
      'an unknown dividend',
      () => divideBounds({ low: null, high: null }, { low: 1, high: 1 }),
      { low: null, high: null }
    ]
  ])('%s', (_name, found, expected) => {
    expect(found()).toEqual(expected)
  })

  const from = (low: number | null, high: number | null): Bounds => ({ low, high })
  it.each<[string, () => Bounds, Bounds]>([
    ['difference, first open below', () => subtractBounds(from(null, 5), from(1, 2)), from(null, 4)],
    ['difference, first open above', () => subtractBounds(from(4, null), from(1, 2)), from(2, null)],
    ['difference, second open below', () => subtractBounds(from(4, 5), from(null, 2)), from(2, null)],
    ['difference, second open above', () => subtractBounds(from(4, 5), from(1, null)), from(null, 4)],
    ['sum, open below', () => addBounds([from(null, 5), from(1, 2)]), from(null, 7)],
    ['sum, open below at its end', () => addBounds([from(1, 2), from(null, 5)]), from(null, 7)],
    ['sum of nothing', () => addBounds([]), from(0, 0)],
    ['product, first open above', () => multiplyBounds(from(2, null), from(3, 4)), from(6, null)],
    ['product, second open above', () => multiplyBounds(from(2, 3), from(3, null)), from(6, null)],
    ['product, both closed', () => multiplyBounds(from(2, 3), from(3, 4)), from(6, 12)],
    ['product with a zero', () => multiplyBounds(from(0, 3), from(3, 4)), from(0, 12)],
    ['product, first may be negative', () => multiplyBounds(from(-1, 3), from(3, 4)), from(null, null)],
    ['product, second may be negative', () => multiplyBounds(from(3, 4), from(-1, 3)), from(null, null)],
    ['product, unknown', () => multiplyBounds(from(3, 4), from(null, 3)), from(null, null)],
    ['quotient, divisor may be negative', () => divideBounds(from(3, 4), from(-1, 3)), from(null, null)],
    ['quotient by less than one', () => divideBounds(from(3, 4), from(0.5, 0.5)), from(6, 8)],
    ['quotient, both unknown below', () => divideBounds(from(null, 4), from(null, 3)), from(null, null)],
    ['quotient of nothing', () => divideBounds(from(0, 0), from(1, 2)), from(0, 0)],
    ['rounded outward, a whisker above', () => roundOutward(from(2.001, 2.001), 2), from(2, 2.01)],
    ['quotient, dividend may be negative', () => divideBounds(from(-3, 4), from(1, 3)), from(null, null)],
    ['quotient, dividend open above', () => divideBounds(from(3, null), from(1, 3)), from(1, null)],
    ['rounded outward, open', () => roundOutward(from(null, 0.291), 2), from(null, 0.3)],
    ['rounded outward, open above', () => roundOutward(from(0.299, null), 2), from(0.29, null)],
    [
      'rounded outward, large and short',
      () => roundOutward(from(1e6 + 0.29, 1e6 + 0.29), 2),
      from(1000000.29, 1000000.29)
    ],
    ['rounded outward, minus zero', () => roundOutward(from(-0, -0), 0), from(0, 0)]
  ])('%s', (_name, found, expected) => {
    expect(found()).toEqual(expected)
  })

  it.each<[number, Bounds, boolean]>([
    [2, from(2, 3), true],
    [3, from(2, 3), true],
    [1.9, from(2, 3), false],
    [3.1, from(2, 3), false],
    [-1e9, from(null, 3), true],
    [1e9, from(2, null), true],
    [3.1, from(null, 3), false],
    [1.9, from(2, null), false],
    // The noise of the sixteenth digit, in proportion to the value.
    [1e12, from(1e12 + 100, null), true],
    [1e12, from(null, 1e12 - 100), true],
    [1e12, from(1e12 + 1e4, null), false],
    [1e-3, from(2e-3, null), false]
  ])('%s within %j: %s', (value, bounds, expected) => {
    expect(withinBounds(value, bounds)).toBe(expected)
  })

  const interval = fc.record({
    low: fc.integer({ min: 0, max: 1e6 }),
    more: fc.integer({ min: 0, max: 1e6 }),
    at: fc.double({ min: 0, max: 1, noNaN: true })
  })
  it('never leaves the true value outside', () => {
    fc.assert(
      fc.property(interval, interval, fc.integer({ min: 0, max: 4 }), (one, other, decimals) => {
        const value = ({ low, more, at }: typeof one): number => low + at * more
        const bounds = ({ low, more }: typeof one): Bounds => ({ low, high: low + more })
        const inside = (result: number, ends: Bounds): void => {
          expect(withinBounds(result, ends)).toBe(true)
          expect(withinBounds(result, roundOutward(ends, decimals))).toBe(true)
        }
        inside(value(one) + value(other), addBounds([bounds(one), bounds(other)]))
        inside(value(one) - value(other), subtractBounds(bounds(one), bounds(other)))
        inside(value(one) * value(other), multiplyBounds(bounds(one), bounds(other)))
        if (value(other) > 0) inside(value(one) / value(other), divideBounds(bounds(one), bounds(other)))
      })
    )
  })

  it('does not widen a number that is already short', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), (cents) => {
        expect(roundOutward({ low: cents / 100, high: cents / 100 }, 2)).toEqual({
          low: cents / 100 + 0,
          high: cents / 100 + 0
        })
      })
    )
  })
})
