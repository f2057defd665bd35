// What is the smallest drawing of coast, rivers, borders and towns that looks right in every named view?

import { clipToBox, pathData, signedArea, simplify, simplifyRing } from './basemap-geometry.ts'
import type { Box, XY } from './basemap-geometry.ts'

export interface Town {
  name: string
  insee: string
  population: number
  at: XY
}

export interface Material {
  /** Open outer rings, all turning the same way, in degrees. */
  land: XY[][]
  rivers: XY[][]
  borders: XY[][]
  departements: { name: string; ring: XY[] }[]
  /** Open rings of the communes whose outline the owner provides, in degrees. */
  communes: XY[][]
  towns: Town[]
  lines: { id: string; from: XY; to: XY }[]
}

/** One unit of the drawing is one pixel at this zoom, about that of the closest named view. */
const UNIT_ZOOM = 10
/** Units across 360°. */
const WORLD_UNITS = 512 * 2 ** UNIT_ZOOM
/** North-west corner of the drawing, in units: keeps the numbers short. */
const ORIGIN: XY = [project([-9, 52])[0], project([-9, 52])[1]].map(Math.round) as unknown as XY

const WORLD: Box = [-9, 44, 9, 52]
/** Outside the zone the drawing is as coarse as its widest view bears. */
const WIDEST = 4.6
const ZONE: Box = [-5.6, 46.1, 3.7, 50.3]
/** The one view that names départements. */
const NAMED: Box = [-3.3, 46.35, -0.35, 47.95]

/**
 * How closely each part of the map is looked at: the frames of src/lib/map/views.ts with a margin
 * (a test holds the two together). `zoom` sets the tolerance, `population` the smallest town named.
 */
export const DETAIL: { box: Box; zoom: number; population: number }[] = [
  { box: WORLD, zoom: WIDEST, population: Infinity },
  { box: ZONE, zoom: 5.4, population: 100_000 },
  { box: NAMED, zoom: 7.3, population: 20_000 },
  { box: [-1.95, 47.98, -1.43, 48.24], zoom: 10.4, population: 2500 },
  { box: [-0.95, 47.3, -0.18, 47.64], zoom: 9.5, population: 3000 },
  { box: [1.9, 48.5, 2.98, 49.1], zoom: 9.1, population: 20_000 },
  { box: [-4.95, 48.2, -4.05, 48.58], zoom: 9.5, population: 3000 }
]
/** Pixels by which the thinned drawing may be off the fine one, in the closest view of the place. */
const TOLERANCE = 1.18
/** Borders are 1 to 3 km off and fade out from zoom 8 on, so they are never worth more than this zoom. */
const BORDER_ZOOM = 8
/** Outlines of communes are looked at from about this zoom on, wherever they are. */
const COMMUNE_ZOOM = 8
/** Rings smaller than this, in square pixels of that view, are not drawn. */
const SMALLEST = 12
/** Pixels between two towns of the closest view: nearer, the smaller one would find no room for its name. */
const TOWN_SPACE = 46
const SEAS: [string, number, number][] = [
  ['Manche', -3.1, 49.45],
  ['Atlantique', -4.7, 47.6]
]

function project([lon, lat]: XY): XY {
  const y = (1 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) / 2
  return [((lon + 180) / 360) * WORLD_UNITS, y * WORLD_UNITS]
}
const toUnits = (point: XY): XY => {
  const [x, y] = project(point)
  return [x - ORIGIN[0], y - ORIGIN[1]]
}

const boxes = DETAIL.map(({ box: [west, south, east, north], zoom }) => {
  const [[left, bottom], [right, top]] = [toUnits([west, south]), toUnits([east, north])]
  return { left, right, top, bottom, pixel: 2 ** (UNIT_ZOOM - zoom) }
})
/** Size in units of one pixel of the closest view that shows this point. */
const pixelAt = ([x, y]: XY): number =>
  Math.min(
    ...boxes
      .filter(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom)
      .map(({ pixel }) => pixel),
    2 ** (UNIT_ZOOM - WIDEST)
  )

