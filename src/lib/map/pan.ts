// Where does one step to a side take the map, and how far may it go?

import { fromMercator, mercator, worldSize } from './projection.ts'
import type { Bounds, Camera, Size } from './projection.ts'

export const DIRECTIONS = ['north', 'west', 'east', 'south'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** What can be panned over: nothing is drawn outside. */
export const PANNED: Bounds = [-8.9, 44.1, 8.9, 51.9]

/** Share of the frame that a step moves by: two thirds of what was seen stay in sight. */
const STEP = 1 / 3
const TOWARDS: Record<Direction, readonly [x: number, y: number]> = {
  north: [0, -1],
  west: [-1, 0],
  east: [1, 0],
  south: [0, 1]
}

/** The nearest camera whose frame holds nothing but what can be panned over; centred where the frame is larger. */
export function clampCamera(camera: Camera, size: Size): Camera {
  const [west, south, east, north] = PANNED
  const [topLeft, bottomRight] = [mercator(west, north), mercator(east, south)]
  const world = worldSize(camera.zoom)
  const centre = mercator(camera.lon, camera.lat)
  const x = within(centre.x, topLeft.x, bottomRight.x, size.width / 2 / world)
  const y = within(centre.y, topLeft.y, bottomRight.y, size.height / 2 / world)
  // What does not move keeps its very numbers: a camera that comes back is then the same camera.
  if (x === centre.x && y === centre.y) return camera
  return { ...fromMercator({ x, y }), zoom: camera.zoom }
}

function within(value: number, low: number, high: number, half: number): number {
  if (high - low <= 2 * half) return (low + high) / 2
  return Math.max(low + half, Math.min(high - half, value))
}

export function panCamera(camera: Camera, size: Size, direction: Direction): Camera {
  const world = worldSize(camera.zoom)
  const centre = mercator(camera.lon, camera.lat)
  const [x, y] = TOWARDS[direction]
  const moved = {
    x: centre.x + (x * STEP * size.width) / world,
    y: centre.y + (y * STEP * size.height) / world
  }
  return clampCamera({ ...fromMercator(moved), zoom: camera.zoom }, size)
}

/** false at the edge: a step would move the map by less than a pixel. */
export function canPan(camera: Camera, size: Size, direction: Direction): boolean {
  const next = panCamera(camera, size, direction)
  const [from, to] = [mercator(camera.lon, camera.lat), mercator(next.lon, next.lat)]
  const [x, y] = TOWARDS[direction]
  return ((to.x - from.x) * x + (to.y - from.y) * y) * worldSize(camera.zoom) >= 1
}
