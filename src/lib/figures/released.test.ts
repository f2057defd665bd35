// Does a release keep what it once said, and is each stored version whole?

import { expect, it } from 'vitest'
import { NO_EXTRAS } from './figure.ts'
import type { FigurePage } from './pages.ts'
import { produit } from './produit/produit.ts'
import { addPages, readRelease, RELEASE_FORMAT, releasedVersions, type Release } from './released.ts'

const context = {
  filters: { territory: null, programme: null, year: 2021, measure: 'produit' as const },
  territory: null,
  programme: null
}

function page(id: string, title: string, territory: FigurePage['territory'] = null): FigurePage {
  return {
    figure: { id, question: '?', reading: '.' },
    territory,
    filters: context.filters,
    model: { ...produit.build([], context, NO_EXTRAS), title },
    evolution: { sentence: '', pairs: [] },
    territories: []
  }
}

it('adds pages, and changes none', () => {
  const before: Release = { format: RELEASE_FORMAT, version: '2021.00000000', pages: [page('a', 'hier')] }
  const orvault = { id: 'orvault', name: 'Orvault' }
  const after = addPages(before, [page('a', 'aujourd’hui'), page('a', 'neuf', orvault), page('b', 'neuf')])
  expect(after.pages.map(({ model }) => model.title)).toEqual(['hier', 'neuf', 'neuf'])
  expect(addPages(after, after.pages)).toEqual(after)
})

it('reads every stored version', async () => {
  const versions = await releasedVersions()
  expect(versions.length).toBeGreaterThan(0)
  for (const version of versions) {
    const { pages } = await readRelease(version)
    expect(pages.length).toBeGreaterThan(0)
    for (const { model } of pages) expect(model.entries.length).toBeGreaterThan(0)
  }
})

it('has none in a folder that does not exist', async () => {
  expect(await releasedVersions('data/nowhere')).toEqual([])
})
