// Does a journal full of faults become a second millésime: read, mended, prepared in the browser, built, and 2021 still there?
//
// It builds the whole site once more, in a copy of the project: minutes, so `npm run test:long` alone runs it.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { startServer } from '../../scripts/server.js'
import { encode } from '../../src/lib/csv/encode-fixture.ts'
import { expect, test } from '../e2e/support/test.ts'

const FROZEN = '2021.85a0925c'
const run = promisify(execFile)

const repeated = (count: number, line: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => line(i))
const day = (index: number): string => `15/${String((index % 12) + 1).padStart(2, '0')}/2022`

/** What is right: a year of three dispositifs, and two counts that are too small to be published. */
const GOOD = [
  ...repeated(24, (i) => `${day(i)};Rennes;Médiation de jour;interventions;250;40;0h45`),
  ...repeated(12, (i) => `${day(i)};Nantes;Médiation de quartier;missions de veille;1 500;;`),
  `${day(4)};Rezé;Médiation à l’école;situations de gestion de conflits;4;9;1h00`,
  `${day(5)};Rennes;Médiation à l’école;situations de gestion de conflits;150;300;1h00`,
  `${day(5)};Nantes;Médiation à l’école;situations de gestion de conflits;60;120;1h00`
]
/** 40 faults: the first 20 are mended on the page, the others are left out. */
const WRONG = [
  ...repeated(12, (i) => `${day(i)};Orvaut;Citoyenneté et Prévention;médiations et régulations;30;20;0h30`),
  ...repeated(8, (i) => `${day(i)};Rennes;Médiation de jour;interventions;deux;12;`),
  ...repeated(6, () => '31/02/2022;Rennes;Médiation de jour;interventions;7;;'),
  ...repeated(5, (i) => `${day(i)};Rennes;Médiation de jour;interventions;1.234;;`),
  ...repeated(5, (i) => `${day(i)};Rennes;Médiation de jour`),
  ...repeated(4, (i) => `${day(i)};Rennes;Brigade volante;interventions;3;;`)
]
const HEADER = 'date;commune;dispositif;nature;nombre;personnes;durée'
const JOURNAL = encode([HEADER, ...GOOD, ...WRONG, ''].join('\r\n'), 'windows-1252')

/** The file that the page prepares. */
async function prepared(page: Page): Promise<string> {
  await page.goto('/donnees/importer/')
  await page.waitForLoadState('networkidle')
  const file = { name: 'journal-2022.csv', mimeType: 'text/csv', buffer: Buffer.from(JOURNAL) }
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByLabel('Encodage')).toHaveValue('windows-1252')
  await page.getByRole('button', { name: 'Contrôler les lignes' }).click()
  const title = (text: string) => page.getByRole('heading', { level: 2, name: text })
  await expect(
    title(`${GOOD.length + 40} lignes lues : ${GOOD.length} acceptées, 40 à corriger.`)
  ).toBeFocused()
  await page.locator('.kinds > details').evaluateAll((kinds) => {
    for (const kind of kinds) (kind as HTMLDetailsElement).open = true
  })
  await page.getByRole('button', { name: 'Orvault ?' }).click()
  await page.getByLabel('À la place de « deux »').fill('2')
  await page.getByLabel('À la place de « deux »').blur()
  await page.getByRole('button', { name: 'Relire avec les corrections' }).click()
  await expect(
    title(`${GOOD.length + 40} lignes lues : ${GOOD.length + 20} acceptées, 20 à corriger.`)
  ).toBeFocused()
  await page.getByRole('button', { name: 'Préparer la publication' }).click()
  const save = page.getByRole('button', { name: /Enregistrer les observations/ })
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(download.suggestedFilename()).toBe('observations.csv')
  return await readFile(await download.path(), 'utf8')
}

/** A copy of what the site is made from, with one file more. */
async function copyWith(observations: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'optima-story-'))
  const { stdout } = await run('git', ['ls-files', '-co', '--exclude-standard', '-z', '--deduplicate'])
  const roots = new Set(stdout.split('\0').flatMap((path) => path.split('/')[0] || []))
  roots.delete('tests')
  for (const root of roots)
    await cp(root, join(folder, root), { recursive: true, filter: (path) => path !== join('static', 'data') })
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  await mkdir(join(folder, 'data/2022'))
  await writeFile(join(folder, 'data/2022/observations.csv'), observations)
  return folder
}

/** A step of the page that is not there soon never will be; the build takes what it takes. */
test.use({ actionTimeout: 15_000 })

test('a journal of 2022 is mended, prepared, built, and stands beside 2021', async ({ page }) => {
  test.setTimeout(900_000)
  const folder = await copyWith(await prepared(page))
  try {
    const { stdout } = await run('npm', ['run', '--silent', 'data'], { cwd: folder })
    expect(stdout).toContain('Version 2022.')
    await run('npm', ['run', '--silent', 'build'], { cwd: folder, maxBuffer: 2 ** 26 })
    const { address, close } = await startServer({ folder: join(folder, 'build'), base: '', port: 0 })
    await seen(page, address)
    await close()
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** What a reader of the new site sees. */
async function seen(page: Page, address: string): Promise<void> {
  const open = async (path: string): Promise<void> => {
    await page.goto(new URL(path, address).href)
  }
  await open('figures/actes/orvault/')
  const figure = page.locator('section.figure')
  const main = page.locator('main')
  await expect(figure).toContainText('360')
  await expect(figure).toContainText('journal des interventions 2022')
  await expect(main).toContainText(/2\smillésimes sont publiés, de 2021 à 2022/)
  await expect(main).toContainText(/398 \(2021\), puis 360 \(2022\)\s: −\s38 \(calculé/)

  // What is small is a word everywhere, and no number anywhere.
  await open('figures/ecole/')
  const secrets = figure
    .locator('[data-entry^="journal-conflict-management-school"]')
    .filter({ hasText: 'secret' })
  await expect(secrets).toHaveCount(2)
  await expect(main).toContainText(/nombres sont secrets\s: ce n’est pas zéro/)
  const csv = await (await page.request.get(new URL('figures/ecole/donnees.csv', address).href)).text()
  expect(csv).toMatch(/conflits,Rezé,École,secret,/)
  await open('figures/actes/')
  await expect(main).toContainText(/182 \(2021\), puis (150|secret) \(2022\)/)

  // A figure that the journal says nothing of keeps its report.
  await open('figures/produit/')
  await expect(figure).toContainText('rapport d’activité 2021')

  await open('')
  await expect(page.getByLabel('Année')).toContainText('2022')
  await expect(page.locator('main')).toContainText('6 016')

  // What was frozen has not moved.
  await open(`v/${FROZEN}/figures/actes/orvault/`)
  await expect(figure).toContainText('398')
  await expect(figure).toContainText(`Millésime 2021 · Données ${FROZEN}`)
  await expect(main).not.toContainText('2022)')
}
