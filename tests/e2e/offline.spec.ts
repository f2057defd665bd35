// Does the site open without a network once it was visited, at the price that was said, and does a new version lose nothing?
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { startServer } from '../../scripts/server.js'
import { expectAccessible } from './support/axe.ts'
import { textFiles } from './support/build.ts'
import { choose, PATIENCE, saveData, settled } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

test.use({ serviceWorkers: 'allow' })
test.slow()

/** What a browser writes by itself where the network is not. */
const OFFLINE = /status of 503|ERR_INTERNET_DISCONNECTED|ERR_FAILED|network error response/

/** Paths that this device keeps, and the page that says so. */
async function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys()
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return lists.flat().map(({ url }) => url.slice(location.origin.length))
  })
}

/** Installed and answering for this page: a server that stops before is another story than a deployment. */
async function workerReady(page: Page): Promise<void> {
  const controlled = () => page.evaluate(() => navigator.serviceWorker.controller !== null)
  await expect.poll(controlled, { timeout: PATIENCE }).toBe(true)
}

async function visited(page: Page, path: string, keeps: string): Promise<void> {
  await page.goto(path)
  await expect.poll(() => kept(page), { timeout: 3 * PATIENCE }).toContain(keeps)
}

/** A reader whose line is good, and who will not be given a living map meanwhile. */
async function goodLine(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype as { getContext: (...rest: unknown[]) => unknown }
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, ...rest: unknown[]) {
        return rest[0] === 'webgl2' ? null : getContext.apply(this, rest)
      }
    })
  })
}

test('after one visit sections, fiches, figures and data open without a network', async ({
  page,
  context,
  allow
}) => {
  allow(OFFLINE)
  await goodLine(context)
  await page.goto('/')
  // The last of what is kept: the whole figures, in the order of their list.
  await expect.poll(() => kept(page), { timeout: 6 * PATIENCE }).toContain('/figures/stagiaires/')
  await context.setOffline(true)
  for (const [path, title] of [
    ['/', /Optima/],
    ['/?territoire=inconnu', /Optima/],
    ['/territoires/orvault/', 'Orvault'],
    ['/territoires/paris-10', /Paris 10/],
    ['/figures/produit/', /.+/],
    ['/comparer/', /.+/],
    ['/methode/', 'Méthode']
  ] as const) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(200)
    await expect(page.getByRole('heading', { level: 1, name: title }).first()).toBeVisible()
    // A fiche or a figure that was not asked for is kept without its scripts: it is whole, and says nothing more.
    if (/^\/(\?|$|comparer|methode)/.test(path))
      await expect(page.getByText('Hors ligne\u00a0: vous lisez ce qui est gardé')).toBeVisible()
    // The styles are there too: the way past the head is out of sight.
    expect(await page.locator('.skip').evaluate((skip) => skip.getBoundingClientRect().right)).toBeLessThan(0)
  }
  const csv = await page.evaluate(async () => (await fetch('/data/observations.csv')).text())
  expect(csv).toContain('5806')
})

