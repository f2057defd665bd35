import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxTouchesDisc, boxesTouch, overflow, segmentsCross } from './boxes.ts'
import { PRODUIT_SCALE } from './circles.ts'
import { fixtureCircles, fixturePlaces, LINES } from './fixture.ts'
import { placeFurniture } from './furniture.ts'
import { layoutMap } from './layout.ts'
import type { Layout } from './layout.ts'
import { metresPerPixel, projector } from './projection.ts'
import type { Camera, Size } from './projection.ts'
import { viewCamera, VIEWS } from './views.ts'

const WIDE = { width: 546, height: 440 }
const NARROW = { width: 390, height: 340 }
/** Figure page last. */
const SIZES: Size[] = [WIDE, NARROW, { width: 720, height: 440 }, { width: 800, height: 560 }]

function lay(camera: Camera, size: Size, side: 'left' | 'right' | null = null): Layout {
  const furniture = placeFurniture({
    camera,
    size,
    side,
    scale: PRODUIT_SCALE,
    title: 'Produit 2021',
    credits: '© OpenStreetMap, GSHHG, Natural Earth, GeoNames',
    controls: true,
    arrows: false
  })
  return layoutMap({
    places: fixturePlaces(),
    circles: fixtureCircles(),
    lines: LINES,
    project: projector(camera, size),
    size,
    zoom: camera.zoom,
    metresPerPixel: metresPerPixel(camera),
    scale: PRODUIT_SCALE,
    measureLabel: 'produit',
    obstacles: furniture.obstacles
  })
}

/** Ids of two names that cover each other, or a name and a strip. */
function collisions({ marks }: Layout): string[] {
  const boxes = marks.flatMap(({ id, lines }) => lines.map(({ box }) => ({ id, box })))
  const strips = marks.flatMap(({ id, symbols }) =>
    symbols.map(({ x, y }) => ({ id, box: { x: x - 5, y: y - 5, width: 10, height: 10 } }))
  )
  return boxes.flatMap((one, index) =>
    [...boxes.slice(index + 1), ...strips]
      .filter((other) => other.id !== one.id && boxesTouch(one.box, other.box))
      .map((other) => `${one.id}/${other.id}`)
  )
}

const camera = fc.record({
  lon: fc.double({ min: -5, max: 3, noNaN: true }),
  lat: fc.double({ min: 46.5, max: 49.5, noNaN: true }),
  zoom: fc.double({ min: 4.6, max: 12.5, noNaN: true })
})

