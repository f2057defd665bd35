import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { checkFormulas } from './check-formulas.ts'
import { checkRows } from './check-rows.ts'
import {
  REASONS,
  type Claim,
  type ReasonRow,
  around,
  numbersOf,
  uncovered,
  unusedReasons
} from './coverage.ts'
import { fold, placesOf, quotePieces } from './fold.ts'
import { problemText } from './problem.ts'
import { readTables } from './read-tables.ts'

type Row = Record<string, string>

const data = new URL('../', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, data), 'utf8')
const rows = <R = Row>(file: string): R[] =>
  Papa.parse<R>(read(file), { header: true, skipEmptyLines: true }).data

const report = fold(read('sources/rapport-activite-2021.txt'))
const reasons = rows<ReasonRow>('2021/number-reasons.csv')
const observations = rows('2021/observations.csv')
const stories = [...rows('2021/engagements.csv'), ...rows('2021/highlights.csv')]
const claimOf = ({ quote = '', formula, value }: Row): Claim => ({
  quote,
  value: formula === '' ? Number(value) : Number.NaN
})
// Sites, partners and offices repeat these quotes: with them, an observation that is missing would not be missed.
const claims: Claim[] = [
  ...observations.map(claimOf),
  ...stories.map(({ quote = '' }) => ({ quote, value: null }))
]
const say = (numbers: ReturnType<typeof uncovered>): string[] =>
  numbers.map((number) => around(number, report))

describe('finding numbers', () => {
  it.each([
    ['le 12 mai', ['12']],
    ['en 2021 330 interventions', ['2021', '330']],
    ['3 929 656 € et 81,9 tonnes', ['3 929 656', '81,9']],
    ['une dizaine, deux ans, un mi-temps, la moitié', ['dizaine', 'deux', 'un mi-temps', 'moitié']],
    ['un projet pour un an, l’accord d’un an', ['un an', 'un an']],
    ['Deux cents centaines, un sixième', ['Deux', 'cents', 'centaines', 'sixième']],
    ['1^{er} janvier, 2h30', ['1', '2h30']],
    ['quatrevingt, dixit, une demie', ['demie']],
    ['un cinquième poste, une équipe, une ville', ['cinquième']]
  ])('"%s"', (text, expected) => {
    expect(numbersOf(text).map((number) => number.text)).toEqual(expected)
  })

  it.each([
    ['449 K€ de produit* en 2021', [449000, 2021]],
    ['1 477 Stagiaires', [1477]],
    ['81,9 tonnes', [81.9]],
    ['jusqu’à 2h30 du matin', [2.5]],
    ['une dizaine, deux dizaines', [10, 2, 10]]
  ])('reads the values of "%s"', (text, expected) => {
    expect(numbersOf(text).map(({ value }) => value)).toEqual(expected)
  })
})

describe('the report of 2021', () => {
  it('has no number, in digits or in words, without a quote or a reason', () => {
    expect(numbersOf(report).length).toBeGreaterThan(250)
    expect(say(uncovered(report, claims, reasons))).toEqual([])
  })

  it('has only reasons of the list, each for a number of its quote that nothing else covers', () => {
    expect(unusedReasons(report, claims, reasons)).toEqual([])
    for (const { reason, quote, number } of reasons) {
      expect(REASONS).toContain(reason)
      expect(numbersOf(number).length, `${quote}: ${number}`).toBeGreaterThan(0)
    }
  })

  it('writes the value of every observation in its own quote', () => {
    const published = observations.filter(({ formula }) => formula === '')
    const foreign = published.filter(
      (row) => !numbersOf(row.quote ?? '').some(({ value }) => value === Number(row.value))
    )
    expect(published.length).toBeGreaterThan(100)
    expect(foreign.map(({ id }) => id)).toEqual([])
  })

  it('says each number at one place, or at the two where a paragraph is printed twice', () => {
    const numbered = claims
      .flatMap(({ quote }) => quotePieces(quote))
      .filter((piece) => numbersOf(piece).length > 0)
    const twice = numbered.filter((piece) => placesOf(piece, report).length !== 1)
    expect(twice).toEqual([expect.stringMatching(/^En 2021, \*\*Transamo\*\* assistant/)])
  })
})

describe('a row that goes missing', () => {
  it.each([
    'interventions-jour-rennes-2021',
    'actions-piscines-2021',
    'people-piscines-2021',
    'waste-addresses-2021'
  ])('is noticed: %s', (missing) => {
    const row = observations.find(({ id }) => id === missing)
    const without = [
      ...observations.filter(({ id }) => id !== missing).map(claimOf),
      ...claims.slice(observations.length)
    ]
    const left = uncovered(report, without, reasons)
    expect(left.map(({ value }) => value)).toEqual([Number(row?.value)])
  })

  it('is noticed, whichever observation it is, when no contract or event tells the same number', () => {
    const told = observations.map(claimOf)
    const open = uncovered(report, told, reasons).length
    const unnoticed = observations.filter(
      (row, index) =>
        row.formula === '' && uncovered(report, told.toSpliced(index, 1), reasons).length === open
    )
    expect(unnoticed.map(({ id }) => id)).toEqual([])
  })

  it('is noticed among the reasons', () => {
    const unnoticed = reasons.filter((one) => {
      const others = reasons.filter((reason) => reason !== one)
      return uncovered(report, claims, others).length === 0
    })
    expect(unnoticed).toEqual([])
  })

  it('is noticed when a reason covers another number of its quote', () => {
    const wrong = reasons.map((row) => (row.number === '94500' ? { ...row, number: 'Champigny' } : row))
    expect(say(uncovered(report, claims, wrong)).join()).toContain('>>94500<<')
  })
})

it('agrees with itself: ids, references, quotes, units, contradictions, formulas', async () => {
  const reading = await readTables(fileURLToPath(data))
  const problems = [...reading.problems, ...checkRows(reading), ...checkFormulas(reading.tables)]
  expect(problems.map(problemText)).toEqual([])
  expect(reading.tables.observations.length).toBe(observations.length)
})
