// How many tests passed and failed, by the reports of Vitest and Playwright?

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} PlaywrightReport
 */

/**
 * A runner that failed with no failed test (nothing found, an error outside of a test) counts as one failure,
 * and so does a run of no test at all.
 * @param {Count} count
 * @param {number} code exit code of the runner
 * @returns {Count}
 */
function honest(count, code) {
  const silent = count.failed === 0 && (code !== 0 || count.passed === 0)
  return silent ? { ...count, failed: 1 } : count
}

/**
 * @param {VitestReport | null} report null when there is none
 * @param {number} code
 */
export function countVitest(report, code) {
  if (report === null) return honest({ passed: 0, failed: 0, skipped: 0 }, code)
  // A file that could not even be loaded has failed, without a test to say so.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0
  )
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests
    },
    code
  )
}

/**
 * @param {PlaywrightReport | null} report null when there is none
 * @param {number} code
 */
export function countPlaywright(report, code) {
  if (report === null) return honest({ passed: 0, failed: 0, skipped: 0 }, code)
  const { expected, unexpected, flaky, skipped } = report.stats
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, code)
}
