// What does the SVG map draw, and is a point of it on land?

import { mercator, mercatorAt, worldSize } from './projection.ts'
import type { Camera, Point, Size } from './projection.ts'

/** Content of static/data/basemap/outline.json, made by data/pipeline/basemap.ts. */
export interface Outline {
  /** Units of the paths across 360°. */
  world: number
  /** Units at which the paths begin: the north-west corner of the drawing. */
  origin: [number, number]
  /** Path data; closed rings that all turn the same way. */
  land: string
  departements: string
  rivers: string
  /** Outlines of communes, closed rings; '' when the owner has provided none. */
  communes: string
  /** Name, longitude, latitude of the middle of the départements that a named view names. */
  names: [string, number, number][]
  towns: Town[]
  seas: [string, number, number][]
  /** Lines known by their two ends only. */
  lines: { id: string; points: [number, number][] }[]
}
/** Content of towns.json: every name that the living map may show. */
export interface Gazetteer {
  towns: Town[]
  departements: [string, number, number][]
}
/** Name, longitude, latitude, population; most populous first. */
export type Town = [string, number, number, number]

/** SVG transform that puts the paths where `projector(camera, size)` puts points. */
export function outlineTransform(outline: Outline, camera: Camera, size: Size): string {
  const scale = worldSize(camera.zoom) / outline.world
  const centre = mercator(camera.lon, camera.lat)
  const x = size.width / 2 - (centre.x * outline.world - outline.origin[0]) * scale
  const y = size.height / 2 - (centre.y * outline.world - outline.origin[1]) * scale
  return `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toPrecision(8)})`
}

/** Borders of Natural Earth are 1 to 3 km off: they fade where the eye could tell. 0 to 1. */
export function borderOpacity(zoom: number): number {
  return Math.max(0, Math.min(1, (10 - zoom) / 2))
}

/**
 * Smaller than a symbol, the outline of a commune would be a speck: it comes with the views of one territory, and
 * stays behind leaders and rivers. 0 to 0.7.
 */
export function communeOpacity(zoom: number): number {
  return Math.max(0, Math.min(0.7, (zoom - 6.2) * 2))
}

/** A test, in pixels of the frame, of whether a point lies on land. */
export function landTest(outline: Outline, camera: Camera, size: Size): (point: Point) => boolean {
  const rings = ringsOf(outline)
  return (point) => {
    const at = mercatorAt(camera, size, point)
    const x = at.x * outline.world - outline.origin[0]
    const y = at.y * outline.world - outline.origin[1]
    return rings.some(
      (ring) =>
        x >= ring.west &&
        x <= ring.east &&
        y >= ring.north &&
        y <= ring.south &&
        insideRing(ring.points, x, y)
    )
  }
}

interface Ring {
  points: Float64Array
  west: number
  east: number
  north: number
  south: number
}
const parsed = new WeakMap<Outline, Ring[]>()

/** Reads the path data once an outline: "m" then pairs, all relative, "z" back to the start. */
function ringsOf(outline: Outline): Ring[] {
  const known = parsed.get(outline)
  if (known) return known
  let [startX, startY] = [0, 0]
  const rings = outline.land.split('z').flatMap((text): Ring[] => {
    const numbers = text.match(/-?\d+/g)?.map(Number) ?? []
    if (numbers.length < 6) return []
    let [x, y] = [startX, startY]
    const points = Float64Array.from(numbers, (delta, index) =>
      index % 2 === 0 ? (x += delta) : (y += delta)
    )
    ;[startX, startY] = [points[0] as number, points[1] as number]
    const xs = points.filter((_, index) => index % 2 === 0)
    const ys = points.filter((_, index) => index % 2 === 1)
    const [west, east] = [Math.min(...xs), Math.max(...xs)]
    return [{ points, west, east, north: Math.min(...ys), south: Math.max(...ys) }]
  })
  parsed.set(outline, rings)
  return rings
}

function insideRing(points: Float64Array, x: number, y: number): boolean {
  let inside = false
  let [beforeX, beforeY] = [points[points.length - 2] as number, points[points.length - 1] as number]
  for (let index = 0; index < points.length; index += 2) {
    const [atX, atY] = [points[index] as number, points[index + 1] as number]
    if (atY > y !== beforeY > y && x < atX + ((y - atY) / (beforeY - atY)) * (beforeX - atX)) inside = !inside
    ;[beforeX, beforeY] = [atX, atY]
  }
  return inside
}
