import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canPan, clampCamera, DIRECTIONS, PANNED, panCamera } from './pan.ts'
import type { Direction } from './pan.ts'
import { projector } from './projection.ts'
import { viewCamera, VIEW_IDS } from './views.ts'

const WIDE = { width: 546, height: 440 }
const PHONE = { width: 343, height: 340 }

test.each<[Direction, number, number]>([
  ['north', 0, WIDE.height / 3],
  ['south', 0, -WIDE.height / 3],
  ['east', -WIDE.width / 3, 0],
  ['west', WIDE.width / 3, 0]
])('a step to the %s moves what is seen by a third of the frame', (direction, dx, dy) => {
  const camera = viewCamera('angers', WIDE)
  const [before, after] = [camera, panCamera(camera, WIDE, direction)].map((one) =>
    projector(one, WIDE)(-0.55, 47.47)
  )
  expect((after?.x ?? 0) - (before?.x ?? 0)).toBeCloseTo(dx, 5)
  expect((after?.y ?? 0) - (before?.y ?? 0)).toBeCloseTo(dy, 5)
})

test('wherever one goes, nothing but what can be panned over is seen', () => {
  const [west, south, east, north] = PANNED
  fc.assert(
    fc.property(
      fc.constantFrom(...VIEW_IDS),
      fc.constantFrom(WIDE, PHONE),
      fc.array(fc.constantFrom(...DIRECTIONS), { maxLength: 12 }),
      (view, size, steps) => {
        const camera = steps.reduce((one, step) => panCamera(one, size, step), viewCamera(view, size))
        const project = projector(camera, size)
        const [topLeft, bottomRight] = [project(west, north), project(east, south)]
        expect(topLeft.x).toBeLessThanOrEqual(1e-6)
        expect(topLeft.y).toBeLessThanOrEqual(1e-6)
        expect(bottomRight.x).toBeGreaterThanOrEqual(size.width - 1e-6)
        expect(bottomRight.y).toBeGreaterThanOrEqual(size.height - 1e-6)
      }
    )
  )
})

test.each(VIEW_IDS)('%s stands as it is, and every side of it can be panned to', (view) => {
  for (const size of [WIDE, PHONE]) {
    const camera = viewCamera(view, size)
    expect(clampCamera(camera, size)).toBe(camera)
    expect(DIRECTIONS.filter((direction) => !canPan(camera, size, direction))).toEqual([])
  }
})

test.each(DIRECTIONS)(
  'the %s has an end, where a step is refused and the other sides are not',
  (direction) => {
    let camera = viewCamera('tout', WIDE)
    for (let step = 0; step < 10; step += 1) camera = panCamera(camera, WIDE, direction)
    expect(DIRECTIONS.filter((one) => !canPan(camera, WIDE, one))).toEqual([direction])
  }
)

test('a frame larger than what can be panned over is centred on it, and has no side to go to', () => {
  const camera = clampCamera({ lon: 5, lat: 46, zoom: 3 }, WIDE)
  expect(camera.lon).toBeCloseTo(0, 6)
  expect(DIRECTIONS.filter((direction) => canPan(camera, WIDE, direction))).toEqual([])
})
