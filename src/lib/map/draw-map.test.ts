import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxesTouch, overflow } from './boxes.ts'
import type { Box } from './boxes.ts'
import { anchorOf, chooseCorner, tie } from './card-corner.ts'
import { PRODUIT_SCALE } from './circles.ts'
import { drawMap } from './draw-map.ts'
import type { Drawing, MapContent } from './draw-map.ts'
import { fixtureCircles, fixturePlaces, LINES } from './fixture.ts'
import { buttonBoxes } from './furniture.ts'
import type { Town } from './outline.ts'
import { textWidth } from './text-width.ts'
import { viewCamera, VIEW_IDS } from './views.ts'
import type { ViewId } from './views.ts'

const WIDE = { width: 546, height: 440 }
const PHONE = { width: 343, height: 340 }
const towns: Town[] = Array.from({ length: 300 }, (_, index) => [
  `Commune ${index}`,
  -5 + (index % 20) * 0.42,
  46.6 + Math.floor(index / 20) * 0.22,
  250_000 - index * 800
])
const content: MapContent = {
  places: fixturePlaces(),
  circles: fixtureCircles(),
  outline: {
    world: 524_288,
    origin: [0, 0],
    land: '',
    departements: '',
    rivers: '',
    communes: '',
    names: [['Loire-Atlantique', -1.68, 47.35]],
    towns: [['Nantes', -1.55, 47.22, 300_000], ...towns],
    seas: [['Manche', -3.1, 49.45]],
    lines: LINES
  },
  scale: PRODUIT_SCALE,
  measureLabel: 'produit',
  legendTitle: 'Produit 2021',
  controls: true
}

test('names of towns keep clear of ours, of each other and of the furniture, and never repeat ours', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...VIEW_IDS),
      fc.double({ min: -0.5, max: 1.5, noNaN: true }),
      (id, closer) => {
        const camera = viewCamera(id, WIDE)
        const { names, layout, furniture } = drawMap(
          content,
          id,
          { ...camera, zoom: camera.zoom + closer },
          WIDE
        )
        const ours = layout.marks.flatMap((mark) => mark.boxes)
        names.forEach((name, index) => {
          const others = [...ours, ...furniture.obstacles, ...names.slice(0, index).map((other) => other.box)]
          expect(others.some((box) => boxesTouch(name.box, box))).toBe(false)
          expect(name.text).not.toBe('Nantes')
        })
      }
    )
  )
})

test.each(VIEW_IDS)('no name of %s is under a button, whether the arrows are open or not', (id) => {
  for (const size of [WIDE, PHONE])
    for (const arrows of [false, true]) {
      const { names, layout } = drawMap({ ...content, arrows }, id, viewCamera(id, size), size)
      const texts = [
        ...names.map(({ box }) => box),
        ...layout.marks.flatMap(({ lines }) => lines.map(({ box }) => box))
      ]
      for (const button of buttonBoxes(size, arrows))
        expect(texts.filter((box) => boxesTouch(box, button))).toEqual([])
    }
})

describe('the tiles of Paris', () => {
  const draw = (id: ViewId, size = WIDE): Drawing => drawMap(content, id, viewCamera(id, size), size)

  test('stand in the view of Île-de-France alone, and not on a narrow map', () => {
    expect(VIEW_IDS.filter((id) => draw(id).inset !== null)).toEqual(['ile-de-france'])
    expect(draw('ile-de-france', PHONE).inset).toBeNull()
  })

  test.each([WIDE, { width: 480, height: 440 }, { width: 719, height: 440 }])(
    'are in the frame and cover no true point and no name at $width px',
    (size) => {
      const { inset, layout, names, furniture } = draw('ile-de-france', size)
      const { box, lines } = inset ?? { box: { x: -1, y: -1, width: 0, height: 0 }, lines: [] }
      expect(overflow(box, size)).toBe(0)
      for (const { text, x, role } of lines)
        expect(x + textWidth(text, 12, role === 'title')).toBeLessThanOrEqual(box.x + box.width)
      const points = layout.marks.map(({ point }) => ({ ...point, width: 1, height: 1 }))
      const drawn = [...layout.marks.flatMap((mark) => mark.boxes), ...names.map((name) => name.box)]
      expect([...points, ...drawn, ...furniture.obstacles].filter((one) => boxesTouch(one, box))).toEqual([])
    }
  )

  test('stay in sight when one of them is chosen: the card takes another corner', () => {
    const before = draw('ile-de-france')
    for (const id of ['paris-10', 'paris-14', 'mitry-mory', 'stains']) {
      const { box } = chooseCorner(before, id, { width: 256, height: 200 })
      const after = drawMap(content, 'ile-de-france', before.camera, WIDE, { box, before })
      expect(after.inset).not.toBeNull()
    }
  })
})

