// Does an élu find a place, understand it, and leave with one page of paper or one file?
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { pageCount, pages } from './support/build.ts'
import { saveData, wakeUp } from './support/dashboard.ts'
import { FULL, looks } from './support/looks.ts'
import { expect, test } from './support/test.ts'

const FICHES = pages()
  .map(({ path }) => path)
  .filter((path) => /^\/territoires\/[^/]+\/index\.html$/.test(path))
  .map((path) => path.replace('index.html', ''))

/** A4 without its margins (9 and 12 mm), in CSS pixels. */
const PAPER = { width: 703, height: 1054 }

test.beforeEach(async ({ context }) => {
  await saveData(context)
})

test('there is a fiche for each territory, and every link of the site leads to one', () => {
  expect(FICHES).toHaveLength(35)
  const home = pages().find(({ path }) => path === '/index.html')?.text ?? ''
  for (const fiche of FICHES) expect(home, fiche).toContain(`href="${fiche}"`)
  const sitemap = readFileSync('build/sitemap.xml', 'utf8')
  for (const fiche of FICHES) expect(sitemap).toContain(`${fiche}</loc>`)
  // Every page that may be indexed, and no other: neither the frozen ones nor that of unknown addresses.
  const indexed = pages().filter(({ text }) => !text.includes('<meta name="robots" content="noindex"'))
  const files = indexed.filter(({ path }) => path.endsWith('/index.html'))
  expect(sitemap.match(/<loc>/g)).toHaveLength(files.length)
})

test('each fiche is printed on exactly one A4 page, and no block is cut', async ({ page }) => {
  test.slow()
  for (const path of FICHES) {
    await page.goto(path)
    expect(pageCount(await page.pdf({ preferCSSPageSize: true })), path).toBe(1)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize(PAPER)
    const cut = await page.evaluate((height) => {
      const blocks = [...document.querySelectorAll('.fiche section, .fiche footer, .fiche h1')]
      return blocks
        .filter((block) => block.getBoundingClientRect().bottom > height)
        .map((block) => block.textContent.slice(0, 40))
    }, PAPER.height)
    expect(cut, path).toEqual([])
    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 1280, height: 800 })
  }
})

test('the page of paper says source, date and address, and nothing of the site around', async ({ page }) => {
  await page.goto('/territoires/orvault/')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/Imprimé le .*\/territoires\/orvault\//)).toBeVisible()
  await expect(page.locator('.fiche > footer').getByText(/Source\s: rapport d’activité 2021/)).toBeVisible()
  await expect(page.getByRole('img', { name: /Code QR/ })).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden()
})

/** Two seconds a page: each fiche in one look, in four with FULL=1. */
for (const [turn, { colorScheme, width }] of looks().entries())
  test(`no fiche breaks a rule, ${colorScheme}, ${width} px`, async ({ page }) => {
    test.setTimeout(300_000)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    for (const path of FICHES.filter((_, index) => FULL || index % 2 === turn)) {
      await page.goto(path)
      await expectAccessible(page)
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      )
      expect(sideways, path).toBeLessThanOrEqual(0)
    }
  })

test('the file opens from a disk, whole, without a request', async ({ browser, watch, allow }) => {
  allow(/^foreign request: file:/)
  const context = await browser.newContext()
  await watch(context)
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const file = pathToFileURL(resolve('build/territoires/orvault/fiche.html')).href
  await page.goto(file)
  await expect(page.getByRole('heading', { level: 1, name: 'Orvault' })).toBeVisible()
  await expect(page.getByText('17\u202f004').first()).toBeVisible()
  await expect(page.getByRole('img', { name: /Carte des lieux/ }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden()
  expect(asked.filter((url) => url !== file && !url.startsWith('data:'))).toEqual([])
  expect(await page.evaluate(() => document.fonts.check('16px "Inter Variable"'))).toBe(true)
  await context.close()
})

test('a fiche reads without script, and tells search engines what it is', async ({ browser, watch }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await watch(context)
  const page = await context.newPage()
  await page.goto('/territoires/brest/')
  await expect(page.getByText('Rennes - St-Jacques-de-la-Lande - Brest')).toBeVisible()
  await expect(page.getByText(/^Le rapport nomme ce lieu et ne dit pas/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden()
  const script = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(script ?? '')).toMatchObject({ '@type': 'WebPage', about: { name: 'Brest' } })
  expect(await page.locator('meta[name="description"]').getAttribute('content')).toContain('Brest')
  await context.close()
})

/** What the page puts on the clipboard. */
async function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

test('the paragraph and the address can be taken away', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/territoires/orvault/')
  await page.getByRole('button', { name: 'Copier le paragraphe' }).click()
  await expect(page.getByText('Paragraphe copié')).toBeVisible()
  expect(await copied(page)).toMatch(/17\u202f004 personnes touchées.*\n.*\/territoires\/orvault\/$/)
})

test('following a link tells the new title and starts at its top', async ({ page }) => {
  await page.goto('/territoires/')
  // Before the page is alive a link is the browser's: a whole page, which no announcer tells.
  await wakeUp(page)
  await page.getByRole('link', { name: 'Orvault' }).click()
  await expect(page).toHaveTitle(/^Orvault, 2021/)
  await expect(page.locator('#svelte-announcer')).toHaveText(/Orvault/)
  await page.getByRole('link', { name: 'Nantes', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nantes' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Orvault' })).toBeVisible()
})

test('the list sorts by what is asked, and says it', async ({ page }) => {
  await page.goto('/territoires/')
  await page.getByRole('button', { name: 'Habitants' }).click()
  await expect(page.getByRole('columnheader', { name: /Habitants/ })).toHaveAttribute(
    'aria-sort',
    'descending'
  )
  const nantes = page.locator('tbody', { hasText: 'Région de Nantes' }).locator('tr th[scope="row"] a')
  await expect(nantes.first()).toHaveText('Nantes')
  await page.getByLabel('Mesure').selectOption({ label: 'Médiateurs' })
  await expect(page.getByRole('row', { name: /^Nantes/ })).toContainText('21')
})
