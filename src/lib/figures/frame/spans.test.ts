import fc from 'fast-check'
import { expect, it } from 'vitest'
import { endsOf, placeSpan, type PlacedSpan, spanAxis, yearOf, yearTicks } from './spans.ts'

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
/** Dates of the kinds a report gives, and what no report should. */
const date = fc.oneof(
  fc.constantFrom(
    '',
    '2021',
    '2021-07',
    '2022-12-31',
    '2018',
    '0000',
    '999999',
    '2021-99',
    '2021-xx',
    'hier'
  ),
  fc.string()
)

function placed(span: PlacedSpan | null): void {
  if (span === null) return
  const { start, sureStart, sureEnd, end } = span
  expect([start, end].every(Number.isFinite)).toBe(true)
  expect(start).toBeGreaterThanOrEqual(0)
  expect(end).toBeLessThanOrEqual(1)
  expect(end).toBeGreaterThan(start)
  expect(sureEnd).toBeGreaterThanOrEqual(sureStart)
  if (sureEnd > sureStart) {
    expect(sureStart).toBeGreaterThanOrEqual(start - 1e-9)
    expect(sureEnd).toBeLessThanOrEqual(end + 1e-9)
  }
}

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
    sureStart: 0.25,
    sureEnd: 0.75,
    openStart: false,
    openEnd: false
  })
})

it.each([
  ['2021', '2023', { start: 0.25, sureStart: 0.5, sureEnd: 0.75, end: 1 }],
  ['2021-01-01', '2022-12-31', { start: 0.25, sureEnd: 0.75 - 1 / 31 / 12 / 4, end: 0.75 }],
  ['2021', '', { start: 0.25, end: 0.5, openEnd: true }],
  ['', '2021', { start: 0.25, end: 0.5, openStart: true }],
  ['2021', '2021', { start: 0.25, end: 0.5 }]
])('tells what is certain from %s to %s', (start, end, expected) => {
  const span = placeSpan(endsOf(start, end), axis)!
  for (const [key, value] of Object.entries(expected))
    if (typeof value === 'number') expect(span[key as 'start'], key).toBeCloseTo(value, 10)
    else expect(span[key as 'openStart']).toBe(value)
  if (start.length === 4 && (end === '' || end === start)) expect(span.sureEnd).toBe(span.sureStart)
})

it('has an axis of whole years around the report, whatever the dates', () => {
  expect(spanAxis([endsOf('2021', ''), endsOf('2018-03', '2023')], 2021)).toEqual({ from: 2018, to: 2024 })
  expect(spanAxis([], 2021)).toEqual({ from: 2020, to: 2023 })
  fc.assert(
    fc.property(fc.array(fc.tuple(date, date)), (spans) => {
      const lines = spans.map(([start, end]) => endsOf(start, end))
      const own = spanAxis(lines, 2021)
      expect(own.to).toBeGreaterThan(own.from)
      expect(yearTicks(own).length).toBeLessThan(20)
      for (const line of lines) placed(placeSpan(line, own))
    })
  )
})

it('stays on the axis and is never inside out', () => {
  const year = fc.option(fc.double({ min: 1990, max: 2050, noNaN: true }))
  fc.assert(
    fc.property(year, year, (a, b) => {
      const [start, end] = a !== null && b !== null && a > b ? [b, a] : [a, b]
      placed(placeSpan({ start, end }, axis))
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
