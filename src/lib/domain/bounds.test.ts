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

  it.each<[string, Bounds, Bounds]>([
    [
      'an unknown term leaves a sum unknown',
      addBounds([
        { low: 1, high: 1 },
        { low: 2, high: null }
      ]),
      { low: 3, high: null }
    ],
    [
      'a divisor that may be 0',
      divideBounds({ low: 1, high: 2 }, { low: 0, high: 4 }),
      { low: 0.25, high: null }
    ],
    [
      'a divisor that is 0',
      divideBounds({ low: 1, high: 2 }, { low: 0, high: 0 }),
      { low: null, high: null }
    ],
    [
      'a divisor without end',
      divideBounds({ low: 1, high: 2 }, { low: 4, high: null }),
      { low: 0, high: 0.5 }
    ],
    [
      'an unknown dividend',
      divideBounds({ low: null, high: null }, { low: 1, high: 1 }),
      { low: null, high: null }
    ]
  ])('%s', (_name, found, expected) => {
    expect(found).toEqual(expected)
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
