// Has every page of the site an image to share, at an absolute address that answers, with the words that go with it?
import { readFileSync } from 'node:fs'
import { pages } from './support/build.ts'
import { expect, test } from './support/test.ts'

const site = JSON.parse(readFileSync('data/site.json', 'utf8')) as { origin: string; name: string }

/** What a page says to networks: property or name -> content. */
function metaOf(html: string): ReadonlyMap<string, string> {
  const found = html.matchAll(
    /<meta (?:property|name)="((?:og|twitter):[^"]+|description)" content="([^"]*)"/g
  )
  return new Map([...found].map(([, name = '', content = '']) => [name, content]))
}

// An embed shows what its page says; the page of the worker, shown where the network is not, has no address to share.
const all = pages().filter(
  ({ path }) => /\/index\.html$/.test(path) && !/^\/((v\/[^/]+\/)?embed|hors-ligne)\//.test(path)
)
const addressOf = (path: string): string => `${site.origin}${path.replace(/index\.html$/, '')}`

test('every page of the sitemap is a page with its image, and so is every frozen one', () => {
  const map = readFileSync('build/sitemap.xml', 'utf8')
  const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc)
  const built = all.map(({ path }) => addressOf(path))
  expect(listed.length).toBeGreaterThan(160)
  expect(built).toEqual(expect.arrayContaining(listed))
  for (const { path, text } of all) {
    const address = addressOf(path)
    const meta = metaOf(text)
    expect.soft(meta.get('og:url'), path).toBe(address)
    expect.soft(meta.get('og:image'), path).toBe(`${address}partage.png`)
    expect.soft(meta.get('og:site_name'), path).toBe(site.name)
    expect.soft(meta.get('og:locale'), path).toBe('fr_FR')
    expect.soft(meta.get('og:type'), path).toMatch(/^(website|article)$/)
    expect.soft(meta.get('og:description'), path).toBe(meta.get('description'))
    expect.soft(meta.get('og:image:alt')?.length, path).toBeGreaterThan(40)
    expect.soft(meta.get('twitter:card'), path).toBe('summary_large_image')
    expect.soft(text, path).toContain(`<title>${meta.get('og:title') ?? ''} · ${site.name}</title>`)
  }
})

test('the page of unknown addresses is not shared', () => {
  expect(metaOf(readFileSync('build/404.html', 'utf8')).has('og:image')).toBe(false)
})

test('every image answers as a PNG of 1200 × 630 and of few bytes', async ({ request }) => {
  test.slow()
  let sum = 0
  for (const { text, path } of all) {
    const image = new URL(metaOf(text).get('og:image') ?? '').pathname
    const response = await request.get(image)
    expect.soft(response.status(), path).toBe(200)
    expect.soft(response.headers()['content-type'], path).toBe('image/png')
    // An image of a network is asked from elsewhere.
    expect.soft(response.headers()['cross-origin-resource-policy'], path).toBe('cross-origin')
    const png = await response.body()
    expect.soft([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630])
    expect.soft(png.length, path).toBeLessThan(120_000)
    sum += png.length
  }
  expect(sum / all.length).toBeLessThan(40_000)
})
