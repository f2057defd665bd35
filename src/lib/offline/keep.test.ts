import { expect, it } from 'vitest'
import { fakeCaches, siteAnswer } from './fake-caches.ts'
import { Keeper } from './keep.ts'
import { Store } from './store.ts'

const PLACE = { origin: 'https://optima.example', base: '/optima' }
const HOME = `${PLACE.origin}${PLACE.base}`
const code = (name: string): string => `<link href="/optima/_app/immutable/${name}">`

const site: Record<string, string> = {
  '/': code('a.js') + code('b.css'),
  '/hors-ligne/': code('a.js'),
  '/territoires/': `<a href="/optima/territoires/orvault/">`,
  '/territoires/orvault/': code('c.js') + code('pages/orvault.js'),
  '/figures/': '',
  '/comparer/': '',
  '/methode/': '',
  '/plan/': '',
  '/donnees/': '',
  '/integrer/': '',
  '/accessibilite/': '',
  '/mentions-legales/': '',
  '/_app/immutable/a.js': '',
  '/_app/immutable/b.css': '@font-face{src:url(inter.woff2)}',
  '/_app/immutable/c.js': '',
  '/_app/immutable/inter.woff2': '',
  '/favicon.svg': '',
  '/data/manifest.json': '{"tables":[{"csv":{"file": "sites.csv"}}]}',
  '/data/places.json': '',
  '/data/sites.csv': ''
}

function build() {
  const { caches } = fakeCaches()
  const store = new Store(() => caches, PLACE.base, '1')
  const asked: string[] = []
  const keeper = new Keeper(
    store,
    (url) => {
      const path = url.slice(HOME.length)
      asked.push(path)
      const body = site[path]
      return Promise.resolve(body === undefined ? siteAnswer('', 404) : siteAnswer(body))
    },
    PLACE
  )
  return { keeper, store, asked, caches }
}

it('keeps first the first page with what it names, and nothing else', async () => {
  const { keeper, asked } = build()
  await keeper.first()
  expect(asked.sort()).toEqual(
    [
      '/favicon.svg',
      '/',
      '/_app/immutable/a.js',
      '/_app/immutable/b.css',
      '/_app/immutable/inter.woff2',
      '/hors-ligne/'
    ].sort()
  )
})

it('keeps the rest once: sections, fiches of the list, tables of the manifest', async () => {
  const { keeper, asked, store } = build()
  await keeper.first()
  await keeper.rest()
  expect(asked.toSorted()).toEqual(Object.keys(site).sort())
  await keeper.rest()
  expect(asked).toHaveLength(Object.keys(site).length)
  expect(await store.has(`${HOME}/territoires/orvault/`)).toBe(true)
})

it('keeps what was seen, and lets go of what is not a page or a file of the site', async () => {
  const { keeper, asked } = build()
  await keeper.seen(`${HOME}/embed/produit/`, [
    'https://else.example/x.js',
    'no address',
    `${HOME}/oembed/produit.json`,
    `${HOME}/_app/immutable/c.js`
  ])
  expect(asked).toEqual(['/_app/immutable/c.js'])
})

it('renews in a new version the pages that an older one kept', async () => {
  const { keeper, caches } = build()
  await new Store(() => caches, PLACE.base, '0').put(`${HOME}/territoires/orvault/`, siteAnswer('old'))
  site['/territoires/'] = ''
  await keeper.rest()
  const kept = await caches.match(`${HOME}/territoires/orvault/`, { cacheName: 'optima:/optima:1' })
  expect(await kept!.text()).toBe(site['/territoires/orvault/'])
})
