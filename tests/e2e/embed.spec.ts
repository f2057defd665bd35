// Is an embed complete in any page that frames it: sandboxed, without storage, without scripts, at any width?
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Frame, Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { drawnValues } from './support/dashboard.ts'
import { looks } from './support/looks.ts'
import { expect, test } from './support/test.ts'

interface Index {
  figures: { id: string; title: string; territories: string[] }[]
}
interface Oembed {
  version: string
  type: string
  title: string
  width: number
  height: number
  html: string
  thumbnail_url: string
  optima: { page: string; embed: string; alt: string; caption: string; credit: string }
}

const json = (file: string): unknown => JSON.parse(readFileSync(`build/${file}`, 'utf8'))
const { figures } = json('figures.json') as Index
const { origin } = JSON.parse(readFileSync('data/site.json', 'utf8')) as { origin: string }

/** "actes", "actes/rennes": what an embed shows. */
const SHOWN = figures.flatMap(({ id, territories }) => [id, ...territories.map((where) => `${id}/${where}`)])
const htmlOf = (shown: string): string => readFileSync(`build/embed/${shown}/index.html`, 'utf8')

/** CSS px: how far the planned height of an embed may be from what a browser draws. */
const SHORT = 60
const LONG = 240

/** Another site: its page is answered by the test, its name resolves nowhere. */
const HOST = 'https://commune.example/article'
const HOST_ONLY = /^foreign request: https:\/\/commune\.example\/article/

interface Told {
  message?: string
  type?: string
  value?: number
  height?: number
  secret?: string
}

