// How many mutants of the rooms do the tests kill? Fails under 80 % of the three together; `npm run test:mutation`.
//
// Room by room, each judged by its own tests: all tests at once on all rooms did not end in a day. One room alone, or
// files of it: `npm run test:mutation domain`, `npm run test:mutation domain src/lib/domain/bounds.ts`.
import { readFileSync } from 'node:fs'
import { run } from './run.js'

const LEAST = 80
const STRYKER = 'tests/tools/node_modules/.bin/stryker'
const CONFIG = 'tests/tools/stryker.config.json'
/** Rooms without what is there for their tests. */
const TESTS = ['!src/**/*.test.ts', '!src/lib/csv/encode-fixture.ts', '!src/lib/domain/hide.ts']
const [only, ...files] = process.argv.slice(2)

/** @type {Map<string, number>} */
const all = new Map()
for (const room of only === undefined ? ['domain', 'csv', 'query'] : [only]) {
  const mutate = files.length > 0 ? files : [`src/lib/${room}/**/*.ts`, ...TESTS]
  const code = await run(STRYKER, ['run', CONFIG, '--mutate', mutate.join(',')], { env: { ROOM: room } })
  if (code !== 0) process.exit(code)
  /** @type {{ files: Record<string, { mutants: { status: string }[] }> }} */
  const report = JSON.parse(readFileSync('.cache/reports/mutation.json', 'utf8'))
  const found = Object.values(report.files).flatMap(({ mutants }) => mutants)
  for (const mutant of found) all.set(mutant.status, (all.get(mutant.status) ?? 0) + 1)
}

const count = (/** @type {string[]} */ ...statuses) =>
  statuses.reduce((sum, status) => sum + (all.get(status) ?? 0), 0)
const killed = count('Killed', 'Timeout')
const valid = killed + count('Survived', 'NoCoverage')
const score = (100 * killed) / valid
console.log(`Mutation score: ${score.toFixed(2)} %, ${killed} of ${valid}`)
// No mutant at all is no success.
process.exitCode = score >= LEAST ? 0 : 1
