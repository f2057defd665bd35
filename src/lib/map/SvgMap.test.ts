import { render } from 'svelte/server'
import { expect, test } from 'vitest'
import { PRODUIT_SCALE } from './circles.ts'
import { fixtureCircles, fixturePlaces, LINES } from './fixture.ts'
import SvgMap from './SvgMap.svelte'

const outline = {
  world: 524_288,
  origin: [0, 0] as [number, number],
  land: '',
  departements: '',
  rivers: '',
  communes: '',
  names: [],
  towns: [],
  seas: [],
  lines: LINES
}
const content = {
  places: fixturePlaces(),
  circles: fixtureCircles(),
  outline,
  scale: PRODUIT_SCALE,
  measureLabel: 'produit',
  legendTitle: 'Produit 2021',
  controls: false
}

test('prerendered, the view of Île-de-France has the tiles of Paris, in words too, and no style attribute', () => {
  const size = { width: 546, height: 440 }
  const { body } = render(SvgMap, {
    props: { content, view: 'ile-de-france', size, label: 'Carte.', selected: 'paris-13' }
  })
  const tiles = [...body.matchAll(/<g class="tile named([^"]*)" data-id="([^"]*)"/g)]
  expect(tiles.map(([, , id]) => id).toSorted()).toEqual(
    [10, 11, 13, 14, 17, 18, 19, 20].map((number) => `paris-${number}`)
  )
  expect(tiles.filter(([, classes]) => classes?.includes('current')).map(([, , id]) => id)).toEqual([
    'paris-13'
  ])
  expect(body).toMatch(/aria-label="Carte\. Paris en tuiles schématiques/)
  expect(body).not.toContain('style=')
})
