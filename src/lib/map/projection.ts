// Where on the screen does a point of the earth fall, exactly as MapLibre would draw it?
//
// Web Mercator, 512 px a world at zoom 0, no rotation, no pitch: the SVG map and MapLibre share these
// numbers, so that one can take the place of the other without a shift.

export interface Camera {
  /** Degrees, centre of the frame. */
  lon: number
  lat: number
  /** MapLibre's zoom: the world is 512 × 2^zoom px wide. */
  zoom: number
}
/** CSS pixels. */
export interface Size {
  width: number
  height: number
}
/** CSS pixels from the top left corner of the frame. */
export interface Point {
  x: number
  y: number
}
/** West, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]
export type Project = (lon: number, lat: number) => Point

const TILE = 512
const METRES_ROUND_EARTH = 40_075_016.686
const RADIANS = Math.PI / 180

/** Mercator position, 0 to 1 from the north-west corner of the world. */
export function mercator(lon: number, lat: number): Point {
  return {
    x: (lon + 180) / 360,
    y: (1 - Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / Math.PI) / 2
  }
}

/** Degrees of a Mercator position. */
export function fromMercator({ x, y }: Point): { lon: number; lat: number } {
  return { lon: x * 360 - 180, lat: (2 * Math.atan(Math.exp((1 - 2 * y) * Math.PI)) - Math.PI / 2) / RADIANS }
}

export function worldSize(zoom: number): number {
  return TILE * 2 ** zoom
}

/** A function from degrees to pixels of the frame. */
export function projector(camera: Camera, size: Size): Project {
  const world = worldSize(camera.zoom)
  const centre = mercator(camera.lon, camera.lat)
  return (lon, lat) => {
    const point = mercator(lon, lat)
    return {
      x: (point.x - centre.x) * world + size.width / 2,
      y: (point.y - centre.y) * world + size.height / 2
    }
  }
}

/** Inverse of `projector`: Mercator position (0 to 1) under a pixel. */
export function mercatorAt(camera: Camera, size: Size, { x, y }: Point): Point {
  const world = worldSize(camera.zoom)
  const centre = mercator(camera.lon, camera.lat)
  return { x: centre.x + (x - size.width / 2) / world, y: centre.y + (y - size.height / 2) / world }
}

/** The closest camera that shows the whole of `bounds`, `padding` px away from every edge. */
export function fitBounds(bounds: Bounds, size: Size, padding = 0): Camera {
  const [west, south, east, north] = bounds
  const [topLeft, bottomRight] = [mercator(west, north), mercator(east, south)]
  const room = { x: Math.max(1, size.width - 2 * padding), y: Math.max(1, size.height - 2 * padding) }
  const scale = Math.min(
    room.x / (bottomRight.x - topLeft.x) / TILE,
    room.y / (bottomRight.y - topLeft.y) / TILE
  )
  const { lat } = fromMercator({ x: 0, y: (topLeft.y + bottomRight.y) / 2 })
  return { lon: (west + east) / 2, lat, zoom: Math.log2(scale) }
}

/** Ground metres in one pixel at the centre of the frame. */
export function metresPerPixel({ lat, zoom }: Camera): number {
  return (METRES_ROUND_EARTH * Math.cos(lat * RADIANS)) / worldSize(zoom)
}
