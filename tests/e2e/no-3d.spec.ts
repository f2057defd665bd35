// Does a browser whose 3D is switched off, as some administrations do, still show places and figures?
import { drawnValues } from './support/dashboard.ts'
import { launch } from './support/launch.ts'
import { expect, test } from './support/test.ts'

test('with --disable-3d-apis the drawn map, its list and the figures are there, with a short reason @fault-21', async ({
  baseURL,
  watch
}) => {
  const browser = await launch(['--disable-3d-apis'])
  try {
    const context = await browser.newContext({ baseURL: baseURL ?? '', reducedMotion: 'reduce' })
    await watch(context)
    const page = await context.newPage()
    await page.goto('/')
    expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull()
    await page.locator('#carte .box').hover()
    await expect(page.getByText(/Carte simplifiée.*WebGL absent ou désactivé/)).toBeVisible({ timeout: 5000 })
    await expect(page.locator('#carte .overlay circle.circle')).toHaveCount(4)
    await expect(page.locator('#carte .list').getByRole('button', { name: 'Orvault' })).toBeVisible()
    expect((await drawnValues(page, '#produit .drawing')).length).toBeGreaterThan(5)
  } finally {
    await browser.close()
  }
})
