// Does an address without a page still lead to the place that it meant, and does it say nothing that a stranger wrote?
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { saveData } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ context, allow }) => {
  await saveData(context)
  allow(/status of 404/)
})

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name: `Aucune fiche «\u202f${name}\u202f»`, exact: true })

for (const [slug, name, fiche] of [
  ['orvaut', 'Orvault', 'orvault'],
  ['44114', 'Orvault', 'orvault'],
  ['region-paris', 'Île-de-France', 'region-ile-de-france']
] as const)
  test(`/territoires/${slug}/ offers ${name}`, async ({ page }) => {
    const response = await page.goto(`/territoires/${slug}/`)
    expect(response?.status()).toBe(404)
    await expect(heading(page, slug)).toBeVisible()
    const link = page.getByRole('main').getByRole('link', { name })
    await expect(link).toHaveAttribute('href', `/territoires/${fiche}/`)
    await expectAccessible(page)
    await link.click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

test('a commune of the list that has no fiche: near ones, and whom to call', async ({ page }) => {
  await page.goto('/territoires/montreuil/')
  await expect(heading(page, 'montreuil')).toBeVisible()
  await expect(page.getByText(/Le rapport ne nomme pas Montreuil/)).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Vincennes' })).toBeVisible()
})

test('nonsense: no offer, a field that works, and the ways out', async ({ page }) => {
  await page.goto('/territoires/xyzzyqwk/')
  await expect(heading(page, 'xyzzyqwk')).toBeVisible()
  await expect(page.getByText('Aucun nom ni code de la liste ne lui ressemble.')).toBeVisible()
  await page.getByRole('main').getByRole('combobox').fill('reze')
  await page.getByRole('option').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rezé' })).toBeVisible()
})

test('an address outside of the territories has the same page, without a guess', async ({ page }) => {
  await page.goto('/nulle-part/')
  await expect(page.getByRole('heading', { level: 1, name: 'Cette page n’existe pas' })).toBeVisible()
  await expect(page.getByRole('banner').locator('[aria-current]')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('combobox')).toBeVisible()
})

for (const hostile of [
  '<img src=x onerror=alert(1)>',
  '"><script>document.title="x"</script>',
  '{@html "<b>"}',
  'javascript:alert(1)'
])
  test(`a hostile address is a text and nothing else: ${hostile} @fault-30`, async ({ page }) => {
    page.on('dialog', () => {
      throw new Error('a dialog')
    })
    await page.goto(`/territoires/${encodeURIComponent(hostile)}/`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`«\u202f${hostile}`)
    await expect(page.getByText('Aucun nom ni code de la liste ne lui ressemble.')).toBeVisible()
    expect(await page.locator('main :is(img, script, b, a[href^="javascript"])').count()).toBe(0)
    await expect(page).toHaveTitle('Page introuvable · Optima en chiffres')
  })

test('the list does not come: the page is whole, and its field says so', async ({ page, allow }) => {
  allow(/Failed to load resource|net::ERR_FAILED/)
  await page.route('**/data/places.json', (route) => route.abort())
  await page.goto('/territoires/orvaut/')
  await expect(heading(page, 'orvaut')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Voir la liste des territoires' })).toBeVisible()
  await page.getByRole('main').getByRole('combobox').focus()
  await expect(page.getByRole('main').getByText(/La liste des communes n’est pas arrivée/)).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says what happened and where to go', async ({ page }) => {
    const response = await page.goto('/territoires/orvaut/')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: 'Cette page n’existe pas' })).toBeVisible()
    await expect(page.getByRole('combobox')).toHaveCount(0)
    await page.getByRole('link', { name: 'Voir la liste des territoires' }).click()
    await expect(page.getByRole('link', { name: 'Orvault' }).first()).toBeVisible()
  })
})
