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

/** @param live the living map, which a software WebGL repaints; else the drawn one, as for who saves data */
async function visit(browser: Browser, address: string, live: boolean): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce'
  })
  const page = await context.newPage()
  if (!live)
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })
    })
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
  const visits = async (live: boolean): Promise<Visit[]> => {
    const made: Visit[] = []
    for (let i = 0; i < VISITS; i += 1) made.push(await visit(browser, address, live))
    return made
  }
  const drawn = await visits(false)
  const living = await visits(true)
  const row = (name: string, values: readonly number[]): (string | number)[] => [
    name,
    quantile(values, 0.5),
    quantile(values, 0.95),
    String(values.length)
  ]
  const laterOf = (of: readonly Visit[]): number[] => of.flatMap(({ later }) => later)
  const rows = [
    row(
      'first paint with content',
      drawn.map(({ paint }) => paint)
    ),
    row(
      'engine: start to ready (download, boot, tables, lock)',
      drawn.map(({ engine }) => engine)
    ),
    row(
      'first filter to paint, engine start included',
      drawn.map(({ first }) => first)
    ),
    row('later filter to paint, drawn map', laterOf(drawn)),
    row('later filter to paint, living map in software WebGL', laterOf(living))
  ]
  return `${VISITS} visits of each kind, cold cache each\n\n${table(['what, ms', 'median', 'p95', 'n'], rows)}`
}
