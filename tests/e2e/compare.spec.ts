// Can a board member compare the regions, defend it, and take it away on paper or in a spreadsheet?
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { pageCount } from './support/build.ts'
import { wakeUp } from './support/dashboard.ts'
import { looks } from './support/looks.ts'
import { expect, test } from './support/test.ts'

const COMPARE = '/comparer/'
const heads = (page: Page): Promise<string[]> =>
  page
    .locator('.heads .name')
    .allInnerTexts()
    .then((names) => names.map((name) => name.trim()))
/** The page has read its address: what needs script is there. */
async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${COMPARE}${query}`)
  await wakeUp(page)
}

test('without script the four territories and the table of everything are there, whole', async ({
  browser,
  watch
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await watch(context)
  const page = await context.newPage()
  await page.goto(COMPARE)
  await expect
    .poll(() => heads(page))
    .toEqual(['Région de Rennes', 'Région de Nantes', 'Angers', 'Île-de-France'])
  await expect(page.locator('#produit')).toContainText('entre 4,61 et 4,63')
  await expect(page.locator('#personnes')).toContainText('Pas de classement ici.')
  await expect(page.locator('#tableau tbody tr:not(.group)')).not.toHaveCount(0)
  await expect(page.locator('#tableau')).toContainText('77\u202f430')
  await expect(page.getByRole('button', { name: /Imprimer/ }).first()).toBeHidden()
  await expect(page.getByLabel('Ajouter un territoire')).toBeHidden()
  await expect(page.getByText('Tel que publié')).toBeHidden()
  await page.getByRole('button', { name: 'Image', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Les quatre territoires, image SVG' })).toHaveAttribute(
    'href',
    /comparer\.svg$/
  )
  const image = await page.request.get('/comparer.svg')
  expect(image.headers()['content-type']).toMatch(/^image\/svg\+xml/)
  await context.close()
})

test('a reader leaves two of the four, adds one, and comes back', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Retirer Région de Nantes' }).click()
  await page.getByRole('button', { name: 'Retirer Île-de-France' }).click()
  await expect.poll(() => heads(page)).toEqual(['Région de Rennes', 'Angers'])
  await expect(page).toHaveURL(/\?t=region-rennes,angers$/)
  await page.getByLabel('Ajouter un territoire').selectOption('orvault')
  await expect(page).toHaveURL(/\?t=region-rennes,angers,orvault$/)
  await expect(page.locator('h1')).toHaveText('Comparer Rennes, Angers et Orvault, 2021')
  await expect(page.locator('#produit')).toContainText(
    'non publié ici\u00a0; il l’est pour la région de Nantes'
  )
  await page.goBack()
  await expect.poll(() => heads(page)).toEqual(['Région de Rennes', 'Angers'])
  await page.goBack()
  await page.goBack()
  await expect.poll(() => heads(page)).toHaveLength(4)
  await page.goForward()
  await expect.poll(() => heads(page)).toHaveLength(3)
})

test('an address opens the comparison it names, by alias too', async ({ page }) => {
  await open(page, '?t=44114,region-paris&utm_source=lettre')
  await expect.poll(() => heads(page)).toEqual(['Orvault', 'Île-de-France'])
  await expect(page.locator('.issue')).toHaveCount(0)
})

for (const [what, query, names, says] of [
  [
    'five territories',
    '?t=rennes,angers,nantes,orvault,paris',
    ['Rennes', 'Angers', 'Nantes', 'Orvault'],
    /«\u202fparis\u202f» est de trop/
  ],
  ['the same twice', '?t=rennes,angers,35238', ['Rennes', 'Angers'], /rien ne se compare à soi-même/],
  [
    'an unknown place',
    '?t=rennes,atlantide,angers',
    ['Rennes', 'Angers'],
    /«\u202fatlantide\u202f» n’est ni un territoire/
  ],
  [
    'a territory and a dispositif',
    '?t=rennes,eds,angers',
    ['Rennes', 'Angers'],
    /n’est pas de la même nature/
  ],
  [
    'a region and its commune',
    '?t=region-nantes,orvault',
    ['Région de Nantes', 'Orvault'],
    /Orvault est dans la région de Nantes/
  ]
] as const)
  test(`${what}: explained, the rest is compared`, async ({ page }) => {
    await open(page, query)
    await expect.poll(() => heads(page)).toEqual([...names])
    await expect(page.locator('.issue').filter({ hasText: says })).toHaveCount(1)
    await expect(page.locator('#produit')).toBeVisible()
  })

test('one thing with itself is no comparison, and says what to do', async ({ page }) => {
  await open(page, '?t=angers,49007')
  await expect(page.getByRole('heading', { name: 'Il faut au moins deux colonnes' })).toBeVisible()
  await expect(page.locator('.issue')).toContainText('rien ne se compare à soi-même')
  await expect(page.locator('#produit')).toHaveCount(0)
  await page.getByRole('link', { name: 'Comparer les quatre territoires' }).click()
  await expect.poll(() => heads(page)).toHaveLength(4)
  await expect(page).toHaveURL(/\/comparer\/$/)
})

test('a measure that neither has is explained, without an axis', async ({ page }) => {
  await open(page, '?t=brest,caen')
  for (const id of ['produit', 'personnes', 'actes']) {
    await expect(page.locator(`#${id}`)).toContainText('Ce n’est pas un zéro')
    await expect(page.locator(`#${id} svg.track`)).toHaveCount(0)
  }
})

