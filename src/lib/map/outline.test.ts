import { expect, test } from 'vitest'
import { borderOpacity, communeOpacity, landTest, outlineTransform } from './outline.ts'
import type { Outline } from './outline.ts'
import { mercator, projector } from './projection.ts'
import { viewCamera, VIEW_IDS } from './views.ts'

const world = 524_288
const at = (lon: number, lat: number): [number, number] => {
  const { x, y } = mercator(lon, lat)
  return [Math.round(x * world), Math.round(y * world)]
}
const origin = at(-9, 52)
/** Two rings, the second relative to the start of the first: an island from -3 to -1, another from 1 to 2. */
function island(west: number, east: number, from: [number, number]): { d: string; start: [number, number] } {
  const corners = [at(west, 49), at(east, 49), at(east, 47), at(west, 47)].map(([x, y]) => [
    x - origin[0],
    y - origin[1]
  ])
  let [x, y] = from
  const steps = corners.map(([nextX = 0, nextY = 0]) => {
    const step = `${nextX - x} ${nextY - y}`
    ;[x, y] = [nextX, nextY]
    return step
  })
  return { d: `m${steps.join(' ')}z`, start: corners[0] as [number, number] }
}
const first = island(-3, -1, [0, 0])
const outline = { world, origin, land: first.d + island(1, 2, first.start).d } as Outline
const camera = { lon: -1, lat: 48, zoom: 5.4 }
const size = { width: 546, height: 440 }

test.each([
  [-2, 48, true],
  [0, 48, false],
  [1.5, 48, true],
  [1.5, 50, false],
  [-3.5, 48, false]
])('%f, %f: on land is %s', (lon, lat, expected) => {
  expect(landTest(outline, camera, size)(projector(camera, size)(lon, lat))).toBe(expected)
})

test('the transform puts the paths where the symbols are', () => {
  const [x = 0, y = 0, scale = 0] =
    outlineTransform(outline, camera, size)
      .match(/-?[\d.]+/g)
      ?.map(Number) ?? []
  const [unitX, unitY] = at(-2, 48)
  const point = projector(camera, size)(-2, 48)
  expect((unitX - origin[0]) * scale + x).toBeCloseTo(point.x, 1)
  expect((unitY - origin[1]) * scale + y).toBeCloseTo(point.y, 1)
})

test('borders are whole up to zoom 8 and gone at 10', () => {
  expect([5, 8, 9, 10, 12].map(borderOpacity)).toEqual([1, 1, 0.5, 0, 0])
})

test('outlines of communes come with the views of a territory, and are not in the widest', () => {
  expect([4.4, 6.2, 6.55, 9, 13].map(communeOpacity)).toEqual([0, 0, expect.closeTo(0.7), 0.7, 0.7])
  const opacities = VIEW_IDS.map((id) => communeOpacity(viewCamera(id, size).zoom))
  expect(opacities.map((opacity) => opacity > 0)).toEqual(VIEW_IDS.map((id) => id !== 'tout'))
})
