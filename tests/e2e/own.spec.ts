// Are a visitor's own data seen as the published ones are, labelled, kept only when asked, and never sent anywhere?
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { generate } from '../../data/pipeline/journal/generate.ts'
import { expectAccessible } from './support/axe.ts'
import { PATIENCE, wakeUp } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

const PAGE = '/donnees/importer/'
const EXAMPLES = 'build/donnees'

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name })
const label = (page: Page) => page.getByText('Vos données, restées dans ce navigateur')
const number = (page: Page, text: string | RegExp) =>
  page
    .getByRole('list', { name: 'Le journal en cinq nombres' })
    .getByRole('listitem')
    .filter({ hasText: text })

async function choose(page: Page, path: string): Promise<void> {
  await page.goto(PAGE)
  await wakeUp(page)
  await page.locator('input[type=file]').setInputFiles(path)
}
/** Until the data of an example are drawn. */
async function see(page: Page, file: string): Promise<void> {
  await choose(page, `${EXAMPLES}/${file}`)
  await button(page, 'Contrôler les lignes').click()
  await button(page, 'Voir vos données').click()
  await expect(page.getByRole('heading', { level: 2, name: 'Vos données', exact: true })).toBeFocused()
  await expect(page.getByText('Filtres prêts')).toBeVisible({ timeout: PATIENCE })
}

test('observations are seen as the dashboard, and beside what is published', async ({ page }) => {
  await see(page, 'observations-exemple.csv')
  await expect(label(page)).toBeVisible()
  await expect(page.locator('.fictitious')).toHaveText('fictif')
  await expect(page.locator('#produit')).toContainText('451')
  await expect(page.locator('#produit .source')).toContainText('votre fichier observations-exemple.csv')
  // Nothing of it has an address, so nothing offers one.
  await expect(page.locator('#produit').getByText(/Exporter|Lien|Page de la figure/)).toHaveCount(0)
  await expect(page.locator('#personnes')).toContainText('Absent n’est pas zéro')

  const year = page.locator('select[name="annee"]')
  await expect(year.locator('option')).toHaveText(['2022'])
  await page.locator('select[name="territoire"]').selectOption('orvault')
  await expect(page.getByRole('list', { name: 'Chiffres clés' })).toContainText('412', { timeout: PATIENCE })
  await expect(page.getByRole('list', { name: 'Chiffres clés' })).not.toContainText('451')
  expect(new URL(page.url()).search).toBe('')

  const compared = page.getByRole('region', { name: 'Vos données et le publié', exact: true })
  const row = (name: string) => compared.getByRole('row').filter({ hasText: name })
  await expect(row('Médiations et régulations')).toContainText(/398 .*412 .*\+\s14 d’une année sur l’autre/)
  await expect(row('Produit')).toContainText('ne couvrent pas le même périmètre')
  await expectAccessible(page, 'main')
})

