import { expect, it } from 'vitest'
import { monthsInWords, monthsOf } from './months.ts'

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
