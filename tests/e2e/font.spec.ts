// Does anything move when the font of the site comes in the middle of the reading?
import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

/** Sum of what moved that no reader asked for, as browsers count it (CLS). */
async function shifted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(
            list
              .getEntries()
              .reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0)
          )
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(resolve, 500, 0)
      })
  )
}

for (const path of ['/', '/territoires/orvault/', '/figures/produit/', '/comparer/', '/integrer/'])
  for (const width of [412, 1280])
    test(`nothing shifts on ${path} at ${width} px when the font arrives late`, async ({ page }) => {
      await page.setViewportSize({ width, height: 823 })
      let send: () => void = () => undefined
      const asked = new Promise<void>((resolve) => (send = resolve))
      await page.route('**/*.woff2', async (route) => {
        await asked
        await route.continue()
      })
      await page.goto(path, { waitUntil: 'commit' })
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.evaluate(
        () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
      )
      const before = await page.evaluate(() => document.fonts.check('400 16px "Inter Variable"'))
      send()
      await page.waitForFunction(() => document.fonts.check('400 16px "Inter Variable"'))
      await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)))
      expect(before).toBe(false)
      expect(await shifted(page)).toBeLessThan(0.01)
    })
