import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settle } from './settle.ts'
import type { Rules } from './settle.ts'

/** Seats on a bench: a candidate is a number, two on the same seat cost 100 each other. */
const bench: Rules<string, number> = {
  price: (_, seat) => Math.abs(seat),
  clash: (a, b) => (a === b ? 100 : 0)
}
const item = (key: string, seats: number[]) => ({
  key,
  choices: seats
    .toSorted((a, b) => Math.abs(a) - Math.abs(b))
    .map((candidate) => ({ candidate, cost: Math.abs(candidate), price: null }))
})
const seats = (items: ReturnType<typeof item>[]): Record<string, number> =>
  Object.fromEntries(settle(items, bench).map(({ key, chosen }) => [key, chosen.candidate]))

test('first come, first served', () => {
  expect(seats([item('a', [0, 1]), item('b', [0, 1, 2])])).toEqual({ a: 0, b: 1 })
})

test('who has only one seat gets it, though it comes last', () => {
  expect(seats([item('a', [0, 1]), item('b', [0])])).toEqual({ a: 1, b: 0 })
})

test('two that must both move change places', () => {
  expect(seats([item('a', [0, 5]), item('b', [1, 0]), item('c', [1])])).toEqual({ a: 5, b: 0, c: 1 })
})

test('always one choice for each, and the same each time', () => {
  const people = fc.array(fc.uniqueArray(fc.integer({ min: -5, max: 5 }), { minLength: 1 }), { maxLength: 8 })
  fc.assert(
    fc.property(people, (choices) => {
      const items = (): ReturnType<typeof item>[] => choices.map((one, index) => item(String(index), one))
      const taken = seats(items())
      expect(Object.keys(taken)).toHaveLength(choices.length)
      expect(seats(items())).toEqual(taken)
    })
  )
})
