// How fast does the page answer? `npm run bench`: engine start, first answer and filter to paint on the production build,
// a key of the search by place, and a million rows of a visitor's file.
//
// Every number is the median and the 95th percentile of several visits by one Chromium on this machine;
// only ratios between rows of one run mean anything elsewhere.

import { chromium, type Browser, type Page } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.js'
import { startServer } from '../../scripts/server.js'
import { basePath, buildFolder } from '../../scripts/build.js'
import { importBench } from './imports.ts'
import { FRAME, keystrokes } from './keystrokes.ts'

const VISITS = 9
const FILTERS = ['angers', 'orvault', 'region-rennes', 'paris', 'region-nantes'] as const
const FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
]

interface Visit {
  /** ms from navigation to the first paint with content. */
  paint: number
  /** ms from the first filter to the engine being ready. */
  engine: number
  /** ms from the first filter to the next frame with its answer, engine start included. */
  first: number
  /** ms from each later filter to the next frame with its answer. */
  later: number[]
}

/** Waits for the frame that shows the answer to `territory`; gives ms since the `filter:start` before it. */
async function filter(page: Page, territory: string): Promise<number> {
  await page.getByRole('combobox', { name: 'Territoire' }).selectOption(territory)
  const handle = await page.waitForFunction((wanted) => {
    const painted = performance.getEntriesByName('filter:painted').at(-1) as PerformanceMark | undefined
    const start = performance.getEntriesByName('filter:start').at(-1)
    if (painted === undefined || start === undefined || painted.detail !== `territoire=${wanted}`)
      return false
    return painted.startTime >= start.startTime ? painted.startTime - start.startTime : false
  }, territory)
  return Number(await handle.jsonValue())
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce'
  })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
  )
  const [start, ...others] = FILTERS
  const first = await filter(page, start)
  const engine = await page.evaluate(
    () =>
      (performance.getEntriesByName('engine:ready')[0]?.startTime ?? Number.NaN) -
      (performance.getEntriesByName('engine:start')[0]?.startTime ?? Number.NaN)
  )
  const later: number[] = []
  for (const territory of [...others, ...FILTERS, ...others]) later.push(await filter(page, territory))
  await context.close()
  return { paint, engine, first, later }
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

function row(name: string, values: readonly number[]): string {
  return `| ${name} | ${quantile(values, 0.5).toFixed(0)} | ${quantile(values, 0.95).toFixed(0)} | ${values.length} |`
}

const found = await findBrowser()
const { address, close } = await startServer({ folder: buildFolder(), base: basePath(), port: 0 })
const browser = await chromium.launch({
  args: FLAGS,
  ...(found === null ? {} : { executablePath: found.path })
})
const visits: Visit[] = []
for (let i = 0; i < VISITS; i += 1) visits.push(await visit(browser, address))
console.log(`Chromium ${browser.version()}, ${VISITS} visits, cold cache each\n`)
console.log('| what | median, ms | p95, ms | n |\n| --- | ---: | ---: | ---: |')
console.log(
  row(
    'first paint with content',
    visits.map(({ paint }) => paint)
  )
)
console.log(
  row(
    'engine: start to ready (download, boot, tables, lock)',
    visits.map(({ engine }) => engine)
  )
)
console.log(
  row(
    'first filter to paint, engine start included',
    visits.map(({ first }) => first)
  )
)
console.log(
  row(
    'later filter to paint',
    visits.flatMap(({ later }) => later)
  )
)
const imported = await importBench(browser, address)
console.log(`\nOwn data: ${imported.rows} rows, ${(imported.bytes / 1e6).toFixed(0)} MB\n`)
console.log('| what | |\n| --- | ---: |')
console.log(`| every check on, ms | ${imported.page.toFixed(0)} |`)
console.log(`| PapaParse alone, ms | ${imported.papa.toFixed(0)} |`)
console.log(`| ratio | ${(imported.page / imported.papa).toFixed(2)} |`)
console.log(`| longest task of the page, ms (0: under 50) | ${imported.longest.toFixed(0)} |`)
console.log(`| heap of the worker at the end, MB | ${(imported.heap / 1e6).toFixed(0)} |`)
await browser.close()
await close()

const keys = keystrokes(`${buildFolder()}/data/places.json`)
const shares = [0.5, 0.95].map((q) => `${((100 * quantile(keys.times, q)) / FRAME).toFixed(1)}\u00a0%`)
console.log(`\nSearch by place, ${keys.places} places, Node ${process.versions.node}\n`)
console.log('| what | median | p95 | n |\n| --- | ---: | ---: | ---: |')
console.log(
  `| a key, ms | ${quantile(keys.times, 0.5).toFixed(2)} | ${quantile(keys.times, 0.95).toFixed(2)} | ${keys.times.length} |`
)
console.log(`| a key, share of a frame of ${FRAME} ms | ${shares.join(' | ')} | |`)
