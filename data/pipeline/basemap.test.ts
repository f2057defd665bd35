import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projector } from '../../src/lib/map/projection.ts'
import type { Outline } from '../../src/lib/map/outline.ts'
import { landTest } from '../../src/lib/map/outline.ts'
import { viewCamera, VIEWS } from '../../src/lib/map/views.ts'
import {
  clipToBox,
  frameAround,
  pathData,
  signedArea,
  simplify,
  simplifyRing,
  stitch
} from './basemap-geometry.ts'
import type { XY } from './basemap-geometry.ts'
import { buildBasemap } from './basemap.ts'
import { DETAIL } from './basemap-outline.ts'

let folder = ''
const read = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as T

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basemap-'))
  await buildBasemap(folder)
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

const SIZES = [
  { width: 546, height: 440 },
  { width: 390, height: 340 }
]

describe('basemap', () => {
  test('the outline of the first view weighs 12 kB at most', async () => {
    const bytes = gzipSync(await readFile(join(folder, 'outline.json')), { level: 9 }).length
    expect(bytes).toBeLessThanOrEqual(12_000)
  })

  test.each(VIEWS.filter((view) => view.id !== 'tout'))(
    'the outline is fine enough for $id',
    ({ bounds, id }) => {
      const [west, south, east, north] = bounds
      const finest = Math.max(
        ...DETAIL.filter(
          ({ box }) => box[0] <= west && box[1] <= south && box[2] >= east && box[3] >= north
        ).map(({ zoom }) => zoom)
      )
      for (const size of SIZES) expect(viewCamera(id, size).zoom).toBeLessThan(finest + 0.3)
    }
  )

  test.each([
    ['Rennes', -1.6743, 48.112, true],
    ['Brest', -4.4863, 48.3903, true],
    ['Paris', 2.3488, 48.8534, true],
    ['Jersey', -2.13, 49.21, true],
    ['south of the fine land', 0.5, 46.3, true],
    ['on the seam', 0.5, 46.6, true],
    ['the Channel', -3, 49.5, false],
    ['the Atlantic', -4, 46.9, false]
  ])('%s: on land is right', async (_, lon, lat, expected) => {
    const outline = await read<Outline>('outline')
    const size = { width: 546, height: 440 }
    const camera = viewCamera('tout', size)
    expect(landTest(outline, camera, size)(projector(camera, size)(lon, lat))).toBe(expected)
  })

  test('without outlines of communes there are none, and the file that says so is there', async () => {
    expect((await read<Outline>('outline')).communes).toBe('')
    expect(await read('communes')).toEqual({ type: 'MultiLineString', coordinates: [] })
  })

  test('land is closed rings that all turn the same way, so that overlaps do not cancel out', async () => {
    const land = await read<{ coordinates: XY[][][] }>('land')
    for (const [ring = []] of land.coordinates) {
      expect(ring[0]).toEqual(ring.at(-1))
      expect(signedArea(ring.slice(0, -1))).toBeGreaterThanOrEqual(0)
    }
  })

  test('towns have their name of today, and the tram line its two ends', async () => {
    const { towns, departements } = await read<{ towns: [string][]; departements: [string][] }>('towns')
    expect(towns.map(([name]) => name)).toContain('Évry-Courcouronnes')
    expect(departements.map(([name]) => name)).toContain('Loire-Atlantique')
    const { lines } = await read<Outline>('outline')
    expect(lines.map(({ id, points }) => [id, points.length])).toEqual([['tram-t12', 2]])
  })
})

const point = fc.tuple(
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.double({ min: 0, max: 100, noNaN: true })
)
const line = fc.array(point, { minLength: 2, maxLength: 40 })

describe('geometry', () => {
  test('a thinned line keeps its ends and only points of its own, and a second pass changes nothing', () => {
    fc.assert(
      fc.property(line, (points) => {
        const thin = simplify(points, () => 5)
        expect([thin[0], thin.at(-1)]).toEqual([points[0], points.at(-1)])
        expect(thin.every((one) => points.includes(one as [number, number]))).toBe(true)
        expect(simplify(thin, () => 5)).toEqual(thin)
      })
    )
  })

  test('a ring stays a ring or goes', () => {
    fc.assert(
      fc.property(line, (points) => {
        expect([1, 2]).not.toContain(simplifyRing(points, () => 5).length)
      })
    )
  })

  test('what is clipped is inside the box', () => {
    fc.assert(
      fc.property(line, (points) => {
        for (const [x, y] of clipToBox(points, [20, 30, 60, 70])) {
          expect(x).toBeGreaterThanOrEqual(20 - 1e-9)
          expect(x).toBeLessThanOrEqual(60 + 1e-9)
          expect(y).toBeGreaterThanOrEqual(30 - 1e-9)
          expect(y).toBeLessThanOrEqual(70 + 1e-9)
        }
      })
    )
  })

  test('a frame covers everything round its hole, and bites into it', () => {
    const boxes = frameAround([0, 0, 100, 100], [40, 40, 60, 60], 1)
    const covered = (x: number, y: number): boolean =>
      boxes.some(([west, south, east, north]) => x >= west && x <= east && y >= south && y <= north)
    fc.assert(
      fc.property(point, ([x, y]) => {
        const deep = x > 41 && x < 59 && y > 41 && y < 59
        expect(covered(x, y)).toBe(!deep)
      })
    )
  })

  test('lines that meet are joined; a fork stays three lines', () => {
    const [a, b, c]: XY[][] = [
      [
        [0, 0],
        [1, 0]
      ],
      [
        [2, 0],
        [1, 0]
      ],
      [
        [2, 0],
        [3, 0]
      ]
    ]
    expect(stitch([a ?? [], b ?? [], c ?? []])).toHaveLength(1)
    expect(
      stitch([
        a ?? [],
        b ?? [],
        [
          [1, 0],
          [1, 5]
        ]
      ])
    ).toHaveLength(3)
  })

  test('path data is relative, whole and closed', () => {
    expect(
      pathData(
        [
          [
            [10, 10],
            [20.2, 10],
            [20, 15]
          ],
          [
            [0, 0],
            [5, -5],
            [0, 5]
          ]
        ],
        true
      )
    ).toBe('m10 10 10 0 0 5zm-10-10 5-5-5 10z')
  })
})
