// Is the map the same for everyone: drawn by MapLibre or by SVG, seen or read as a list, whole or broken?
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
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

test('in forced colours MapLibre draws land and sea, not one black', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open(page)
  await page.locator('#carte .box').hover()
  await expect.poll(() => isLive(page), { timeout: 20_000 }).toBe(true)
  const seen = async (): Promise<number> => {
    const picture = await page.locator('#carte .maplibregl-canvas').screenshot()
    return page.evaluate(
      async (bytes) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
        context.drawImage(image, 0, 0)
        const { data } = context.getImageData(0, 0, image.width, image.height)
        let light = 0
        for (let at = 0; at < data.length; at += 4) light += data[at]! > 200 ? 1 : 0
        return light / (data.length / 4)
      },
      [...picture]
    )
  }
  await expect.poll(seen).toBeGreaterThan(0.8)
})

/** The SVG map stays whole and can be used; a sentence says why it is not the other. */
async function expectDrawing(page: Page, reason: string): Promise<void> {
  await expect(page.locator('#carte .failed')).toContainText(reason, { timeout: 15_000 })
  await expect.poll(() => isLive(page)).toBe(false)
  expect((await drawn(page)).length).toBeGreaterThan(4)
  await page.locator('#carte g.mark[data-id="angers"] text.name').click()
  await settled(page, 'territoire=angers')
  await view(page, 'Rennes')
  await expect.poll(() => drawn(page)).toContain('rennes')
}

test('without WebGL the drawn map stays, and says why @fault-21', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await open(page)
  await page.locator('#carte .box').hover()
  await expectDrawing(page, 'Carte simplifiée')
  await expect(page.locator('#carte .failed')).toContainText('WebGL')
})