describe('layout', () => {
  test.each(VIEWS.flatMap((view) => SIZES.map((size) => [view, size] as const)))(
    '$id: every name is shown, in the frame, clear of the others and of the points, and no leader crosses',
    ({ id, legend }, size) => {
      const layout = lay(viewCamera(id, size), size, legend)
      expect(collisions(layout)).toEqual([])
      const nameless = layout.marks.filter((mark) => mark.kind !== 'small' && mark.lines.length === 0)
      expect(nameless.map((mark) => mark.id)).toEqual([])
      const out = layout.marks.filter((mark) => mark.boxes.some((box) => overflow(box, size) > 0))
      expect(out.map((mark) => mark.id)).toEqual([])
      const under = layout.dots.filter((dot) =>
        layout.marks.some(({ boxes }) => boxes.some((box) => boxTouchesDisc(box, { ...dot, r: 4 }, 0)))
      )
      expect(under.map((dot) => dot.id)).toEqual([])
      const leaders = layout.marks.flatMap(({ leader }) => (leader ? [leader] : []))
      const crossed = leaders.filter((one) => leaders.some((two) => segmentsCross(one, two)))
      expect(crossed).toEqual([])
    }
  )

  test('no name ever covers a name or a symbol, wherever the reader goes', () => {
    fc.assert(
      fc.property(camera, fc.constantFrom(...SIZES), (seen, size) => {
        expect(collisions(lay(seen, size))).toEqual([])
      })
    )
  })

  test('the same input gives the same drawing', () => {
    fc.assert(
      fc.property(camera, (seen) => {
        expect(lay(seen, WIDE)).toEqual(lay(seen, WIDE))
      }),
      { numRuns: 20 }
    )
  })

  test('every place in the frame is a strip, a dot or an area', () => {
    fc.assert(
      fc.property(camera, (seen) => {
        const layout = lay(seen, WIDE)
        const drawn = new Set([...layout.marks, ...layout.dots].map(({ id }) => id))
        const project = projector(seen, WIDE)
        const missing = fixturePlaces().filter(({ id, lon, lat, kind }) => {
          if (lon === null || lat === null || kind === 'region' || kind === 'epci' || kind === 'line')
            return false
          const { x, y } = project(lon, lat)
          return x > 0 && y > 0 && x < WIDE.width && y < WIDE.height && !drawn.has(id)
        })
        expect(missing.map(({ id }) => id)).toEqual([])
      })
    )
  })

  test('the widest view has one circle and one strip a territory, and lone places beside', () => {
    const { circles, marks } = lay(viewCamera('tout', WIDE), WIDE, 'left')
    expect(circles.map(({ id, r }) => [id, Math.round(r)])).toEqual([
      ['region-rennes', 21],
      ['region-nantes', 46],
      ['angers', 22],
      ['region-ile-de-france', 27]
    ])
    expect(marks.map(({ id }) => id).toSorted()).toEqual([
      'angers',
      'brest',
      'caen',
      'region-ile-de-france',
      'region-nantes',
      'region-rennes'
    ])
  })

  test('a circle near a commune says that it is the region’s, unless the territory is that commune', () => {
    const texts = (id: 'nantes' | 'angers'): string[] =>
      lay(viewCamera(id, WIDE), WIDE)
        .marks.find((mark) => mark.id === id)
        ?.lines.map(({ text }) => text) ?? []
    expect(texts('nantes')).toEqual(['Nantes', 'région\u00a0: 2\u202f076\u00a0k€', 'produit, arrondi'])
    expect(texts('angers')).toEqual(['Angers', '454\u202f854\u00a0€', 'produit'])
  })

  test('a line is drawn between its two ends and says that it is schematic; an area has no dot', () => {
    const layout = lay(viewCamera('ile-de-france', WIDE), WIDE, 'left')
    expect(layout.lines.map(({ id }) => id)).toEqual(['tram-t12'])
    expect(layout.marks.find(({ id }) => id === 'tram-t12')?.lines[1]?.text).toBe('tracé schématique')
    expect(layout.areas.map(({ id }) => id)).toEqual(['plaine-commune'])
    expect([...layout.tips, ...layout.dots].some(({ id }) => id === 'plaine-commune')).toBe(false)
  })

  test('a territory whose value is not published has its name, the words, and no circle', () => {
    const seen = viewCamera('tout', WIDE)
    const layout = layoutMap({
      places: fixturePlaces(),
      circles: fixtureCircles().map((circle) => ({ ...circle, value: null })),
      lines: LINES,
      project: projector(seen, WIDE),
      size: WIDE,
      zoom: seen.zoom,
      metresPerPixel: metresPerPixel(seen),
      scale: PRODUIT_SCALE,
      measureLabel: 'produit',
      obstacles: []
    })
    expect(layout.circles).toEqual([])
    expect(layout.marks.find(({ id }) => id === 'angers')?.lines[1]?.text).toBe('non publié')
  })

  test('without any value the territories still stand as one in the widest view, by their name and their strip', () => {
    const seen = viewCamera('tout', WIDE)
    const layout = layoutMap({
      places: fixturePlaces(),
      circles: fixtureCircles().map((circle) => ({ ...circle, lon: null, lat: null })),
      lines: LINES,
      project: projector(seen, WIDE),
      size: WIDE,
      zoom: seen.zoom,
      metresPerPixel: metresPerPixel(seen),
      scale: PRODUIT_SCALE,
      measureLabel: '',
      obstacles: []
    })
    expect(layout.circles).toEqual([])
    expect(
      layout.marks.map(({ id, lines }) => `${id}: ${lines.map(({ text }) => text).join(', ')}`).toSorted()
    ).toEqual([
      'angers: Angers',
      'brest: Brest',
      'caen: Caen',
      'region-ile-de-france: Île-de-France',
      'region-nantes: Région de Nantes',
      'region-rennes: Région de Rennes'
    ])
  })
})
