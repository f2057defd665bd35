// Do the pages keep the criteria of the RGAA that a browser can measure and that no other test here looks at?
import type { Page } from '@playwright/test'
import { saveData } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

const PAGES = [
  '/',
  '/territoires/',
  '/territoires/orvault/',
  '/figures/',
  '/figures/produit/',
  '/figures/calendrier/',
  '/comparer/',
  '/integrer/',
  '/donnees/',
  '/donnees/importer/',
  '/methode/',
  '/plan/',
  '/mentions-legales/',
  '/accessibilite/',
  '/hors-ligne/'
]

test.beforeEach(async ({ context }) => {
  await saveData(context)
})
test.slow()

/** Looks at each page once, with everything that folds unfolded; what is found is told with its page. */
async function onEach(page: Page, look: (page: Page) => Promise<string[]>): Promise<void> {
  for (const path of PAGES) {
    await page.goto(path)
    await page.evaluate(() =>
      document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', ''))
    )
    expect.soft(await look(page), path).toEqual([])
  }
}

test('pages are whole documents: a type, closed elements, ids once, no positive tabindex', async ({
  page,
  request
}) => {
  for (const path of PAGES)
    expect.soft(await (await request.get(path)).text(), path).toMatch(/^<!doctype html>/i)
  await onEach(page, () =>
    page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      return [
        ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `twice: ${id}`),
        ...[...document.querySelectorAll('[tabindex]')]
          .filter((one) => Number(one.getAttribute('tabindex')) > 0)
          .map((one) => `tabindex: ${one.outerHTML.slice(0, 60)}`)
      ]
    })
  )
})

test('tables have a caption and headers', async ({ page }) => {
  await onEach(page, () =>
    page.evaluate(() =>
      [...document.querySelectorAll('table')]
        .filter(
          (table) =>
            (table.caption?.textContent.trim() ?? '') === '' ||
            table.querySelector('th') === null ||
            [...table.querySelectorAll('th')].some((th) => !/^(col|row|colgroup|rowgroup)$/.test(th.scope))
        )
        .map((table) => table.outerHTML.slice(0, 120))
    )
  )
})

test('frames have a title, that of the figure in them', async ({ page }) => {
  await page.goto('/integrer/')
  for (const frame of await page.locator('iframe').all()) {
    const title = (await frame.getAttribute('title')) ?? ''
    expect(title.length).toBeGreaterThan(10)
    await expect(frame.contentFrame().locator('body')).toContainText(title.split(/ ?[:,]/)[0]!)
  }
  await onEach(page, () =>
    page.evaluate(() =>
      [...document.querySelectorAll('iframe:not([title])')].map((frame) => frame.outerHTML.slice(0, 80))
    )
  )
})

test('headings make an outline: one first, no level left out', async ({ page }) => {
  await onEach(page, () =>
    page.evaluate(() => {
      const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
        .filter((one) => one.checkVisibility())
        .map((one) => Number(one.tagName.slice(1)))
      const jumps = levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)
      return [
        ...(levels.filter((level) => level === 1).length === 1 ? [] : [`h1: ${levels.join(' ')}`]),
        ...jumps.map((level) => `jump to ${level}: ${levels.join(' ')}`)
      ]
    })
  )
})

test('landmarks are there, once, in one order', async ({ page }) => {
  await onEach(page, () =>
    page.evaluate(() => {
      const marks = [...document.querySelectorAll('body header.head, main, footer.foot')].map(
        (one) => one.tagName
      )
      const navs = [...document.querySelectorAll('nav')].filter((one) => one.checkVisibility())
      const names = navs.map(
        (nav) =>
          nav.getAttribute('aria-label') ??
          document.getElementById(nav.getAttribute('aria-labelledby') ?? '')?.textContent ??
          ''
      )
      return [
        ...(marks.join(' ') === 'HEADER MAIN FOOTER' ? [] : [marks.join(' ')]),
        ...(names.includes('') || new Set(names).size !== names.length ? [`nav: ${names.join(' | ')}`] : [])
      ]
    })
  )
})