test('when the worker of the map does not come the drawn map stays, and a retry brings the other @fault-23', async ({
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

test('when its files do not come the drawn map stays @fault-14', async ({ page, allow }) => {
  allow(/404/)
  await page.route('**/data/basemap/*', (route) => route.fulfill({ status: 404, body: '' }))
  await open(page)
  await page.locator('#carte .box').hover()
  await expectDrawing(page, 'un fichier de la carte détaillée n’est pas arrivé')
})

test('a lost context shows the drawing at once, and a recovered one the map again @fault-22', async ({
  page
}) => {
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

/** Pixels of the centre of Angers, which never moves aside as a symbol may, from the corner of the map. */
async function angers(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const circle = document.querySelector('#carte .overlay circle.circle.hue-angers')
    return {
      x: Math.round(Number(circle?.getAttribute('cx'))),
      y: Math.round(Number(circle?.getAttribute('cy')))
    }
  })
}

/** One press of an arrow, opened if need be, all by keyboard. */
async function arrow(page: Page, towards: string): Promise<void> {
  const opener = page.locator('#carte').getByRole('button', { name: 'Déplacer la carte' })
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.press('Enter')
  await page
    .locator('#carte')
    .getByRole('button', { name: `Déplacer vers ${towards}` })
    .press('Enter')
}

for (const [width, side] of [
  [1280, 26],
  [390, 44]
] as const)
  test(`the map is moved without a drag at ${width} px, and comes back to its view`, async ({
    page,
    context
  }) => {
    // The engine starts on the way, and the rules of accessibility are tried.
    test.setTimeout(60_000)
    await saveData(context)
    await page.setViewportSize({ width, height: 800 })
    await open(page, 'territoire=angers')
    const before = await angers(page)
    await arrow(page, 'le nord')
    await expect.poll(async () => (await angers(page)).y).toBeGreaterThan(before.y + 80)
    await arrow(page, 'le sud')
    await arrow(page, 'l’ouest')
    await expect.poll(async () => (await angers(page)).x).toBeGreaterThan(before.x + 80)
    await arrow(page, 'l’est')
    await expect.poll(() => angers(page)).toEqual(before)

    const buttons = page.locator('#carte .controls').getByRole('button')
    await expect(buttons).toHaveCount(7)
    for (const button of await buttons.all()) {
      const target = await button.boundingBox()
      expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(side)
    }
    await expectAccessible(page, '#carte')
    await page.locator('#carte').getByRole('button', { name: 'Déplacer la carte' }).click()
    await expect(buttons).toHaveCount(3)
  })

test('at the edge of the map the arrow says that it leads no further, and keeps the focus', async ({
  page,
  context
}) => {
  await saveData(context)
  await open(page)
  const north = page.locator('#carte').getByRole('button', { name: 'Déplacer vers le nord' })
  for (let step = 0; step < 5; step += 1) await arrow(page, 'le nord')
  await expect(north).toHaveAttribute('aria-disabled', 'true')
  await expect(north).toBeFocused()
  await arrow(page, 'le sud')
  await expect(north).toHaveAttribute('aria-disabled', 'false')
})

test('MapLibre is moved by the same arrows, under the same marks', async ({ page }) => {
  await open(page)
  await view(page, 'Angers')
  await page.locator('#carte .box').hover()
  await expect.poll(() => isLive(page), { timeout: 20_000 }).toBe(true)
  const before = await angers(page)
  await arrow(page, 'le nord')
  await arrow(page, 'l’ouest')
  const { width, height } = (await page.locator('#carte .box').boundingBox()) ?? { width: 0, height: 0 }
  const aim = { x: before.x + width / 3, y: before.y + height / 3 }
  await expect
    .poll(async () => {
      const { x, y } = await angers(page)
      return Math.max(Math.abs(x - aim.x), Math.abs(y - aim.y))
    })
    .toBeLessThan(2)
})

const ARRONDISSEMENTS = [10, 11, 13, 14, 17, 18, 19, 20].map((number) => `paris-${number}`)

for (const width of [1280, 390])
  test(`Paris is read and chosen by its tiles at ${width} px`, async ({ page, context }) => {
    // The engine starts on the way, and the rules of accessibility are tried.
    test.setTimeout(60_000)
    await saveData(context)
    await page.setViewportSize({ width, height: 800 })
    await open(page)
    const tiles = page.locator('#carte .tile')
    await expect(tiles).toHaveCount(0)
    // "Voir" is a list to unroll on a phone.
    if (width === 1280) await view(page, 'Île-de-France')
    else await page.locator('#carte label.select select').selectOption('ile-de-france')

    await expect(tiles).toHaveCount(20)
    const named = page.locator('#carte .tile[data-id]')
    const ids = await named.evaluateAll((all) => all.map((tile) => tile.getAttribute('data-id')).sort())
    expect(ids).toEqual(ARRONDISSEMENTS)
    await expect(page.getByText('pas à l’échelle').filter({ visible: true })).toHaveCount(1)
    await expect(
      page.getByRole('img', { name: /tuiles schématiques : arrondissements nommés, 10e/ })
    ).toHaveCount(1)
    for (const tile of await named.all()) {
      const target = await tile.locator('rect').boundingBox()
      expect(target?.width).toBeGreaterThanOrEqual(width === 1280 ? 24 : 42)
    }
    await expectAccessible(page, '#carte')

    const tile = page.locator('#carte .tile[data-id="paris-13"]')
    await tile.hover()
    await expect(page.locator('#carte g.mark[data-id="paris-13"]')).toHaveClass(/hovered/)
    await tile.click()
    await settled(page, 'territoire=paris-13')
    await expect(tile).toHaveClass(/current/)
    const row = page.locator('#carte .list').getByRole('button', { name: 'Paris 13e' })
    await expect(row).toHaveAttribute('aria-pressed', 'true')
    // A tile that the report does not name is not a way to anywhere.
    await page.locator('#carte .tile:not([data-id])').first().click({ force: true })
    await settled(page, 'territoire=paris-13')

    await row.press('Enter')
    await settled(page, '')
  })

test('by keyboard, the list lights up the tile of what is in focus', async ({ page, context }) => {
  await saveData(context)
  await open(page)
  await view(page, 'Île-de-France')
  // From the keyboard: only a focus that shows lights a tile up.
  await page.keyboard.press('Tab')
  await page.locator('#carte .list').getByRole('button', { name: 'Paris 18e' }).focus()
  await expect(page.locator('#carte .tile[data-id="paris-18"]')).toHaveClass(/hovered/)
})
