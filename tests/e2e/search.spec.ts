// Does an élu find their commune in seconds, from any page, by keyboard, whether Optima is there or not?
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { saveData } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ context }) => {
  await saveData(context)
})

const inHead = (page: Page): Locator =>
  page.getByRole('banner').getByRole('combobox', { name: 'Chercher une commune ou un code postal' })
const inPage = (page: Page): Locator =>
  page.getByRole('main').getByRole('combobox', { name: /Trouver une commune/ })
const answers = (page: Page): Locator => page.getByRole('listbox', { name: 'Lieux' }).getByRole('option')

/** Tabs on until this is in focus. */
async function tabTo(page: Page, wanted: Locator, most = 20): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((node) => node === document.activeElement)) return
  }
  await expect(wanted).toBeFocused()
}

test('by keyboard alone, from the first page to the printed fiche of Orvault', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset.printed = 'yes'
    }
  })
  await page.goto('/')
  await tabTo(page, inHead(page))
  await page.keyboard.type('orvaut')
  await expect(answers(page).first()).toContainText('Orvault')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Orvault' })).toBeVisible()
  await expect(page).toHaveURL(/\/territoires\/orvault\/$/)
  await expect(inHead(page)).toHaveValue('')
  await tabTo(page, page.getByRole('button', { name: 'Imprimer' }))
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes')
})

test('a place opened from the head is a new page: title, address, said aloud, focus at its top, one load', async ({
  page
}) => {
  let loads = 0
  page.on('load', () => (loads += 1))
  await page.goto('/methode/')
  await inHead(page).fill('44700')
  await answers(page).first().click()
  await expect(page).toHaveURL(/\/territoires\/orvault\/$/)
  await expect(page).toHaveTitle(/^Orvault, 2021/)
  await expect(page.locator('#svelte-announcer')).toHaveText(/^Orvault, 2021/)
  await expect(page.locator('body')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  expect(loads).toBe(1)
})

test('arrows go round the answers, the field says which; Escape closes, then empties', async ({ page }) => {
  await page.goto('/territoires/')
  const field = inPage(page)
  await field.fill('saint')
  await expect(answers(page)).toHaveCount(8)
  const active = async (): Promise<string | null> => {
    const id = await field.getAttribute('aria-activedescendant')
    return page.locator(`[id="${id ?? ''}"]`).textContent()
  }
  await expect.poll(active).toContain('Saint-Jacques-de-la-Lande')
  await page.keyboard.press('ArrowDown')
  await expect.poll(active).toContain('Saint-Nazaire')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect.poll(active).toContain(await answers(page).last().textContent())
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(answers(page)).toHaveCount(0)
  await expect(field).toHaveAttribute('aria-expanded', 'false')
  await expect(field).toHaveValue('saint')
  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('')
})

test('what is typed before the answers come is kept, focus too, and Enter is not lost', async ({ page }) => {
  let release = (): void => undefined
  const held = new Promise<void>((done) => (release = done))
  await page.route('**/data/places.json', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/')
  await tabTo(page, inHead(page))
  const field = await inHead(page).elementHandle()
  await page.keyboard.type('rez')
  await page.keyboard.type('é')
  await page.keyboard.press('Enter')
  release()
  await expect(page.getByRole('heading', { level: 1, name: 'Rezé' })).toBeVisible()
  expect(await field.evaluate((node) => node.isConnected)).toBe(true)
})

test('a page that is only looked at asks for neither the list nor the library', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/methode/')
  await page.waitForLoadState('networkidle')
  const before = asked.length
  expect(asked).not.toContain('/data/places.json')
  await inHead(page).focus()
  await expect.poll(() => asked.includes('/data/places.json')).toBe(true)
  await expect.poll(() => asked.slice(before).some((path) => path.endsWith('.js'))).toBe(true)
})

test('a commune that the report does not name: it says so, and where to turn', async ({ page }) => {
  await page.goto('/')
  await inHead(page).fill('Montreuil')
  await answers(page)
    .filter({ hasText: /Montreuil.*Seine-Saint-Denis/ })
    .click()
  const head = page.getByRole('banner')
  await expect(head.getByText(/Le rapport ne nomme pas Montreuil \(Seine-Saint-Denis\)/)).toBeVisible()
  await expect(head.getByRole('link', { name: /02.99.14.90.90/ })).toBeVisible()
  await expectAccessible(page)
  await head.getByRole('link', { name: 'Vincennes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vincennes' })).toBeVisible()
  await expect(head.getByText(/Le rapport ne nomme pas/)).toHaveCount(0)
})

test('what is said under the head goes away with the reader', async ({ page }) => {
  await page.goto('/methode/')
  await inHead(page).fill('xyzzyqwk')
  const said = page.getByRole('banner').getByText(/Aucune commune ne ressemble/)
  await expect(said).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(said).toBeHidden()
})

test('nonsense breaks no rule', async ({ page }) => {
  await page.goto('/territoires/')
  await inPage(page).fill('xyzzyqwk')
  await expect(page.getByText(/Aucune commune ne ressemble/)).toBeVisible()
  await expectAccessible(page)
})

test('the list of communes does not arrive: it says so, and the page stays whole', async ({
  page,
  allow
}) => {
  allow(/Failed to load resource|net::ERR_FAILED/)
  await page.route('**/data/places.json', (route) => route.abort())
  await page.goto('/territoires/')
  await inPage(page).fill('orvault')
  await expect(page.getByText(/La liste des communes n’est pas arrivée/)).toBeVisible()
  await expectAccessible(page)
  await page.unroute('**/data/places.json')
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await expect(answers(page).first()).toContainText('Orvault')
  await expect(inPage(page)).toBeFocused()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } })

  test('the head is one line, and its menu opens the sections', async ({ page }) => {
    await page.goto('/methode/')
    const head = page.getByRole('banner')
    expect((await head.boundingBox())?.height).toBeLessThan(60)
    await head.getByText('Menu').click()
    const sections = head.getByRole('navigation', { name: 'Sections' })
    await expect(sections.getByRole('link', { name: 'Méthode' })).toHaveAttribute('aria-current', 'page')
    await expectAccessible(page, 'header')
    await page.keyboard.press('Escape')
    await expect(sections).toBeHidden()
    await expect(head.locator('summary')).toBeFocused()
    await page.keyboard.press('Enter')
    await sections.getByRole('link', { name: 'Territoires' }).click()
    await expect(page).toHaveURL(/\/territoires\/$/)
    await expect(sections).toBeHidden()
  })

  test('a button of the head opens the field, which goes with its page', async ({ page }) => {
    await page.goto('/methode/')
    await page.getByRole('banner').getByRole('button', { name: 'Chercher un lieu' }).click()
    await expect(inHead(page)).toBeFocused()
    await page.keyboard.type('orv')
    await expect(answers(page).first()).toContainText('Orvault')
    await expectAccessible(page, 'header')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Orvault' })).toBeVisible()
    await expect(inHead(page)).toBeHidden()
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const width of [390, 1280])
    test(`the head leads to the list of territories and to each section at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto('/')
      const head = page.getByRole('banner')
      await expect(head.getByRole('combobox')).toHaveCount(0)
      if (width < 960) await head.getByText('Menu').click()
      await expect(head.getByRole('link', { name: 'Méthode' })).toBeVisible()
      if (width < 960) await head.getByText('Menu').click()
      await head.getByRole('link', { name: 'Chercher un lieu' }).click()
      await expect(page).toHaveURL(/\/territoires\/$/)
    })
})