/** A foreign page that frames an embed and keeps what it is told. */
async function frameOn(page: Page, iframe: string): Promise<Frame> {
  await page.route(HOST, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Commune</title><link rel="icon" href="data:,">
        <script>window.told = []; addEventListener('message', (event) => told.push(event.data))</script>
        <body style="margin:0">${iframe}</body></html>`
    })
  )
  await page.goto(HOST)
  const frame = page.frames().find((one) => one !== page.mainFrame())
  if (frame === undefined) throw new Error('no frame')
  await frame.waitForLoadState()
  return frame
}
const told = (page: Page): Promise<Told[]> =>
  page.evaluate(() => (window as unknown as { told: Told[] }).told)

/** Height of the box of the embed, CSS px. */
const boxHeight = (frame: Frame): Promise<number> =>
  frame.locator('[data-embed]').evaluate((box) => Math.ceil(box.getBoundingClientRect().height))

test.describe('everything that is published can be embedded', () => {
  test('each figure and territory of the index has its embed, its oEmbed answer and its way back', () => {
    expect(SHOWN.length).toBeGreaterThan(100)
    for (const shown of SHOWN) {
      const html = htmlOf(shown)
      const answer = json(`oembed/figures/${shown}.json`) as Oembed
      expect.soft(answer.version).toBe('1.0')
      expect.soft(answer.type).toBe('rich')
      expect.soft(answer.optima.embed).toBe(`${origin}/embed/${shown}/`)
      expect.soft(answer.optima.page).toBe(`${origin}/figures/${shown}/`)
      expect.soft(answer.thumbnail_url).toBe(`${origin}/figures/${shown}/partage.png`)
      expect.soft(answer.height, shown).toBeGreaterThanOrEqual(200)
      expect.soft(answer.height, shown).toBeLessThanOrEqual(1000)
      expect
        .soft(answer.html)
        .toMatch(
          /^<blockquote class="wp-embedded-content"><a href="[^"]+">[^<]+<\/a><\/blockquote><iframe class="wp-embedded-content" title="[^"]+" src="[^"]+" width="100%" height="\d+" [^>]*><\/iframe>$/
        )
      expect.soft(html).toContain('name="robots" content="noindex"')
      expect.soft(html).toContain(`rel="canonical" href="${origin}/figures/${shown}/"`)
      expect
        .soft(html, 'the planned height of the answer is that of the page')
        .toContain(`name="embed-height" content="${answer.height}"`)
      for (const words of [answer.optima.alt, answer.optima.caption, answer.optima.credit])
        expect.soft(words.length, shown).toBeGreaterThan(20)
      expect
        .soft(readFileSync(`build/figures/${shown}/index.html`, 'utf8'))
        .toContain(`type="application/json+oembed" href="${origin}/oembed/figures/${shown}.json"`)
    }
  })

  test('an embed asks for nothing: no address in it is fetched', () => {
    for (const shown of SHOWN) {
      const html = htmlOf(shown)
      expect.soft(html, shown).not.toMatch(/<(?:img|script|iframe|source|video|audio)\b[^>]*\bsrc=/)
      expect.soft(html, shown).not.toMatch(/<link\b[^>]*rel="(?:stylesheet|preload|modulepreload|icon)"/)
      expect.soft(html, shown).not.toContain('@import')
      expect.soft(html, shown).not.toMatch(/url\(/)
      expect.soft(html, shown).not.toMatch(/\sstyle="/)
    }
  })

  test('each weighs at most 24 kB gzip, in one request', () => {
    const heavy = SHOWN.map((shown) => ({ shown, kB: gzipSync(htmlOf(shown)).length / 1000 }))
      .filter(({ kB }) => kB > 24)
      .map(({ shown, kB }) => `${shown}: ${kB.toFixed(1)} kB`)
    expect(heavy).toEqual([])
  })

  test('neither an embed nor the page of unknown addresses says what to embed', () => {
    for (const file of ['404.html', 'embed/404.html', 'embed/produit/index.html', 'index.html'])
      expect.soft(readFileSync(`build/${file}`, 'utf8'), file).not.toContain('json+oembed')
  })

  test('every address of an embed that was ever published still answers', () => {
    const kept = readFileSync('data/published/embeds.txt', 'utf8').split('\n').filter(Boolean)
    expect(kept.length).toBeGreaterThan(250)
    const gone = kept.filter((path) => !existsSync(`build${path}index.html`))
    expect(
      gone,
      'an address given out is for ever: leave what it showed, or a stub that leads there'
    ).toEqual([])
  })

  test('a frozen embed shows the numbers of its release', () => {
    const { pages } = JSON.parse(
      gunzipSync(readFileSync('data/published/2021.85a0925c/figures.json.gz')).toString('utf8')
    ) as { pages: { figure: { id: string }; territory: { id: string } | null; model: { title: string } }[] }
    for (const { figure, territory, model } of pages) {
      const shown = territory === null ? figure.id : `${figure.id}/${territory.id}`
      const html = readFileSync(`build/v/2021.85a0925c/embed/${shown}/index.html`, 'utf8')
      expect.soft(html).toContain('Figure figée sur les données 2021.85a0925c.')
      expect.soft(html, shown).toContain(`/v/2021.85a0925c/figures/${shown}/`)
      expect.soft(html.replaceAll('&amp;', '&'), shown).toContain(model.title)
    }
  })
})

test.describe('in the page of somebody else', () => {
  const SAMPLE = [
    'produit',
    'carte',
    'actes/rennes',
    'contrats',
    'chiffres-cles/orvault',
    'territoires/orvault'
  ]

  for (const sandbox of ['', 'sandbox="allow-scripts"'])
    test(`${sandbox === '' ? 'not sandboxed' : 'sandboxed as WordPress does'}: right height at 200 to 1200 px @fault-34 @fault-36`, async ({
      page,
      allow,
      baseURL
    }) => {
      test.slow()
      allow(HOST_ONLY)
      for (const shown of SAMPLE)
        for (const width of [200, 320, 600, 1200]) {
          const frame = await frameOn(
            page,
            `<iframe ${sandbox} src="${baseURL}/embed/${shown}/" width="${width}" height="300" style="border:0"></iframe>`
          )
          await expect(frame.locator('h1')).toBeVisible()
          await expect(async () => {
            const height = Math.min(2000, Math.max(120, await boxHeight(frame)))
            expect((await told(page)).at(-1)?.height, `${shown} at ${width}`).toBe(height)
          }).toPass({ timeout: 5000 })
          expect
            .soft(
              await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
              `${shown} at ${width} px scrolls sideways`
            )
            .toBe(true)
        }
    })

  test('WordPress hears a height at once and with its secret, even while the frame is hidden @fault-36', async ({
    page,
    allow,
    baseURL
  }) => {
    allow(HOST_ONLY)
    await frameOn(
      page,
      `<iframe sandbox="allow-scripts" style="position:absolute;visibility:hidden" src="${baseURL}/embed/produit/?a=b#?secret=aB3dE6gH9k" width="600" height="300"></iframe>
       <iframe sandbox="allow-scripts" style="display:none" src="${baseURL}/embed/actes/#?secret=zz" width="600" height="300"></iframe>`
    )
    const heights = async (secret: string): Promise<Told[]> =>
      (await told(page)).filter((one) => one.message === 'height' && one.secret === secret)
    await expect.poll(async () => (await heights('aB3dE6gH9k')).length).toBeGreaterThan(1)
    await expect.poll(async () => (await heights('zz')).length).toBeGreaterThan(0)
    for (const { value = 0 } of [...(await heights('aB3dE6gH9k')), ...(await heights('zz'))]) {
      expect(value).toBeGreaterThanOrEqual(200)
      expect(value).toBeLessThanOrEqual(1000)
    }
  })

  test('a frame that has no width yet tells the planned height, not that of words under one another @fault-36', async ({
    page,
    allow,
    baseURL
  }) => {
    allow(HOST_ONLY)
    const frame = await frameOn(
      page,
      `<iframe src="${baseURL}/embed/carte/" width="0" height="300" style="border:0"></iframe>`
    )
    const planned = Number(await frame.locator('meta[name="embed-height"]').getAttribute('content'))
    // One when the script is read, one when the page is, one when all of it is there.
    await expect.poll(async () => (await told(page)).length).toBeGreaterThanOrEqual(3)
    expect([...new Set((await told(page)).map(({ height }) => height))]).toEqual([planned])
    await page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '600'))
    await expect(async () => {
      expect((await told(page)).at(-1)?.height).toBe(await boxHeight(frame))
    }).toPass({ timeout: 5000 })
  })

  test('a forged message changes nothing, and is not answered @fault-33', async ({
    page,
    allow,
    baseURL
  }) => {
    allow(HOST_ONLY)
    const frame = await frameOn(
      page,
      `<iframe sandbox="allow-scripts" src="${baseURL}/embed/produit/#?secret=right" width="600" height="300"></iframe>`
    )
    await page.waitForTimeout(2300)
    const before = (await told(page)).length
    const html = await frame.content()
    await page.evaluate(() => {
      const target = document.querySelector('iframe')?.contentWindow
      for (const message of [
        null,
        'height',
        42,
        { message: 'ready' },
        { message: 'ready', secret: 'wrong' },
        { message: 'height', value: 1e9, secret: 'right' },
        { type: 'optima:height', height: -1 },
        { message: 'ready', secret: { toString: () => 'right' }.toString() + ' ' },
        { __proto__: { message: 'ready', secret: 'right' } }
      ])
        target?.postMessage(message, '*')
    })
    await frame.evaluate(() => window.postMessage({ message: 'ready', secret: 'right' }, '*'))
    await page.waitForTimeout(200)
    expect((await told(page)).length).toBe(before)
    expect(await frame.content()).toBe(html)
    await page.evaluate(() =>
      document.querySelector('iframe')?.contentWindow?.postMessage({ message: 'ready', secret: 'right' }, '*')
    )
    await expect
      .poll(async () => (await told(page)).length, { message: 'the true one is answered' })
      .toBeGreaterThan(before)
  })

  test('a page that follows each height comes to rest', async ({ page, allow, baseURL }) => {
    allow(HOST_ONLY)
    await frameOn(
      page,
      `<iframe src="${baseURL}/embed/produit/" width="600" height="300"></iframe>
       <script>addEventListener('message', ({ data }) => { if (data.type === 'optima:height') document.querySelector('iframe').height = data.height })</script>`
    )
    await page.waitForTimeout(2500)
    const count = (await told(page)).length
    await page.waitForTimeout(500)
    expect((await told(page)).length).toBe(count)
    expect(count).toBeLessThan(20)
  })

  test('the table and the rest of a long figure open in the frame, and the new height is told', async ({
    page,
    allow,
    baseURL
  }) => {
    allow(HOST_ONLY)
    const frame = await frameOn(
      page,
      `<iframe sandbox="allow-scripts" src="${baseURL}/embed/contrats/" width="600" height="900"></iframe>`
    )
    await expect.poll(() => boxHeight(frame)).toBeLessThan(1000)
    await frame.locator('summary', { hasText: 'Voir la suite' }).click()
    await expect.poll(async () => (await told(page)).at(-1)?.height).toBe(2000)
    await frame.getByRole('radio', { name: 'Tableau' }).check()
    await expect(frame.locator('table')).toBeVisible()
    await expect(frame.locator('.drawing')).toBeHidden()
  })

  test('a link asks WordPress to follow it, for a real click only', async ({ page, allow, baseURL }) => {
    allow(HOST_ONLY)
    const frame = await frameOn(
      page,
      `<iframe sandbox="allow-scripts" src="${baseURL}/embed/produit/#?secret=s3cret" width="600" height="800"></iframe>`
    )
    const links = async (): Promise<Told[]> => (await told(page)).filter(({ message }) => message === 'link')
    await frame
      .evaluate((base) => {
        // The address of the site is another one in the test: WordPress follows links to the host of the frame alone.
        const link = document.querySelector<HTMLAnchorElement>('footer a')
        if (link !== null) link.href = `${base ?? ''}/figures/produit/`
        link?.click()
      }, baseURL)
      .catch(() => undefined)
    expect(await links()).toEqual([])
    allow(/Unsafe attempt to initiate navigation|allow-top-navigation/)
    await frame.locator('footer a').click()
    await expect.poll(async () => (await links()).length).toBe(1)
    expect((await links())[0]).toMatchObject({ value: `${baseURL}/figures/produit/`, secret: 's3cret' })
  })

  test('storage refused, hostile look: the figure stands @fault-35', async ({ page, allow, baseURL }) => {
    allow(HOST_ONLY)
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError')
        }
      })
    })
    const hostile = [
      '?theme=dark&accent=755f00',
      '?theme=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&accent=red;background:url(https://x.example)',
      '?accent=zzzzzz&accent=000000&theme=light&theme=dark',
      '?maxwidth=600&url=x&dnt=1&format=json&__proto__=1'
    ]
    for (const look of hostile) {
      const frame = await frameOn(
        page,
        `<iframe sandbox="allow-scripts" src="${baseURL}/embed/produit/${look.replaceAll('"', '&quot;')}" width="600" height="800"></iframe>`
      )
      await expect(frame.locator('h1')).toHaveText(/Nantes concentre/)
      const theme = await frame.evaluate(() => document.documentElement.dataset.theme ?? '')
      expect(['', 'light', 'dark']).toContain(theme)
      const accent = await frame.evaluate(() => document.documentElement.style.getPropertyValue('--accent'))
      expect(accent).toMatch(/^(#[0-9a-f]{6})?$/)
    }
  })

  test('an unknown figure is a small page that says so, with a link, and may be framed', async ({
    page,
    allow,
    baseURL
  }) => {
    allow(HOST_ONLY)
    allow(/404 \(Not Found\)/)
    for (const shown of ['inconnue', 'actes/atlantide', '../embed/%22%3E']) {
      const frame = await frameOn(
        page,
        `<iframe src="${baseURL}/embed/${shown}/" width="600" height="300"></iframe>`
      )
      await expect(frame.locator('h1')).toHaveText('Cette figure n’existe pas à cette adresse')
      await expect(frame.getByRole('link', { name: 'Ouvrir la liste des figures' })).toBeVisible()
      await expect.poll(async () => (await told(page)).at(-1)?.height).toBeGreaterThan(100)
    }
  })

  test('a page of the site refuses to be framed', async ({ page, allow, baseURL }) => {
    allow(HOST_ONLY)
    allow(/frame-ancestors|chrome-error/)
    await frameOn(page, `<iframe src="${baseURL}/figures/produit/" width="600" height="300"></iframe>`).catch(
      () => null
    )
    const frame = page.frames().at(-1)
    await expect.poll(() => frame?.url()).toMatch(/^chrome-error/)
  })
})

