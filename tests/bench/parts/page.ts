// How fast does the page answer: first paint, engine start, filter to paint, on the production build?
import type { Browser, Page } from '@playwright/test'
import { table, quantile } from '../table.ts'

const VISITS = 9
const FILTERS = ['angers', 'orvault', 'region-rennes', 'paris', 'region-nantes'] as const

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
  await page.mouse.move(5, 5)
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

export async function pagePart(browser: Browser, address: string): Promise<string> {
  const visits: Visit[] = []
  for (let i = 0; i < VISITS; i += 1) visits.push(await visit(browser, address))
  const row = (name: string, values: readonly number[]): (string | number)[] => [
    name,
    quantile(values, 0.5),
    quantile(values, 0.95),
    String(values.length)
  ]
  return `${VISITS} visits, cold cache each\n\n${table(
    ['what, ms', 'median', 'p95', 'n'],
    [
      row(
        'first paint with content',
        visits.map(({ paint }) => paint)
      ),
      row(
        'engine: start to ready (download, boot, tables, lock)',
        visits.map(({ engine }) => engine)
      ),
      row(
        'first filter to paint, engine start included',
        visits.map(({ first }) => first)
      ),
      row(
        'later filter to paint',
        visits.flatMap(({ later }) => later)
      )
    ]
  )}`
}
