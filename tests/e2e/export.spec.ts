// Does a reader leave with the figure: image, data, words, link, with a script and without?
import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { readCsv } from '../../src/lib/csv/read-csv.ts'
import { expectAccessible } from './support/axe.ts'
import { drawnValues, open, saveData, wakeUp } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ context }) => {
  await saveData(context)
})

/** Opens the panel of exports of a figure and waits for its code. */
async function openExports(page: Page, figure: string): Promise<void> {
  await page.locator(`#${figure}`).getByRole('button', { name: 'Exporter' }).click()
  await expect(
    page.locator(`#${figure}-export`).getByRole('button', { name: 'SVG', exact: true })
  ).toBeVisible()
}

async function download(page: Page, button: string): Promise<{ file: Download; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click()
  ])
  return { file, bytes: await readFile(await file.path()) }
}

/** Width and height as the header of a PNG says them. */
function pngSize(bytes: Buffer): [number, number] {
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

test('the SVG says title, source and every drawn value, and any parser reads it', async ({ page }) => {
  await page.goto('/figures/produit/')
  await openExports(page, 'produit')
  const { file, bytes } = await download(page, 'SVG')
  expect(file.suggestedFilename()).toBe('optima-produit-2021.svg')
  const svg = bytes.toString('utf8')
  const read = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      broken: document.querySelector('parsererror')?.textContent ?? '',
      title: document.querySelector('svg > title')?.textContent,
      desc: document.querySelector('svg > desc')?.textContent,
      texts: [...document.querySelectorAll('text')].map((one) => one.textContent)
    }
  }, svg)
  expect(read.broken).toBe('')
  expect(read.title).toBe('Nantes concentre plus de la moitié du produit ventilé')
  expect(read.desc).toContain('arrondi')
  const drawn = await drawnValues(page, '#produit .drawing')
  expect(drawn.length).toBeGreaterThan(5)
  for (const { text, marks } of drawn)
    for (const words of [text, ...marks].map((one) => one.replace(/[\u00a0 ]: sa source$/, '')))
      expect(read.texts).toContain(words)
  expect(read.texts.join(' ')).toContain('Millésime\u00a02021')
  expect(read.texts.join(' ')).toContain('/figures/produit/')
})

test('the PNG has the size that its button says, and the font of the site', async ({ page, allow }) => {
  allow(/404.*inter.*woff2/)
  await page.goto('/figures/produit/')
  await openExports(page, 'produit')
  const [width, height] = pngSize((await download(page, 'PNG')).bytes)
  expect(width).toBe(900)
  const twice = pngSize((await download(page, 'PNG, deux fois plus fin')).bytes)
  expect(twice).toEqual([2 * width, 2 * height])
  const square = await download(page, 'Carré, 1080 × 1080')
  expect(square.file.suggestedFilename()).toBe('optima-produit-2021-carre.png')
  expect(pngSize(square.bytes)).toEqual([1080, 1080])
  expect(pngSize((await download(page, 'Portrait 4:5, 1080 × 1350')).bytes)).toEqual([1080, 1350])
  await expect(page.getByRole('status').filter({ hasText: 'enregistré' })).toHaveText(
    'optima-produit-2021-portrait.png enregistré.'
  )
  await page.getByRole('radio', { name: 'Fond sombre' }).check()
  const dark = (await download(page, 'Carré, 1080 × 1080')).bytes
  expect(dark.equals(square.bytes)).toBe(false)
  // Without its font the same image is another one: the font does reach the canvas.
  await page.route('**/*.woff2', (route) => route.fulfill({ status: 404 }))
  const bare = (await download(page, 'Carré, 1080 × 1080')).bytes
  await expect(page.getByText('une autre la remplace')).toBeVisible()
  expect(bare.equals(dark)).toBe(false)
})

test('the map leaves with its land and its names', async ({ page }) => {
  await page.goto('/figures/carte/region-nantes/')
  await openExports(page, 'carte')
  const svg = (await download(page, 'SVG')).bytes.toString('utf8')
  for (const text of ['Saint-Nazaire', '© OpenStreetMap', 'Produit 2021']) expect(svg).toContain(text)
  expect(pngSize((await download(page, 'Carré, 1080 × 1080')).bytes)).toEqual([1080, 1080])
})

test('the CSV for Excel has what Excel in French needs, the other what programs read', async ({ page }) => {
  await page.goto('/figures/stagiaires/')
  await openExports(page, 'stagiaires')
  const excel = (await download(page, 'CSV pour Excel en français')).bytes
  expect([...excel.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = excel.toString('utf8').split('\r\n')
  expect(lines[0]).toContain('id;ce_qui_est_compte;territoire;dispositif;valeur;unite;marques;borne_basse')
  expect(lines.join('\n')).not.toContain('\r')
  expect(readCsv(excel.toString('utf8'), ';').issues).toEqual([])
  expect(excel.toString('utf8')).toContain(';73;%;à vérifier;72,5;73,5;')
  const standard = (await download(page, 'CSV standard')).bytes.toString('utf8')
  expect(standard.startsWith('id,ce_qui_est_compte,')).toBe(true)
  expect(standard).toContain(',73,%,à vérifier,72.5,73.5,')
})

test('caption, alternative text, credit and link are copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/figures/produit/')
  await openExports(page, 'produit')
  const copied = async (what: string): Promise<string> => {
    await page.getByRole('button', { name: `Copier\u00a0: ${what}` }).click()
    await expect(page.getByText(/: copié\.$/)).toBeVisible()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  expect(await copied('légende')).toMatch(
    /^Nantes concentre plus de la moitié du produit ventilé\. Produit par/
  )
  expect(await copied('texte alternatif')).toMatch(
    /^Graphique\. En 2021, .*449\u00a0k€ de produit \(arrondi\)/
  )
  expect(await copied('crédit')).toMatch(
    /^Source\u00a0: rapport d’activité 2021 d’Optima, .* — Optima en chiffres, données /
  )
  expect(await copied('lien')).toMatch(/\/figures\/produit\/$/)
})

test('a copy that the browser refuses leaves the text selected', async ({ page }) => {
  await page.goto('/figures/produit/')
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) }
    })
  })
  await openExports(page, 'produit')
  await page.getByRole('button', { name: 'Copier\u00a0: crédit' }).click()
  await expect(page.getByText(/Copie refusée par le navigateur/)).toBeVisible()
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^Source/)
})

