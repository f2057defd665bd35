import { expect, test } from 'vitest'
import { fixturePlaces } from './fixture.ts'
import { projector } from './projection.ts'
import { expandsAt, viewCamera, viewOf, viewOfRegion, VIEWS } from './views.ts'

const SIZES = [
  { width: 546, height: 440 },
  { width: 390, height: 340 },
  { width: 320, height: 340 }
]

test.each([
  ['rennes', 'rennes'],
  ['brest', 'brest'],
  ['reze', 'nantes'],
  ['angers', 'angers'],
  ['mitry-mory', 'ile-de-france'],
  ['tram-t12', 'ile-de-france'],
  ['caen', 'tout'],
  ['loire-atlantique', 'nantes']
])('%s is framed by %s', (id, view) => {
  const place = fixturePlaces().find((one) => one.id === id)
  expect(place && viewOf(place)).toBe(view)
})

test('a territory has its main view, and nothing else has one', () => {
  expect(viewOfRegion('region-rennes')).toBe('rennes')
  expect(viewOfRegion('optima')).toBe('tout')
  expect(viewOfRegion('')).toBe('tout')
})

test.each(VIEWS.filter((view) => view.region !== ''))(
  '$id shows its places apart, on every screen',
  ({ id, region }) => {
    for (const size of SIZES) {
      const camera = viewCamera(id, size)
      expect(camera.zoom).toBeGreaterThan(expandsAt(region))
      const project = projector(camera, size)
      const framed = fixturePlaces().filter((place) => place.lon !== null && viewOf(place) === id)
      expect(framed.length).toBeGreaterThan(0)
      for (const { lon, lat } of framed) {
        const { x, y } = project(lon ?? 0, lat ?? 0)
        expect(x).toBeGreaterThan(8)
        expect(x).toBeLessThan(size.width - 8)
        expect(y).toBeGreaterThan(8)
        expect(y).toBeLessThan(size.height - 8)
      }
    }
  }
)

test('the widest view keeps territories together', () => {
  for (const size of SIZES) {
    for (const { region } of VIEWS.slice(1))
      expect(viewCamera('tout', size).zoom).toBeLessThan(expandsAt(region))
  }
})
