// How are lines and rings clipped, joined, thinned and written small?

/** Longitude and latitude in degrees, or Mercator units, as the function says. */
export type XY = readonly [number, number]
/** West, south, east, north. */
export type Box = readonly [number, number, number, number]

type HalfPlane = { axis: 0 | 1; limit: number; keep: 'below' | 'above' }

function clipRing(ring: XY[], { axis, limit, keep }: HalfPlane): XY[] {
  const inside = (point: XY): boolean => (keep === 'below' ? point[axis] <= limit : point[axis] >= limit)
  const out: XY[] = []
  ring.forEach((point, index) => {
    const before = ring[(index + ring.length - 1) % ring.length] as XY
    if (inside(point) !== inside(before)) {
      const share = (limit - before[axis]) / (point[axis] - before[axis])
      const across = axis === 0 ? 1 : 0
      const other = before[across] + share * (point[across] - before[across])
      out.push(axis === 0 ? [limit, other] : [other, limit])
    }
    if (inside(point)) out.push(point)
  })
  return out
}

/** The part of an open ring (last point not repeated) inside a box; [] when there is none. */
export function clipToBox(ring: XY[], [west, south, east, north]: Box): XY[] {
  const planes: HalfPlane[] = [
    { axis: 0, limit: west, keep: 'above' },
    { axis: 0, limit: east, keep: 'below' },
    { axis: 1, limit: south, keep: 'above' },
    { axis: 1, limit: north, keep: 'below' }
  ]
  const out = planes.reduce(clipRing, ring)
  return out.length < 3 ? [] : out
}

/** Four boxes that cover `outer` without `hole`, each biting `overlap` into it so that no seam shows. */
export function frameAround(outer: Box, hole: Box, overlap: number): Box[] {
  const [west, south, east, north] = [
    hole[0] + overlap,
    hole[1] + overlap,
    hole[2] - overlap,
    hole[3] - overlap
  ]
  return [
    [outer[0], outer[1], west, outer[3]],
    [east, outer[1], outer[2], outer[3]],
    [west - overlap, outer[1], east + overlap, south],
    [west - overlap, north, east + overlap, outer[3]]
  ]
}

/** Twice the signed area of an open ring; the sign says which way it turns. */
export function signedArea(ring: readonly XY[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] as XY
    return sum + x * nextY - nextX * y
  }, 0)
}

const offLine = ([x, y]: XY, [ax, ay]: XY, [bx, by]: XY): number => {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

/**
 * Douglas-Peucker with a tolerance that depends on the place: a vertex stays when it is further off
 * the thinned line than the tolerance where it stands. End points always stay.
 */
export function simplify(line: readonly XY[], tolerance: (point: XY) => number): XY[] {
  const keep = new Set([0, line.length - 1])
  const stack: [number, number][] = [[0, line.length - 1]]
  for (let span = stack.pop(); span; span = stack.pop()) {
    let [worst, at] = [1, -1]
    for (let index = span[0] + 1; index < span[1]; index += 1) {
      const point = line[index] as XY
      const error = offLine(point, line[span[0]] as XY, line[span[1]] as XY) / tolerance(point)
      if (error > worst) [worst, at] = [error, index]
    }
    if (at < 0) continue
    keep.add(at)
    stack.push([span[0], at], [at, span[1]])
  }
  return line.filter((_, index) => keep.has(index))
}

/** The same for an open ring: thinned as two lines between two far points. [] when fewer than 3 points stay. */
export function simplifyRing(ring: readonly XY[], tolerance: (point: XY) => number): XY[] {
  const [first] = ring
  if (!first) return []
  const away = ring.map(([x, y]) => Math.hypot(x - first[0], y - first[1]))
  const far = away.indexOf(Math.max(...away))
  const there = simplify(ring.slice(0, far + 1), tolerance)
  const back = simplify([...ring.slice(far), first], tolerance)
  const out = [...there, ...back.slice(1, -1)]
  return out.length < 3 ? [] : out
}

/** Joins lines that share an end point when no third line does, so that thinning sees them whole. */
export function stitch(lines: readonly XY[][]): XY[][] {
  const key = ([x, y]: XY): string => `${x.toFixed(3)},${y.toFixed(3)}`
  const ends = new Map<string, Set<XY[]>>()
  const endKeys = (line: XY[]): string[] => [key(line[0] as XY), key(line.at(-1) as XY)]
  const add = (line: XY[]): void =>
    endKeys(line).forEach((end) => ends.set(end, (ends.get(end) ?? new Set()).add(line)))
  const remove = (line: XY[]): void => endKeys(line).forEach((end) => ends.get(end)?.delete(line))
  const left = new Set(lines)
  left.forEach(add)
  for (const end of [...ends.keys()]) {
    const [one, two, ...others] = [...(ends.get(end) ?? [])]
    if (!one || !two || others.length > 0) continue
    remove(one)
    remove(two)
    left.delete(one)
    left.delete(two)
    const head = key(one.at(-1) as XY) === end ? one : one.toReversed()
    const tail = key(two[0] as XY) === end ? two : two.toReversed()
    const joined = [...head, ...tail.slice(1)]
    left.add(joined)
    add(joined)
  }
  return [...left]
}

/** Path data of whole-number points in relative moves; repeated points are dropped. */
export function pathData(lines: readonly (readonly XY[])[], closed: boolean): string {
  let [x, y] = [0, 0]
  const pair = (dx: number, dy: number): string => `${dx}${dy < 0 ? dy : ` ${dy}`}`
  return lines
    .map((line) => {
      const [startX, startY] = (line[0] as XY).map(Math.round) as [number, number]
      let out = `m${pair(startX - x, startY - y)}`
      ;[x, y] = [startX, startY]
      for (const point of line.slice(1)) {
        const [nextX, nextY] = point.map(Math.round) as [number, number]
        if (nextX === x && nextY === y) continue
        const step = pair(nextX - x, nextY - y)
        out += step.startsWith('-') ? step : ` ${step}`
        ;[x, y] = [nextX, nextY]
      }
      // After "z" the pen is back at the start of the ring, and the next "m" is relative to it.
      if (closed) [x, y] = [startX, startY]
      return closed ? `${out}z` : out
    })
    .join('')
}
