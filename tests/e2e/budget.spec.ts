// How many bytes does a page cost, and when do its scripts, the map and the engine arrive? In gzip, what every host sends.
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { alive, choose, PATIENCE, saveData, settled } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

type Kind = 'page' | 'icon' | 'script' | 'style' | 'font' | 'map' | 'engine' | 'other'

const KINDS: readonly [RegExp, Kind][] = [
  [/maplibre|\/data\/basemap\//i, 'map'],
  [/duckdb|\.wasm$|\.parquet$|manifest\.json$/i, 'engine'],
  [/favicon\.svg$/, 'icon'],
  [/\.woff2$/, 'font'],
  [/\.css$/, 'style'],
  [/\.m?js$/, 'script'],
  [/\/$/, 'page']
]
/** Compressed inside already. */
const PACKED: readonly Kind[] = ['font', 'engine']

/** kB in gzip by kind, as they come; the library of the map is told by its size and its worker. */
function weigh(page: Page): {
  sum: (...kinds: Kind[]) => number
  count: () => number
  settle: () => Promise<void>
} {
  const sizes = new Map<Kind, number>()
  const waiting: Promise<void>[] = []
  let count = 0
  let open = 0
  const ends = (): void => void (open -= 1)
  page.on('request', () => void (open += 1))
  page.on('requestfinished', ends)
  page.on('requestfailed', ends)
  const add = (kind: Kind, bytes: number): void => void sizes.set(kind, (sizes.get(kind) ?? 0) + bytes)
  page.on('requestfinished', (request) => {
    const { pathname, protocol } = new URL(request.url())
    if (!protocol.startsWith('http')) return
    count += 1
    const known = KINDS.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'other'
    const size = async (): Promise<void> => {
      if (PACKED.includes(known)) return add(known, (await request.sizes()).responseBodySize)
      const bytes = gzipSync((await (await request.response())?.body()) ?? '', { level: 9 }).length
      // A chunk this large is the library of the map: its name is a hash.
      add(known === 'script' && bytes > 150_000 ? 'map' : known, bytes)
    }
    waiting.push(size())
  })
  return {
    sum: (...kinds) => kinds.reduce((sum, kind) => sum + (sizes.get(kind) ?? 0), 0) / 1000,
    count: () => count,
    settle: async () => {
      await page.waitForLoadState('networkidle')
      // The load state is reached once for all: what is asked for later is waited for here, until half a second is quiet.
      for (let quiet = 0; quiet < 5; quiet = open > 0 ? 0 : quiet + 1) await page.waitForTimeout(100)
      await Promise.all(waiting)
    }
  }
}

interface Budget {
  /** The page with its styles inside; the font (22 kB) comes on top. */
  page: number
  /** Pages in the page: the builder of embeds shows one. */
  frames?: number
  /** What comes with the first sign of the reader: scripts, and the data that they read. */
  alive: number
}

/** kB; a page that grows past them owes a reason. */
const BUDGET: Readonly<Record<string, Budget>> = {
  '/': { page: 46.6, alive: 159 },
  '/territoires/': { page: 11.9, alive: 70 },
  '/territoires/orvault/': { page: 29.8, alive: 98 },
  '/figures/produit/': { page: 14.4, alive: 93 },
  '/comparer/': { page: 29.6, alive: 105 },
  '/integrer/': { page: 21.8, frames: 1, alive: 75 }
}
const FONT = 22.5

for (const [path, budget] of Object.entries(BUDGET))
  test(`${path} is read whole from page and font; its scripts come with the first sign of the reader`, async ({
    page,
    context
  }) => {
    await saveData(context, { still: true })
    const weight = weigh(page)
    await page.goto(path)
    await weight.settle()
    expect.soft(weight.sum('page'), `page of ${path}, kB`).toBeLessThanOrEqual(budget.page)
    expect.soft(weight.sum('font'), `font of ${path}, kB`).toBeLessThanOrEqual(FONT)
    expect.soft(weight.sum('script', 'style', 'map', 'engine', 'other'), `the rest of ${path}, kB`).toBe(0)
    expect
      .soft(weight.count(), `requests of ${path}, the icon of the tab included`)
      .toBeLessThanOrEqual(3 + (budget.frames ?? 0))
    await page.mouse.move(5, 5)
    await alive(page)
    await weight.settle()
    expect.soft(weight.sum('script', 'other'), `scripts of ${path}, kB`).toBeLessThanOrEqual(budget.alive)
    // The page that says what is lost comes with its few styles; those of this page do not come again.
    expect.soft(weight.sum('style'), `styles of ${path}, kB`).toBeLessThanOrEqual(0.5)
    expect.soft(weight.sum('map', 'engine'), `map and engine, kB`).toBe(0)
  })

test('the map comes when it is pointed at, and keeps its bytes; the engine with the first filter', async ({
  page,
  context
}) => {
  test.slow()
  await saveData(context, { still: true })
  const weight = weigh(page)
  await page.goto('/')
  await weight.settle()
  expect(weight.sum('map')).toBe(0)
  await page.locator('#carte .box').hover()
  await expect(page.locator('#carte .map.shown')).toBeVisible({ timeout: PATIENCE })
  await weight.settle()
  const map = weight.sum('map')
  expect(map, 'code, worker and files of the map, kB').toBeGreaterThan(200)
  expect(map, 'code, worker and files of the map, kB').toBeLessThanOrEqual(720)
  expect(weight.sum('engine')).toBe(0)
  await choose(page, 'territoire', 'angers')
  await settled(page, 'territoire=angers')
  await weight.settle()
  expect(weight.sum('engine'), 'engine and tables, kB').toBeGreaterThan(1000)
  expect(weight.sum('engine'), 'engine and tables, kB').toBeLessThanOrEqual(4500)
})
