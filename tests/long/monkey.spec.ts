// Does the site survive a reader who does anything at all? Seeded: the same acts each time; MONKEY_SEED gives others.
import type { CDPSession, ElementHandle, Page } from '@playwright/test'
import { alive, choose, open, saveData, settled } from '../e2e/support/dashboard.ts'
import { expect, test } from '../e2e/support/test.ts'

const SEED = Number(process.env.MONKEY_SEED ?? 2021)
/** Acts before the heap is measured, so that what is kept once (engine, lists, chunks) is kept; and after. */
const WARM = 150
const ACTS = 300
/** What can be touched and keeps the reader on the site: no file, no embed, no other host, no printer. */
const TOUCHED = [
  'a[href]:not([href^="http"]):not([href^="mailto:"]):not([href^="tel:"]):not([download]):not([target]):not([href*=".csv"]):not([href*=".svg"]):not([href*=".png"])',
  'button:not([disabled])',
  'select',
  'summary',
  'input:not([type="file"]):not([type="hidden"])'
].join(', ')
const KEYS = [
  'Tab',
  'Tab',
  'Shift+Tab',
  'Enter',
  'Escape',
  'ArrowDown',
  'ArrowRight',
  'ArrowLeft',
  'Home',
  'End'
]
const WORDS = ['angers', 'Orvault', '2021', 'é', '<b>', '%', 'école', ' ']

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

class Monkey {
  readonly done: string[] = []
  constructor(
    private readonly page: Page,
    private readonly chance: () => number
  ) {}

  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.chance() * list.length)]
  }

  async act(): Promise<void> {
    const dice = this.chance()
    if (dice < 0.2) return this.key()
    if (dice < 0.27) return this.move()
    return this.touch()
  }

  private async key(): Promise<void> {
    const key = this.pick(KEYS)!
    this.done.push(`key ${key}`)
    await this.page.keyboard.press(key)
  }

  private async move(): Promise<void> {
    const back = this.chance() < 0.6
    this.done.push(back ? 'Back' : 'Forward')
    await this.page.evaluate((steps) => history.go(steps), back ? -1 : 1)
    await this.page.waitForLoadState('domcontentloaded')
    // Back over the first page of the visit leaves the site: that is nobody's fault.
    if (!this.page.url().startsWith('http')) await this.page.goto('/')
  }

  private async touch(): Promise<void> {
    const found = await this.page
      .evaluateHandle(
        ([selector, chance]) => {
          const seen = [...document.querySelectorAll(selector)].filter((element) =>
            element.checkVisibility({ visibilityProperty: true })
          )
          return seen[Math.floor(chance * seen.length)] ?? null
        },
        [TOUCHED, this.chance()] as const
      )
      // A page that is left while it is looked at has nothing to touch.
      .catch(() => null)
    const one = found?.asElement() ?? null
    if (one === null) return
    const [kind, words] = await one.evaluate((element) => [element.tagName, element.textContent.trim()])
    this.done.push(`${kind} ${words}`.slice(0, 60))
    // What moved away or lies under something else in the meantime is not touched.
    await (kind === 'SELECT' ? this.select(one) : kind === 'INPUT' ? this.type(one) : this.click(one)).catch(
      () => {}
    )
  }

  private async select(one: ElementHandle<Element>): Promise<void> {
    const values = await one.evaluate((element) =>
      [...(element as HTMLSelectElement).options].map((option) => option.value)
    )
    await one.selectOption(this.pick(values) ?? '', { timeout: 700 })
  }

  private async type(one: ElementHandle<Element>): Promise<void> {
    if (/radio|checkbox|range/.test((await one.getAttribute('type')) ?? 'text')) return this.click(one)
    await one.fill(this.pick(WORDS)!, { timeout: 700 })
  }

  private async click(one: ElementHandle<Element>): Promise<void> {
    await one.click({ timeout: 700, noWaitAfter: true })
  }
}