test('links have a name, and none opens a window by itself', async ({ page }) => {
  await onEach(page, () =>
    page.evaluate(() =>
      [...document.querySelectorAll('a[href]')]
        .filter(
          (link) =>
            link.hasAttribute('target') ||
            `${link.textContent}${link.getAttribute('aria-label') ?? ''}${link.querySelector('svg title')?.textContent ?? ''}`.trim() ===
              ''
        )
        .map((link) => link.outerHTML.slice(0, 100))
    )
  )
})

test('the first stop leads to the content', async ({ page }) => {
  for (const path of PAGES) {
    await page.goto(path)
    await page.keyboard.press('Tab')
    await expect(page.locator(':focus')).toHaveText('Aller au contenu')
    await page.keyboard.press('Enter')
    await expect(page.locator('main')).toBeFocused()
  }
})

/** Who has the focus, and whether it can be seen: an outline, a shadow or a border that is not there without it. */
async function focused(page: Page): Promise<{ name: string; seen: boolean }> {
  return page.evaluate(() => {
    const one = document.activeElement
    if (!(one instanceof HTMLElement || one instanceof SVGElement) || one === document.body)
      return { name: '', seen: true }
    const drawn = (element: Element): string => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor, stroke, strokeWidth } =
        getComputedStyle(element)
      return [
        outlineStyle === 'none' ? '' : outlineStyle + outlineWidth,
        boxShadow,
        borderColor,
        backgroundColor,
        stroke,
        strokeWidth
      ].join()
    }
    // A control may show its focus on what stands around or inside it.
    const around = [one, one.parentElement, one.firstElementChild].filter((element) => element !== null)
    const before = around.map(drawn)
    one.blur()
    const after = around.map(drawn)
    one.focus()
    return {
      name: `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 40)}`,
      seen: before.some((text, index) => text !== after[index])
    }
  })
}

test('every stop of the Tab key shows its focus, and the last one leads out of the page', async ({
  page
}) => {
  test.setTimeout(180_000)
  for (const path of ['/', '/territoires/orvault/', '/comparer/', '/accessibilite/']) {
    await page.goto(path)
    const unseen: string[] = []
    let stops = 0
    for (; stops < 400; stops += 1) {
      await page.keyboard.press('Tab')
      const { name, seen } = await focused(page)
      if (name === '') break
      if (!seen) unseen.push(name)
    }
    expect.soft(stops, `${path}: the Tab key leads out`).toBeLessThan(400)
    expect.soft([...new Set(unseen)], path).toEqual([])
  }
})

for (const width of [320, 1280])
  test(`text spaced as the rule says loses nothing, and nothing scrolls sideways at ${width} px`, async ({
    page
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await onEach(page, () =>
      page.evaluate(() => {
        const { clientWidth } = document.documentElement
        const before = document.documentElement.scrollWidth > clientWidth ? ['scrolls as it is'] : []
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'
        )
        document.adoptedStyleSheets = [sheet]
        const cut = [
          ...document.querySelectorAll(
            'main :is(p, h1, h2, h3, li, a, button, dt, dd, label), header a, header button, footer a'
          )
        ]
          .filter(
            (one) =>
              one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
              one.closest('.visually-hidden, svg') === null
          )
          .filter((one) => {
            const { overflowX, overflowY } = getComputedStyle(one)
            // What is for screen readers alone is one pixel on purpose.
            if (one.clientWidth <= 1) return false
            const hides = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip')
            return hides && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
          })
        return [
          ...before,
          ...cut.slice(0, 5).map((one) => `cut: ${one.outerHTML.slice(0, 80)}`),
          ...(document.documentElement.scrollWidth > clientWidth ? ['scrolls sideways'] : [])
        ]
      })
    )
  })

test('in forced colours the focus still shows @fault-40', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/?territoire=orvault')
  await page.keyboard.press('Tab')
  const outline = await page.locator(':focus').evaluate((one) => getComputedStyle(one).outlineStyle)
  expect(outline).not.toBe('none')
})
