// Is a year read in one scroll: on a map that follows, by keyboard, without script, on paper, and each step with its source?
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { pageCount } from './support/build.ts'
import { alive, engineRequests, saveData } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

const STORY = '/recit/2021/'

test.beforeEach(async ({ context }) => {
  await saveData(context)
})

const living = (page: Page) => page.locator('.living')

test('the map follows the reader, by scroll and by keyboard, and the engine never comes', async ({
  page
}) => {
  const engine = engineRequests(page)
  await page.goto(STORY)
  await alive(page)
  await expect(living(page)).toContainText('La première année')
  const top = (await living(page).boundingBox())?.x
  await page.locator('#vincennes-soirees').evaluate((step) => step.scrollIntoView())
  await expect(living(page)).toContainText('Les soirées de Vincennes')
  await expect(living(page).getByRole('img')).toHaveAttribute('aria-label', /À Vincennes\./)
  await expect(living(page).locator('.mark[data-id="vincennes"] .mark-disc')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Les mois' }).locator('[aria-current]')).toHaveText(
    'Juin'
  )
  expect((await living(page).boundingBox())?.x, 'nothing moves aside').toBe(top)

  const next = page.locator('#vincennes-soirees').getByRole('link', { name: /^Étape suivante/ })
  await next.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#ete-saint-jacques$/)
  await expect(living(page)).toContainText('L’été à Saint-Jacques-de-la-Lande')
  // The next stop is in the step that was asked for.
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('ete-saint-jacques')
  await page.getByRole('link', { name: 'Décembre' }).click()
  await expect(living(page)).toContainText('La prison des femmes de Rennes')
  expect(engine).toEqual([])
  await expectAccessible(page)
})

test('without script it is an illustrated article: each step has its map, its sentence, its number and its marks', async ({
  browser,
  watch
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 }
  })
  await watch(context)
  const page = await context.newPage()
  await page.goto(STORY)
  const report = readFileSync('data/sources/rapport-activite-2021.txt', 'utf8')
    .replace(/\*\*|\[(?=#)|\]\(#\)/g, '')
    .replace(/\s+/g, ' ')
  const steps = await page.locator('section.step').all()
  expect(steps.length).toBeGreaterThan(10)
  await expect(living(page)).toBeHidden()
  for (const step of steps) {
    await expect(step.getByRole('img')).toBeVisible()
    const quotes = await step.locator('q').allTextContents()
    expect(quotes.length).toBeGreaterThan(0)
    for (const quote of quotes)
      for (const part of quote.split(' […] ')) expect.soft(report).toContain(part.replace(/\s+/g, ' '))
    await expect(step.locator('.number .value strong')).not.toBeEmpty()
  }
  await expect(page.locator('#angers-demarre .number')).toContainText('≥\u00a042\u202f000')
  await expect(page.locator('#vincennes-soirees .number')).toContainText('à vérifier')
  await page
    .locator('#vincennes-soirees')
    .getByRole('link', { name: /^Étape suivante/ })
    .click()
  await expect(page).toHaveURL(/#ete-saint-jacques$/)
  await context.close()
})

test('it fits from 320 to 1600 px, in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(STORY)
  for (const width of [320, 390, 768, 1024, 1280, 1600]) {
    await page.setViewportSize({ width, height: 800 })
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    )
    expect(wider, `${width} px`).toBeLessThanOrEqual(0)
    await expect(page.locator('#angers-demarre svg[role="img"]')).toBeVisible({ visible: width < 1024 })
  }
  await page.setViewportSize({ width: 320, height: 800 })
  await expectAccessible(page)
})

test('on paper each step has its map, on nine pages at most', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(STORY)
  await page.emulateMedia({ media: 'print' })
  await expect(living(page)).toBeHidden()
  await expect(page.locator('#cfa-stains svg[role="img"]')).toBeVisible()
  expect(pageCount(await page.pdf({ preferCSSPageSize: true }))).toBeLessThanOrEqual(9)
})

test('the first page leads to it, its list to each step, and it weighs less than 60 kB', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: 'L’année en récit' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('en récit')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Le chantier du T12 continue' }).click()
  await expect(page).toHaveURL(/\/recit\/2021\/#t12-renouvele$/)
  await expect(page.locator('#t12-renouvele')).toBeInViewport()
  expect(gzipSync(readFileSync(`build${STORY}index.html`), { level: 9 }).length).toBeLessThanOrEqual(60_000)
  const sitemap = readFileSync('build/sitemap.xml', 'utf8')
  for (const path of ['/recit/', STORY, '/aide/']) expect(sitemap).toContain(`${path}</loc>`)
})