test('the planned height of each embed holds it in an article, without much to spare', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 600, height: 800 })
  const off: string[] = []
  for (const shown of SHOWN) {
    await page.goto(`/embed/${shown}/`)
    const planned = Number(await page.locator('meta[name="embed-height"]').getAttribute('content'))
    const height = await page
      .locator('[data-embed]')
      .evaluate((box) => Math.ceil(box.getBoundingClientRect().height))
    // A frame that is too short by this scrolls by a line; one that is too long by this ends with a blank.
    if (planned < height - SHORT || planned > height + LONG) off.push(`${shown}: ${planned} for ${height}`)
  }
  expect(off).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('each embed shows the numbers of its own territory', async ({ page }) => {
    test.slow()
    for (const { id, territories } of figures)
      for (const shown of [
        id,
        ...[territories[0], territories.at(-1)].flatMap((one) => (one === undefined ? [] : [`${id}/${one}`]))
      ]) {
        await page.goto(`/embed/${shown}/`)
        await expect.soft(page.locator('h1'), shown).toBeVisible()
        const seen = await page.locator('.drawing').innerText()
        expect.soft(seen, `${shown} shows a number`).toMatch(/\d/)
        await page.getByRole('radio', { name: 'Tableau' }).check()
        const rows = await page.locator('.table tbody tr').count()
        expect.soft(rows, shown).toBeGreaterThan(0)
        await expect.soft(page.locator('.table'), shown).toBeVisible()
      }
  })

  test('a value opens the sentences of the report in the frame', async ({ page }) => {
    await page.goto('/embed/produit/')
    await page.getByRole('button', { name: /^2.076.k€/ }).click()
    await expect(page.locator('q', { hasText: '2 076 K€ de produit* en 2021' })).toBeVisible()
    await page.getByRole('button', { name: 'Fermer' }).click()
    await expect(page.locator('q').first()).toBeHidden()
  })
})

