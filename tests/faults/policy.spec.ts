// What does the reader have where the policy of a company or a proxy takes away what the engine needs?
import type { Page } from '@playwright/test'
import { choose, PATIENCE, saveData } from '../e2e/support/dashboard.ts'
import { expect, test } from '../e2e/support/test.ts'

/** The page with another policy than ours: what was allowed is not any more. */
async function withPolicy(page: Page, from: RegExp, to: string): Promise<void> {
  await page.route('**/', async (route) => {
    const response = await route.fetch()
    const html = await response.text()
    expect(html).toMatch(from)
    await route.fulfill({ response, body: html.replace(from, to) })
  })
}

test.beforeEach(async ({ context, allow }) => {
  await saveData(context)
  allow(/CSP: |Content Security Policy|violates the following/)
})

for (const [name, from, to] of [
  ['no worker may start @fault-02', /worker-src 'self'/, "worker-src 'none'"],
  ['WebAssembly is refused @fault-05', / 'wasm-unsafe-eval'/, '']
] as const)
  test(`${name}: the standard view stands, and says why there is no filter`, async ({ page }) => {
    await withPolicy(page, from, to)
    await page.goto('/')
    await expect(page.locator('#produit')).toContainText('2')
    const before = await page.locator('#produit').innerText()
    await choose(page, 'territoire', 'angers')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('Le filtrage n’a pas pu démarrer', { timeout: PATIENCE })
    await expect(alert.getByRole('button', { name: 'Réessayer' })).toBeVisible()
    await alert.getByRole('button', { name: 'Revenir à la vue affichée' }).click()
    expect(await page.locator('#produit').innerText()).toBe(before)
  })