test('a journal is seen by time, act, dispositif and territory, by keyboard, and nothing leaves the browser', async ({
  page
}) => {
  const asked: string[] = []
  page.context().on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    asked.push(`${request.method()} ${pathname}${search.replace(/^\?v=[0-9a-f]{12}$/, '')}`)
  })
  await page.goto(PAGE)
  await wakeUp(page)
  await page.waitForLoadState('networkidle')
  asked.length = 0
  await page.locator('input[type=file]').setInputFiles(`${EXAMPLES}/journal-exemple.csv`)
  await button(page, 'Contrôler les lignes').click()
  await button(page, 'Voir vos données').click()
  await expect(number(page, 'lignes du journal')).toContainText('27', { timeout: PATIENCE })
  await expect(page.locator('.fictitious')).toHaveText('fictif')
  await expect(page.getByText('Rien ici n’est protégé.')).toBeVisible()
  await expect(number(page, 'actes')).toContainText('6 natures')

  // Acts of one nature are counted; those of several are not added.
  await page
    .getByRole('form', { name: 'Filtres du journal' })
    .getByLabel('Territoire')
    .selectOption('orvault')
  await expect(number(page, 'actes')).toContainText('d’une même nature')
  await button(page, 'Tout afficher').click()
  await expect(number(page, 'lignes du journal')).toContainText('27')

  // The brush by keyboard: from the first day to the next one.
  const to = page.getByLabel('Jusqu’à la fin de')
  await to.focus()
  await page.keyboard.press('Home')
  await expect(page.getByText('du 3 mars 2022 au 3 mars 2022').first()).toBeVisible()
  await expect(number(page, 'lignes du journal')).toContainText('3')
  await expect(number(page, /^\s*1\s*jour\s/)).toBeVisible()
  await page.keyboard.press('End')
  await expect(number(page, 'lignes du journal')).toContainText('27')

  // By pointer: the left half of the drawing.
  const bars = (await page.locator('svg.bars').boundingBox())!
  await page.mouse.move(bars.x + 2, bars.y + 50)
  await page.mouse.down()
  await page.mouse.move(bars.x + bars.width / 2, bars.y + 50)
  await page.mouse.up()
  await expect(number(page, 'lignes du journal')).not.toContainText('27')
  await button(page, 'Toute la période').click()
  await expect(number(page, 'lignes du journal')).toContainText('27')

  // Drawing and table say the same.
  const territories = page.getByRole('region', { name: 'Par territoire', exact: true })
  await territories.getByText('Tableau').click()
  const drawn = await territories.locator('.lines strong').allInnerTexts()
  const tabled = await territories.locator('tbody td').allInnerTexts()
  expect(drawn.map((text) => Number.parseInt(text, 10))).toEqual(tabled.map(Number))

  for (const request of asked)
    expect(request).toMatch(
      /^GET (\/donnees\/codes\.json|\/data\/(manifest\.json|[a-z]+\.parquet)|\/_app\/immutable\/.*\.(js|css|wasm)|\/[0-9a-f-]{36})$/
    )
  expect(new URL(page.url()).search).toBe('')
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

test('data are kept for the next visit only when asked, and erased in one act', async ({ page }) => {
  await see(page, 'journal-exemple.csv')
  await page.getByLabel('Garder dans ce navigateur').check()
  await expect(page.getByText('Gardées dans ce navigateur')).toBeVisible()
  await page.reload()
  await expect(page.getByText('est gardé dans ce navigateur depuis une visite précédente')).toBeVisible()
  await button(page, 'Voir vos données').click()
  await expect(number(page, 'lignes du journal')).toContainText('27', { timeout: PATIENCE })
  await expect(page.getByLabel('Garder dans ce navigateur')).toBeChecked()
  await page.locator('.label').getByRole('button', { name: 'Effacer vos données' }).click()
  await expect(page.getByText('Vos données sont effacées de ce navigateur.')).toBeVisible()
  await expect(label(page)).toHaveCount(0)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
})

test('a browser that refuses to keep says so, and shows the data all the same', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('refused', 'SecurityError')
    }
  })
  await see(page, 'journal-exemple.csv')
  await page.getByLabel('Garder dans ce navigateur').click()
  await expect(page.getByText('Ce navigateur ne veut rien garder')).toBeVisible()
  await expect(page.getByLabel('Garder dans ce navigateur')).not.toBeChecked()
  await expect(number(page, 'lignes du journal')).toContainText('27')
})

test('a journal in Parquet is judged by the same rules, a damaged one is refused with its remedy', async ({
  page
}) => {
  const path = join(folder, 'journal.parquet')
  await generate({ rows: 3000, seed: 7, year: 2022, faultsPerThousand: 20, out: path })
  await choose(page, path)
  await expect(page.getByText(/3\s000\slignes lues\s: 2\s9\d\d acceptées/)).toBeVisible({ timeout: PATIENCE })
  await expect(page.locator('.fictitious')).toHaveText('fictif')
  await page.getByText(/Site ou commune.*Ce nom ou ce code n’est pas connu/).click()
  await expect(page.getByText('Rennnes')).toBeVisible()

  const bytes = await readFile(path)
  await button(page, 'Choisir un autre fichier').click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'abime.parquet', mimeType: '', buffer: bytes.subarray(0, bytes.length / 2) })
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('« abime.parquet » n’a pas été lu.', { timeout: PATIENCE })
  await expect(alert).toContainText('Le fichier Parquet est abîmé ou incomplet.')
  await button(page, 'Choisir un autre fichier').click()
  await expect(page.getByRole('heading', { name: 'Choisir un fichier' })).toBeFocused()
})

for (const [width, colorScheme] of [
  [320, 'light'],
  [1280, 'dark']
] as const)
  test(`a journal is accessible at ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    await see(page, 'journal-exemple.csv')
    for (const summary of await page.locator('section details summary').all()) await summary.click()
    await expectAccessible(page, 'main')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
