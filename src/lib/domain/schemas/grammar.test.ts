import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, DURATION, ID_PATTERN, NUMBER, readByGrammar, TRIM, type Grammar } from './grammar.ts'

const THIN = '\u202f'
const NBSP = '\u00a0'

const read = (grammar: Grammar, cell: string): string => {
  const result = readByGrammar(grammar, cell)
  return 'text' in result ? result.text : `! ${result.refuse}`
}

describe('numbers', () => {
  it.each([
    ['12', '12'],
    ['0012', '0012'],
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['1 234', '1234'],
    [`1${THIN}234${NBSP}567,89`, '1234567.89'],
    ['1 234,50 €', '1234.50'],
    [`73${NBSP}%`, '73'],
    ['-5', '-5'],
    ['\u22125', '-5'],
    ['+ 42 000', '42000'],
    ['- 42', '-42'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234.567', '1234567'],
    ['0.125', '0.125'],
    ['1,234', '1.234'],
    ['1.234', '! ambiguous_number'],
    ['1,2E+05', '! scientific_number'],
    ['449 k€', '! scaled_number'],
    ['12 34', '! not_number'],
    ['12a', '! not_number'],
    ['1 2345', '! not_number'],
    ['--1', '! not_number'],
    ['=1+1', '! not_number'],
    ['١٢', '! not_number'],
    ['NaN', '! not_number'],
    ['%', '! not_number']
  ])('%j is %s', (cell, expected) => expect(read(NUMBER, cell)).toBe(expected))

  it('reads back what the house writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), (value) => {
        const rounded = Math.round(value * 100) / 100
        const french = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(rounded)
        expect(Number(read(NUMBER, french))).toBeCloseTo(rounded, 2)
      })
    )
  })
})

describe('days', () => {
  it.each([
    ['2022-03-14', '2022-03-14'],
    ['14/03/2022', '2022-03-14'],
    ['4/3/2022', '2022-03-04'],
    ['14.03.2022', '2022-03-14'],
    ['14-03-2022', '2022-03-14'],
    ['2022/03/14', '2022-03-14'],
    ['14/03/2022 08:30', '2022-03-14'],
    ['2022-03-14T08:30:00Z', '2022-03-14'],
    // The calendar is asked afterwards.
    ['31/02/2022', '2022-02-31'],
    ['14/03/22', '! short_year'],
    ['44634', '! serial_day'],
    ['44634,5', '! serial_day'],
    ['mars 2022', '! not_day'],
    ['2022', '! not_day'],
    ['12345', '! not_day']
  ])('%j is %s', (cell, expected) => expect(read(DAY, cell)).toBe(expected))
})

describe('durations', () => {
  it.each([
    ['45', ':45'],
    ['45 min', ':45'],
    ['1h30', '1:30'],
    ['1 h 30', '1:30'],
    ['01:30', '01:30'],
    ['01:30:00', '01:30'],
    ['2h', '2:0'],
    ['2 heures', '2:0'],
    ['1,5', '! not_duration'],
    ['1h75', '! not_duration'],
    ['longtemps', '! not_duration']
  ])('%j is %s', (cell, expected) => expect(read(DURATION, cell)).toBe(expected))
})

it('trims as JavaScript does', () => {
  const white = fc.string({
    unit: fc.constantFrom(' ', '\t', '\n', '\u00a0', '\u202f', '\ufeff', '\u2003', 'a')
  })
  fc.assert(
    fc.property(fc.oneof(white, fc.string()), (text) => {
      expect(text.replace(new RegExp(TRIM[0], 'g'), TRIM[1])).toBe(text.trim())
    })
  )
})

it('ends on any text', () => {
  const near = fc.string({
    unit: fc.constantFrom('1', '0', ' ', ',', '.', '-', '+', '/', ':', 'h', 'E', THIN, '%')
  })
  fc.assert(
    fc.property(fc.oneof(near, fc.string()), (text) => {
      for (const grammar of [NUMBER, DAY, DURATION]) readByGrammar(grammar, text)
      const number = readByGrammar(NUMBER, text.trim())
      if ('text' in number) expect(Number.isFinite(Number(number.text))).toBe(true)
    })
  )
})

it('no pattern needs more than RE2', () => {
  const patterns = [NUMBER, DAY, DURATION].flatMap(({ tidy, cases }) => [
    ...tidy.map(([pattern]) => pattern),
    ...cases.flatMap((one) => [one.pattern, ...('read' in one ? one.read.map(([pattern]) => pattern) : [])])
  ])
  for (const pattern of [...patterns, ID_PATTERN, TRIM[0]])
    expect(pattern).not.toMatch(/\(\?|\\[1-9bBdDwWsS]/)
})
