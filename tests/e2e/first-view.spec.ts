// Does a reader without script, or whose scripts never come, still read the report: numbers, map, tables, sources?
import type { Page } from '@playwright/test'
import { pageCount } from './support/build.ts'
import { drawnValues, tableOf } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

/** The numbers that the HTML of `/` must hold, as French writes them. */
const NUMBERS = [
  '449',
  '734',
  '2\u202f076',
  '454\u202f854',
  '138\u202f372',
  '3\u202f929\u202f656',
  '1\u202f477',
  '5\u202f806',
  '175\u202f494'
]

/** Figure, value as drawn, marks in words beside it. */
const DRAWN: [figure: string, text: string, marks: string[]][] = [
  ['produit', '449\u00a0k€', ['arrondi']],
  ['produit', '734\u00a0k€', ['arrondi', 'à vérifier']],
  ['produit', '2\u202f076\u00a0k€', ['arrondi', 'à vérifier']],
  ['produit', '454\u202f854\u00a0€', ['à vérifier']],
  ['produit', '138\u202f372\u00a0€', []],
  ['produit', '3\u202f929\u202f656\u00a0€', ['à vérifier']],
  ['produit', '77\u202f430\u00a0€', ['calculé', 'à vérifier']],
  ['actes', '5\u202f806', []],
  ['actes', '330', ['période partielle']],
  ['actes', '≥\u00a042\u202f000', []],
  ['personnes', '175\u202f494', []],
  ['personnes', '416', ['période partielle']],
  ['stagiaires', '1\u202f477', []],
  ['stagiaires', '1\u202f078', ['calculé', 'à vérifier']]
]

/** Is this number in the text, and not a part of a longer one? */
function holds(text: string, number: string): boolean {
  return new RegExp(`(?<![\\d\\u202f,])${number}(?![\\d,]|\\u202f\\d)`).test(text)
}

/** The text that a reader may read: no markup, no script, no data for the script. */
async function readable(html: Promise<string>): Promise<string> {
  return (await html).replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ')
}

async function mainText(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('main')?.textContent.replace(/\s+/g, ' ') ?? '')
}

