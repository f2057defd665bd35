// Can a communication officer choose a figure, see it as it will be, and leave with what to paste?
import { expectAccessible } from './support/axe.ts'
import { expect, test } from './support/test.ts'

test('chooses a figure and a territory, sees it, and has the link, the frames, the words', async ({
  page
}) => {
  await page.goto('/integrer/')
  await page.getByRole('combobox', { name: 'Figure', exact: true }).selectOption('actes')
  await page.getByRole('combobox', { name: 'Territoire', exact: true }).selectOption('rennes')
  const frame = page.frameLocator('iframe')
  await expect(page.locator('iframe')).toHaveAttribute('src', '/embed/actes/rennes/')
  await expect(frame.locator('h1')).toBeVisible()
  await expect(page.getByText(/^http:\/\/localhost:\d+\/figures\/actes\/rennes\/$/)).toBeVisible()
  await expect(page.getByText(/^<iframe src="http[^"]+\/embed\/actes\/rennes\/"/).first()).toBeVisible()
  await expect(page.getByText(/addEventListener\('message'/)).toBeVisible()
  await expect(page).toHaveURL(/#actes\/rennes$/)
  await expect(page.getByText('pas de bannière à prévoir')).toBeVisible()
})

test('the preview follows the height of the frame, at the width of an article and of a phone', async ({
  page
}) => {
  await page.goto('/integrer/')
  for (const width of ['Article, 600 px', 'Téléphone, 320 px']) {
    await page.getByRole('radio', { name: width }).check()
    const box = page.frameLocator('iframe').locator('[data-embed]')
    await expect
      .poll(async () => {
        const inside = await box.evaluate((one) => Math.ceil(one.getBoundingClientRect().height))
        const outside = Number(await page.locator('iframe').getAttribute('height'))
        return Math.abs(inside - outside)
      })
      .toBeLessThanOrEqual(1)
  }
})

test('theme and accent go into the frame, and an accent that cannot be seen does not', async ({ page }) => {
  await page.goto('/integrer/')
  await page.getByRole('radio', { name: 'Sombre' }).check()
  await expect(page.locator('iframe')).toHaveAttribute('src', '/embed/produit/?theme=dark')
  const accent = page.getByLabel('Couleur d’accent, code à six chiffres')
  await accent.fill('#755f00')
  await expect(page.getByText('il faut 3')).toBeVisible()
  await expect(page.locator('iframe')).toHaveAttribute('src', '/embed/produit/?theme=dark')
  await page.getByRole('radio', { name: 'Clair' }).check()
  await expect(page.getByText(/Contraste 5,\d.: visible/)).toBeVisible()
  await expect(page.locator('iframe')).toHaveAttribute('src', '/embed/produit/?theme=light&accent=755f00')
  await expect(page.getByText(/theme=light&amp;accent=755f00/).first()).toBeVisible()
  await accent.fill('rouge')
  await expect(page.getByText('Un dièse et six chiffres')).toBeVisible()
  await expect(page.locator('iframe')).toHaveAttribute('src', '/embed/produit/?theme=light')
})

test('a frozen figure gives a frozen link, and a fiche has one of its own', async ({ page }) => {
  await page.goto('/integrer/')
  await page.getByRole('radio', { name: /Figée/ }).check()
  await expect(page.locator('iframe')).toHaveAttribute('src', '/v/2021.85a0925c/embed/produit/')
  await expect(page.getByText(/\/v\/2021\.85a0925c\/figures\/produit\/$/)).toBeVisible()
  await page.getByRole('combobox', { name: 'Figure', exact: true }).selectOption('territoires')
  await page.getByRole('combobox', { name: 'Territoire', exact: true }).selectOption('orvault')
  await expect(page.locator('iframe')).toHaveAttribute('src', '/embed/territoires/orvault/')
  await expect(page.getByRole('radio', { name: /Figée/ })).toBeDisabled()
})

test('the page of a figure leads to the builder, set on that figure', async ({ page }) => {
  await page.goto('/figures/stagiaires/')
  await page.getByRole('link', { name: 'Intégrer sur un site' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Intégrer une figure')
  await expect(page.locator('iframe')).toHaveAttribute('src', '/embed/stagiaires/')
})

test('an unknown figure after the # is the first one; an answer that does not come is said', async ({
  page,
  allow
}) => {
  await page.goto('/integrer/#atlantide/%3Cb%3E%')
  await expect(page.locator('iframe')).toHaveAttribute('src', '/embed/produit/')
  allow(/ERR_FAILED|Failed to load/)
  await page.route('**/oembed/**', (route) => route.abort())
  await page.getByRole('combobox', { name: 'Figure', exact: true }).selectOption('actes')
  await expect(page.getByRole('alert')).toContainText('n’est pas arrivé')
})

test('without script the page holds one figure whole, and says how to have the others', async ({
  browser,
  watch
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await watch(context)
  const page = await context.newPage()
  await page.goto('/integrer/')
  await expect(page.getByText(/\/figures\/produit\/$/).first()).toBeVisible()
  await expect(page.frameLocator('iframe').locator('h1')).toBeVisible()
  await expect(page.getByText('Sans script')).toBeVisible()
  await context.close()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing at 320 and 1280 px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto('/integrer/')
      await page.getByText('Drupal', { exact: true }).click()
      await expectAccessible(page)
    }
  })