test('towns named at first keep their name when all the others arrive', () => {
  const before = drawMap(content, 'tout', viewCamera('tout', WIDE), WIDE)
  const more: Town[] = towns.map(([name, lon, lat, population]) => [
    `${name} bis`,
    lon + 0.2,
    lat,
    population * 2
  ])
  const after = drawMap(
    { ...content, gazetteer: { towns: more, departements: [] } },
    'tout',
    viewCamera('tout', WIDE),
    WIDE
  )
  const named = new Set(after.names.map((name) => name.text))
  expect(before.names.filter((name) => name.kind === 'town' && !named.has(name.text))).toEqual([])
})

test.each(VIEW_IDS.filter((id) => id !== 'tout'))(
  'the card of a place in %s leaves that place in sight',
  (id) => {
    const bare = drawMap(content, id, viewCamera(id, WIDE), WIDE)
    const card = { width: 256, height: 220 }
    for (const mark of bare.layout.marks.filter((one) => one.kind === 'place')) {
      const { box } = chooseCorner(bare, mark.id, card)
      const drawn = drawMap(content, id, viewCamera(id, WIDE), WIDE, { box, before: bare })
      const found = drawn.layout.marks.find((one) => one.id === mark.id)
      const symbol = found?.symbols[0]
      expect(symbol && boxesTouch({ x: symbol.x, y: symbol.y, width: 1, height: 1 }, box)).toBe(false)
    }
  }
)

const overlapOf = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

test.each(VIEW_IDS)(
  'a card that is only looked at, in %s, leaves what is pointed at under the pointer',
  (id) => {
    const drawing = drawMap(content, id, viewCamera(id, WIDE), WIDE)
    for (const mark of drawing.layout.marks) {
      const { box } = chooseCorner(drawing, mark.id, { width: 256, height: 250 }, true)
      const hidden = mark.boxes.map((one) => overlapOf(one, box)).reduce((sum, area) => sum + area, 0)
      const whole = mark.boxes.reduce((sum, { width, height }) => sum + width * height, 0)
      expect(hidden / whole, mark.id).toBeLessThan(0.2)
    }
  }
)

test('a tie starts at the mark of a place, else at its dot; of a region, at its circle', () => {
  const { layout } = drawMap(content, 'tout', viewCamera('tout', WIDE), WIDE)
  const brest = layout.marks.find(({ id }) => id === 'brest')?.symbols[0]
  const orvault = layout.dots.find(({ id }) => id === 'orvault')
  expect(anchorOf(layout, 'brest', true)).toEqual({ x: brest?.x, y: brest?.y, r: 13 })
  expect(anchorOf(layout, 'orvault', false)).toEqual({ x: orvault?.x, y: orvault?.y, r: 5 })
  expect(anchorOf(layout, 'region-nantes', false)?.r).toBeCloseTo(46)
  expect(anchorOf(layout, 'loire-atlantique', false)).toBeNull()
})

test('the tie goes round a mark that stands in its way', () => {
  const box = { x: 0, y: 200, width: 200, height: 100 }
  const line = tie({ x: 100, y: 100 }, box, 13, [{ x: 95, y: 150, width: 10, height: 10 }])
  expect(line?.to.x).not.toBe(100)
  expect(line?.to.y).toBe(212)
})

test('the tie starts at the edge of the disc and ends in the card; none when they touch', () => {
  const box = { x: 0, y: 200, width: 100, height: 100 }
  const line = tie({ x: 50, y: 100 }, box, 13)
  expect(line).toEqual({ from: { x: 50, y: 113 }, to: { x: 50, y: 212 } })
  expect(tie({ x: 50, y: 205 }, box, 13)).toBeNull()
})

test('what is out of the frame is a button on the right side', () => {
  expect(drawMap(content, 'rennes', viewCamera('rennes', WIDE), WIDE).edges).toMatchObject([
    { view: 'brest', side: 'left' }
  ])
  expect(drawMap(content, 'brest', viewCamera('brest', WIDE), WIDE).edges).toMatchObject([
    { view: 'rennes', side: 'right' }
  ])
  expect(drawMap(content, 'tout', viewCamera('tout', WIDE), WIDE).edges).toEqual([])
})
