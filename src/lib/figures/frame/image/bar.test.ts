import { expect, it } from 'vitest'
import { bar, stripes } from './bar.ts'

const shape = { width: 200, height: 14, fraction: 0.5, solid: true, computed: false, hue: '#1a4f9e' }

it.each([
  ['a value', {}, /<rect x="0" y="0" width="100" height="14" rx="1" fill="#1a4f9e"\/>$/],
  ['what is not chosen', { solid: false }, /fill-opacity="0.2"\/><rect [^>]*stroke-width="1.25"\/>$/],
  ['what we computed', { computed: true }, /<path d="M[^"]+" stroke="#1a4f9e" stroke-width="1.25"/],
  ['a part of the year', { marks: ['partial_period'] }, /stroke-dasharray="4 3"/],
  ['at least', { marks: ['at_least'] }, /<path d="M100 0l6 7-6 7z"/],
  ['about', { marks: ['about'] }, /stroke-dasharray="3 2"\/>$/]
] as const)('shows %s', (_name, more, expected) => {
  expect(bar({ ...shape, ...more })).toMatch(expected)
})

it('draws nothing of what has no length, and a hair of what is very small', () => {
  for (const fraction of [0, -1, Number.NaN, Infinity]) expect(bar({ ...shape, fraction })).toBe('')
  expect(bar({ ...shape, fraction: 0.00001 })).toContain('width="1"')
})

it('keeps its stripes inside of the bar', () => {
  const numbers = (text: string): number[] => (text.match(/-?[\d.]+/g) ?? []).map(Number)
  const points = numbers(stripes(10, 30, 14, 4.5))
  expect(points.length).toBeGreaterThan(20)
  points.forEach((value, i) => {
    expect(value).toBeGreaterThanOrEqual(i % 2 === 0 ? 10 : 0)
    expect(value).toBeLessThanOrEqual(i % 2 === 0 ? 40 : 14)
  })
})
