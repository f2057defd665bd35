import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../csv/read-csv.ts'
import { byTheme, readCriteria, rateOf } from './rgaa.ts'

/** Criteria a theme, RGAA 4.1. */
const COUNTS = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]

describe('docs/rgaa.csv', () => {
  const { rows, issues } = readCsv(readFileSync('docs/rgaa.csv', 'utf8'))
  const criteria = readCriteria(rows.map(({ cells }) => cells))

  it('has the 106 criteria, in order, each with its evidence', () => {
    expect(issues).toEqual([])
    const expected = COUNTS.flatMap((count, theme) =>
      Array.from({ length: count }, (_, index) => `${theme + 1}.${index + 1}`)
    )
    expect(expected).toHaveLength(106)
    expect(criteria.map(({ id }) => id)).toEqual(expected)
    expect(byTheme(criteria).map(({ criteria: own }) => own.length)).toEqual(COUNTS)
  })

  it('names only tests that exist', () => {
    for (const { id, evidence } of criteria)
      for (const [, file = ''] of evidence.matchAll(/\b([a-z-]+)\.spec\b/g))
        expect.soft(() => readFileSync(`tests/e2e/${file}.spec.ts`), `${id}: ${file}`).not.toThrow()
  })
})

const row = (result: string, plan = ''): string[] => ['1.1', 'x', result, 'y', plan]

it('counts what was not tested as not met', () => {
  const rate = rateOf(
    readCriteria([row('conforme'), row('conforme'), row('non testé', 'z'), row('non applicable')])
  )
  expect(rate).toMatchObject({ applicable: 3, percent: 66 })
})

it('has no rate of nothing', () => {
  expect(rateOf([])).toEqual({
    counts: { conforme: 0, 'non conforme': 0, 'non testé': 0, 'non applicable': 0 },
    applicable: 0,
    percent: 0
  })
})

it('numbers its themes', () => {
  const [first] = byTheme(readCriteria([row('conforme'), ['10.1', 'x', 'conforme', 'y']]))
  expect(first).toMatchObject({ theme: '1. Images', criteria: [{ id: '1.1', plan: '' }] })
})

it('names the criterion that it refuses', () => {
  expect(() => readCriteria([row('bien')])).toThrow('criterion 1.1: bien')
  expect(() => readCriteria([row('non testé')])).toThrow(/criterion 1\.1: a plan/)
})

it.each([
  [row('bien')],
  [row('non conforme')],
  [row('non testé')],
  [row('conforme', 'z')],
  [row('non applicable', 'z')],
  [['1', 'x', 'conforme', 'y', '']],
  [['14.1', 'x', 'conforme', 'y', '']],
  [['0.1', 'x', 'conforme', 'y', '']],
  [['1.1x', 'x', 'conforme', 'y', '']],
  [['1.1', '', 'conforme', 'y', '']],
  [['1.1', 'x', 'conforme', '', '']],
  [[]]
])('refuses %j', (one) => {
  expect(() => readCriteria([one])).toThrow(RangeError)
})
