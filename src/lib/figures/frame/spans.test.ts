import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeSpan, yearOf, yearTicks } from './spans.ts'

it.each([
  ['', 'start', null],
  ['2021', 'start', 2021],
  ['2021', 'end', 2022],
  ['2021-07', 'start', 2021.5],
  ['2022-06', 'end', 2022.5],
  ['2022-12-31', 'end', 2023],
  ['2021-01-01', 'start', 2021],
  ['hier', 'end', null]
] as const)('%s as a %s is %s', (date, side, expected) => {
  expect(yearOf(date, side)).toBe(expected)
})

const axis = { from: 2020, to: 2024 }

it('keeps the side open that is not published', () => {
  expect(placeSpan({ start: null, end: null }, axis)).toBeNull()
  expect(placeSpan({ start: 2021, end: null }, axis)).toMatchObject({
    start: 0.25,
    openEnd: true,
    openStart: false
  })
  expect(placeSpan({ start: null, end: 2023 }, axis)).toMatchObject({ end: 0.75, openStart: true })
  expect(placeSpan({ start: 2021, end: 2023 }, axis)).toEqual({
    start: 0.25,
    end: 0.75,
    openStart: false,
    openEnd: false
  })
})

it('stays on the axis and is never inside out', () => {
  const year = fc.option(fc.double({ min: 1990, max: 2050, noNaN: true }))
  fc.assert(
    fc.property(year, year, (a, b) => {
      const [start, end] = a !== null && b !== null && a > b ? [b, a] : [a, b]
      const span = placeSpan({ start, end }, axis)
      if (span === null) return
      expect(span.start).toBeGreaterThanOrEqual(0)
      expect(span.end).toBeLessThanOrEqual(1)
      expect(span.end).toBeGreaterThanOrEqual(span.start)
    })
  )
})

it('has a tick a year', () => {
  expect(yearTicks(axis)).toEqual([
    { year: 2020, at: 0 },
    { year: 2021, at: 0.25 },
    { year: 2022, at: 0.5 },
    { year: 2023, at: 0.75 }
  ])
})
