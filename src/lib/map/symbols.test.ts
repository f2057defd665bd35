import { expect, test } from 'vitest'
import { FAMILIES } from '../domain/rows.ts'
import { shapeOf, symbolHue } from './symbols.ts'

test.each(FAMILIES)('%s has a shape of its own, inside 16 px', (family) => {
  const { d, name } = shapeOf(family)
  expect(name).not.toBe('')
  expect(FAMILIES.filter((other) => shapeOf(other).d === d)).toEqual([family])
  for (const number of d.match(/-?\d+(\.\d+)?/g) ?? [])
    expect(Math.abs(Number(number))).toBeLessThanOrEqual(14)
})

test('formation and offices are nobody’s territory', () => {
  expect(symbolHue('formation', 'rennes')).toBe('neutral')
  expect(symbolHue('siege', 'idf')).toBe('neutral')
  expect(symbolHue('ecole', 'idf')).toBe('idf')
})