test('the HTML of / holds the numbers of the report', async ({ request }) => {
  const text = await readable((await request.get('/')).text())
  expect(NUMBERS.filter((number) => !holds(text, number))).toEqual([])
  // Only what is written: a number of another year or of nobody must not pass.
  expect(holds(text, '448')).toBe(false)
  // The emphasis of the transcription is not a word of the report.
  expect(text).not.toContain('**')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('numbers are drawn with their marks in words @fault-01', async ({ page }) => {
    await page.goto('/')
    for (const [figure, text, marks] of DRAWN) {
      expect.soft(await drawnValues(page, `#${figure} .drawing`), figure).toContainEqual({ text, marks })
    }
    expect(await drawnValues(page, '.numbers')).toHaveLength(5)
  })

  for (const [width, variant] of [
    [1280, 'wide'],
    [390, 'narrow']
  ] as const) {
    test(`the map is drawn and the list opens at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto('/')
      const map = page.locator(`#carte .variant.${variant}`).getByRole('img')
      await expect(map).toBeVisible()
      await expect(map).toHaveAccessibleName(/Carte des lieux/)
      await expect(page.locator('#carte').getByRole('img')).toHaveCount(1)
      await expect(map.locator('circle.circle')).toHaveCount(4)
      await expect(map.locator('text.name', { hasText: 'Brest' })).toHaveCount(1)
      const group = page
        .locator('#carte details')
        .filter({ has: page.getByText('Île-de-France', { exact: true }) })
      const place = group.getByText('Mitry-Mory')
      const open = await place.isVisible()
      await group.locator('summary').click()
      await expect(place).toBeVisible({ visible: !open })
    })
  }

  test('tables and sources open, in words of the report', async ({ page }) => {
    await page.goto('/')
    for (const [figure, row, quote] of [
      ['carte', 'Région de Rennes', '449 K€ de produit* en 2021'],
      ['produit', 'Angers', '454 854 € de produit* en 2021'],
      ['actes', 'Rennes', '5 806 Interventions'],
      ['personnes', 'Nantes', '175 494 Personnes en contact avec le dispositif'],
      ['stagiaires', 'Tout Optima', '73% Ille et Vilaine']
    ] as const) {
      const section = page.locator(`#${figure}`)
      const [table, source] = [page.locator(`#${figure}-tableau`), page.locator(`#${figure}-source`)]
      await expect(table).toBeHidden()
      await section.getByRole('button', { name: 'Tableau' }).click()
      await expect(table.getByRole('row').filter({ hasText: row }).first()).toBeVisible()
      await section.getByRole('button', { name: 'Source', exact: true }).click()
      await expect(source.locator('q', { hasText: quote }).first()).toBeVisible()
      await expect(table).toBeHidden()
      await page.keyboard.press('Escape')
      await expect(source).toBeHidden()
    }
    const rows = await tableOf(page, 'produit')
    const region = rows.find((row) => row.territory === 'Île-de-France')
    expect(region).toMatchObject({ value: '734\u00a0k€', marks: ['arrondi', 'à vérifier'] })
    expect(region?.bounds).toContain('733\u202f500')
  })

  test('a key number opens its sentence, and a mark its definition', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Source de 106' }).click()
    await expect(page.getByText('106 salariés au 31/12/2021')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.locator('#produit').getByRole('button', { name: 'arrondi' }).first().click()
    await expect(page.locator('#marque-rounded')).toBeVisible()
    await expect(page.locator('#marque-rounded')).toContainText('500 € près')
  })

  test('nothing offers what only a script can do @fault-01', async ({ page }) => {
    await page.goto('/')
    const idle = await page.evaluate(() =>
      [...document.querySelectorAll('button:not([popovertarget]), select')]
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .filter((control) => !(control as HTMLButtonElement).disabled)
        .map((control) => control.getAttribute('name') ?? control.textContent.trim())
    )
    expect(idle).toEqual([])
  })

  test('the page on method says how totals agree, where the report does not, and what words mean', async ({
    page
  }) => {
    await page.goto('/methode/')
    const said = async (section: string): Promise<string> =>
      (await page.locator(`#${section}`).innerText()).replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ')

    const totals = await said('rapprochements')
    for (const words of ['77 430 €', '75 930 €', '78 930 €', '3 852 226 €', '3 929 656 €', 'si Angers'])
      expect.soft(totals, 'totals').toContain(words)

    const doubts = await said('desaccords')
    for (const words of [
      '63 Nombre de modules',
      '3 modules de formation',
      '18 pays de naissance différents',
      '13 titres MSADS',
      '454 854 €',
      '734 K€',
      'renouvelé',
      'trois années',
      "d'avril à novembre 2020",
      'juin juillet et septembre',
      '1 sur chaque commune',
      'une dizaine',
      '73% Ille et Vilaine',
      'tout au long de l’année 2022'
    ])
      expect.soft(doubts, 'disagreements').toContain(words)

    const definitions = await said('definitions')
    for (const words of ['Médiation de jour', 'Interventions des médiateurs de jour', '5 806'])
      expect.soft(definitions, 'definitions').toContain(words)
    await expect(page.locator('#comparer details').first()).toBeVisible()
    await page.locator('#comparer summary').first().click()
    await expect(page.locator('#comparer details[open] p').first()).toBeVisible()
  })
})

test('when no script and no style comes, the page says the same @fault-01', async ({
  page,
  browser,
  watch,
  allow
}) => {
  const still = await browser.newContext({ javaScriptEnabled: false })
  await watch(still)
  const reference = await still.newPage()
  await reference.goto('/')
  const expected = await mainText(reference)
  await still.close()
  expect(expected).toContain('449')

  // The import that starts the page is refused too, outside of any code of ours.
  allow(/Failed to load resource|^page error/)
  const aborted: string[] = []
  await page.route('**/_app/**', (route) => {
    aborted.push(route.request().url())
    return route.abort()
  })
  await page.goto('/')
  await expect.poll(() => aborted.some((url) => url.endsWith('.js'))).toBe(true)
  expect(await mainText(page)).toBe(expected)
  await page.locator('#produit').getByRole('button', { name: 'Tableau' }).click()
  await expect(page.getByRole('cell', { name: '3\u202f929\u202f656' })).toBeVisible()
})

test('on paper the dashboard takes five A4 pages', async ({ page }) => {
  await page.goto('/')
  expect(pageCount(await page.pdf({ preferCSSPageSize: true }))).toBe(5)
})