test('sharing hands over title, sentence and link where the browser can', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, {
      share: (data: ShareData) => Promise.resolve(Object.assign(window, { shared: data }))
    })
  })
  await page.goto('/figures/produit/')
  await openExports(page, 'produit')
  await page.getByRole('button', { name: 'Partager…' }).click()
  const shared = await page.evaluate(() => (window as unknown as { shared: ShareData }).shared)
  expect(shared).toMatchObject({ title: 'Nantes concentre plus de la moitié du produit ventilé' })
  expect(shared.url).toMatch(/\/figures\/produit\/$/)
})

test('what is exported is the choice that is shown, and its link comes back to it', async ({ page }) => {
  const query = 'territoire=angers&dispositif=mediation-urbaine-angers'
  await open(page, query)
  await openExports(page, 'actes')
  const svg = (await download(page, 'SVG')).bytes.toString('utf8')
  expect(svg).toContain('fill-opacity="0.2"')
  expect(svg).toContain(`/?${query.replace('&', '&amp;')}#actes`)
})

test('nothing of the exports is asked for before the panel is opened', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('/figures/produit/')
  await wakeUp(page)
  await page.waitForLoadState('networkidle')
  const before = asked.length
  await openExports(page, 'produit')
  expect(asked.slice(before).some((url) => url.endsWith('.js'))).toBe(true)
})

test('where the code of the panel does not come, the files of the page stay', async ({ page, allow }) => {
  allow(/ExportPanel|Failed to load resource|Failed to fetch|ERR_FAILED/)
  await page.goto('/figures/produit/')
  await wakeUp(page)
  await page.waitForLoadState('networkidle')
  await page.route('**/_app/immutable/**', (route) => route.abort())
  await page.locator('#produit').getByRole('button', { name: 'Exporter' }).click()
  const panel = page.locator('#produit-export')
  await expect(panel.getByText(/n’ont pas pu être chargés/)).toBeVisible()
  await expect(panel.getByRole('link', { name: 'Image SVG' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const path of ['/figures/produit/', '/figures/carte/region-nantes/'])
    test(`the files of ${path} are links`, async ({ page, request }) => {
      await page.goto(path)
      const figure = path.split('/')[2] ?? ''
      await page.locator(`#${figure}`).getByRole('button', { name: 'Exporter' }).click()
      const panel = page.locator(`#${figure}-export`)
      await expect(panel.getByRole('link', { name: 'Intégrer sur un site' })).toBeVisible()
      const links = panel.locator('a[download]')
      await expect(links).toHaveCount(4)
      for (const link of await links.all()) {
        const response = await request.get((await link.getAttribute('href')) ?? '')
        expect(response.status()).toBe(200)
        const bytes = await response.body()
        const name = response.url()
        if (name.endsWith('.svg')) expect(bytes.toString('utf8')).toMatch(/^<svg xmlns=.*<\/svg>\n$/s)
        else if (name.endsWith('.png')) expect(bytes.readUInt32BE(16)).toBe(1200)
        else if (name.includes('excel')) expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
        else expect(bytes.toString('utf8')).toMatch(/^id,ce_qui_est_compte,/)
      }
      await expect(page.getByRole('heading', { name: 'À emporter' })).toBeVisible()
    })
})

test('an image is shown as a document of its own, without a script', async ({ page }) => {
  const response = await page.goto('/figures/produit/figure.svg')
  expect(response?.headers()['content-type']).toMatch(/^image\/svg\+xml/)
  expect(await page.evaluate(() => document.documentElement.nodeName)).toBe('svg')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the panel breaks no rule and nothing scrolls sideways, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto('/figures/produit/')
    await openExports(page, 'produit')
    await expectAccessible(page, '#produit-export')
    const sideways = await page
      .locator('#produit-export')
      .evaluate((panel) => [
        panel.scrollWidth - panel.clientWidth,
        document.documentElement.scrollWidth - innerWidth
      ])
    expect(Math.max(...sideways)).toBeLessThanOrEqual(0)
  })

test('a panel opened before the scripts come fills when they have', async ({ page }) => {
  // The first script is held back until the panel is open.
  let release = (): void => undefined
  const held = new Promise<void>((done) => (release = done))
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/figures/produit/', { waitUntil: 'commit' })
  await page.locator('#produit').getByRole('button', { name: 'Exporter' }).click()
  const panel = page.locator('#produit-export')
  await expect(panel.getByRole('link', { name: 'Image SVG' })).toBeVisible()
  release()
  await expect(panel.getByRole('button', { name: 'SVG', exact: true })).toBeVisible()
})
