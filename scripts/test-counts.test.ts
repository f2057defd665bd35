import { expect, it } from 'vitest'
import { countPlaywright, countVitest } from './test-counts.js'

const unit = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] }
const browser = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] }

it('counts what the reports say', () => {
  expect(countVitest(unit, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 })
  expect(countVitest({ ...unit, numFailedTests: 2 }, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  expect(countPlaywright(browser, 0)).toEqual({ passed: 4, failed: 0, skipped: 1 })
  const bad = { ...browser, stats: { ...browser.stats, unexpected: 1, flaky: 1 } }
  expect(countPlaywright(bad, 1)).toEqual({ passed: 4, failed: 2, skipped: 1 })
})

it('counts a file that could not be loaded as a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(countVitest({ ...unit, testResults }, 1).failed).toBe(1)
})

it('never takes silence for success', () => {
  expect(countVitest(null, 1).failed).toBe(1)
  expect(countVitest(null, 0).failed).toBe(1)
  expect(countVitest({ ...unit, numPassedTests: 0 }, 0).failed).toBe(1)
  expect(countVitest(unit, 1).failed).toBe(1)
  expect(countPlaywright(null, 0).failed).toBe(1)
  expect(countPlaywright(browser, 1).failed).toBe(1)
})
