// How many bytes does a page cost, and when do the map and the engine arrive? Compressed, as our server sends them.
import type { Page } from '@playwright/test'
import { choose, PATIENCE, saveData, settled } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

type Kind = 'page' | 'script' | 'style' | 'font' | 'map' | 'engine' | 'other'

const KINDS: readonly [RegExp, Kind][] = [
  [/maplibre|\/data\/basemap\//i, 'map'],
  [/duckdb|\.wasm$|\.parquet$|manifest\.json$/i, 'engine'],
  [/\.woff2$/, 'font'],
  [/\.css$/, 'style'],
  [/\.m?js$/, 'script'],
  [/\/$/, 'page']
]

/** kB that came over the wire by kind, as they come; the library of the map is told by its size and its worker. */
function weigh(page: Page): {
  sum: (kind: Kind) => number
  count: () => number
  settle: () => Promise<void>
} {
  const sizes = new Map<Kind, number>()
  const waiting: Promise<void>[] = []
  let count = 0
  page.on('requestfinished', (request) => {
    const { pathname, protocol } = new URL(request.url())
    if (!protocol.startsWith('http')) return
    count += 1
    waiting.push(
      request.sizes().then(({ responseBodySize }) => {
        const known = KINDS.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'other'
        // A chunk this large is the library of the map: its name is a hash.
        const kind = known === 'script' && responseBodySize > 150_000 ? 'map' : known
        sizes.set(kind, (sizes.get(kind) ?? 0) + responseBodySize)
      })
    )
  })
  return {
    sum: (kind) => (sizes.get(kind) ?? 0) / 1000,
    count: () => count,
    settle: async () => {
      await page.waitForLoadState('networkidle')
      await Promise.all(waiting)
    }
  }
}

/** kB, Brotli; a page that grows past them owes a reason. */
const BUDGET: Readonly<Record<string, Partial<Record<Kind, number>>>> = {
  '/': { page: 60, script: 125, style: 20, font: 110, map: 0, engine: 0 },
  '/territoires/': { page: 25, script: 90, style: 20, font: 110, map: 0, engine: 0 },
  '/territoires/orvault/': { page: 45, script: 90, style: 20, font: 110, map: 0, engine: 0 },
  '/figures/produit/': { page: 20, script: 90, style: 20, font: 110, map: 0, engine: 0 },
  '/comparer/': { page: 60, script: 110, style: 20, font: 110, map: 0, engine: 0 }
}

for (const [path, budget] of Object.entries(BUDGET))
  test(`the first view of ${path} keeps its bytes, without map library and engine`, async ({
    page,
    context
  }) => {
    await saveData(context)
    const weight = weigh(page)
    await page.goto(path)
    await weight.settle()
    for (const [kind, most] of Object.entries(budget) as [Kind, number][])
      expect.soft(weight.sum(kind), `${kind} of ${path}, kB`).toBeLessThanOrEqual(most)
    expect.soft(weight.count(), `requests of ${path}`).toBeLessThanOrEqual(60)
  })

test('the map comes when it is pointed at, and keeps its bytes; the engine with the first filter', async ({
  page,
  context
}) => {
  test.slow()
  await saveData(context)
  const weight = weigh(page)
  await page.goto('/')
  await weight.settle()
  expect(weight.sum('map')).toBe(0)
  await page.locator('#carte .box').hover()
  await expect(page.locator('#carte .map.shown')).toBeVisible({ timeout: PATIENCE })
  await weight.settle()
  const map = weight.sum('map')
  expect(map, 'code, worker and files of the map, kB').toBeGreaterThan(200)
  expect(map, 'code, worker and files of the map, kB').toBeLessThanOrEqual(700)
  expect(weight.sum('engine')).toBe(0)
  await choose(page, 'territoire', 'angers')
  await settled(page, 'territoire=angers')
  await weight.settle()
  expect(weight.sum('engine'), 'engine and tables, kB').toBeGreaterThan(1000)
  expect(weight.sum('engine'), 'engine and tables, kB').toBeLessThanOrEqual(4500)
})
