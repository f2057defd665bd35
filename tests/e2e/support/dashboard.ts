// How does a test drive the dashboard as a reader does, know that it has settled, and read what it shows?
import type { BrowserContext, Page } from '@playwright/test'
import { expect } from './test.ts'

/** What an engine that starts on a slow machine may take; speed is measured elsewhere. */
export const PATIENCE = 20_000

/**
 * The reader saves data: the living map then waits until it is pointed at. For what is not about the
 * map, so that 500 kB of it and a software WebGL do not run beside every test.
 * `still`: nor do they touch anything; else the page gets a first sign of them once it has loaded, and comes alive.
 */
export async function saveData(context: BrowserContext, { still = false } = {}): Promise<void> {
  await context.addInitScript((waits) => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })
    if (!waits) addEventListener('load', () => dispatchEvent(new Event('wheel')))
  }, still)
}

/** Waits until a page that was given a sign is alive. */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('page:alive').length > 0)
}

/** Brings any page to life, on a phone too: a first sign of the reader, then the wait. */
export async function wakeUp(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('wheel')))
  await alive(page)
}

/** Waits until the page has drawn the choice that this query writes; '' is the default view. */
export async function settled(page: Page, query: string): Promise<void> {
  await expect
    .poll(() => painted(page).then((drawn) => drawn.at(-1)), { message: 'choice drawn', timeout: PATIENCE })
    .toBe(query)
  await expect(page.locator('section[aria-busy="true"]')).toHaveCount(0)
}

/** Every choice drawn so far, in order: the page marks each one. */
export async function painted(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance.getEntriesByName('filter:painted').map((entry) => String((entry as PerformanceMark).detail))
  )
}

/** Opens the dashboard and waits for it; `drawn` where the address says a choice with an alias. */
export async function open(page: Page, query = '', drawn = query): Promise<void> {
  await page.goto(query === '' ? '/' : `/?${query}`)
  await settled(page, drawn)
}

/** Chooses in the filter bar, without waiting. */
export async function choose(
  page: Page,
  filter: 'territoire' | 'dispositif' | 'annee' | 'mesure',
  value: string
): Promise<void> {
  await page.locator(`form[aria-label="Filtres"] select[name="${filter}"]`).selectOption(value)
}

/** Paths of what the engine and its data ask for, as they are asked. */
export function engineRequests(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/\.(wasm|parquet)$|manifest\.json$|duckdb/.test(pathname)) asked.push(pathname)
  })
  return asked
}

export interface DrawnValue {
  /** As drawn, with its sign: "≥ 42 000". */
  text: string
  /** The words beside it. */
  marks: string[]
}

/** Every value of a drawing with its marks, in the order of the page; `within` is a selector. */
export async function drawnValues(page: Page, within: string): Promise<DrawnValue[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(`${selector} .value:has(> strong)`)].map((value) => ({
        // The button of a value also says, to who listens, that it opens its source.
        text: (value.querySelector('strong')?.textContent ?? '').replace(/\u00a0: sa source$/, '').trim(),
        marks: [...value.querySelectorAll('button.mark')].map((mark) => mark.textContent.trim())
      })),
    within
  )
}

export interface TableRow {
  indicator: string
  territory: string
  programme: string
  value: string
  marks: string[]
  bounds: string
  period: string
}

/** The table of a figure, read whether it is open or not. */
export async function tableOf(page: Page, figure: string): Promise<TableRow[]> {
  const cells = await page.evaluate(
    (id) =>
      [...document.querySelectorAll(`#${id}-tableau tbody tr`)].map((row) =>
        [...row.children].map((cell) => cell.textContent.trim())
      ),
    figure
  )
  return cells.map(([indicator, value, marks, territory, programme, period, bounds]) => ({
    indicator: indicator!,
    territory: territory!,
    programme: programme!,
    value: value!,
    marks: marks === '' ? [] : marks!.split(', '),
    bounds: bounds!,
    period: period!
  }))
}
