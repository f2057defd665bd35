import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBefore,
  formatDate,
  formatEuro,
  formatHour,
  formatLabel,
  formatMeasure,
  formatMillions,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatSpan,
  formatWords,
  french,
  telephoneLink
} from './format.ts'
import type { Mark } from './rows.ts'

const T = '\u202f'
const N = '\u00a0'

describe('numbers', () => {
  it.each<[number, string]>([
    [0, '0'],
    [999, '999'],
    [5806, `5${T}806`],
    [175494, `175${T}494`],
    [81.9, '81,9'],
    [-12.5, '−12,5']
  ])('%s reads %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it.each<[number, Mark[], string]>([
    [449000, ['rounded'], `449${N}k€`],
    [2076000, ['rounded'], `2${T}076${N}k€`],
    [454854, ['exact'], `454${T}854${N}€`]
  ])('%s euros marked %s', (value, marks, text) => {
    expect(formatEuro(value, marks)).toBe(text)
  })

  it('writes millions with two decimals, and shares with a fixed number', () => {
    expect(formatMillions(3929656)).toBe(`3,93${N}M€`)
    expect(formatPercent(53.89, 1)).toBe(`53,9${N}%`)
    expect(formatPercent(73)).toBe(`73${N}%`)
    expect(formatPercent(50, 1)).toBe(`50,0${N}%`)
    expect(formatPercent(-3.26, 1)).toBe(`−3,3${N}%`)
  })

  it.each<[number, string, Mark[], string, string]>([
    [42000, 'acts', ['at_least'], `≥${N}42${T}000`, `42${T}000 et plus`],
    [40000, 'count', ['about'], `≈${N}40${T}000`, `environ 40${T}000`],
    [81.9, 'tonnes', ['exact'], `81,9${N}t`, `81,9${N}t`],
    [96, 'percent', ['exact'], `96${N}%`, `96${N}%`],
    [7, 'kg', [], `7${N}kg`, `7${N}kg`],
    [1.5, 'hours', [], `1,5${N}h`, `1,5${N}h`],
    [12, 'people', ['to_verify'], '12', '12'],
    [3000, 'eur', ['rounded'], `3${N}k€`, `3${N}k€`]
  ])('%s %s marked %s', (value, unit, marks, label, words) => {
    expect(formatLabel(value, unit, marks)).toBe(label)
    expect(formatWords(value, unit, marks)).toBe(words)
  })

  it.each<[Mark[], string]>([
    [['at_least'], `au moins 42${T}000`],
    [['about'], `environ 42${T}000`],
    [['exact'], `42${T}000`]
  ])('before the name of what is counted, marked %s', (marks, text) => {
    expect(formatBefore(42000, 'acts', marks)).toBe(text)
  })

  it.each([
    [2.5, `2${N}h${N}30`],
    [3, `3${N}h`],
    [0.05, `0${N}h${N}03`],
    [1.999, `2${N}h`],
    [-1.5, `−1${N}h${N}30`]
  ])('%s hours after midnight read %s', (hours, text) => {
    expect(formatHour(hours)).toBe(text)
  })

  it('never breaks inside a number, whatever the number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
        expect(formatMeasure(value, 'eur')).not.toMatch(/[ \t\n]/)
      })
    )
  })
})

describe('dates', () => {
  it.each([
    ['2021-12-31', '31 décembre 2021'],
    ['2021-01-01', '1er janvier 2021'],
    ['2021-12', 'décembre 2021'],
    ['2018', '2018'],
    ['2021-13', '2021-13'],
    ['2021-00-01', '2021-00-01'],
    ['2021-06-11', '11 juin 2021'],
    ['', '']
  ])('%s reads %s', (iso, text) => {
    expect(formatDate(iso)).toBe(text)
  })

  it.each([
    ['2021-01-01', '2021-12-31', '2021'],
    ['2021-06-01', '2021-08-31', 'de juin à août 2021'],
    ['2021-10-01', '2021-12-31', 'd’octobre à décembre 2021'],
    ['2021-12-01', '2021-12-31', 'décembre 2021'],
    ['2021-12-31', '2021-12-31', 'au 31 décembre 2021'],
    ['2020-05-01', '2021-12-31', 'de mai 2020 à décembre 2021'],
    ['2020-01-01', '2021-12-31', 'de janvier 2020 à décembre 2021'],
    ['2021-01-01', '2021-11-30', 'de janvier à novembre 2021'],
    ['2021-02-01', '2021-12-31', 'de février à décembre 2021'],
    ['2020-12-01', '2021-12-31', 'de décembre 2020 à décembre 2021'],
    ['2021-04-01', '2021-08-31', 'd’avril à août 2021'],
    ['2021-05', '2021-05', 'mai 2021'],
    ['2019', '2021', '2019 à 2021'],
    ['2019-05-01', '2021', '2019 à 2021']
  ])('%s to %s reads %s', (start, end, text) => {
    expect(formatPeriod(start, end)).toBe(text)
  })
})

it('spaces our own text the French way, once', () => {
  const spaced = `Il dit «${T}oui${T}»${N}: vrai${N}?`
  expect(french('Il dit « oui » : vrai ?')).toBe(spaced)
  expect(french(spaced)).toBe(spaced)
  expect(french('«oui» ; non !')).toBe(`«${T}oui${T}»${N}; non${N}!`)
})

it('calls a telephone number from anywhere', () => {
  expect(telephoneLink('02 99 14 90 90')).toBe('tel:+33299149090')
})

it.each([
  ['', '', ''],
  ['2018', '', 'depuis 2018'],
  ['2021-06', '', 'depuis juin 2021'],
  ['2021-01-01', '', 'depuis le 1er janvier 2021'],
  ['', '2021', 'jusqu’en 2021'],
  ['', '2022-06', 'jusqu’en juin 2022'],
  ['', '2022-12-31', 'jusqu’au 31 décembre 2022'],
  ['2021-06', '2021-08', 'de juin à août 2021'],
  ['2020-04', '2020-11', 'd’avril à novembre 2020'],
  ['2021-07', '2022-06', 'de juillet 2021 à juin 2022'],
  ['2021', '2023', 'de 2021 à 2023'],
  ['2021-12', '2021-12', 'décembre 2021'],
  ['2021-03-15', '2021-06-30', 'du 15 mars 2021 au 30 juin 2021'],
  ['2021', '2022-06-30', 'de 2021 au 30 juin 2022'],
  ['2021-10', '2022-06-30', 'd’octobre 2021 au 30 juin 2022']
])('the span %s, %s -> %s', (since, until, expected) => {
  expect(formatSpan(since, until)).toBe(expected)
})
