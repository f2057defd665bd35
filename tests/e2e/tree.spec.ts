// What does a screen reader meet, in which order? The accessibility tree of the key pages, kept as text.
//
// A change of structure, name or order shows as a difference to read; `npx playwright test tree --update-snapshots` accepts it.
import { open, saveData, wakeUp } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ context }) => {
  await saveData(context)
})

for (const [name, path, part] of [
  ['figure', '/figures/produit/', 'body'],
  ['fiche', '/territoires/orvault/', 'body'],
  ['compare', '/comparer/', '#personnes'],
  ['import', '/donnees/importer/', 'body'],
  ['story', '/recit/2021/', 'body'],
  ['builder', '/integrer/', 'body'],
  ['lost', '/404/', 'body']
] as const)
  test(`${path} reads as it did @fault-40`, async ({ page, allow }) => {
    if (name === 'lost') allow(/status of 404/)
    await page.goto(path)
    await wakeUp(page)
    await expect(page.locator(part)).toMatchAriaSnapshot({ name: `${name}.aria.yml` })
  })

test('the dashboard reads as it did, whole and with a choice @fault-40', async ({ page }) => {
  await open(page)
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'dashboard.aria.yml' })
  await open(page, 'territoire=orvault')
  await expect(page.locator('main')).toMatchAriaSnapshot({ name: 'dashboard-orvault.aria.yml' })
})

test('an embed reads as it did, without a script @fault-40', async ({ page }) => {
  await page.goto('/embed/actes/')
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'embed.aria.yml' })
})
