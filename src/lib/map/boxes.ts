// Do two things on the map touch?

import type { Point } from './projection.ts'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}
export interface Segment {
  from: Point
  to: Point
}
export interface Disc {
  x: number
  y: number
  r: number
}

export function boxAround({ x, y }: Point, width: number, height = width): Box {
  return { x: x - width / 2, y: y - height / 2, width, height }
}

export function boxesTouch(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  )
}

export function boxTouchesDisc(box: Box, { x, y, r }: Disc, gap = 0): boolean {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width)
  const dy = Math.max(box.y - y, 0, y - box.y - box.height)
  return Math.hypot(dx, dy) < r + gap
}

const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

/** True when two segments cross inside both; a shared end does not count. */
export function segmentsCross(one: Segment, two: Segment): boolean {
  return (
    turn(one.from, one.to, two.from) * turn(one.from, one.to, two.to) < 0 &&
    turn(two.from, two.to, one.from) * turn(two.from, two.to, one.to) < 0
  )
}

/** Clips the segment by the two pairs of sides (Liang-Barsky); true when something is left. */
export function segmentTouchesBox({ from, to }: Segment, box: Box, gap = 0): boolean {
  if (Math.max(from.x, to.x) < box.x - gap || Math.min(from.x, to.x) > box.x + box.width + gap) return false
  if (Math.max(from.y, to.y) < box.y - gap || Math.min(from.y, to.y) > box.y + box.height + gap) return false
  let [enter, leave] = [0, 1]
  const sides: [start: number, delta: number, low: number, high: number][] = [
    [from.x, to.x - from.x, box.x - gap, box.x + box.width + gap],
    [from.y, to.y - from.y, box.y - gap, box.y + box.height + gap]
  ]
  for (const [start, delta, low, high] of sides) {
    if (delta === 0) {
      if (start <= low || start >= high) return false
      continue
    }
    const [one, two] = [(low - start) / delta, (high - start) / delta]
    enter = Math.max(enter, Math.min(one, two))
    leave = Math.min(leave, Math.max(one, two))
  }
  return enter < leave
}

/** Pixels of the box that stick out of the frame, summed over its four sides. */
export function overflow(box: Box, size: { width: number; height: number }, margin = 0): number {
  return (
    Math.max(0, margin - box.x) +
    Math.max(0, margin - box.y) +
    Math.max(0, box.x + box.width - size.width + margin) +
    Math.max(0, box.y + box.height - size.height + margin)
  )
}

/** The smallest box round all that are there; null for none. */
export function union(boxes: readonly (Box | null | undefined)[]): Box | null {
  const there = boxes.filter((box) => box !== null && box !== undefined)
  if (there.length === 0) return null
  const x = Math.min(...there.map((box) => box.x))
  const y = Math.min(...there.map((box) => box.y))
  const right = Math.max(...there.map((box) => box.x + box.width))
  const bottom = Math.max(...there.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}
