// Which files does the map need, made from the open material of data/basemap?

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Feature, FeatureCollection, LineString, Point, Position } from 'geojson'
import { feature, merge, mesh } from 'topojson-client'
import type { GeometryCollection, Polygon, Topology } from 'topojson-specification'
import { clipToBox, frameAround, signedArea, simplify, simplifyRing, stitch } from './basemap-geometry.ts'
import type { Box, XY } from './basemap-geometry.ts'
import { drawOutline, middles } from './basemap-outline.ts'
import type { Material, Town } from './basemap-outline.ts'

const SOURCE = fileURLToPath(new URL('../basemap/', import.meta.url))
/** What the map can be panned over, and the part of it that has the fine coast. */
const WORLD: Box = [-9, 44, 9, 52]
const ZONE: Box = [-5.8, 46.6, 4.2, 49.8]
/** Degrees by which coarse land runs under fine land: 2 km, more than its 500 m error. */
const OVERLAP = 0.02

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(SOURCE, name), 'utf8')) as T
}

/** Lines of a small CSV of ours after its head. */
async function readRows(name: string): Promise<string[]> {
  return (await readFile(join(SOURCE, name), 'utf8')).trim().split('\n').slice(1)
}

const openRing = (ring: Position[]): XY[] => ring.slice(0, -1).map(([x, y]) => [x as number, y as number])
/** Outer rings all turn the same way, or overlapping land would cancel out in a non-zero fill. */
const turned = (ring: XY[]): XY[] => (signedArea(ring) < 0 ? ring.toReversed() : ring)
const within = (ring: XY[], [west, south, east, north]: Box): boolean =>
  ring.every(([x, y]) => x > west && x < east && y > south && y < north)

type LandTopology = Topology<{ 'land-fr10m': GeometryCollection<{ a3: string }> }>

/** Outer rings of all land: coarse outside the zone, fine inside. Islands of others in the zone stay coarse. */
async function readLand(): Promise<XY[][]> {
  const [context, zone] = await Promise.all([
    readJson<LandTopology>('land-ctx.topojson'),
    readJson<LandTopology>('land-zone.topojson')
  ])
  const shapes = context.objects['land-fr10m'].geometries
  const rings = (wanted: typeof shapes): XY[][] =>
    merge(context, wanted as Polygon[]).coordinates.map((polygon) => openRing(polygon[0] as Position[]))
  const channelIslands = ['GGY', 'JEY']
  const a3 = (shape: (typeof shapes)[number]): string =>
    shape.properties && 'a3' in shape.properties ? shape.properties.a3 : ''
  const islands = rings(shapes.filter((shape) => channelIslands.includes(a3(shape))))
  const mainland = rings(shapes.filter((shape) => !channelIslands.includes(a3(shape))))
  const around = mainland
    .filter((ring) => !within(ring, ZONE))
    .flatMap((ring) => frameAround(WORLD, ZONE, OVERLAP).map((box) => clipToBox(ring, box)))
  const fine = feature(zone, zone.objects['land-fr10m']).features.flatMap(({ geometry }) => {
    if (geometry.type === 'MultiPolygon')
      return geometry.coordinates.map((polygon) => openRing(polygon[0] as Position[]))
    return geometry.type === 'Polygon' ? [openRing(geometry.coordinates[0] as Position[])] : []
  })
  return [...around, ...islands, ...fine].filter((ring) => ring.length > 2).map(turned)
}

async function readRivers(): Promise<XY[][]> {
  const rivers = await readJson<FeatureCollection<LineString>>('gshhg-rivers.geojson')
  const estuary = await readJson<Feature<LineString>>('loire-estuary.geojson')
  return stitch([...rivers.features, estuary].map((line) => line.geometry.coordinates as unknown as XY[]))
}

type Departements = Topology<{ 'dep-ne10m': GeometryCollection<{ code: string; nom: string }> }>

async function readDepartements(): Promise<Pick<Material, 'borders' | 'departements'>> {
  const topology = await readJson<Departements>('dep-ne10m.topojson')
  const shapes = topology.objects['dep-ne10m']
  const borders = mesh(topology, shapes, (a, b) => a !== b).coordinates as unknown as XY[][]
  const departements = feature(topology, shapes).features.map(({ geometry, properties }) => {
    const polygons =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [(geometry as never as { coordinates: Position[][] }).coordinates]
    const rings = polygons.map((polygon) => openRing(polygon[0] as Position[]))
    const largest = rings.toSorted((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))[0] as XY[]
    return { name: properties.nom, ring: largest }
  })
  return { borders: stitch(borders), departements }
}

