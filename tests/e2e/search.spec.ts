// Does an élu find their commune in seconds, by keyboard, whether Optima is there or not?
import { expectAccessible } from './support/axe.ts'
import { saveData } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ context }) => {
  await saveData(context)
})

const LABEL = /Trouver une commune/

test('by keyboard alone, from the page to the printed fiche of Orvault', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset.printed = 'yes'
    }
  })
  await page.goto('/')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.goto('/territoires/')
  const field = page.getByRole('combobox', { name: LABEL })
  for (
    let step = 0;
    step < 12 && !(await field.evaluate((node) => node === document.activeElement));
    step += 1
  )
    await page.keyboard.press('Tab')
  await expect(field).toBeFocused()
  await page.keyboard.type('orvaut')
  await expect(page.locator('.search').getByRole('option').first()).toContainText('Orvault')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.search').getByRole('option', { selected: true })).toContainText('Orvault')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Orvault' })).toBeVisible()
  const button = page.getByRole('button', { name: 'Imprimer' })
  for (
    let step = 0;
    step < 16 && !(await button.evaluate((node) => node === document.activeElement));
    step += 1
  )
    await page.keyboard.press('Tab')
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes')
})

test('a commune that the report does not name: it says so, and where to turn', async ({ page }) => {
  await page.goto('/territoires/')
  await page.getByRole('combobox', { name: LABEL }).fill('montreuil 93')
  await page.getByRole('combobox', { name: LABEL }).fill('Montreuil')
  await page
    .locator('.search')
    .getByRole('option', { name: /Montreuil Commune · Seine-Saint-Denis/ })
    .click()
  await expect(page.getByText(/Le rapport ne nomme pas Montreuil \(Seine-Saint-Denis\)/)).toBeVisible()
  await expect(page.locator('.search').getByRole('link', { name: 'Vincennes' })).toHaveAttribute(
    'href',
    '/territoires/vincennes/'
  )
  await expect(page.locator('.search').getByRole('link', { name: /02.99.14.90.90/ })).toBeVisible()
  await expectAccessible(page)
})

test('answers and nonsense break no rule', async ({ page }) => {
  await page.goto('/territoires/')
  const field = page.getByRole('combobox', { name: LABEL })
  await field.fill('saint')
  await expect(page.locator('.search').getByRole('option')).toHaveCount(8)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.locator('.search').getByRole('option')).toHaveCount(0)
  await field.fill('xyzzyqwk')
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
  await page.getByRole('combobox', { name: LABEL }).fill('orvault')
  await expect(page.getByText(/La liste des communes n’est pas arrivée/)).toBeVisible()
  await page.unroute('**/data/places.json')
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await page.getByRole('combobox', { name: LABEL }).fill('orvault')
  await expect(page.locator('.search').getByRole('option').first()).toContainText('Orvault')
})