test('dispositifs stand side by side, without any ratio', async ({ page }) => {
  await open(page)
  await page.getByRole('link', { name: 'des dispositifs' }).click()
  await expect(page).toHaveURL(/\?t=mediation-jour,mediation-quartier,mediation-urbaine-angers$/)
  await expect(page.locator('#rapporte')).toContainText('deux dispositifs')
  await expect(page.getByLabel('Ajouter un dispositif')).toBeVisible()
})

test('by keyboard alone: remove, add, open a source, close it', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Retirer Angers' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Ajouter un territoire')).toBeFocused()
  await expect.poll(() => heads(page)).toHaveLength(3)
  await page.locator('#produit .open').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#produit .card')).toContainText('449 K€ de produit* en 2021')
  await page.keyboard.press('Escape')
  await expect(page.locator('#produit .card')).toHaveCount(0)
  await page.getByRole('button', { name: 'Sources : Personnes' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#personnes-source')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('#personnes-source')).toBeHidden()
  await page.locator('#tableau [role="region"]').focus()
  await expect(page.locator('#tableau [role="region"]')).toBeFocused()
})

test('prints on two A4 pages at most, the table of everything on its own', async ({ page }) => {
  await open(page)
  expect(pageCount(await page.pdf({ preferCSSPageSize: true }))).toBeLessThanOrEqual(2)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#tableau')).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByText(/Source\s: rapport d’activité 2021 d’Optima/)).toBeVisible()
  await page.emulateMedia({ media: null })
  await open(page, '?t=rennes,angers')
  expect(pageCount(await page.pdf({ preferCSSPageSize: true }))).toBeLessThanOrEqual(2)
})

test('leaves as a file for French Excel and as a standard one, absences and reasons included', async ({
  page
}) => {
  await open(page)
  for (const [name, file, lead] of [
    [
      'CSV pour Excel',
      'optima-comparer-region-rennes-region-nantes-angers-region-ile-de-france-2021.csv',
      '\uFEFFrubrique;ligne;'
    ],
    [
      'CSV standard',
      'optima-comparer-region-rennes-region-nantes-angers-region-ile-de-france-2021-standard.csv',
      'rubrique,ligne,'
    ]
  ] as const) {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name, exact: true }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toBe(file)
    const text = readFileSync(await download.path(), 'utf8')
    expect(text.startsWith(lead)).toBe(true)
    expect(text).toContain('entre 4,61 et 4,63')
    expect(text).toContain('449 K€ de produit* en 2021')
    expect(text).toContain('non publié')
    expect(text).toContain('ne couvrent pas le même périmètre')
  }
  const whole = await page.request.get('/comparer-excel.csv')
  expect((await whole.body()).subarray(0, 3).toString('hex')).toBe('efbbbf')
  expect(await whole.text()).toContain('77430')
})

