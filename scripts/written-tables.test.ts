import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultsPage, faultTests, readFaults, readFaultTests, rgaaPage } from './written-tables.ts'

const faults = readFaults()
const tests = readFaultTests()

describe('the forty faults', () => {
  it('are forty, each with a test or a check by hand that says why', () => {
    expect(faults.map(({ number }) => Number(number))).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    const bare = faults.filter(
      ({ number, manual }) => manual.length < 40 && !tests.some(({ fault }) => fault === number)
    )
    expect(bare).toEqual([])
  })

  it('have no test of a number that is none', () => {
    const known = new Set(faults.map(({ number }) => number))
    expect(tests.filter(({ fault }) => !known.has(fault))).toEqual([])
  })

  it('are read from titles, whatever their quotes', () => {
    const text = "test('it’s \\'so\\' @fault-01 @fault-02', …)\nit(`${name} @fault-03`)\n// '@fault-04"
    expect(faultTests('a.ts', text)).toEqual([
      { fault: '01', file: 'a.ts', title: "it’s 'so'" },
      { fault: '02', file: 'a.ts', title: "it’s 'so'" },
      { fault: '03', file: 'a.ts', title: '${name}' }
    ])
  })
})

it('the pages of docs are up to date: npm run docs', () => {
  expect(readFileSync('docs/faults.md', 'utf8')).toBe(faultsPage(faults, tests))
  expect(readFileSync('docs/rgaa.md', 'utf8')).toBe(rgaaPage(readFileSync('docs/rgaa.csv', 'utf8')))
})
