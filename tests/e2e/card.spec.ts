// Do hover, focus and click give the same card, and does it stay as long as the reader wants it?
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { open, saveData, settled } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ context }) => {
  await saveData(context)
})

const cards = (page: Page) => page.locator('#carte article:visible')
const name = (page: Page) => cards(page).getByRole('heading', { level: 3 })
const row = (page: Page, id: string) => page.locator(`#carte .list button[data-id="${id}"]`)
const mark = (page: Page, id: string) => page.locator(`#carte svg.overlay g[data-id="${id}"]`)
/** Where each name of the map stands. */
const labels = (page: Page): Promise<string[]> =>
  page
    .locator('#carte svg.overlay text.name')
    .evaluateAll((all) =>
      all.map((one) => `${one.textContent} ${one.getAttribute('x')} ${one.getAttribute('y')}`)
    )

test('a mark, a dot, a row, a focus and a click give the same card', async ({ page }) => {
  await open(page)
  const before = await labels(page)
  await mark(page, 'brest').locator('text.name').hover()
  await expect(name(page)).toHaveText('Brest')
  await expect(cards(page)).toContainText('Aucun chiffre publié pour ce lieu seul')
  await mark(page, 'angers').locator('text.name').hover()
  await expect(name(page)).toHaveText('Angers')
  await mark(page, 'mitry-mory').locator('circle.true').hover()
  await expect(name(page)).toHaveText('Mitry-Mory')
  await expect(cards(page)).toContainText('Depuis\u00a0: 2 mai 2020')
  await expect(cards(page).getByRole('button', { name: 'à vérifier' }).first()).toBeVisible()
  await expect(page.locator('#carte line.tie')).toHaveCount(1)

  await row(page, 'orvault').hover()
  await expect(name(page)).toHaveText('Orvault')
  const hovered = await cards(page).innerText()
  await expect.poll(() => labels(page)).toEqual(before)
  await expectAccessible(page, '#carte')
  await page.mouse.move(5, 5)
  await expect(cards(page)).toHaveCount(0)

  await page.locator('#carte .list summary').first().focus()
  await page.keyboard.type('orv')
  await expect(name(page)).toHaveText('Orvault')
  expect(await cards(page).innerText()).toBe(hovered)
  await page.keyboard.press('Enter')
  await settled(page, 'territoire=orvault')
  await expect(name(page)).toHaveText('Orvault')
  expect(await cards(page).innerText()).toBe(hovered)
  await expect(cards(page).getByRole('link', { name: /Voir la fiche/ })).toHaveAttribute(
    'href',
    /territoires\/orvault\/$/
  )
})

test('the pointer goes to the card without losing it; Escape closes it where the pointer is', async ({
  page
}) => {
  // The drawn map: MapLibre starting under the pointer would hold the pointer up.
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await open(page)
  await page.locator('#carte').evaluate((figure) => figure.scrollIntoView({ block: 'start' }))
  await mark(page, 'brest').locator('text.name').hover()
  await expect(name(page)).toHaveText('Brest')
  const link = cards(page).getByRole('link', { name: /Voir la fiche/ })
  const to = (await link.boundingBox())!
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 15 })
  await page.waitForTimeout(700)
  await expect(name(page)).toHaveText('Brest')
  await page.keyboard.press('Escape')
  await expect(cards(page)).toHaveCount(0)
})

test('a look at another place gives the card of the selected one back, and moves no name', async ({
  page
}) => {
  await open(page, 'territoire=orvault')
  await expect(name(page)).toHaveText('Orvault')
  const before = await labels(page)
  await mark(page, 'chateaubriant').locator('text.name').hover()
  await expect(name(page)).toHaveText('Châteaubriant')
  await expect.poll(() => labels(page)).toEqual(before)
  await expect(mark(page, 'orvault').locator('.mark-disc')).toHaveCount(1)
  await expect(page.locator('#carte .mark-disc')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(name(page)).toHaveText('Orvault')
  await page.mouse.move(5, 5)

  // Closed from inside, it leaves the focus in the list and opens nothing again.
  await cards(page)
    .getByRole('link', { name: /Voir la fiche/ })
    .focus()
  await page.keyboard.press('Escape')
  await settled(page, '')
  await expect(row(page, 'orvault')).toBeFocused()
  await page.waitForTimeout(500)
  await expect(cards(page)).toHaveCount(0)
})

test('a finger selects, and nothing is only looked at', async ({ browser, watch }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1024, height: 800 } })
  await watch(context)
  await saveData(context)
  const page = await context.newPage()
  await open(page)
  await row(page, 'orvault').tap()
  await settled(page, 'territoire=orvault')
  await expect(name(page)).toHaveText('Orvault')
  await row(page, 'orvault').tap()
  await settled(page, '')
  await page.waitForTimeout(500)
  await expect(cards(page)).toHaveCount(0)
  await context.close()
})
