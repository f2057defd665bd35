import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellsOf, monthsAside, monthsInWords, monthsOf, monthsSaid, namedMonths } from './months.ts'

const drawn = (months: readonly string[]): string =>
  months.map((state) => ({ yes: '#', no: '.', doubt: '?' })[state]).join('')

it.each([
  ['2021-06-01', '2021-08-31', [], '.....###....'],
  ['2021-06-01', '2021-09-30', [8], '.....##?#...'],
  ['2021-01-01', '2021-12-31', [], '############'],
  ['2020-04-01', '2020-11-30', [], '............'],
  ['2020-05-02', '', [], '############'],
  ['2021', '', [], '############'],
  ['2021-10', '', [], '.........###'],
  ['2022-01-01', '', [], '............']
])('from %s to %s, doubts %j', (start, end, doubts, expected) => {
  expect(drawn(monthsOf(start, end, 2021, doubts))).toBe(expected)
})

it.each([
  [monthsOf('2021-06-01', '2021-08-31', 2021), 'de juin à août 2021'],
  [monthsOf('2021-12-01', '2021-12-31', 2021), 'décembre 2021'],
  [monthsOf('', '', 2021), 'toute l’année 2021'],
  [monthsOf('2022-01-01', '', 2021), 'aucun mois']
])('%j reads %s', (months, words) => {
  expect(monthsInWords(months, 2021)).toBe(words)
})

it('says each stretch', () => {
  const months = monthsOf('2021-06-01', '2021-09-30', 2021).map((state, i) => (i === 7 ? 'no' : state))
  expect(monthsInWords(months, 2021)).toBe('de juin à juillet 2021, septembre 2021')
})

it.each([
  ['juin, juillet, septembre = 3 mois', [6, 7, 9]],
  ['Août', [8]],
  ['', []],
  ['un mois', []]
])('%s names %j', (text, expected) => {
  expect(namedMonths(text)).toEqual(expected)
})

it.each([
  ['2021-06-01', '2021-09-30', [8], [], 'de juin à juillet 2021, septembre 2021, août en doute'],
  ['2021-06-01', '2021-08-31', [], [6], 'de juin à août 2021, juin en partie'],
  ['2021-07-01', '2021-09-30', [], [7, 9], 'de juillet à septembre 2021, juillet et septembre en partie'],
  ['2020', '2021', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [], 'toute l’année 2021 en doute'],
  ['2021', '', [1, 2, 3, 4, 5, 6], [], 'de juillet à décembre 2021, de janvier à juin en doute'],
  ['2022', '', [], [3], 'aucun mois']
] as const)('from %s to %s, doubts %j, parts %j', (start, end, doubts, partial, expected) => {
  expect(monthsSaid({ months: monthsOf(start, end, 2021, doubts), partial }, 2021)).toBe(expected)
})

it.each([
  ['2021-06-01', '2021-09-30', [8], [], 'août en doute'],
  ['2021-06-01', '2021-08-31', [], [6], 'juin en partie'],
  ['2020', '2021', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [], 'l’année en doute'],
  ['2021', '', [1, 2, 3, 4, 5, 6], [], 'de janvier à juin en doute'],
  ['2021', '', [], [], '']
] as const)(
  'beside the cells, from %s to %s, doubts %j, parts %j',
  (start, end, doubts, partial, expected) => {
    expect(monthsAside({ months: monthsOf(start, end, 2021, doubts), partial })).toBe(expected)
  }
)

it('fills half of a month in part, on the side of the months beside it', () => {
  const cells = cellsOf({ months: monthsOf('2021-07-01', '2021-09-30', 2021), partial: [7, 9] })
  expect(cells[6]).toMatchObject({ start: 0.5, width: 0.5 })
  expect(cells[7]).toMatchObject({ start: 0, width: 1 })
  expect(cells[8]).toMatchObject({ start: 0, width: 0.5 })
})

it('has twelve months of known states, whatever the dates', () => {
  const date = fc.oneof(
    fc.constantFrom('', '2021', '2021-02', '2021-99-99', '2020-05-02', '9999', 'hier'),
    fc.string()
  )
  fc.assert(
    fc.property(date, date, fc.array(fc.integer()), (start, end, some) => {
      const months = monthsOf(start, end, 2021, some)
      expect(months).toHaveLength(12)
      expect(monthsAside({ months, partial: some })).not.toMatch(/undefined|NaN| {2}| ,/)
      expect(monthsSaid({ months, partial: some }, 2021)).not.toMatch(/undefined|NaN| {2}| ,/)
      for (const { start: left, width } of cellsOf({ months, partial: some })) {
        expect(left + width).toBeLessThanOrEqual(1)
        expect(width).toBeGreaterThan(0)
      }
    })
  )
})
