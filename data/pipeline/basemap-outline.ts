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
  towns: Town[]
  lines: { id: string; from: XY; to: XY }[]
}

/** One unit of the drawing is one pixel at this zoom, about that of the closest named view. */
const UNIT_ZOOM = 10
/** Units across 360°. */
export const WORLD_UNITS = 512 * 2 ** UNIT_ZOOM
/** North-west corner of the drawing, in units: keeps the numbers short. */
const ORIGIN: XY = [project([-9, 52])[0], project([-9, 52])[1]].map(Math.round) as unknown as XY

/**
 * How closely each part of the map is looked at: the frames of src/lib/map/views.ts with a margin
 * (a test holds the two together). `zoom` sets the tolerance, `population` the smallest town named.
 */
export const DETAIL: { box: Box; zoom: number; population: number }[] = [
  { box: [-9, 44, 9, 52], zoom: 4.6, population: Infinity },
  { box: [-5.6, 46.1, 3.7, 50.3], zoom: 5.4, population: 100_000 },
  { box: [-3.3, 46.35, -0.35, 47.95], zoom: 7.3, population: 20_000 },
  { box: [-1.95, 47.98, -1.43, 48.24], zoom: 10.4, population: 2500 },
  { box: [-0.95, 47.3, -0.18, 47.64], zoom: 9.5, population: 3000 },
  { box: [1.9, 48.5, 2.98, 49.1], zoom: 9.1, population: 20_000 },
  { box: [-4.95, 48.2, -4.05, 48.58], zoom: 9.5, population: 3000 }
]
/** Pixels by which the thinned drawing may be off the fine one, in the closest view of the place. */
const TOLERANCE = 1.18
/** Borders are 1 to 3 km off and fade out from zoom 8 on, so they are never worth more than this zoom. */
const BORDER_ZOOM = 8
/** Rings smaller than this, in square pixels of that view, are not drawn. */
const SMALLEST = 12
/** Pixels between two towns of the closest view: nearer, the smaller one would find no room for its name. */
const TOWN_SPACE = 60
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
    boxes[0]!.pixel
  )

function drawRivers(lines: XY[][]): string {
  const length = (line: XY[]): number =>
    line
      .slice(1)
      .reduce((sum, [x, y], index) => sum + Math.hypot(x - line[index]![0], y - line[index]![1]), 0)
  const kept = lines
    .map((line) => line.map(toUnits))
    .filter((line) => length(line) > 30 * pixelAt(line[0] as XY))
    .map((line) => simplify(line, (point) => TOLERANCE * pixelAt(point)))
  return pathData(kept, false)
}

function drawBorders(lines: XY[][]): string {
  const [, zone] = DETAIL
  const coarsest = 2 ** (UNIT_ZOOM - BORDER_ZOOM)
  const kept = lines
    .filter((line) => line.some((point) => inBox(point, zone!.box)))
    .map((line) => line.map(toUnits))
    .map((line) => simplify(line, (point) => 1.75 * TOLERANCE * Math.max(coarsest, pixelAt(point))))
  return pathData(kept, false)
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
  const world = DETAIL[0]!.box
  const kept = rings
    .map((ring) => clipToBox(ring, world).map(toUnits))
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

/** The whole content of outline.json. Its type, for the reader, is `Outline` in src/lib/map/outline.ts. */
export function drawOutline({ land, rivers, borders, departements, towns, lines }: Material): object {
  const zone: Box = [-5.5, 46.4, 3.5, 49.9]
  return {
    world: WORLD_UNITS,
    origin: ORIGIN,
    land: drawLand(land),
    departements: drawBorders(borders),
    rivers: drawRivers(rivers),
    names: departements
      .map(({ name, ring }) => ({ name, at: centre(ring) }))
      .filter(({ at }) => inBox(at, zone))
      .map(({ name, at }) => [name, ...at.map(short)]),
    towns: chooseTowns(towns).map(({ name, at, population }) => [name, ...at.map(short), population]),
    seas: SEAS,
    lines: lines.map(({ id, from, to }) => ({ id, points: [from.map(short), to.map(short)] }))
  }
}
