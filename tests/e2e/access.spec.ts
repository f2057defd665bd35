// Can everyone use the pages: by keyboard alone, enlarged, in both themes, with a screen reader's rules?
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { PATIENCE, open, saveData, settled } from './support/dashboard.ts'
import { launch } from './support/launch.ts'
import { FULL, looks } from './support/looks.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ context }) => {
  await saveData(context)
})

const LOST = ['/404/', '/territoires/orvaut/']
const DUTIES = ['/plan/', '/accessibilite/', '/mentions-legales/', '/hors-ligne/']
const PAGES = [
  '/',
  '/territoires/',
  '/territoires/orvault/',
  '/methode/',
  '/donnees/importer/',
  ...DUTIES,
  ...LOST
]

for (const [turn, { colorScheme, width }] of looks().entries())
  test.describe(`in the ${colorScheme} theme at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } })

    // A page in one look, the next in the other; with FULL=1 each in all of them.
    for (const path of PAGES.filter((_, index) => FULL || index % 2 === turn))
      test(`no accessibility rule is broken on ${path} @fault-40`, async ({ page, allow }) => {
        if (LOST.includes(path)) allow(/status of 404/)
        await page.goto(path)
        await expectAccessible(page)
      })

    test('no rule is broken by a choice, its card, its empty figures and an open source', async ({
      page
    }) => {
      test.slow()
      await open(page, 'territoire=orvault')
      await expectAccessible(page)
      await page.locator('#actes').getByRole('button', { name: 'Source', exact: true }).click()
      await expect(page.locator('#actes-source')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.locator('#actes').getByRole('button', { name: 'Tableau' }).click()
      await expectAccessible(page)
    })
  })

/** What sticks out to the right of the window, if the page can be scrolled sideways. */
async function wider(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('main :not(svg *), header :not(svg *), footer :not(svg *)')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map(
        (element) =>
          `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 30)}`
      )
  })
}

test('nothing is scrolled sideways, from 320 to 1600 px', async ({ page, allow }) => {
  allow(/status of 404/)
  for (const path of PAGES) {
    await page.goto(path)
    for (const width of [320, 390, 640, 768, 1024, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await wider(page), `${path} at ${width} px`).toEqual([])
    }
  }
})

test('text twice as large fits, and cuts nothing off @fault-40', async ({ page }) => {
  for (const width of [390, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/')
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await wider(page), `${width} px`).toEqual([])
    expect(await tooSmall(page), `${width} px`).toEqual([])
  }
})

test('the pages fit the size of text that a reader has set in the browser, twice the usual @fault-40', async ({
  baseURL,
  watch,
  allow
}) => {
  test.slow()
  allow(/status of 404/)
  const browser = await launch(['--blink-settings=defaultFontSize=32'])
  try {
    const context = await browser.newContext({ baseURL: baseURL ?? '', reducedMotion: 'reduce' })
    await watch(context)
    const page = await context.newPage()
    for (const path of [...PAGES, '/comparer/', '/integrer/', '/figures/calendrier/', '/recit/2021/'])
      for (const width of [390, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(path)
        expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('32px')
        expect.soft(await wider(page), `${path} at ${width} px`).toEqual([])
        expect.soft(await tooSmall(page), `${path} at ${width} px`).toEqual([])
      }
  } finally {
    await browser.close()
  }
})

/** Fields lower than their own text, and parts of a figure whose content lies over the next. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const low = [...document.querySelectorAll('main select')].filter((field) => {
      const { fontSize, paddingTop, paddingBottom } = getComputedStyle(field)
      const room = field.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)
      return field.checkVisibility() && room < parseFloat(fontSize)
    })
    const over = [...document.querySelectorAll('.panel, .cell, .act')].filter(
      (part) => part.checkVisibility() && part.scrollWidth > part.clientWidth + 1
    )
    return [...low, ...over].map(
      (part) => `${part.tagName} ${part.getAttribute('class') ?? ''} ${part.textContent.slice(0, 30)}`
    )
  })
}

/** The element in focus: its role or tag, and its name. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return ''
    const label = element.getAttribute('aria-label') ?? element.textContent
    const name = element instanceof HTMLSelectElement ? element.name : label
    return `${element.tagName.toLowerCase()} ${name.replace(/\s+/g, ' ').trim()}`
  })
}

/** Tabs on until this is in focus; every stop on the way must show its focus. */
async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    const outlined = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return true
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    })
    expect(outlined, `${now} shows its focus`).toBe(true)
    if (typeof wanted === 'string' ? now === wanted : wanted.test(now)) return
  }
  throw new Error(`not reached with Tab: ${String(wanted)}`)
}

test('by keyboard alone: choose in the list, close the card, read a source, come back @fault-40', async ({
  page
}) => {
  test.slow()
  await open(page)
  await page.keyboard.press('Tab')
  await expect.poll(() => focused(page)).toBe('a Aller au contenu')
  await page.keyboard.press('Enter')
  await tabTo(page, 'select territoire')
  await tabTo(page, /^summary Région de Nantes/)
  await page.keyboard.type('orv')
  await expect.poll(() => focused(page)).toBe('button Orvault')
  await page.keyboard.press('Enter')
  await settled(page, 'territoire=orvault')
  await expect(page.locator('#carte article').getByRole('heading', { name: 'Orvault' })).toBeVisible({
    timeout: PATIENCE
  })
  // The reader stays where they were.
  await expect.poll(() => focused(page)).toBe('button Orvault')
  await page.keyboard.press('Enter')
  await settled(page, '')

  // A drawing is one stop; arrows walk through its names and values.
  await tabTo(page, 'a Région de Nantes')
  for (let step = 0; step < 12 && (await focused(page)) !== 'a Angers'; step++)
    await page.keyboard.press('ArrowDown')
  await expect.poll(() => focused(page)).toBe('a Angers')
  await page.keyboard.press('Enter')
  await settled(page, 'territoire=angers')

  await tabTo(page, 'button Source')
  await page.keyboard.press('Enter')
  const panel = page.locator('[popover]:popover-open')
  await expect(panel).toContainText('454 854 € de produit* en 2021')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect.poll(() => focused(page)).toBe('button Source')
})

test('what changed is said @fault-40', async ({ page }) => {
  await open(page)
  await page.locator('#carte .list').getByRole('button', { name: 'Orvault' }).click()
  await settled(page, 'territoire=orvault')
  await expect(page.locator('#carte [aria-live="polite"]')).toContainText('Orvault sélectionné')
})