/** What the filter bar shows is what the address says. */
async function expectAgreement(page: Page, done: readonly string[]): Promise<void> {
  const agreement = (): Promise<string> =>
    page.evaluate(() => {
      const form = document.querySelector('form[aria-label="Filtres"]')
      if (form === null || location.pathname !== '/') return ''
      const query = new URLSearchParams(location.search)
      return [...form.querySelectorAll<HTMLSelectElement>('select[name]')]
        .filter(({ name, value }) => query.has(name) && query.get(name) !== value)
        .map(({ name, value }) => `${name}: shown ${value}, in the address ${query.get(name)}`)
        .join('; ')
    })
  await expect.poll(agreement, { message: `after ${done.slice(-8).join(' | ')}` }).toBe('')
}

/** Bytes of live objects of the page on `/` in its default view, with its engine started. */
async function heapAtRest(page: Page, cdp: CDPSession): Promise<number> {
  await open(page)
  await alive(page)
  await choose(page, 'territoire', 'angers')
  await settled(page, 'territoire=angers')
  await choose(page, 'territoire', '')
  await settled(page, '')
  for (let pass = 0; pass < 3; pass++) await cdp.send('HeapProfiler.collectGarbage')
  return (await cdp.send('Runtime.getHeapUsage')).usedSize
}

test('hundreds of acts of any kind: no error, address and choice agree, memory comes back', async ({
  page,
  context,
  allow
}) => {
  test.setTimeout(20 * 60_000)
  await saveData(context)
  // An address that the monkey types or goes back to may be one of the pages that are not there.
  allow(/status of 404/)
  page.on('dialog', (dialog) => void dialog.dismiss())
  await context.addInitScript(() => {
    window.print = () => {}
  })
  const cdp = await context.newCDPSession(page)
  const monkey = new Monkey(page, random(SEED))
  const live = async (acts: number): Promise<void> => {
    for (let act = 0; act < acts; act++) {
      await monkey.act()
      if (act % 10 === 9) await expectAgreement(page, monkey.done)
    }
  }
  await open(page)
  await live(WARM)
  const before = await heapAtRest(page, cdp)
  await live(ACTS)
  const after = await heapAtRest(page, cdp)
  console.log(`heap before ${before}, after ${after} bytes (${(after / before).toFixed(3)})`)
  expect(after / before, 'heap after / before').toBeLessThan(1.1)
})

test('one visit without a new load, from page to page thirty rounds, keeps its memory', async ({
  page,
  context
}) => {
  test.setTimeout(10 * 60_000)
  await saveData(context)
  const cdp = await context.newCDPSession(page)
  await open(page)
  await alive(page)
  await page.evaluate(() => ((window as { visit?: string }).visit = 'one'))
  const round = async (): Promise<void> => {
    for (const path of ['/territoires/', '/figures/', '/comparer/', '/methode/', '/donnees/', '/']) {
      await page.locator(`header a[href="${path}"], footer a[href="${path}"]`).first().click()
      await expect(page).toHaveURL(new RegExp(`${path}$`))
      await expect(page.locator('h1')).toBeVisible()
    }
  }
  const rest = async (): Promise<{ heap: number; nodes: number; listeners: number }> => {
    for (let pass = 0; pass < 4; pass++) await cdp.send('HeapProfiler.collectGarbage')
    const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
    return { heap: (await cdp.send('Runtime.getHeapUsage')).usedSize, nodes, listeners: jsEventListeners }
  }
  // Code that is compiled with use is memory too: ten rounds until it is.
  for (let lap = 0; lap < 10; lap++) await round()
  const before = await rest()
  for (let lap = 0; lap < 20; lap++) await round()
  const after = await rest()
  expect(await page.evaluate(() => (window as { visit?: string }).visit), 'still the same document').toBe(
    'one'
  )
  console.log('before', before, 'after', after)
  expect(after.nodes, 'nodes').toBe(before.nodes)
  expect(after.listeners, 'listeners').toBe(before.listeners)
  expect(after.heap / before.heap, 'heap after / before').toBeLessThan(1.1)
})
