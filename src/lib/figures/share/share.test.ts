// Is every share image of a figure whole, readable at a third of its size, and true? On the published and the released data.

import { Resvg } from '@resvg/resvg-js'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPublished, readPublished } from '../../engine/published.ts'
import type { Outline } from '../../map/outline.ts'
import { measure } from '../frame/image/text.ts'
import { askMethod } from '../method.ts'
import { type FigurePage } from '../pages.ts'
import { publishedPages, releasedPages } from '../published-pages.ts'
import { FIGURES } from '../registry.ts'
import { releasedVersions } from '../released.ts'
import type { Card } from './card.ts'
import { cardPen } from './card-pen.ts'
import { cardSvg } from './card-svg.ts'
import { drawCard } from './draw-card.ts'
import { figureCard, shareAlt } from './figure-card.ts'
import { compareCard, figuresCard, homeCard, methodCard, territoriesCard } from './page-cards.ts'
import { expectReadable } from './readable.ts'
import { textsOf } from './fixture.ts'

let pages: FigurePage[]
let outline: Outline
const site = 'Optima en chiffres'
const cardOf = (page: FigurePage): Card => figureCard(page, { site, outline })
const where = ({ figure, territory }: FigurePage): string => `${figure.id} ${territory?.id ?? ''}`
const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ')

beforeAll(async () => {
  pages = (await publishedPages()).pages
  outline = (await readPublished('basemap/outline.json')) as Outline
}, 60_000)

it('of every page of every figure names its place, its title and a number of its rows, and nothing passes an edge or another word', () => {
  expect(pages.length).toBeGreaterThan(100)
  for (const page of pages) {
    const card = cardOf(page)
    const svg = cardSvg(card)
    expectReadable(svg, where(page))
    const said = plain(
      textsOf(svg)
        .map(({ text }) => text)
        .join(' ')
    )
    expect(said, where(page)).toContain(plain(page.model.title))
    expect(said, where(page)).toContain(plain(page.territory?.name ?? 'Tout Optima'))
    expect(said).toContain(`Rapport d’activité ${page.filters.year} · Optima`)
    if (!['contrats', 'calendrier'].includes(page.figure.id))
      expect(said.replace(page.model.title, '')).toMatch(/\d/)
  }
})

it('counts what it has no room for', () => {
  const said = (id: string, territory: string | null): string => {
    const page = pages.find(
      ({ figure, territory: own }) => figure.id === id && (own?.id ?? null) === territory
    )!
    return textsOf(cardSvg(cardOf(page)))
      .map(({ text }) => plain(text))
      .join('\n')
  }
  // Five acts of Rennes, three shown.
  expect(said('actes', 'rennes')).toMatch(/^5 806$/m)
  expect(said('actes', 'rennes')).toContain('et 2 autres sur la page')
  expect(said('actes', 'rennes')).toContain('période partielle')
  expect(said('actes', 'angers')).toMatch(/^≥ 42 000$/m)
  expect(said('produit', null)).toContain('arrondi')
  expect(said('produit', null)).toContain('à vérifier')
})

it('keeps the order of magnitude of every value: bars start at zero, on one axis', () => {
  for (const page of pages) {
    const { body } = cardOf(page)
    if (body.kind !== 'bars') continue
    for (const { fraction, value, axisEnd } of body.lines)
      expect(fraction, where(page)).toBeCloseTo(value / axisEnd, 6)
    expect(new Set(body.lines.map(({ axisEnd }) => axisEnd)).size, where(page)).toBe(1)
  }
})

it('says itself in words, marks included, and never says nothing', () => {
  for (const page of pages) {
    const alt = shareAlt(page)
    expect(alt, where(page)).toMatch(/^\S.{30,}\.$/u)
    expect(alt).not.toMatch(/NaN|undefined|null|≥|≈/)
    if (page.territory !== null) expect(alt).toContain(page.territory.name)
  }
})

it('of a released version is drawn as well', async () => {
  for (const version of await releasedVersions())
    for (const page of (await releasedPages(version)).pages) {
      const card = figureCard(page, { site: `figée, données ${version}`, outline })
      expectReadable(cardSvg(card), `${version} ${where(page)}`)
    }
})

it('of the pages that are no figure is readable too', async () => {
  const { engine } = await openPublished()
  const own = { site, year: 2021 }
  const { counts } = await askMethod((question) => engine.query(question))
  const groups = [
    { name: 'Région de Nantes', hue: 'nantes' as const, count: 8 },
    { name: 'Île-de-France', hue: 'idf' as const, count: 20 }
  ]
  const cards = [
    homeCard(pages, outline, own),
    territoriesCard({ groups }, pages, outline, own),
    figuresCard(pages, own),
    compareCard(pages, own),
    methodCard(counts, own)
  ]
  for (const card of cards) {
    expectReadable(cardSvg(card), card.title)
    expect(card.alt).toMatch(/\d/)
  }
})

it('is measured no narrower than it is drawn', () => {
  const pen = cardPen()
  const fontFiles = ['src/lib/ui/fonts/inter-400.ttf', 'src/lib/ui/fonts/inter-700.ttf']
  for (const type of [pen.title(56), pen.name, pen.detail])
    for (const text of pages.slice(0, 60).map(({ model }) => model.title)) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200" font-family="Inter"><text y="100" font-size="${type.size}" font-weight="${type.weight}" letter-spacing="${type.spacing ?? 0}">${text.replaceAll('&', '&amp;')}</text></svg>`
      const drawn = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).getBBox()
      expect(drawn?.width ?? 0, text).toBeLessThanOrEqual(measure(text, type) + 1)
    }
})

describe('the PNG', () => {
  it.each(FIGURES.map(({ id }) => id))('of %s is 1200 × 630, light, and the same each time', (id) => {
    const page = pages.findLast(({ figure }) => figure.id === id)!
    const png = Buffer.from(drawCard(cardOf(page)))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    expect(png.length).toBeLessThan(80_000)
    expect(png.length).toBeGreaterThan(8000)
    expect(Buffer.from(drawCard(cardOf(page))).equals(png)).toBe(true)
  })
})

it('survives extreme words', () => {
  const [page] = pages
  const long = 'Le très long titre d’une figure que personne n’aurait dû écrire ainsi, '.repeat(4).trim()
  for (const title of [long, 'X', 'Saint-Jacques-de-la-Lande-sur-Vilaine-et-Couesnon : 1'])
    for (const land of [null, cardOf(pages.find(({ figure }) => figure.id === 'carte')!).land]) {
      const body = { kind: 'words' as const, text: long }
      expectReadable(cardSvg({ ...cardOf(page!), title, body, land }), title)
    }
})
