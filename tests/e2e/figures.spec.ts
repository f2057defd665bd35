// Does a figure keep its promises on its own page: the values of its table, its sentences, its addresses, its keys?
import { readFileSync } from 'node:fs'
import { expectAccessible } from './support/axe.ts'
import { alive, drawnValues, saveData, tableOf } from './support/dashboard.ts'
import { looks } from './support/looks.ts'
import { expect, test } from './support/test.ts'

interface Index {
  version: string
  figures: { id: string; title: string; question: string; territories: string[] }[]
}
const { version, figures } = JSON.parse(readFileSync('build/figures.json', 'utf8')) as Index

/** A page of each figure, and of some of its territories: each figure once whole, once for its last territory. */
const PAGES = figures.flatMap(({ id, territories }) => [
  { id, path: `/figures/${id}/` },
  ...(territories.length > 0 ? [{ id, path: `/figures/${id}/${territories.at(-1)}/` }] : [])
])

test('the index names every figure once, with its question', () => {
  expect(figures.length).toBeGreaterThan(15)
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
  for (const { question, title } of figures) {
    expect(question).toMatch(/\?$/)
    expect(title).not.toBe('')
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every page draws the values of its table, with its sentences and its files @fault-40', async ({
    page,
    request
  }) => {
    test.slow()
    for (const { id, path } of PAGES) {
      await page.goto(path)
      await expect.soft(page.locator('h1'), path).toHaveCount(1)
      const table = new Set((await tableOf(page, id)).map(({ value }) => value))
      expect.soft(table.size, path).toBeGreaterThan(0)
      const drawn = await drawnValues(page, `#${id} .drawing`)
      // Some numbers are said in other words ("3,93 M€", "5e", "2 h 30"): registry.test.ts holds them to their entries.
      if (!['chiffres-cles', 'produit-activite', 'moyens', 'ecole'].includes(id))
        for (const { text } of drawn)
          expect.soft([...table], `${path} ${text}`).toContain(text.replace(/^[≥≈]\u00a0/, ''))
      expect.soft(await page.locator(`#${id}-source q`).count(), path).toBeGreaterThan(0)
      for (const file of ['figure.svg', 'donnees.csv', 'donnees-excel.csv'])
        expect.soft((await request.get(`${path}${file}`)).status(), `${path}${file}`).toBe(200)
    }
  })

  test('a drawing has its colours: the styles of every kind of drawing are in the page', async ({ page }) => {
    for (const [path, mark] of [
      ['calendrier', '.track rect'],
      ['contrats', '.track rect'],
      ['produit', '.track rect'],
      ['carte', '.map svg path']
    ] as const) {
      await page.goto(`/figures/${path}/`)
      const fill = await page
        .locator(`#${path} ${mark}`)
        .first()
        .evaluate((element) => getComputedStyle(element).fill)
      expect.soft(fill, path).not.toBe('rgb(0, 0, 0)')
    }
  })

  test('a value opens the sentences of the report', async ({ page }) => {
    await page.goto('/figures/produit/')
    await page.getByRole('button', { name: /^2.076.k€/ }).click()
    await expect(page.locator('#produit-source')).toBeVisible()
    await expect(page.locator('#produit-source q', { hasText: '2 076 K€ de produit* en 2021' })).toBeVisible()
  })
})

test('a value opens its own sentence by pointer, by touch of a key, and gives way to Escape', async ({
  page
}) => {
  await page.goto('/figures/produit/')
  const value = page.getByRole('button', { name: /^449.k€/ })
  const card = page.locator('#produit .marks .card')
  await value.hover()
  await expect(card).toContainText('449 K€ de produit* en 2021')
  await expect(card).toContainText('de 448\u202f500\u00a0€ à 449\u202f500\u00a0€')
  // The pointer can go into it.
  await card.hover()
  await expect(card).toBeVisible()
  await page.keyboard.press('Tab')
  await page.mouse.move(0, 0)
  await value.click()
  await expect(card).toContainText('449 K€')
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
})

test('a drawing is one stop of the Tab key, and arrows walk through it', async ({ page, context }) => {
  await saveData(context)
  await page.goto('/figures/personnes/')
  await alive(page)
  const drawing = page.locator('#personnes .marks')
  const stops = await drawing
    .locator('a[href], button')
    .evaluateAll(
      (all) => all.filter((one) => (one as HTMLElement).tabIndex === 0 && !one.closest('.tools')).length
    )
  expect(stops).toBe(1)
  await drawing.locator('a[href]').first().focus()
  await page.keyboard.press('End')
  await expect(drawing.locator('button.open').last()).toBeFocused()
  await page.keyboard.press('Home')
  await expect(drawing.locator('a[href]').first()).toBeFocused()
})

test('small values can be enlarged, and the axis says where it is cut', async ({ page }) => {
  await page.goto('/figures/personnes/')
  const button = page.getByRole('button', { name: 'Agrandir les petites valeurs' })
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(/Axe agrandi, coupé à 12/)).toBeVisible()
  await button.click()
  await expect(page.getByText(/Axe agrandi/)).toHaveCount(0)
})

test('a frozen page says so, leads to the live one, and is not indexed', async ({ page }) => {
  await page.goto(`/figures/produit/angers/`)
  await page.getByRole('link', { name: 'La page figée' }).click()
  await expect(page).toHaveURL(new RegExp(`/v/${version.replace('.', '\\.')}/figures/produit/angers/$`))
  await expect(page.getByText(/cette adresse montrera toujours ces nombres/)).toBeVisible()
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Voir la figure à jour' }).click()
  await expect(page).toHaveURL(/\/figures\/produit\/angers\/$/)
})

test('the frozen figures of a version have a list, which says what it is and is not indexed', async ({
  page
}) => {
  await page.goto(`/v/${version}/figures/produit/`)
  await page.getByRole('link', { name: 'Toutes les figures figées de cette version' }).click()
  await expect(page).toHaveURL(new RegExp(`/v/${version.replace('.', '\\.')}/figures/$`))
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
  await expect(page.getByText(/ces adresses montreront toujours ces nombres/)).toBeVisible()
  const links = page.locator('.figures a')
  expect(await links.count()).toBeGreaterThan(15)
  for (const href of await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))
    expect(href).toContain(`/v/${version}/figures/`)
  await expectAccessible(page)
  for (const from of ['/figures/', '/methode/']) {
    await page.goto(from)
    await page.getByRole('link', { name: `les figures des données ${version}` }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Les figures figées')
  }
})

test('the dashboard leads to all figures, and says how many', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: `Toutes les figures (${figures.length})` }).click()
  await expect(page.locator('.figures li')).toHaveCount(figures.length)
})

for (const { colorScheme, width } of looks())
  test(`no accessibility rule is broken on the page of a figure of each kind, ${colorScheme}, ${width} px`, async ({
    page
  }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    for (const path of [
      'produit',
      'actes/rennes',
      'calendrier',
      'contrats',
      'diplomes',
      'moyens',
      'carte/region-nantes'
    ]) {
      await page.goto(`/figures/${path}/`)
      await expectAccessible(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect.soft(wide, `${path} scrolls sideways`).toBe(false)
    }
  })
