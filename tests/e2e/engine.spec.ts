// What does a reader see of the engine: nothing before the first filter, one download, and when it fails a page as it was with a way to retry?
import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Route } from '@playwright/test'
import { buildFolder } from '../../scripts/build.js'
import { textFiles } from './support/build.ts'
import {
  choose,
  drawnValues,
  engineRequests,
  open,
  painted,
  PATIENCE,
  saveData,
  settled
} from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

const WHOLE = 'L’activité d’Optima en 2021'
const WASM = '**/*.wasm'

/** A failure is said long before this; a hang is not. */
const SAID = 15_000

/** The chunk that holds some code, whatever its name in this build. */
function chunkWith(code: string): string {
  const chunk = textFiles(buildFolder()).find(
    ({ path, text }) => path.startsWith('/_app/immutable/chunks/') && text.includes(code)
  )
  if (chunk === undefined) throw new Error(`no chunk holds ${code}`)
  return `**${chunk.path}`
}

const answer =
  (status: number, body = '') =>
  (route: Route): Promise<void> =>
    route.fulfill({ status, contentType: 'text/html', body })

/** The true answer, with other bytes. */
const changed =
  (change: (bytes: Buffer) => Buffer) =>
  async (route: Route): Promise<void> => {
    const response = await route.fetch()
    await route.fulfill({ response, body: change(await response.body()) })
  }

