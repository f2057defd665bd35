// Which names of towns, départements and seas fit between our own marks?
//
// Drawn with our marks rather than by MapLibre: our names then win every collision, and both maps show
// the same ones.

import { boxTouchesDisc, boxesTouch, overflow, segmentTouchesBox } from './boxes.ts'
import type { Box } from './boxes.ts'
import type { Layout } from './layout.ts'
import type { Gazetteer, Outline, Town } from './outline.ts'
import type { Point, Project, Size } from './projection.ts'
import { textWidth } from './text-width.ts'

export interface BackgroundName {
  kind: 'town' | 'departement' | 'sea'
  text: string
  /** Where the text starts (towns at the right of their dot), ends (at the left), or its middle. */
  x: number
  /** Baseline. */
  y: number
  anchor: 'start' | 'middle' | 'end'
  /** The dot of a town. */
  dot: Point | null
  box: Box
}

export interface NamesInput {
  towns: readonly Town[]
  departements: Gazetteer['departements']
  seas: Outline['seas']
  layout: Layout
  obstacles: readonly Box[]
  /** Names that our own places already say. */
  taken: ReadonlySet<string>
  project: Project
  size: Size
  zoom: number
}

/** Smallest population named at a zoom. */
const SMALLEST: [zoom: number, population: number][] = [
  [10, 2500],
  [9.2, 3000],
  [8.3, 20_000],
  [6.7, 20_000],
  [0, 100_000]
]
/** Air between two background names, so that they stay in the background. */
const AIR = { town: 14, departement: 14, sea: 14 }

export function backgroundNames(input: NamesInput): BackgroundName[] {
  const { zoom, project } = input
  const kept: BackgroundName[] = []
  const offer = (choices: BackgroundName[]): void => {
    const free = choices.find((choice) => isFree(choice, kept, input))
    if (free) kept.push(free)
  }
  if (zoom < 6.7) for (const [name, lon, lat] of input.seas) offer(centred('sea', name, project(lon, lat)))
  if (zoom >= 6.7 && zoom < 8.8) {
    for (const [name, lon, lat] of input.departements) offer(centred('departement', name, project(lon, lat)))
  }
  const smallest = SMALLEST.find(([from]) => zoom >= from)?.[1] ?? Infinity
  for (const [name, lon, lat, population] of input.towns) {
    if (population >= smallest && !input.taken.has(name)) offer(besideDot(name, project(lon, lat)))
  }
  return kept
}

function nameBox(text: string, x: number, middle: number, anchor: BackgroundName['anchor']): Box {
  const width = textWidth(text, 12)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { x: left, y: middle - 8, width, height: 16 }
}

function centred(kind: 'departement' | 'sea', text: string, { x, y }: Point): BackgroundName[] {
  return [0, 18, -18, 36, -36].map((slide) => ({
    kind,
    text,
    x,
    y: y + slide + 4,
    anchor: 'middle',
    dot: null,
    box: nameBox(text, x, y + slide, 'middle')
  }))
}

function besideDot(text: string, dot: Point): BackgroundName[] {
  return (['start', 'end'] as const).map((anchor) => {
    const x = dot.x + (anchor === 'start' ? 5 : -5)
    return { kind: 'town', text, x, y: dot.y + 4, anchor, dot, box: nameBox(text, x, dot.y, anchor) }
  })
}

function isFree(name: BackgroundName, kept: readonly BackgroundName[], input: NamesInput): boolean {
  const { layout, obstacles, size } = input
  const { box, dot } = name
  if (overflow(box, size, 4) > 0) return false
  const whole = dot ? { ...box, x: Math.min(box.x, dot.x - 3), width: box.width + 8 } : box
  const touches = (other: Box): boolean => boxesTouch(whole, other, 3)
  if (obstacles.some(touches) || layout.marks.some((mark) => mark.boxes.some(touches))) return false
  if ([...layout.circles, ...layout.areas].some((disc) => boxTouchesDisc(whole, disc, 3))) return false
  if ([...layout.dots, ...layout.tips].some((point) => boxTouchesDisc(whole, { ...point, r: 4 }, 2)))
    return false
  if (layout.marks.some(({ leader }) => leader && segmentTouchesBox(leader, whole, 2))) return false
  const crossed = layout.lines.some((line) => segmentTouchesBox(line, whole, 3))
  return !crossed && !kept.some((other) => boxesTouch(whole, other.box, AIR[name.kind]))
}