/** Towns, most populous first, under their name of today (GeoNames still says "Évry"). */
async function readTowns(): Promise<Town[]> {
  const places =
    await readJson<FeatureCollection<Point, { nom: string; insee: string; pop: number }>>('places.geojson')
  const names = new Map(
    (await readRows('names.csv')).map((row) => {
      const [insee = '', ...rest] = row.split(',')
      return [insee, rest.join(',').replace(/^"|"$/g, '')] as const
    })
  )
  const seen = new Set<string>()
  return (
    places.features
      .map(({ geometry, properties }) => ({
        name: names.get(properties.insee) ?? properties.nom,
        insee: properties.insee,
        population: properties.pop,
        at: geometry.coordinates.slice(0, 2) as unknown as XY
      }))
      .toSorted((a, b) => b.population - a.population || a.insee.localeCompare(b.insee))
      // Communes that merged since have two points under one code: the larger one keeps the name.
      .filter(({ insee }) => !seen.has(insee) && seen.add(insee))
  )
}

async function readLines(towns: readonly Town[]): Promise<Material['lines']> {
  return (await readRows('lines.csv')).map((row) => {
    const [id = '', ...ends] = row.split(',').slice(0, 3)
    const points = ends.map((insee) => towns.find((town) => town.insee === insee)?.at)
    if (!points[0] || !points[1]) throw new Error(`lines.csv: no point for an end of ${id}`)
    return { id, from: points[0], to: points[1] }
  })
}

const rounded = (line: readonly XY[], digits: number): number[][] =>
  line.map((point) => point.map((value) => Number(value.toFixed(digits))))
const closed = (ring: number[][]): number[][] => [...ring, ring[0] as number[]]

/**
 * Writes land, rivers, departements, communes, towns and outline (.json) into `outDir`, and returns the bytes of each.
 * `communes` are the rings that the owner provides, see commune-outlines.ts.
 * Throws when a source file is missing or a line has no end.
 */
export async function buildBasemap(outDir: string, communes: XY[][] = []): Promise<Record<string, number>> {
  const [land, rivers, administrative, towns] = await Promise.all([
    readLand(),
    readRivers(),
    readDepartements(),
    readTowns()
  ])
  const material: Material = {
    land,
    rivers,
    ...administrative,
    communes,
    towns,
    lines: await readLines(towns)
  }
  // 4 decimals are 11 m, under half a pixel at the closest zoom; borders are 1 km off anyway.
  const fine = simplifyAll(land, 0.0002)
  const files = {
    land: { type: 'MultiPolygon', coordinates: fine.map((ring) => [closed(rounded(ring, 4))]) },
    rivers: {
      type: 'MultiLineString',
      coordinates: rivers.map((line) =>
        rounded(
          simplify(line, () => 0.0003),
          4
        )
      )
    },
    departements: {
      type: 'MultiLineString',
      coordinates: administrative.borders.map((line) =>
        rounded(
          simplify(line, () => 0.003),
          3
        )
      )
    },
    communes: {
      type: 'MultiLineString',
      // 5 decimals are 1 m: what was provided is fine, and seen at the closest zoom.
      coordinates: communes
        .map((ring) => simplifyRing(ring, () => 0.00005))
        .filter((ring) => ring.length > 0)
        .map((ring) => closed(rounded(ring, 5)))
    },
    towns: {
      towns: towns.map(({ name, at, population }) => [name, ...rounded([at], 4).flat(), population]),
      departements: middles(administrative.departements)
    },
    outline: drawOutline(material)
  }
  await mkdir(outDir, { recursive: true })
  const sizes: Record<string, number> = {}
  for (const [name, content] of Object.entries(files)) {
    const text = JSON.stringify(content)
    sizes[name] = Buffer.byteLength(text)
    await writeFile(join(outDir, `${name}.json`), text)
  }
  return sizes
}

/** Coarse land outside the zone is thinned to its own error. */
function simplifyAll(land: XY[][], tolerance: number): XY[][] {
  const coarse = ([x, y]: XY): number =>
    x < ZONE[0] || x > ZONE[2] || y < ZONE[1] || y > ZONE[3] ? 20 * tolerance : tolerance
  return land.map((ring) => simplifyRing(ring, coarse)).filter((ring) => ring.length > 0)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const outDir = fileURLToPath(new URL('../../static/data/basemap/', import.meta.url))
  console.table(await buildBasemap(outDir))
}