test.describe('in a page that saves data', () => {
  test.beforeEach(async ({ context }) => {
    await saveData(context)
  })

  interface Fault {
    route: string
    how: (route: Route) => Promise<void>
    says: RegExp
  }
  const engine = /moteur de calcul/
  const faults: Record<string, Fault> = {
    'the code of the engine is absent': {
      route: chunkWith('castBigIntToDouble'),
      how: answer(404),
      says: engine
    },
    'the worker is absent @fault-03': { route: '**/duckdb.worker-*.js', how: answer(404), says: engine },
    'the script of DuckDB is absent @fault-03': {
      route: '**/duckdb-browser-eh*.js',
      how: answer(404),
      says: engine
    },
    'the wasm is absent @fault-04': { route: WASM, how: answer(404), says: engine },
    'the wasm is a page of HTML @fault-04': {
      route: WASM,
      how: answer(200, '<!doctype html><p>Bonjour'),
      says: engine
    },
    'the wasm is cut short @fault-04': {
      route: WASM,
      how: changed((bytes) => bytes.subarray(0, bytes.length - 1000)),
      says: engine
    },
    'the wasm has other bytes': {
      route: WASM,
      how: changed((bytes) => Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 1)])),
      says: engine
    },
    'the connection is reset @fault-04': {
      route: WASM,
      how: (route) => route.abort('connectionreset'),
      says: engine
    },
    'one bit of a table is another @fault-15': {
      route: '**/observations.parquet*',
      how: changed((bytes) => {
        const other = Buffer.from(bytes)
        other[200] = (other[200] ?? 0) ^ 1
        return other
      }),
      says: /Données illisibles \(réf\. observations\.parquet\)/
    },
    'a table is empty @fault-15': {
      route: '**/sites.parquet*',
      how: answer(200),
      says: /Données illisibles \(réf\. sites\.parquet\)/
    },
    'a table answers 500 @fault-14': {
      route: '**/groups.parquet*',
      how: answer(500),
      says: /groups\.parquet/
    },
    'the manifest is of a newer schema @fault-16': {
      route: '**/manifest.json',
      how: changed((bytes) => Buffer.from(bytes.toString().replace(/"schema":\s*\d+/, '"schema": 99'))),
      says: /nouvelle version/
    },
    'the manifest is a page of HTML @fault-15': {
      route: '**/manifest.json',
      how: answer(200, '<!doctype html><p>Bonjour'),
      says: /Données illisibles \(réf\. manifest\.json\)/
    }
  }

  for (const [name, { route, how, says }] of Object.entries(faults)) {
    test(`${name}: the page stays, says so, and a retry works`, async ({ page, allow }) => {
      allow(/^console: Failed to load resource/)
      // A wasm that does not compile ends in DuckDB's worker too, where nobody waits for it.
      if (name === 'the wasm has other bytes') allow(/^page error: $/)
      await open(page)
      const before = await drawnValues(page, 'main')
      let met = 0
      await page.route(route, async (request) => {
        met += 1
        await how(request)
      })
      await choose(page, 'territoire', 'orvault')
      const alert = page.getByRole('alert')
      await expect(alert).toContainText(says, { timeout: SAID })
      await expect(page.getByRole('form', { name: 'Filtres' })).toContainText('Filtrage indisponible')
      expect(met, 'the fault was met').toBeGreaterThan(0)
      // Whole as it was: never half of a choice.
      await expect(page.locator('h1')).toHaveText(WHOLE)
      expect(await drawnValues(page, 'main')).toEqual(before)
      expect(await painted(page)).not.toContain('territoire=orvault')
      await expect(page.locator('section[aria-busy="true"]')).toHaveCount(0)

      await page.unroute(route)
      await alert.getByRole('button', { name: 'Réessayer' }).click()
      await settled(page, 'territoire=orvault')
      await expect(page.locator('h1')).toHaveText('Orvault, 2021')
      await expect(alert).toHaveCount(0)
    })
  }

  test('after a failure the reader may go back to the view that is drawn', async ({ page, allow }) => {
    allow(/^console: Failed to load resource/)
    await open(page)
    await page.route(WASM, answer(404))
    await choose(page, 'territoire', 'orvault')
    await page.getByRole('alert').getByRole('button', { name: 'Revenir à la vue affichée' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(page.locator('select[name="territoire"]')).toHaveValue('')
    expect(new URL(page.url()).search).toBe('')
    await page.goBack()
    await expect(page.getByRole('alert')).toBeVisible()
    expect(new URL(page.url()).search).toBe('?territoire=orvault')
  })

  test('cancelled during the download, the drawn view is back and nothing comes later @fault-07', async ({
    page
  }) => {
    await open(page)
    const before = await drawnValues(page, 'main')
    let held: Route | undefined
    await page.route(WASM, (route) => {
      held = route
    })
    await choose(page, 'territoire', 'orvault')
    const notice = page.getByRole('status').filter({ hasText: 'Préparation du filtre Orvault' })
    await expect(notice).toBeVisible()
    await expect(page.locator('#produit .pending')).toContainText('Encore tout Optima, Orvault arrive')
    await expect.poll(() => held).toBeDefined()
    const dropped = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.wasm'))
    await notice.getByRole('button', { name: 'Annuler' }).click()
    await expect(notice).toHaveCount(0)
    await expect(page.locator('section[aria-busy="true"]')).toHaveCount(0)
    await expect(page.locator('select[name="territoire"]')).toHaveValue('')
    expect(new URL(page.url()).search).toBe('')
    // The request itself is given up, and its answer, if it came, would find nobody.
    await dropped
    await held?.continue().catch(() => undefined)
    await page.waitForTimeout(2000)
    expect(await painted(page)).not.toContain('territoire=orvault')
    expect(await drawnValues(page, 'main')).toEqual(before)
    await expect(page.getByRole('alert')).toHaveCount(0)
    // And the reader may change his mind.
    await page.unroute(WASM)
    await choose(page, 'territoire', 'orvault')
    await settled(page, 'territoire=orvault')
  })

  test('choices made during the download are drawn once: the last one @fault-12', async ({ page }) => {
    await open(page)
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route(WASM, async (route) => {
      await held
      await route.continue()
    })
    for (const territory of ['rennes', 'nantes', 'orvault', 'angers']) {
      await choose(page, 'territoire', territory)
      await expect(page.getByText('Préparation du filtre')).toBeVisible()
    }
    release()
    await settled(page, 'territoire=angers')
    await expect(page.locator('h1')).toHaveText('Angers, 2021')
    expect((await painted(page)).filter((drawn) => drawn !== '')).toEqual(['territoire=angers'])
  })

  test('choices faster than their answers end on the last one @fault-12', async ({ page }) => {
    await open(page, 'territoire=rennes')
    const drawn = await painted(page)
    const last = await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('select[name="territoire"]')!
      const values = [...select.options].map((option) => option.value).filter((value) => value !== 'caen')
      for (const value of [...values, 'caen']) {
        select.value = value
        select.dispatchEvent(new Event('change', { bubbles: true }))
      }
      return select.value
    })
    await settled(page, `territoire=${last}`)
    await expect(page.locator('h1')).toHaveText('Caen, 2021')
    await page.waitForTimeout(1000)
    const after = (await painted(page)).slice(drawn.length).filter((query) => query !== '')
    expect(after.at(-1)).toBe('territoire=caen')
    // No answer is drawn after a newer one.
    expect(after.lastIndexOf('territoire=caen') - after.indexOf('territoire=caen') + 1).toBe(
      after.filter((query) => query === 'territoire=caen').length
    )
    expect(new URL(page.url()).search).toBe('?territoire=caen')
  })

  test('a download that stands still is given up, one that moves is counted @fault-06', async ({
    page,
    baseURL,
    allow
  }) => {
    test.setTimeout(90_000)
    allow(/^console: Failed to load resource/)
    let still = true
    // The site again, but for a wasm that stops after its first megabyte.
    const site = createServer((request, response) => {
      const through = ask(`${baseURL ?? ''}${request.url ?? '/'}`, { headers: request.headers }, (from) => {
        const stalls = still && (request.url ?? '').endsWith('.wasm')
        response.writeHead(from.statusCode ?? 500, from.headers)
        if (!stalls) return void from.pipe(response)
        let sent = 0
        from.on('data', (chunk: Buffer) => {
          if (sent < 1e6) response.write(chunk)
          sent += chunk.length
        })
      })
      through.end()
    })
    await new Promise<void>((listening) => site.listen(0, 'localhost', listening))
    try {
      await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/?territoire=orvault`)
      await expect(page.getByText(/ sur \d+,\d\sMo/)).toBeVisible()
      await expect(page.getByText(/[1-9],\d sur \d+,\d\sMo/)).toBeVisible()
      const began = Date.now()
      await expect(page.getByRole('alert')).toContainText(engine, { timeout: 60_000 })
      // Slow is not still: the page waited before it gave up.
      expect(Date.now() - began).toBeGreaterThan(5000)
      await expect(page.locator('h1')).toHaveText(WHOLE)
      still = false
      await page.getByRole('button', { name: 'Réessayer' }).click()
      await settled(page, 'territoire=orvault')
    } finally {
      site.closeAllConnections()
      site.close()
    }
  })

  test('a host that does not know .wasm does no harm @fault-04', async ({ page }) => {
    await page.route(WASM, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } })
    })
    await open(page, 'territoire=orvault')
    await expect(page.locator('h1')).toHaveText('Orvault, 2021')
  })
})

test('the engine comes with the first filter, once, whatever is chosen after', async ({ page }) => {
  const asked = engineRequests(page)
  await open(page)
  // A living map and a quiet page ask for nothing of it.
  await page.locator('#carte svg.overlay').hover()
  await expect(page.locator('#carte .map.shown canvas')).toBeVisible({ timeout: PATIENCE })
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])

  for (const territory of ['orvault', 'rennes', '', 'angers']) {
    await choose(page, 'territoire', territory)
    await settled(page, territory === '' ? '' : `territoire=${territory}`)
  }
  const names = asked.map((path) => path.replace(/^.*\//, '').replace(/[.-][\w-]{8}\./, '.'))
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  expect(names).toEqual(expect.arrayContaining(['duckdb-eh.wasm', 'manifest.json', 'observations.parquet']))
  expect(names.filter((name) => name.endsWith('.wasm'))).toHaveLength(1)
  expect(names.filter((name) => name.endsWith('.parquet')).length).toBeGreaterThan(5)
})
