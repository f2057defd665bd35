import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { REASONS, type ReasonRow, around, numbersOf, uncovered, unusedReasons } from './coverage.ts'
import { fold, placesOf, quotePieces } from './fold.ts'

const data = new URL('../', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, data), 'utf8')
const rows = <Row>(file: string): Row[] =>
  Papa.parse<Row>(read(file), { header: true, skipEmptyLines: true }).data

const report = fold(read('sources/rapport-activite-2021.txt'))
const reasons = rows<ReasonRow>('2021/number-reasons.csv')
const tables = ['2021/observations.csv', '2021/engagements.csv', '2021/highlights.csv']
const quotes = tables.flatMap((file) => rows<{ quote: string }>(file).map(({ quote }) => quote))
const say = (numbers: ReturnType<typeof uncovered>): string[] =>
  numbers.map((number) => around(number, report))

describe('finding numbers', () => {
  it.each([
    ['le 12 mai', ['12']],
    ['en 2021 330 interventions', ['2021', '330']],
    ['3 929 656 € et 81,9 tonnes', ['3 929 656', '81,9']],
    ['une dizaine, deux ans, un mi-temps, la moitié', ['dizaine', 'deux', 'un mi-temps', 'moitié']],
    ['un projet pour un an', ['un an']],
    ['1^{er} janvier, 2h30', ['1', '2', '30']],
    ['quatrevingt, sixième, dixit', []]
  ])('"%s"', (text, expected) => {
    expect(numbersOf(text).map((number) => number.text)).toEqual(expected)
  })
})

describe('the report of 2021', () => {
  it('has no number, in digits or in words, without a quote or a reason', () => {
    expect(numbersOf(report).length).toBeGreaterThan(250)
    expect(say(uncovered(report, quotes, reasons))).toEqual([])
  })

  it('has no reason that excuses nothing, and only reasons of the list', () => {
    expect(unusedReasons(report, quotes, reasons).map(({ quote }) => quote)).toEqual([])
    for (const { reason } of reasons) expect(REASONS).toContain(reason)
  })

  it('notices one quote that goes missing', () => {
    const without = quotes.filter((quote) => !quote.includes('5 806 Interventions'))
    expect(say(uncovered(report, without, reasons)).join()).toContain('>>5 806<<')
  })

  it('notices one reason that goes missing', () => {
    const without = reasons.filter(({ quote }) => quote !== '44800 Saint Herblain')
    expect(say(uncovered(report, quotes, without)).join()).toContain('>>44800<<')
  })

  it('says each number of an observation at one place, or at the two where the report repeats a paragraph', () => {
    const digits = quotes.flatMap(quotePieces).filter((piece) => /\d/.test(piece))
    const many = digits.filter((piece) => placesOf(piece, report).length > 2)
    expect(many).toEqual([])
  })
})