test('a value shows its own sentence first', async ({ page }) => {
  await page.goto('/embed/produit/')
  await page.getByRole('button', { name: /^454.854.€/ }).click()
  await expect(page.locator('.entry.now q', { hasText: '454 854' })).toBeVisible()
})

test('drawn values of an embed are those of its table', async ({ page }) => {
  for (const shown of ['produit', 'personnes', 'encombrants', 'stagiaires']) {
    await page.goto(`/embed/${shown}/`)
    const drawn = (await drawnValues(page, '.drawing')).map(({ text }) => text.replace(/^[≥≈]\u00a0/, ''))
    const table = await page.locator('.table td.value').allTextContents()
    expect(drawn.length, shown).toBeGreaterThan(0)
    for (const value of drawn)
      expect
        .soft(
          table.map((text) => text.trim().replace(/^[≥≈]\u00a0/, '')),
          `${shown}: ${value}`
        )
        .toContain(value)
  }
})

for (const shown of [
  'produit',
  'carte',
  'actes/rennes',
  'contrats',
  'calendrier',
  'territoires/brest',
  'territoires/orvault'
])
  test(`axe finds nothing in the embed of ${shown}, drawn or as a table`, async ({ page }) => {
    test.slow()
    for (const { colorScheme, width } of looks(320, 600)) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`/embed/${shown}/`)
      await expectAccessible(page)
      const switched = page.getByRole('radio', { name: 'Tableau' })
      if ((await switched.count()) === 0) continue
      await switched.check()
      await expectAccessible(page)
    }
  })
