import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitBounds, mercator, mercatorAt, metresPerPixel, projector, worldSize } from './projection.ts'
import type { Bounds } from './projection.ts'

const size = { width: 546, height: 440 }
const camera = fc.record({
  lon: fc.double({ min: -8, max: 8, noNaN: true }),
  lat: fc.double({ min: 44, max: 52, noNaN: true }),
  zoom: fc.double({ min: 4, max: 13, noNaN: true })
})

describe('projection', () => {
  test('puts the centre of the camera in the middle of the frame', () => {
    fc.assert(
      fc.property(camera, (seen) => {
        const { x, y } = projector(seen, size)(seen.lon, seen.lat)
        expect(x).toBeCloseTo(273, 6)
        expect(y).toBeCloseTo(220, 6)
      })
    )
  })

  // Values of MapLibre 6.17: new Map({ center, zoom }).project(lngLat) in a box of 546 × 440.
  test.each([
    [{ lon: 0, lat: 0, zoom: 0 }, [180, 0], { x: 273 + 256, y: 220 }],
    [{ lon: 0, lat: 0, zoom: 1 }, [0, 85.0511287798066], { x: 273, y: 220 - 512 }],
    [{ lon: 0, lat: 0, zoom: 3 }, [-45, 0], { x: 273 - 512, y: 220 }]
  ] as const)('agrees with the 512 px world of MapLibre: %o', (seen, [lon, lat], expected) => {
    const point = projector(seen, size)(lon, lat)
    expect(point.x).toBeCloseTo(expected.x, 6)
    expect(point.y).toBeCloseTo(expected.y, 6)
  })

  test('finds back what lies under a pixel', () => {
    fc.assert(
      fc.property(camera, fc.nat(546), fc.nat(440), (seen, x, y) => {
        const at = mercatorAt(seen, size, { x, y })
        const centre = mercator(seen.lon, seen.lat)
        expect((at.x - centre.x) * worldSize(seen.zoom) + 273).toBeCloseTo(x, 6)
        expect((at.y - centre.y) * worldSize(seen.zoom) + 220).toBeCloseTo(y, 6)
      })
    )
  })

  test('fits the whole of the bounds, and touches two opposite edges', () => {
    const bounds: Bounds = [-5.1, 46.4, 3.1, 49.85]
    for (const frame of [size, { width: 390, height: 340 }, { width: 300, height: 600 }]) {
      const project = projector(fitBounds(bounds, frame, 10), frame)
      const [topLeft, bottomRight] = [project(bounds[0], bounds[3]), project(bounds[2], bounds[1])]
      expect(topLeft.x).toBeGreaterThanOrEqual(10 - 1e-6)
      expect(topLeft.y).toBeGreaterThanOrEqual(10 - 1e-6)
      expect(topLeft.x + bottomRight.x).toBeCloseTo(frame.width, 6)
      expect(topLeft.y + bottomRight.y).toBeCloseTo(frame.height, 6)
      expect(Math.min(topLeft.x, topLeft.y)).toBeCloseTo(10, 6)
    }
  })

  test('measures the ground', () => {
    expect(metresPerPixel({ lon: 0, lat: 0, zoom: 0 })).toBeCloseTo(78_271.5, 1)
    expect(metresPerPixel({ lon: 0, lat: 60, zoom: 1 })).toBeCloseTo(78_271.5 / 4, 1)
  })
})
