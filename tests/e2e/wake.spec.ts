// Is nothing lost that a reader does before the page comes alive, and does it stay readable when its scripts never come?
import type { Page } from '@playwright/test'
import { alive, choose, saveData, settled } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

const PAGES = '**/_app/immutable/pages/*.js'

test.beforeEach(async ({ context }) => {
  await saveData(context, { still: true })
})

/** Holds the scripts of the page back until the function it gives is called. */
async function hold(page: Page): Promise<() => void> {
  let release = (): void => undefined
  const released = new Promise<void>((done) => (release = done))
  await page.route(PAGES, async (route) => {
    await released
    await route.continue()
  })
  return release
}

test('asks for no script while the reader only reads', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.resourceType()))
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  expect(asked.filter((type) => type === 'script')).toEqual([])
})

test('a filter that is chosen before is applied after', async ({ page }) => {
  const release = await hold(page)
  await page.goto('/')
  await choose(page, 'territoire', 'angers')
  await choose(page, 'mesure', 'personnes')
  expect(await page.evaluate(() => performance.getEntriesByName('page:alive').length)).toBe(0)
  release()
  await alive(page)
  await settled(page, 'territoire=angers&mesure=personnes')
})

test('a link to another state of the page is followed without loading it again', async ({ page }) => {
  const release = await hold(page)
  await page.goto('/')
  await page.evaluate(() => Object.assign(globalThis, { same: true }))
  await page.locator('main a[href^="?territoire="]:visible').first().click()
  release()
  await alive(page)
  await expect(page).toHaveURL(/\?territoire=/)
  expect(await page.evaluate(() => 'same' in globalThis)).toBe(true)
})

test('a button that is pressed before acts after', async ({ page }) => {
  const release = await hold(page)
  await page.goto('/')
  const angers = page.locator('#carte').getByRole('button', { name: 'Angers', exact: true }).first()
  await angers.click()
  await expect(angers).toHaveAttribute('aria-pressed', 'false')
  release()
  await expect(angers).toHaveAttribute('aria-pressed', 'true')
})

test('a pointer that rests on a value before gets its sentence after', async ({ page }) => {
  const release = await hold(page)
  await page.goto('/figures/produit/')
  await page.getByRole('button', { name: /^449.k€/ }).hover()
  release()
  await alive(page)
  await expect(page.locator('#produit .marks .card')).toContainText('449 K€ de produit* en 2021')
})

test('what opens without script opens at once, and once', async ({ page }) => {
  const release = await hold(page)
  await page.goto('/')
  await page.locator('#produit').getByRole('button', { name: 'Tableau' }).click()
  await expect(page.locator('#produit-tableau')).toBeVisible()
  release()
  await alive(page)
  await expect(page.locator('#produit-tableau')).toBeVisible()
})

test('an address that says a choice needs no sign', async ({ page }) => {
  await page.goto('/?territoire=angers')
  await alive(page)
  await settled(page, 'territoire=angers')
})

test('when the scripts never come, the page stays, and its links lead where they say', async ({
  page,
  allow
}) => {
  allow(/Failed to load resource/)
  await page.route(PAGES, (route) => route.abort())
  await page.goto('/')
  const link = page.locator('main a[href^="?territoire="]:visible').first()
  await link.click()
  await expect(page).toHaveURL(/\?territoire=/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

for (const path of ['/', '/territoires/orvault/', '/figures/produit/', '/comparer/', '/recit/2021/'])
  test(`${path} has all its styles when it comes alive, in their first order`, async ({ page }) => {
    const rules = async (): Promise<string[]> =>
      page.evaluate(() =>
        Array.from(
          document.querySelector<HTMLStyleElement>('style[data-first]')!.sheet!.cssRules,
          ({ cssText }) => cssText
        )
      )
    await page.goto(path)
    const before = await rules()
    await page.mouse.move(5, 5)
    await alive(page)
    const whole = await page.evaluate(async () => {
      // Linked so that no one loads them again.
      const links = document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][media="not all"]')
      const texts = await Promise.all(
        Array.from(links, async ({ href }) =>
          (await (await fetch(href)).text()).replaceAll('url(./', 'url(/_app/immutable/assets/')
        )
      )
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(texts.join(''))
      return Array.from(sheet.cssRules, ({ cssText }) => cssText)
    })
    expect(await rules()).toEqual(whole)
    expect(before.length).toBeLessThan(whole.length)
  })
