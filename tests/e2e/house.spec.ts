// Does the whole site keep the promises of the house: nothing foreign, nothing personal, every page named, any base path?
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { findNames, readNames } from '../../data/pipeline/names.ts'
import { startServer } from '../../scripts/server.js'
import { expectAccessible } from './support/axe.ts'
import { pages, textFiles } from './support/build.ts'
import { expect, test } from './support/test.ts'

/** Names of vocabularies, in markup that is read and never fetched: SVG, schema.org, sitemaps, Table Schema. */
const VOCABULARIES = ['www.w3.org', 'schema.org', 'www.sitemaps.org', 'specs.frictionlessdata.io']
/** Where a link of the pages may lead: licences and sources. */
const HOSTS_IN_LINKS = ['www.etalab.gouv.fr']

/**
 * Written in the code of libraries and never asked, which the guard of every test watches: addresses in
 * messages of errors and credits, a list of bundles that DuckDB offers and we do not take.
 */
const HOSTS_IN_LIBRARIES = [
  'svelte.dev',
  'github.com',
  'cdn.jsdelivr.net',
  'maplibre.org',
  'maplibre.invalid',
  'wiki.openstreetmap.org'
]

test.describe('the built files', () => {
  test('have a language, a title and a description on every page', () => {
    const all = pages()
    expect(all.length).toBeGreaterThan(0)
    for (const { path, text } of all) {
      expect.soft(text, path).toMatch(/<html[^>]* lang="fr"/)
      expect.soft(text, path).toMatch(/<title>[^<]{3,}<\/title>/)
      expect.soft(text, path).toMatch(/<meta name="description" content="[^"]{20,}"/)
    }
  })

  test('have no two pages of the same title', () => {
    // An embed and a frozen page have the title of the page that they show.
    const first = pages().filter(({ path }) => !/^\/(embed|v)\//.test(path))
    const titles = first.map(({ text }) => /<title>([^<]*)<\/title>/.exec(text)?.[1])
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
  })

  test('hold a policy without a hole, and nothing that it would refuse', () => {
    for (const { path, text } of pages()) {
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(text)?.[1] ?? ''
      expect.soft(policy, path).toContain("default-src 'none'")
      expect.soft(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
      // style-src 'self' refuses the attribute: what it says would be lost, in silence.
      expect.soft(text.match(/<[a-z][^>]*\sstyle="[^"]*"/gi) ?? [], path).toEqual([])
      expect.soft(text.match(/<[a-z][^>]*\son[a-z]+="[^"]*"/gi) ?? [], path).toEqual([])
    }
  })

  test('load nothing from elsewhere @fault-39', () => {
    // Whatever a browser asks for by itself. What a reader clicks is another thing: see the next test.
    const loads = [
      /<(?:script|img|iframe|source|video|audio|embed|track|input)[^>]*\s(?:src|srcset|poster)="(?:https?:)?\/\/[^"]*"/gi,
      /<link(?![^>]*rel="(?:canonical|alternate|license)")[^>]*\shref="(?:https?:)?\/\/[^"]*"/gi,
      /<object[^>]*\sdata="(?:https?:)?\/\/[^"]*"/gi,
      /url\(\s*["']?(?:https?:)?\/\/[^)]*\)/gi,
      /@import\s+["'](?:https?:)?\/\/[^"']*/gi
    ]
    for (const { path, text } of textFiles().filter((file) => /\.(html|css|svg)$/.test(file.path))) {
      expect
        .soft(
          loads.flatMap((load) => text.match(load) ?? []),
          path
        )
        .toEqual([])
    }
  })

  test('name no other host but those of this list @fault-39', () => {
    const site = JSON.parse(readFileSync('data/site.json', 'utf8')) as { origin: string; website: string }
    const ours = [new URL(site.origin).host, new URL(site.website).host, ...VOCABULARIES, ...HOSTS_IN_LINKS]
    for (const { path, text } of textFiles()) {
      const allowed = path.startsWith('/_app/immutable/') ? [...ours, ...HOSTS_IN_LIBRARIES] : ours
      const hosts = [...text.matchAll(/\bhttps?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?)/gi)]
      const foreign = new Set(hosts.map((match) => match[1] ?? '').filter((host) => !allowed.includes(host)))
      expect.soft([...foreign], path).toEqual([])
    }
  })

  test('hold no personal name', () => {
    const names = readNames(readFileSync('data/sources/names-2021.txt', 'utf8'))
    expect(names.length).toBeGreaterThan(0)
    for (const { path, text } of textFiles()) {
      expect.soft(findNames(text, names), path).toEqual([])
    }
  })
})

test.describe('the server', () => {
  test('frames no page, and sends its policy for workers with scripts', async ({ request }) => {
    const page = await request.get('/')
    expect(page.status()).toBe(200)
    expect(page.headers()).toMatchObject({
      'content-security-policy': "frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'content-encoding': 'br'
    })
    const script = await request.get('/theme.js')
    expect(script.headers()['content-security-policy']).toContain("default-src 'none'")
  })

  test('has a real 404 page', async ({ page, allow }) => {
    allow(/404/)
    const response = await page.goto('/nulle-part/')
    expect(response?.status()).toBe(404)
    await expect(page.locator('h1')).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    await expectAccessible(page)
  })
})

test('under a base path every address of every page answers, and the first page comes alive', async ({
  page
}) => {
  test.setTimeout(240_000)
  const base = '/optima'
  const folder = '.cache/build-base'
  await promisify(execFile)(process.execPath, ['scripts/build.js', 'site', '--if-stale'], {
    env: { ...process.env, BASE_PATH: base, BUILD_DIR: folder }
  })
  const { address, close } = await startServer({ folder, base, port: 0 })
  try {
    const asked = new Map<string, string>()
    for (const { path, text } of pages(folder)) {
      const here = new URL(`.${path.replace(/index\.html$/, '')}`, address)
      for (const [, link = ''] of text.matchAll(/\s(?:href|src)="([^"]+)"/g)) {
        const target = new URL(link.replaceAll('&amp;', '&'), here)
        target.hash = ''
        if (target.host === here.host) asked.set(target.href, path)
      }
    }
    expect(asked.size).toBeGreaterThan(0)
    const missing: string[] = []
    for (const [target, from] of asked) {
      const { status } = await fetch(target, { method: 'HEAD' })
      if (status !== 200) missing.push(`${status} ${target} (in ${from})`)
    }
    expect(missing).toEqual([])

    const failures: string[] = []
    page.on('response', (response) => {
      if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`)
    })
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    expect(failures).toEqual([])
  } finally {
    await close()
  }
})

test.describe('the guard of these tests', () => {
  const BARE = '/bare/'

  test.beforeEach(async ({ page }) => {
    await page.route(`**${BARE}`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><html lang="fr"><title>nue</title></html>'
      })
    )
  })

  const faults: Record<string, { script: string; says: RegExp; on: string }> = {
    'a foreign request of a page @fault-39': {
      on: BARE,
      script: "fetch('https://foreign.example/page').catch(() => 0)",
      says: /^foreign request: https:\/\/foreign\.example\/page/
    },
    'a foreign request of a worker @fault-08': {
      on: BARE,
      script:
        'new Worker(URL.createObjectURL(new Blob([\'fetch("https://foreign.example/worker").catch(() => 0)\'])))',
      says: /^foreign request: https:\/\/foreign\.example\/worker/
    },
    'a foreign image': {
      on: BARE,
      script: "new Image().src = 'https://foreign.example/image.png'",
      says: /^foreign request: https:\/\/foreign\.example\/image/
    },
    'an error in the console': { on: '/', script: "console.error('oh')", says: /^console: oh/ },
    'an exception': {
      on: '/',
      script: "setTimeout(() => { throw new Error('thrown') })",
      says: /^page error: .*thrown/
    },
    'a request that the policy refuses': {
      on: '/',
      script: "fetch('https://foreign.example/refused').catch(() => 0)",
      says: /^console: CSP: connect-src refused https:\/\/foreign\.example/
    },
    'a style that the policy refuses': {
      on: '/',
      script: "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')",
      says: /^console: CSP: style-src-attr refused inline/
    }
  }

  for (const [name, { on, script, says }] of Object.entries(faults)) {
    test(`sees ${name}`, async ({ page, problems, allow }) => {
      await page.goto(on)
      await page.evaluate(`{ ${script} }`)
      await expect
        .poll(() => problems.some((problem) => says.test(problem)), { message: problems.join('\n') })
        .toBe(true)
      allow(/./)
    })
  }
})