test('a page that is not kept says so, lists those that are, and leads to them', async ({
  page,
  context,
  allow
}) => {
  allow(OFFLINE)
  await saveData(context)
  await visited(page, '/territoires/orvault/', '/hors-ligne/')
  await expect.poll(() => kept(page)).toContain('/territoires/orvault/')
  await context.setOffline(true)
  const response = await page.goto('/territoires/rennes/')
  expect(response?.status()).toBe(503)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Cette page n’est pas gardée sur cet appareil' })
  ).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('main').getByRole('link', { name: 'Orvault' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Orvault' })).toBeVisible()
  // A link of a page that came alive leads to the kept page too, or to the one that says that it is not.
  await page.getByRole('link', { name: 'Optima en chiffres' }).first().click()
  await expect(page).toHaveURL('/')
  await expect(page.locator('#carte')).toBeVisible()
})

test('a reader who saves data keeps the first page and what was read, nothing more', async ({
  page,
  context
}) => {
  await saveData(context)
  await visited(page, '/territoires/orvault/', '/territoires/orvault/')
  await page.waitForTimeout(6000)
  const pages = (await kept(page)).filter((path) => path.endsWith('/'))
  expect(pages.toSorted()).toEqual(['/', '/hors-ligne/', '/territoires/orvault/'])
})

test('what is kept unasked keeps its bytes, and holds neither engine nor map', async ({ page, context }) => {
  await goodLine(context)
  const waiting: Promise<number>[] = []
  context.on('requestfinished', (request) => {
    if (request.serviceWorker() === null || new URL(request.url()).pathname === '/service-worker.js') return
    waiting.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto('/')
  await expect.poll(() => kept(page), { timeout: 6 * PATIENCE }).toContain('/figures/stagiaires/')
  const bytes = (await Promise.all(waiting)).reduce((sum, size) => sum + size, 0)
  expect(waiting.length).toBeGreaterThan(60)
  console.log(`kept unasked: ${waiting.length} requests, ${Math.round(bytes / 1000)} kB`)
  expect(bytes / 1000, 'kB kept unasked').toBeLessThanOrEqual(1700)
  expect((await kept(page)).filter((path) => /duckdb|\.wasm|parquet|maplibre|basemap/.test(path))).toEqual([])
})

test('the engine is kept once it was used, and then filters without a network', async ({
  page,
  context,
  allow
}) => {
  allow(OFFLINE)
  await saveData(context)
  await visited(page, '/', '/')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  expect((await kept(page)).filter((path) => /\.wasm$/.test(path))).toEqual([])
  await choose(page, 'territoire', 'angers')
  await settled(page, 'territoire=angers')
  await expect.poll(async () => (await kept(page)).some((path) => path.endsWith('.wasm'))).toBe(true)
  await context.setOffline(true)
  await page.goto('/?territoire=region-nantes')
  await settled(page, 'territoire=region-nantes')
})

test('embeds are neither answered nor kept by the worker', async ({ page, context }) => {
  await saveData(context)
  await visited(page, '/', '/')
  const response = await page.goto('/embed/produit/')
  expect(response?.fromServiceWorker()).toBe(false)
  await page.goto('/integrer/')
  await expect(page.locator('iframe').first().contentFrame().locator('[data-embed]')).toBeVisible()
  expect((await kept(page)).filter((path) => /embed|oembed/.test(path))).toEqual([])
})

for (const [name, script] of [
  [
    'refuses its caches',
    () =>
      Object.defineProperty(window, 'caches', {
        get: () => {
          throw new DOMException('no', 'SecurityError')
        }
      })
  ],
  [
    'refuses workers',
    () => {
      navigator.serviceWorker.register = () => Promise.reject(new DOMException('no', 'SecurityError'))
    }
  ],
  [
    'has no workers',
    () => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker
    }
  ]
] as [string, () => void][])
  test(`a browser that ${name} reads on`, async ({ page, context }) => {
    await context.addInitScript(script)
    await page.goto('/hors-ligne/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goto('/territoires/orvault/')
    await page.getByRole('link', { name: 'Méthode' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Méthode' })).toBeVisible()
  })

test.describe('a deployment during a visit', () => {
  // One copy of the site for the tests of this block, one after the other.
  test.describe.configure({ mode: 'serial' })
  const next = '.cache/build-next'
  let server: Awaited<ReturnType<typeof startServer>> | undefined

  /** The same site of another version: the chunk of one section has another name, and the old one is gone. */
  function deployed(): void {
    rmSync(next, { recursive: true, force: true })
    cpSync('build', next, { recursive: true })
    for (const file of readdirSync(next, { recursive: true, encoding: 'utf8' }))
      if (/\.(br|gz)$/.test(file)) rmSync(`${next}/${file}`)
    const { version } = JSON.parse(readFileSync(`${next}/_app/version.json`, 'utf8')) as { version: string }
    const nodes = readdirSync(`${next}/_app/immutable/nodes`)
    // A page names its parts in its HTML, or in the module that starts it.
    const partsOf = (page: string): string => {
      const html = readFileSync(`${next}/${page}`, 'utf8')
      const start = /data-start="([^"]+)"/.exec(html)?.[1]
      return html + (start === undefined ? '' : readFileSync(next + start, 'utf8'))
    }
    const [home, method] = [partsOf('index.html'), partsOf('methode/index.html')]
    const own = nodes.find((name) => method.includes(name) && !home.includes(name))!
    // As a build names them: what names a new file is a new file too.
    const renamed = new Map([[own, '99.new.js']])
    const sealed = textFiles(next).filter(({ path }) => path.startsWith('/_app/immutable/'))
    for (const [old] of renamed)
      for (const { path, text } of sealed)
        if (text.includes(old) && !renamed.has(basename(path)))
          renamed.set(basename(path), `new.${basename(path)}`)
    const names = new RegExp([...renamed.keys()].map((name) => name.replaceAll('.', '\\.')).join('|'), 'g')
    for (const { path, text } of textFiles(next))
      writeFileSync(
        next + path,
        text.replace(names, (name) => renamed.get(name)!).replaceAll(version, 'next')
      )
    for (const { path } of sealed) {
      const name = renamed.get(basename(path))
      if (name !== undefined) renameSync(next + path, `${next}${dirname(path)}/${name}`)
    }
  }

  test.beforeAll(deployed)
  test.afterEach(() => server?.close())
  test.afterAll(() => rmSync(next, { recursive: true, force: true }))

  for (const workers of ['allow', 'block'] as const)
    test.describe(`with workers: ${workers}`, () => {
      test.use({ serviceWorkers: workers })

      /** The page is open, then the other version stands at its address. */
      async function deployDuring(page: Page, context: BrowserContext, query = ''): Promise<void> {
        await saveData(context)
        server = await startServer({ folder: 'build', port: 0 })
        const { address, port } = server
        await page.goto(query === '' ? address : `${address}?${query}`)
        await settled(page, query)
        if (workers === 'allow') await workerReady(page)
        await server.close()
        server = await startServer({ folder: next, port })
      }

      test('loses no choice, offers the new version and forces nothing @fault-38', async ({
        page,
        context,
        allow
      }) => {
        allow(/status of 404|ERR_CONNECTION|dynamically imported module/)
        await deployDuring(page, context, 'mesure=personnes')

        // The reader comes back to the tab: the offer is there, and the page as it was.
        await page.evaluate(() => dispatchEvent(new Event('online')))
        await expect(page.getByText('Une nouvelle version est prête')).toBeVisible()
        await expect(page).toHaveURL(/mesure=personnes/)
        await expectAccessible(page)
        let loads = 0
        page.on('load', () => (loads += 1))
        await page.getByRole('button', { name: 'Recharger' }).click()
        await settled(page, 'mesure=personnes')
        await expect(page.getByText('Une nouvelle version est prête')).toHaveCount(0)
        expect(loads).toBe(1)
      })

      test('a link to a part that is gone loads the page whole, once @fault-38', async ({
        page,
        context,
        allow
      }) => {
        allow(/status of 404|ERR_CONNECTION|dynamically imported module/)
        await deployDuring(page, context)
        let loads = 0
        page.on('load', () => (loads += 1))
        await page.getByRole('link', { name: 'Méthode' }).first().click()
        // A part asked for in vain, then a whole page.
        const heading = page.getByRole('heading', { level: 1, name: 'Méthode' })
        await expect(heading).toBeVisible({ timeout: PATIENCE })
        await expect.poll(() => loads).toBe(1)
        await expect(page.getByText('Une nouvelle version est prête')).toHaveCount(0)
      })

      test('and so it does when the host first does not say that it has changed @fault-38', async ({
        page,
        context,
        allow
      }) => {
        allow(/status of 404|ERR_CONNECTION|ERR_FAILED|dynamically imported module/)
        await deployDuring(page, context)
        let refused = 0
        await context.route('**/_app/version.json', (route) =>
          (refused += 1) <= 3 ? route.abort() : route.fallback()
        )
        await page.getByRole('link', { name: 'Méthode' }).first().click()
        await expect(page.getByRole('heading', { level: 1, name: 'Méthode' })).toBeVisible({
          timeout: PATIENCE
        })
        expect(refused).toBeGreaterThan(3)
      })
    })
})