test('leaves as one image, as it is shown, with source and address in it', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Image', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Image de la comparaison' })
  const take = async (button: string): Promise<{ file: string; bytes: Buffer }> => {
    const waiting = page.waitForEvent('download')
    await panel.getByRole('button', { name: button, exact: true }).click()
    const download = await waiting
    return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }
  const name = 'optima-comparer-region-rennes-region-nantes-angers-region-ile-de-france-2021'
  const { file, bytes } = await take('SVG')
  expect(file).toBe(`${name}.svg`)
  const texts = await page.evaluate(
    (svg) =>
      [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('text')]
        .map((one) => one.textContent)
        .join(' '),
    bytes.toString('utf8')
  )
  for (const said of ['entre 4,61 et 4,63', '449 k€ ÷', 'Sans équivalent', 'Millésime 2021', '/comparer/'])
    expect(texts.replace(/\s/g, ' ')).toContain(said)
  const once = (await take('PNG')).bytes
  const twice = await take('PNG, deux fois plus fin')
  expect(twice.file).toBe(`${name}@2x.png`)
  expect([once.readUInt32BE(16), twice.bytes.readUInt32BE(16)]).toEqual([1168, 2336])
  expect(twice.bytes.readUInt32BE(20)).toBe(2 * once.readUInt32BE(20))
  await expect(panel.getByRole('status')).toHaveText(`${name}@2x.png enregistré.`)
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Rapporté à…' }).check()
  await page.getByRole('button', { name: 'Image', exact: true }).click()
  expect((await take('SVG')).bytes.toString('utf8')).not.toContain('Sans équivalent')
})

test('shows what is published, what is computed of it, or both, by keyboard too', async ({ page }) => {
  await open(page)
  const group = page.getByRole('group', { name: 'Ce qui est montré' })
  await expect(group.getByRole('radio', { name: 'Les deux' })).toBeChecked()
  await group.getByRole('radio', { name: 'Les deux' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(group.getByRole('radio', { name: 'Rapporté à…' })).toBeChecked()
  await expect(page.locator('#produit')).toContainText('entre 4,61 et 4,63')
  for (const id of ['personnes', 'actes', 'sans-equivalent'])
    await expect(page.locator(`#${id}`)).toHaveCount(0)
  await page.keyboard.press('ArrowLeft')
  await expect(group.getByRole('radio', { name: 'Tel que publié' })).toBeChecked()
  await expect(page.locator('#rapporte')).toHaveCount(0)
  await expect(page.locator('#produit')).not.toContainText('entre 4,61')
  await expect(page.locator('#produit')).toContainText('À vérifier.')
  // It is a way to look: the address, and another choice of columns, do not know of it.
  await expect(page).toHaveURL(/\/comparer\/$/)
  await page.getByRole('button', { name: 'Retirer Angers' }).click()
  await expect(group.getByRole('radio', { name: 'Tel que publié' })).toBeChecked()
  await expect(page.locator('#rapporte')).toHaveCount(0)
})

test('copies the comparison as text, with its address', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '?t=rennes,angers')
  await page.getByRole('button', { name: 'Copier le texte' }).click()
  await expect(page.getByText('Texte copié')).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('42\u202f000 actions et plus')
  expect(text).toContain('/comparer/?t=rennes,angers')
})

for (const { colorScheme, width } of looks())
  test(`breaks no rule, ${colorScheme}, ${width} px`, async ({ page }) => {
    // Some three thousand elements: the rules take half a minute on a busy machine.
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    for (const query of ['', width === 320 ? '?t=rennes,atlantide,rennes' : '?t=mediation-jour,formation']) {
      await open(page, query)
      // The table of everything is the same whatever is compared.
      await expectAccessible(page, query === '' ? undefined : '.side')
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      )
      expect(sideways, query).toBeLessThanOrEqual(0)
    }
  })
