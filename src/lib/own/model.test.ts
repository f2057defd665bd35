// Do bars of time, shades, brush and the comparison with the published decide rightly?

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FigureRow } from '../domain/figure-rows.ts'
import { comparePublished } from './compare-published.ts'
import { calendarPlace, shadeBounds, shadeOf, shadeWords } from './heat.ts'
import { placesBelow, rangeOf, type JournalNames } from './journal-model.ts'
import { addDays, binEnd, binName, binsBetween, binStart, daysBetween, formatMinutes } from './time-bins.ts'

const day = fc
  .integer({ min: Date.UTC(1993, 0, 1) / 864e5, max: Date.UTC(2030, 11, 31) / 864e5 })
  .map((days) => new Date(days * 864e5).toISOString().slice(0, 10))
const bin = fc.constantFrom('day', 'week', 'month', 'year' as const)

describe('bins', () => {
  it.each([
    ['2022-03-14', 'week', '2022-03-14', '2022-03-20', 'semaine du 14 mars 2022'],
    ['2022-01-01', 'week', '2021-12-27', '2022-01-02', 'semaine du 27 décembre 2021'],
    ['2024-02-29', 'month', '2024-02-01', '2024-02-29', 'février 2024'],
    ['2022-03-14', 'year', '2022-01-01', '2022-12-31', '2022'],
    ['2022-03-01', 'day', '2022-03-01', '2022-03-01', '1er mars 2022']
  ] as const)('%s by %s begins %s, ends %s, is called %s', (date, by, start, end, name) => {
    expect([binStart(date, by), binEnd(start, by), binName(start, by).replaceAll('\u00a0', ' ')]).toEqual([
      start,
      end,
      name
    ])
  })

  it('cover every day once, without a gap', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), bin, (first, length, by) => {
        const last = addDays(first, length)
        const bins = binsBetween(first, last, by)
        expect(bins[0]).toBe(binStart(first, by))
        expect(bins.at(-1)).toBe(binStart(last, by))
        for (const [index, start] of bins.entries())
          expect(bins[index + 1] ?? addDays(binEnd(start, by), 1)).toBe(addDays(binEnd(start, by), 1))
        expect(daysBetween(first, last)).toBe(length + 1)
      })
    )
  })
})

describe('shades', () => {
  it.each([
    [[], [], []],
    [[5], [5], ['1 à 5']],
    [[1, 1, 1, 1], [1], ['1']],
    [
      [1, 2, 3, 4, 5, 6, 7, 900],
      [2, 4, 6, 900],
      ['1 à 2', '3 à 4', '5 à 6', '7 à 900']
    ]
  ])('of %o', (values, bounds, words) => {
    expect(shadeBounds([...values, null])).toEqual(bounds)
    expect(shadeWords(bounds)).toEqual(words)
  })

  it('the absent has none, the largest the darkest, and they never fall', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 }), (values) => {
        const bounds = shadeBounds(values)
        const shades = values.toSorted((a, b) => a - b).map((value) => shadeOf(value, bounds))
        expect(shades).toEqual(shades.toSorted((a, b) => a - b))
        expect(shades.at(-1)).toBe(4)
        expect(Math.min(...shades)).toBeGreaterThan(0)
        expect(shadeOf(null, bounds)).toBe(0)
      })
    )
  })

  it('a day has one square of its year', () => {
    fc.assert(
      fc.property(day, (date) => {
        const { column, row } = calendarPlace(date)
        expect(column).toBeGreaterThanOrEqual(0)
        expect(column).toBeLessThan(54)
        expect(row).toBe((new Date(date).getUTCDay() + 6) % 7)
      })
    )
    expect(calendarPlace('2022-01-03')).toEqual({ column: 1, row: 0 })
  })
})

it.each([
  [0, 2, null],
  [2, 0, null],
  [1, 1, { from: 'b', to: 'b' }],
  [2, 1, { from: 'b', to: 'c' }],
  [-4, 1, { from: 'a', to: 'b' }]
])('a brush from %i to %i', (one, other, range) => {
  expect(rangeOf([{ start: 'a' }, { start: 'b' }, { start: 'c' }], one, other)).toEqual(range)
})

it('a territory holds what lies below it and the sites of all of that', () => {
  const territories = [
    { id: 'optima', parent: '' },
    { id: 'region', parent: 'optima' },
    { id: 'rennes', parent: 'region' },
    { id: 'nantes', parent: 'optima' }
  ]
  const names = {
    catalogue: { territories },
    sites: new Map([
      ['blosne', { name: 'Blosne', territory: 'rennes' }],
      ['clos', { name: 'Clos', territory: 'nantes' }]
    ])
  } as unknown as JournalNames
  expect(placesBelow('region', names).toSorted()).toEqual(['blosne', 'region', 'rennes'])
})

it.each([
  [45, '45 min'],
  [90, '1,5 h'],
  [600_000, '10 000 h']
])('%i minutes are %s', (minutes, words) => {
  expect(formatMinutes(minutes).replaceAll(/\s/g, ' ')).toBe(words)
})

describe('own and published', () => {
  const row = (more: Partial<FigureRow>): FigureRow =>
    ({
      id: 'own',
      indicator: 'mediations_regulations',
      indicator_name: 'médiations et régulations',
      group: 'g',
      unit: 'acts',
      value: 412,
      marks: ['exact'],
      perimeter: 'orvault:x',
      territory: 'orvault',
      territory_name: 'Orvault',
      programme: 'p',
      programme_name: 'P',
      period_start: '2022-01-01',
      period_end: '2022-12-31',
      ...more
    }) as FigureRow
  const last = row({ id: 'published', value: 398, period_start: '2021-01-01', period_end: '2021-12-31' })

  it.each<[string, Partial<FigureRow>, RegExp, boolean]>([
    ['the same thing a year later', {}, /^\+ 14 d’une année/, true],
    ['the year before', { period_start: '2020-01-01', period_end: '2020-12-31' }, /^− 14 d’une année/, true],
    ['another perimeter', { perimeter: 'other' }, /même périmètre/, false],
    ['other months', { period_end: '2022-06-30' }, /ne se suivent pas/, false],
    ['the same period', { period_start: '2021-01-01', period_end: '2021-12-31' }, /Même période/, false]
  ])('%s', (_name, more, change, ok) => {
    const [line] = comparePublished([row(more)], [last]).lines
    expect(line?.ok).toBe(ok)
    expect(line?.change.replaceAll(/\s/g, ' ')).toMatch(change)
  })

  it.each<[string, Partial<FigureRow>]>([
    ['another indicator', { indicator: 'calls' }],
    ['another place', { territory: 'nantes' }],
    ['another dispositif', { programme: 'q' }]
  ])('%s stands alone', (_name, more) => {
    expect(comparePublished([row(more)], [last])).toEqual({ lines: [], alone: 1 })
  })

  it('what is computed by us is no partner', () => {
    expect(comparePublished([row({})], [{ ...last, marks: ['computed'] }]).alone).toBe(1)
  })
})
