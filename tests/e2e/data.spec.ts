// Can a reader take the data away, cross them, and ask them in SQL, without harming anything?
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { PATIENCE } from './support/dashboard.ts'
import { looks } from './support/looks.ts'
import { expect, test } from './support/test.ts'

const DATA = '/donnees/'

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${DATA}${query}#explorer`)
  await expect(page.getByRole('tab', { name: 'Tableau croisé' })).toBeVisible({ timeout: PATIENCE })
}
async function openSql(page: Page): Promise<void> {
  await open(page)
  await page.getByRole('tab', { name: 'SQL' }).click()
  await expect(page.getByLabel(/^Requête/)).toBeVisible()
}
const grid = (page: Page) => page.getByRole('region', { name: /^Tableau/ })
const choose = (page: Page, name: string, value: string): Promise<unknown> =>
  page.locator(`form[aria-label="Tableau croisé"] select[name="${name}"]`).selectOption(value)
async function ask(page: Page, sql: string): Promise<void> {
  await page.getByLabel(/^Requête/).fill(sql)
  await page.getByLabel(/^Requête/).press('Control+Enter')
}

test('without script the catalogue, the dictionary and every file are there', async ({ browser, watch }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await watch(context)
  const page = await context.newPage()
  await page.goto(DATA)
  await expect(page.locator('h1')).toHaveText('Données')
  await expect(page.getByText('Version 2021.')).toBeVisible()
  await expect(page.locator('#dictionnaire details')).toHaveCount(11)
  await expect(page.getByText('L’explorateur demande JavaScript')).toBeVisible()
  const hrefs = await page
    .locator('#telecharger a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(hrefs).toHaveLength(44)
  for (const href of hrefs) {
    const answer = await context.request.get(href)
    expect(answer.status(), href).toBe(200)
  }
  const json = (await (await context.request.get('/data/observations.json')).json()) as Record<
    string,
    unknown
  >
  expect(Object.keys(json)).toEqual(['table', 'version', 'publisher', 'licence', 'columns', 'rows'])
  const excel = await (await context.request.get('/data/observations-excel.csv')).text()
  expect(excel.startsWith('\uFEFFid;indicator;')).toBe(true)
  await context.close()
})

test('a cross table says what it counts, sums nothing it may not, and its address opens it again', async ({
  page
}) => {
  await open(page)
  await expect(grid(page).getByRole('columnheader', { name: 'Angers' })).toBeVisible()
  await expect(grid(page)).toContainText('≥\u00a042\u202f000')
  await choose(page, 'lignes', 'region')
  await choose(page, 'colonnes', '')
  await expect(grid(page).getByText('Pas de somme').first()).toBeVisible()
  await grid(page).getByText('Pas de somme').first().click()
  await choose(page, 'mesure', 'produit')
  await expect(grid(page)).toContainText('449\u00a0k€')
  await expect(page).toHaveURL(/\?mesure=produit&lignes=region&colonnes=aucune#explorer$/)
  await page.reload()
  await expect(grid(page)).toContainText('449\u00a0k€', { timeout: PATIENCE })
  await page.goBack()
  await expect(page.locator('select[name="mesure"]')).toHaveValue('actes')
})

test('the same values as bars, and as a file', async ({ page }) => {
  await open(page, '?mesure=personnes&forme=graphique')
  await expect(page.locator('#explorer [data-entry]').first()).toBeVisible()
  const drawn = await page.locator('#explorer [data-entry] .value strong').allInnerTexts()
  await choose(page, 'forme', 'tableau')
  const shown = await grid(page).locator('.value strong').allInnerTexts()
  expect(drawn.toSorted()).toEqual(shown.toSorted())
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV standard' }).click()
  ])
  const text = readFileSync(await file.path(), 'utf8')
  expect(text.trim().split('\n').length - 1).toBeGreaterThanOrEqual(shown.length)
  expect(text).toContain('17004')
})

test('a bad value of the address is said, a foreign name is not', async ({ page }) => {
  await open(page, '?mesure=lune&utm_source=lettre')
  await expect(page.getByText('n’est pas une valeur connue')).toHaveCount(1)
  await expect(page.locator('select[name="mesure"]')).toHaveValue('actes')
})

test('SQL answers real questions by keyboard alone, and its rows leave as CSV', async ({ page }) => {
  await openSql(page)
  await page.getByLabel('Partir d’une question').selectOption('Quels actes sont comptés, et où ?')
  const result = page.getByRole('region', { name: 'Lignes du résultat' })
  await expect(result).toContainText('42\u202f000', { timeout: PATIENCE })
  await ask(page, 'SELECT name FROM territories ORDER BY name LIMIT 3')
  await expect(result.locator('tbody tr')).toHaveCount(3)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV pour Excel' }).click()
  ])
  expect(readFileSync(await file.path(), 'utf8')).toBe('\uFEFFname\r\nAngers\r\nBrest\r\nCaen\r\n')
})

test('an error points at its place', async ({ page }) => {
  await openSql(page)
  await ask(page, 'SELECT id,\n  valeu\nFROM observations')
  await expect(page.getByText(/ligne 2, caractère 3/)).toBeVisible({ timeout: PATIENCE })
  const selected = await page
    .getByLabel(/^Requête/)
    .evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))
  expect(selected).toBe('valeu')
})

test('nothing can be harmed, reached or left running', async ({ page }) => {
  test.slow()
  await openSql(page)
  await ask(page, 'DROP TABLE observations')
  await expect(page.getByText('Ici on ne fait que lire')).toBeVisible()
  await ask(page, "SELECT * FROM read_csv_auto('https://exemple.fr/a.csv')")
  await expect(page.getByText('La requête ne se lit pas')).toBeVisible({ timeout: PATIENCE })
  await ask(
    page,
    'SELECT count(*) FROM observations a, observations b, observations c, observations d, observations e'
  )
  await page.getByRole('button', { name: 'Arrêter' }).click()
  await expect(page.getByText('Requête arrêtée.')).toBeVisible({ timeout: PATIENCE })
  await ask(page, 'SELECT count(*) AS n FROM observations')
  await expect(page.getByRole('region', { name: 'Lignes du résultat' })).toContainText('130', {
    timeout: PATIENCE
  })
})

test('a query without its engine says so, and can be asked again', async ({ page, allow }) => {
  allow(/status of 404|wasm/)
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }))
  await openSql(page)
  await ask(page, 'SELECT 1 AS un')
  await expect(page.getByText(/moteur de calcul/)).toBeVisible({ timeout: PATIENCE })
  await page.unroute('**/*.wasm')
  await ask(page, 'SELECT 1 AS un')
  await expect(page.getByRole('region', { name: 'Lignes du résultat' })).toContainText('1', {
    timeout: PATIENCE
  })
})

for (const { colorScheme, width } of looks(390))
  test.describe(`in the ${colorScheme} theme at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } })

    test('no accessibility rule is broken, nothing scrolls sideways', async ({ page }) => {
      test.slow()
      await openSql(page)
      await ask(page, 'SELECT valeu FROM observations')
      await expect(page.getByText('La requête ne se lit pas')).toBeVisible({ timeout: PATIENCE })
      await page.getByLabel('Partir d’une question').selectOption('Que publie-t-on sur ma commune ?')
      await expect(page.getByRole('region', { name: 'Lignes du résultat' })).toBeVisible({
        timeout: PATIENCE
      })
      await expectAccessible(page)
      await page.getByRole('tab', { name: 'Tableau croisé' }).click()
      await expectAccessible(page)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      )
      expect(wide).toBeLessThanOrEqual(0)
    })
  })
