import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Outline } from '../../src/lib/map/outline.ts'
import { mercator } from '../../src/lib/map/projection.ts'
import { buildBasemap } from './basemap.ts'
import { communeOutlines, readCommuneOutlines } from './commune-outlines.ts'
import { writeFiles } from './fixture.ts'
import type { Tables } from './read-tables.ts'

const territory = (
  id: string,
  insee: string,
  lon: number | null,
  lat: number | null
): Tables['territories'][number] => ({
  file: 'data/reference/territories.csv',
  line: 2,
  millesime: null,
  values: { id, insee, lon, lat }
})
const TERRITORIES = [
  territory('optima', '', null, null),
  territory('bourg', '01053', 5.2, 46.2),
  territory('nantes', '44109', -1.55, 47.22),
  territory('orvault', '44114', -1.62, 47.27),
  territory('paris-10', '75110', 2.36, 48.88)
]

/** A made-up commune: a square of so many degrees round a point. */
function square(
  code: unknown,
  lon: number,
  lat: number,
  { half = 0.02, key = 'INSEE_COM', name = 'Carré' } = {}
): object {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1]
  ]
  const coordinates = [corners.map(([x = 0, y = 0]) => [lon + x * half, lat + y * half])]
  return {
    type: 'Feature',
    properties: { NOM: name, [key]: code },
    geometry: { type: 'Polygon', coordinates }
  }
}
const file = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const NANTES = square('44109', -1.55, 47.22)
const ORVAULT = square('44114', -1.62, 47.27)

describe('a file of the owner', () => {
  test.each(['INSEE_COM', 'insee_com', 'CODE_INSEE', 'code_insee', 'code', 'INSEE'])(
    'is matched by its property %s',
    (key) => {
      const { rings, warnings } = communeOutlines(file(square('44109', -1.55, 47.22, { key })), TERRITORIES)
      expect(rings).toHaveLength(1)
      expect(rings[0]).toHaveLength(4)
      expect(warnings).toEqual([])
    }
  )

  test('may have codes as numbers, arrondissements, several parts and holes', () => {
    const parts = [-1.6, -1.5].map((lon) => [
      [
        [lon, 47.2],
        [lon + 0.02, 47.2],
        [lon, 47.22],
        [lon, 47.2]
      ]
    ])
    const islands = {
      type: 'Feature',
      properties: { code: '44109' },
      geometry: { type: 'MultiPolygon', coordinates: parts }
    }
    const { rings } = communeOutlines(
      file(islands, square(1053, 5.2, 46.2), square('75110', 2.36, 48.88, { key: 'INSEE_ARM' })),
      TERRITORIES
    )
    expect(rings).toHaveLength(4)
  })

  test('may have shapes that are no place of the report: each is left out, and named @fault-24', () => {
    const { rings, warnings } = communeOutlines(
      file(NANTES, square('35115', -1.2, 48.35, { name: 'Fougères' })),
      TERRITORIES
    )
    expect(rings).toHaveLength(1)
    expect(warnings).toEqual([
      'data/basemap/communes-contours.geojson : forme ignorée, « Fougères » (35115) n’est pas un lieu du rapport.'
    ])
  })

  test('may be that of the whole country: the first shapes left out are named, the others counted', () => {
    const others = Array.from({ length: 200 }, (_, index) => square(String(60_001 + index), 2, 49.5))
    const { warnings } = communeOutlines(file(NANTES, ...others), TERRITORIES)
    expect(warnings).toHaveLength(11)
    expect(warnings.at(-1)).toContain('190 autres formes')
  })

  test.each([
    ['no JSON', '{"type":', /pas du JSON lisible/],
    ['no collection', '[]', /ne contient pas de formes/],
    ['an empty collection', file(), /ne contient pas de formes/],
    ['a shape that is none', file(null), /ne contient pas de formes/],
    ['no code', file(NANTES, square('', -1.62, 47.27)), /forme n° 2 n’a pas de code INSEE/],
    ['a SIREN for a code', file(square('200057867', 2.37, 48.93)), /forme n° 1 n’a pas de code INSEE/],
    ['one code twice', file(NANTES, NANTES), /deux formes ont le code 44109/],
    [
      'a point',
      file({ ...NANTES, geometry: { type: 'Point', coordinates: [-1.55, 47.22] } }),
      /« Carré » \(44109\) n’est pas un contour fermé.*Polygon/
    ],
    ['no geometry', file({ ...NANTES, geometry: null }), /pas un contour fermé/],
    [
      'a ring of words',
      file({ ...NANTES, geometry: { type: 'Polygon', coordinates: [['a', 'b', 'c', 'd']] } }),
      /pas un contour fermé/
    ],
    [
      'metres of Lambert 93',
      file(square('44109', 355_000, 6_689_000, { half: 3000 })),
      /pas là où est ce lieu.*EPSG:4326/
    ],
    [
      'latitude before longitude',
      file(square('44109', 47.22, -1.55)),
      /pas là où est ce lieu.*longitude puis latitude/
    ]
  ])('with %s gives one error that names the file', (_, text, wrong) => {
    expect(() => communeOutlines(text, TERRITORIES)).toThrow(wrong)
    expect(() => communeOutlines(text, TERRITORIES)).toThrow(
      /^data\/basemap\/communes-contours\.geojson : [^\n]+$/
    )
  })
})

describe('the build', () => {
  const folders: string[] = []
  const folderWith = async (files: Record<string, string>): Promise<string> => {
    const folder = await writeFiles(files)
    folders.push(folder)
    return folder
  }
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
  })

  test('works without the file', async () => {
    expect(await readCommuneOutlines(await folderWith({}), TERRITORIES)).toEqual({ rings: [], warnings: [] })
  })

  test('draws the outlines where the communes are, for both maps', async () => {
    const source = await folderWith({ 'basemap/communes-contours.geojson': file(NANTES, ORVAULT) })
    const { rings } = await readCommuneOutlines(source, TERRITORIES)
    const folder = await mkdtemp(join(tmpdir(), 'basemap-'))
    folders.push(folder)
    await buildBasemap(folder, rings)
    const read = async (name: string): Promise<unknown> =>
      JSON.parse(await readFile(join(folder, name), 'utf8'))

    const { coordinates } = (await read('communes.json')) as { coordinates: number[][][] }
    expect(coordinates.map((ring) => ring.length)).toEqual([5, 5])
    expect(coordinates[0]?.[0]).toEqual([-1.57, 47.2])

    const { communes, world, origin } = (await read('outline.json')) as Outline
    const [first, second] = communes.split('z')
    expect([first, second].map((path) => path?.match(/-?\d+/g)?.length)).toEqual([8, 8])
    const [x = NaN, y = NaN] = (first?.match(/-?\d+/g) ?? []).map(Number)
    const corner = mercator(-1.57, 47.2)
    expect(Math.abs(x + origin[0] - corner.x * world)).toBeLessThanOrEqual(1)
    expect(Math.abs(y + origin[1] - corner.y * world)).toBeLessThanOrEqual(1)
  }, 60_000)
})
