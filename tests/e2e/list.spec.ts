// Can all that a pointer does on the map be done by keys in its list, and is it said?
import type { Page } from '@playwright/test'
import { open, saveData, settled } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ context }) => {
  await saveData(context)
})

const list = (page: Page) => page.locator('#carte .list')
/** Name of the line in focus, '' when the focus is not in the list. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const line = document.activeElement
    if (line?.closest('#carte .list') === null) return ''
    return line?.querySelector('.territory, .name')?.firstChild?.textContent?.trim() ?? ''
  })
const stops = (page: Page): Promise<number> => list(page).locator('[data-key][tabindex="0"]').count()

async function press(page: Page, ...keys: string[]): Promise<string> {
  for (const key of keys) await page.keyboard.press(key)
  return focused(page)
}

for (const width of [390, 1280])
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('the list is one stop, and arrows go through it as through a tree', async ({ page }) => {
      await open(page)
      await expect.poll(() => stops(page)).toBe(1)
      const head = list(page).locator('summary').first()
      await head.focus()
      await expect.poll(() => focused(page)).toBe('Région de Nantes')
      const group = list(page).locator('details').first()
      if (width === 390) {
        await expect(group).not.toHaveAttribute('open')
        await press(page, 'ArrowRight')
      }
      await expect(group).toHaveAttribute('open')
      expect(await press(page, 'ArrowRight')).toBe('Toute la région')
      expect(await press(page, 'ArrowDown')).toBe('Châteaubriant')
      expect(await press(page, 'ArrowUp', 'ArrowUp', 'ArrowUp')).toBe('Région de Nantes')
      expect(await press(page, 'ArrowDown', 'ArrowDown', 'ArrowLeft')).toBe('Région de Nantes')
      await press(page, 'ArrowLeft')
      await expect(group).not.toHaveAttribute('open')
      const next = await press(page, 'ArrowDown')
      expect(next).not.toBe('Châteaubriant')
      expect(await press(page, 'Home')).toBe('Région de Nantes')
      expect(await press(page, 'End')).not.toBe('Région de Nantes')
      await expect.poll(() => stops(page)).toBe(1)
      await page.keyboard.press('Shift+Tab')
      await expect.poll(() => focused(page)).toBe('')
      await page.keyboard.press('Tab')
      await expect.poll(() => focused(page)).not.toBe('')
      await page.keyboard.press('Tab')
      await expect.poll(() => focused(page)).toBe('')
    })

    test('letters find a name, also in a closed group; keys select it and give it back', async ({ page }) => {
      await open(page)
      await list(page).locator('summary').first().focus()
      await page.keyboard.type('mitry')
      await expect.poll(() => focused(page)).toBe('Mitry-Mory')
      await page.keyboard.press('Enter')
      await settled(page, 'territoire=mitry-mory')
      await expect.poll(() => focused(page)).toBe('Mitry-Mory')
      const said = page.locator('#carte [aria-live="polite"]')
      await expect(said).toContainText('Mitry-Mory sélectionné')
      await expect(list(page).locator('button[aria-pressed="true"]')).toHaveCount(1)
      await page.waitForTimeout(900)
      await page.keyboard.press('Space')
      await settled(page, '')
      await expect.poll(() => focused(page)).toBe('Mitry-Mory')
      await expect(said).toContainText('Aucune sélection')
      await expect.poll(() => stops(page)).toBe(1)

      await page.keyboard.type('saint-h')
      await expect.poll(() => focused(page)).toBe('Saint-Herblain')
      await page.waitForTimeout(900)
      await page.keyboard.type('tram t')
      await expect.poll(() => focused(page)).toBe('Tram T12')
    })

    test('a region is selected as one, and Escape gives it back', async ({ page }) => {
      await open(page)
      await list(page).locator('summary').first().focus()
      await press(page, ...(width === 390 ? ['ArrowRight'] : []), 'ArrowRight', 'Enter')
      await settled(page, 'territoire=region-nantes')
      await expect.poll(() => focused(page)).toBe('Toute la région')
      await expect(page.locator('#carte [aria-live="polite"]')).toContainText('Région de Nantes sélectionnée')
      // On a wide map the first one closes its card.
      await page.keyboard.press('Escape')
      if (width > 390) await page.keyboard.press('Escape')
      await settled(page, '')
      await expect.poll(() => focused(page)).toBe('Toute la région')
    })
  })

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('groups open by keyboard, each its own stop', async ({ page }) => {
    await page.goto('/')
    await expect(list(page).locator('[tabindex]')).toHaveCount(0)
    const group = list(page).locator('details').last()
    await group.locator('summary').focus()
    const before = await group.getAttribute('open')
    await page.keyboard.press('Enter')
    expect(await group.getAttribute('open')).not.toBe(before)
  })
})