function drawRivers(lines: XY[][]): string {
  const length = (line: XY[]): number =>
    line.reduce((sum, [x, y], index) => {
      const [beforeX, beforeY] = line[Math.max(0, index - 1)] as XY
      return sum + Math.hypot(x - beforeX, y - beforeY)
    }, 0)
  const kept = lines
    .map((line) => line.map(toUnits))
    .filter((line) => length(line) > 30 * pixelAt(line[0] as XY))
    .map((line) => simplify(line, (point) => TOLERANCE * pixelAt(point)))
  return pathData(kept, false)
}

function drawBorders(lines: XY[][]): string {
  const coarsest = 2 ** (UNIT_ZOOM - BORDER_ZOOM)
  const kept = lines
    .filter((line) => line.some((point) => inBox(point, ZONE)))
    .map((line) => line.map(toUnits))
    .map((line) => simplify(line, (point) => 1.75 * TOLERANCE * Math.max(coarsest, pixelAt(point))))
  return pathData(kept, false)
}

function drawCommunes(rings: XY[][]): string {
  const coarsest = 2 ** (UNIT_ZOOM - COMMUNE_ZOOM)
  const kept = rings
    .map((ring) => simplifyRing(ring.map(toUnits), (point) => TOLERANCE * Math.min(coarsest, pixelAt(point))))
    .filter((ring) => ring.length > 0)
  return pathData(kept, true)
}

/** Towns with room for their name in the closest view that shows them, most populous first. */
function chooseTowns(towns: readonly Town[]): Town[] {
  const chosen: Town[] = []
  for (const town of towns) {
    if (!DETAIL.some((part) => inBox(town.at, part.box) && town.population >= part.population)) continue
    const [x, y] = toUnits(town.at)
    const space = TOWN_SPACE * pixelAt([x, y])
    const near = ({ at }: Town): boolean => {
      const [otherX, otherY] = toUnits(at)
      return Math.hypot(otherX - x, otherY - y) < space
    }
    if (!chosen.some(near)) chosen.push(town)
  }
  return chosen
}

function drawLand(rings: XY[][]): string {
  const kept = rings
    .map((ring) => clipToBox(ring, WORLD).map(toUnits))
    .filter(
      (ring) => ring.length > 0 && Math.abs(signedArea(ring)) / 2 > SMALLEST * pixelAt(ring[0] as XY) ** 2
    )
    .map((ring) => simplifyRing(ring, (point) => TOLERANCE * pixelAt(point)))
    .filter((ring) => ring.length > 0)
  return pathData(kept, true)
}

/** Centre of mass of an open ring, in degrees. */
function centre(ring: XY[]): XY {
  const area = signedArea(ring) * 3
  return ring.reduce<[number, number]>(
    ([sumX, sumY], [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] as XY
      const cross = x * nextY - nextX * y
      return [sumX + ((x + nextX) * cross) / area, sumY + ((y + nextY) * cross) / area]
    },
    [0, 0]
  )
}

const inBox = ([x, y]: XY, [west, south, east, north]: Box): boolean =>
  x > west && x < east && y > south && y < north
const short = (value: number): number => Number(value.toFixed(3))

/** Name, longitude, latitude of the middle of each département. */
export function middles(departements: Material['departements']): (string | number)[][] {
  return departements.map(({ name, ring }) => [name, ...centre(ring).map(short)])
}

/** The whole content of outline.json. Its type, for the reader, is `Outline` in src/lib/map/outline.ts. */
export function drawOutline({
  land,
  rivers,
  borders,
  departements,
  communes,
  towns,
  lines
}: Material): object {
  return {
    world: WORLD_UNITS,
    origin: ORIGIN,
    land: drawLand(land),
    departements: drawBorders(borders),
    communes: drawCommunes(communes),
    rivers: drawRivers(rivers),
    names: middles(departements.filter(({ ring }) => inBox(centre(ring), NAMED))),
    towns: chooseTowns(towns).map(({ name, at, population }) => [name, ...at.map(short), population]),
    seas: SEAS,
    lines: lines.map(({ id, from, to }) => ({ id, points: [from.map(short), to.map(short)] }))
  }
}
