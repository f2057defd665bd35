// Is the map the same for everyone: drawn by MapLibre or by SVG, seen or read as a list, whole or broken?
import type { Page } from '@playwright/test'
import { open, saveData, settled } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

const VIEWS = ['Tout', 'Rennes', 'Nantes', 'Angers', 'Île-de-France', 'Brest']
/** In the list, and without a point: the report names no address. */
const WITHOUT_POINT = ['loire-atlantique']
async function view(page: Page, name: string): Promise<void> {
  const button = page.getByRole('group', { name: 'Voir' }).getByRole('button', { name, exact: true })
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
}

/** Ids of what the map names or draws with a symbol, places and territories. */
async function drawn(page: Page): Promise<string[]> {
  return page
    .locator('#carte g.mark')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-id') ?? '').sort())
}

/** Ids of the lines of the list that can be selected: places, and regions as one. */
async function listed(page: Page): Promise<string[]> {
  return page
    .locator('#carte .list button[data-id]')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-id') ?? '').sort())
}

/** Does MapLibre show, under the names that both maps share? */
const isLive = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('#carte svg.layer.under') !== null)

for (const query of ['', 'territoire=region-nantes&dispositif=mediation-ecole'])
  test(`each line of the list that has a point is named in a view of the map, and no other: /?${query}`, async ({
    page,
    context
  }) => {
    await saveData(context)
    await open(page, query)
    const seen = new Set<string>()
    for (const name of VIEWS) {
      await view(page, name)
      for (const id of await drawn(page)) seen.add(id)
    }
    const lines = await listed(page)
    expect(lines.length).toBeGreaterThan(30)
    expect(new Set(lines).size).toBe(lines.length)
    expect([...seen].sort()).toEqual(lines.filter((id) => !WITHOUT_POINT.includes(id)))
  })

test('MapLibre takes the place of the drawing, with the same marks, and what is pointed at stays', async ({
  page
}) => {
  await open(page)
  await view(page, 'Nantes')
  const before = await drawn(page)
  await page.locator('#carte .box').hover()
  await expect.poll(() => isLive(page), { timeout: 20_000 }).toBe(true)
  await expect.poll(() => drawn(page)).toEqual(before)
  await page.locator('#carte g.mark[data-id="orvault"] text.name').click()
  await settled(page, 'territoire=orvault')
  await expect(page.locator('#carte article').getByRole('heading', { name: 'Orvault' })).toBeVisible()
})

/** The SVG map stays whole and can be used; a sentence says why it is not the other. */
async function expectDrawing(page: Page, reason: string): Promise<void> {
  await expect(page.locator('#carte .failed')).toContainText(reason, { timeout: 15_000 })
  expect(await isLive(page)).toBe(false)
  expect((await drawn(page)).length).toBeGreaterThan(4)
  await page.locator('#carte g.mark[data-id="angers"] text.name').click()
  await settled(page, 'territoire=angers')
  await view(page, 'Rennes')
  expect(await drawn(page)).toContain('rennes')
}

test('without WebGL the drawn map stays, and says why', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await open(page)
  await page.locator('#carte .box').hover()
  await expectDrawing(page, 'Carte simplifiée')
  await expect(page.locator('#carte .failed')).toContainText('WebGL')
})

test('when the worker of the map does not come the drawn map stays, and a retry brings the other', async ({
  page,
  allow
}) => {
  allow(/404/)
  const isWorker = /maplibre[^/]*worker[^/]*\.m?js/
  await page.route(isWorker, (route) => route.fulfill({ status: 404, body: '' }))
  await open(page)
  await page.locator('#carte .box').hover()
  await expectDrawing(page, 'la carte détaillée n’a pas démarré ici')
  await page.unroute(isWorker)
  await page.locator('#carte').getByRole('button', { name: 'Réessayer' }).click()
  await expect.poll(() => isLive(page), { timeout: 20_000 }).toBe(true)
  await expect(page.locator('#carte .failed')).toHaveCount(0)
})

test('when its files do not come the drawn map stays', async ({ page, allow }) => {
  allow(/404/)
  await page.route('**/data/basemap/*', (route) => route.fulfill({ status: 404, body: '' }))
  await open(page)
  await page.locator('#carte .box').hover()
  await expectDrawing(page, 'un fichier de la carte détaillée n’est pas arrivé')
})

test('a lost context shows the drawing at once, and a recovered one the map again', async ({ page }) => {
  await open(page)
  await page.locator('#carte .box').hover()
  await expect.poll(() => isLive(page), { timeout: 20_000 }).toBe(true)
  await page.evaluate(() => {
    const extension = document
      .querySelector<HTMLCanvasElement>('#carte canvas')
      ?.getContext('webgl2')
      ?.getExtension('WEBGL_lose_context')
    extension?.loseContext()
    setTimeout(() => extension?.restoreContext(), 500)
  })
  await expect.poll(() => isLive(page)).toBe(false)
  expect((await drawn(page)).length).toBeGreaterThan(4)
  await expect.poll(() => isLive(page), { timeout: 15_000 }).toBe(true)
})
