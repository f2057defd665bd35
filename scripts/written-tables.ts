// What do docs/faults.md and docs/rgaa.md say? Both are made: of the tests as they are written, and of two small tables.
import { readdirSync, readFileSync } from 'node:fs'
import { readCsv } from '../src/lib/csv/read-csv.ts'
import { byTheme, readCriteria, rateOf } from '../src/lib/domain/rgaa.ts'

export interface FaultTest {
  /** Two digits. */
  fault: string
  file: string
  title: string
}

const TAG = /@fault-(\d\d)/g
// A title is one literal: what stands in a `${…}` of it is shown as it is written.
const TITLE = /(['"`])((?:(?!\1)[^\\\n]|\\.)*@fault-\d\d(?:(?!\1)[^\\\n]|\\.)*)\1/g

/** The tests that a file says belong to a fault, by `@fault-07` in their title or in the name of their case. */
export function faultTests(file: string, text: string): FaultTest[] {
  return [...text.matchAll(TITLE)].flatMap(([, , title = '']) =>
    [...title.matchAll(TAG)].map(([, fault = '']) => ({
      fault,
      file,
      title: title.replaceAll(/\s*@fault-\d\d/g, '').replaceAll(/\\(.)/g, '$1')
    }))
  )
}

/** Every test file of the project but this one's own. */
export function readFaultTests(): FaultTest[] {
  return ['src', 'data', 'scripts', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(test|spec)\.ts$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
      .filter((file) => file !== 'scripts/written-tables.test.ts')
      .sort()
      .flatMap((file) => faultTests(file, readFileSync(file, 'utf8')))
  )
}

export interface Fault {
  number: string
  fault: string
  sees: string
  /** A check by hand and why it is not automated, '' for none. */
  manual: string
}

export function readFaults(): Fault[] {
  const { rows } = readCsv(readFileSync('docs/faults.csv', 'utf8'))
  return rows.map(({ cells: [number = '', fault = '', sees = '', manual = ''] }) => ({
    number,
    fault,
    sees,
    manual
  }))
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')
const MADE = 'Made by `npm run docs`; do not edit.'

/** The Markdown of docs/faults.md. */
export function faultsPage(faults: readonly Fault[], tests: readonly FaultTest[]): string {
  const lines = faults.map(({ number, fault, sees, manual }) => {
    const own = tests.filter((test) => test.fault === number)
    const named = own.map(({ file, title }) => `\`${file}\`: ${title}`)
    const proofs = [...named, ...(manual === '' ? [] : [`**By hand.** ${manual}`])]
    return `| ${Number(number)} | ${cell(fault)} | ${cell(sees)} | ${proofs.map(cell).join('<br>')} |`
  })
  const automated = faults.filter(({ number }) => tests.some(({ fault }) => fault === number)).length
  return `# The forty faults, and what proves each

${MADE} A test belongs to a fault by \`@fault-07\` in its title: \`npx playwright test --grep @fault-07\`.
The faults are those of \`docs/faults.csv\`. ${automated} are automated, ${faults.length - automated} are checked by hand.

| # | fault | the reader sees | proved by |
| --- | --- | --- | --- |
${lines.join('\n')}
`
}

/** The Markdown of docs/rgaa.md. */
export function rgaaPage(csv: string): string {
  const criteria = readCriteria(readCsv(csv).rows.map(({ cells }) => cells))
  const { counts, applicable, percent } = rateOf(criteria)
  const themes = byTheme(criteria).map(({ theme, criteria: own }) => {
    const lines = own.map(
      ({ id, title, result, evidence, plan }) =>
        `| ${id} | ${cell(title)} | ${result} | ${cell(evidence)} | ${cell(plan)} |`
    )
    return `## ${theme}\n\n| critère | intitulé | résultat | constat | correction |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}\n`
  })
  return `# RGAA 4.1: the 106 criteria

${MADE} The results are those of \`docs/rgaa.csv\`, which the page \`/accessibilite/\` reads too.

**${percent} %**: ${counts.conforme} of the ${applicable} criteria that apply are met. ${counts['non conforme']} is not,
${counts['non testé']} are not tested to their end (no real screen reader, no validator) and do not count as met,
${counts['non applicable']} do not apply. A check by ourselves: no audit by anyone else was made.

${themes.join('\n')}`
}
