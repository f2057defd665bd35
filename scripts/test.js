// Is the project sound, from a fresh clone to the browser? Everything that CI asks, and one line that counts it.
//
// Nothing may be installed yet: only modules of Node.js are imported before the installation. A step that
// fails does not stop the others; what cannot run because of it is counted as failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { install } from './install.js'
import { countPlaywright, countVitest } from './test-counts.js'
import { Failure, run, tool } from './run.js'

/**
 * @typedef {import('./test-counts.js').Count} Count
 * @typedef {{ name: string, needs?: string, work: () => Promise<Count> }} Step
 */

const REPORTS = '.cache/reports'

/** A step that is one test by itself. @param {Promise<number>} code @returns {Promise<Count>} */
const one = async (code) =>
  (await code) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }

/** @param {string} name */
const readReport = (name) => {
  try {
    return JSON.parse(readFileSync(`${REPORTS}/${name}.json`, 'utf8'))
  } catch {
    return null
  }
}

/** @param {readonly string[]} args */
const build = (...args) => run(process.execPath, ['scripts/build.js', ...args, '--if-stale'])

/** @type {readonly Step[]} */
const steps = [
  {
    name: 'install',
    work: async () => {
      await install()
      return { passed: 1, failed: 0, skipped: 0 }
    }
  },
  { name: 'browser', needs: 'install', work: () => one(run(process.execPath, ['scripts/browser.js'])) },
  { name: 'data', needs: 'install', work: () => one(build('data')) },
  { name: 'types', needs: 'install', work: () => one(run('npm', ['run', '--silent', 'check'])) },
  { name: 'lint', needs: 'install', work: () => one(run(tool('eslint'), ['--max-warnings', '0', '.'])) },
  { name: 'format', needs: 'install', work: () => one(run(tool('prettier'), ['--check', '.'])) },
  { name: 'dead code', needs: 'install', work: () => one(run(tool('knip'), [])) },
  {
    name: 'unit tests',
    needs: 'install',
    work: async () => {
      const file = `--outputFile.json=${REPORTS}/unit.json`
      const code = await run(tool('vitest'), ['run', '--reporter=dot', '--reporter=json', file])
      return countVitest(readReport('unit'), code)
    }
  },
  { name: 'build', needs: 'data', work: () => one(build('site')) },
  {
    name: 'browser tests',
    needs: 'build',
    work: async () => {
      const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/e2e.json` }
      const code = await run(tool('playwright'), ['test', '--reporter=list,json'], { env })
      return countPlaywright(readReport('e2e'), code)
    }
  }
]

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })

/** @type {Map<string, Count>} */
const results = new Map()
for (const { name, needs, work } of steps) {
  console.log(`\n━━ ${name}`)
  if (needs !== undefined && (results.get(needs)?.failed ?? 1) > 0) {
    console.error(`  not run: it needs "${needs}", which failed`)
    results.set(name, { passed: 0, failed: 1, skipped: 0 })
    continue
  }
  try {
    results.set(name, await work())
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error)
    results.set(name, { passed: 0, failed: 1, skipped: 0 })
  }
}

console.log('\n━━ summary')
const total = { passed: 0, failed: 0 }
for (const [name, { passed, failed, skipped }] of results) {
  total.passed += passed
  total.failed += failed
  const note = skipped === 0 ? '' : `, ${skipped} skipped`
  console.log(`  ${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed${note}`)
}
if (total.failed > 0) process.exitCode = 1
console.log(`${total.passed} passed, ${total.failed} failed`)
