// What has to find room on the map, before anything is placed?

import type { Place } from '../domain/figure-rows.ts'
import { FAMILIES } from '../domain/rows.ts'
import type { Family, Hue } from '../domain/rows.ts'
import { circleRadius } from './circles.ts'
import type { CircleScale, MapCircle } from './circles.ts'
import type { Point, Project, Size } from './projection.ts'
import { STEP } from './symbols.ts'
import { expandsAt } from './views.ts'

export interface TextLine {
  text: string
  role: 'name' | 'value' | 'note'
}

/** A strip of symbols with its name: one place, or one territory when its places are too close together. */
export interface Node {
  id: string
  hue: Hue
  families: Family[]
  lines: TextLine[]
  /** What it stands for: the way it is drawn and placed follows. */
  kind: 'place' | 'small' | 'area' | 'line' | 'territory'
  /** Pixels: where it truly is; for a line, the middle of its drawing. */
  point: Point
  /** Pixels round the point that belong to it: radius of the circle of a territory, of the ring of an area. */
  spread: number
  /** True when the filters leave it out: outlined, never removed. */
  context: boolean
  /** Placed in this order, lowest first. */
  rank: number
}

export interface Disc extends Point {
  id: string
  r: number
  hue: Hue
  context: boolean
}

export interface Scene {
  circles: Disc[]
  areas: Disc[]
  /** Places that have no strip of their own at this zoom. */
  dots: { id: string; x: number; y: number; hue: Hue; context: boolean }[]
  lines: { id: string; from: Point; to: Point; hue: Hue; context: boolean }[]
  nodes: Node[]
}

export interface SceneInput {
  places: readonly Place[]
  circles: readonly MapCircle[]
  /** Lines known by their ends only, in degrees. */
  lines: readonly { id: string; points: readonly (readonly [number, number])[] }[]
  project: Project
  size: Size
  zoom: number
  metresPerPixel: number
  scale: CircleScale
  /** What the circles count: "produit". */
  measureLabel: string
}

/** An area has no published outline: its ring has the surface of Plaine Commune, 47 km². */
const AREA_METRES = 3870
/** Farther than this from the circle of its territory, a place stands alone even in the widest view. */
const APART = 92
/** Nearer than this to the centre of a circle, a place speaks for its territory too. */
const CHIEF = 8
/** Arrondissements are named from this zoom on. */
const SMALL_NAMED = 11.2

interface Located {
  place: Place
  point: Point
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
const inFrame = ({ x, y }: Point, { width, height }: Size): boolean =>
  x >= 0 && y >= 0 && x <= width && y <= height

/** What is in the frame: circles, areas, lines, bare dots, and the strips that need a position. */
export function buildScene(input: SceneInput): Scene {
  const { places, project, size, zoom, scale } = input
  const circles = input.circles.flatMap((circle): (Disc & { circle: MapCircle })[] => {
    if (circle.lon === null || circle.lat === null) return []
    const r = circleRadius(circle.value, scale)
    return [
      {
        ...project(circle.lon, circle.lat),
        r,
        id: circle.id,
        hue: circle.hue,
        context: !circle.selected,
        circle
      }
    ]
  })
  const located = places.flatMap((place): Located[] => {
    const point = pointOf(place, input)
    return point && place.kind !== 'region' && place.kind !== 'organisation' ? [{ place, point }] : []
  })
  const expanded = (region: string): boolean => zoom >= expandsAt(region)
  const alone = located.filter(({ place, point }) => {
    if (!inFrame(point, size)) return false
    const own = circles.find((circle) => circle.id === place.region)
    if (own) return expanded(place.region) || distance(own, point) > APART
    return circles.every((circle) => expanded(circle.id) || distance(circle, point) > circle.r + 12)
  })
  const visible = circles.filter((circle) => inFrame(circle, size))
  const chiefs = new Map(
    visible.map((circle) => [circle.id, expanded(circle.id) ? chiefOf(circle, alone) : undefined])
  )
  const territories = visible.filter((circle) => chiefs.get(circle.id) === undefined)
  return {
    circles: visible.filter((circle) => circle.r > 0),
    areas: alone
      .filter(({ place }) => isArea(place))
      .map(({ place, point }) => ({ ...dot(place, point), r: areaRadius(input) })),
    dots: located
      .filter(
        ({ place, point }) =>
          inFrame(point, size) && !isArea(place) && !alone.some((one) => one.place === place)
      )
      .map(({ place, point }) => dot(place, point)),
    lines: drawnLines(alone, input),
    nodes: [
      ...territories.map((one, index) => territoryNode(one, one.circle, expanded(one.id), input, index)),
      ...alone.map((one) =>
        placeNode(one, visible.find((circle) => chiefs.get(circle.id) === one)?.circle, input)
      )
    ].toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  }
}

const isArea = (place: Place): boolean => place.kind === 'epci'
const isSmall = (place: Place): boolean => place.kind === 'arrondissement'
const areaRadius = ({ metresPerPixel }: SceneInput): number => Math.max(12, AREA_METRES / metresPerPixel)
const dot = (place: Place, { x, y }: Point): Scene['dots'][number] => ({
  id: place.id,
  x,
  y,
  hue: place.hue,
  context: !place.selected
})

function endsOf(id: string, { lines, project }: SceneInput): { from: Point; to: Point } | null {
  const points = lines.find((line) => line.id === id)?.points
  const [from, to] = [points?.[0], points?.at(-1)]
  return from && to ? { from: project(...from), to: project(...to) } : null
}

/** A line stands at the middle of its two ends, anything else at its point; null without either. */
function pointOf(place: Place, input: SceneInput): Point | null {
  const ends = endsOf(place.id, input)
  if (ends) return { x: (ends.from.x + ends.to.x) / 2, y: (ends.from.y + ends.to.y) / 2 }
  return place.lon === null || place.lat === null ? null : input.project(place.lon, place.lat)
}

function drawnLines(alone: readonly Located[], input: SceneInput): Scene['lines'] {
  return alone.flatMap(({ place }) => {
    const ends = endsOf(place.id, input)
    return ends ? [{ id: place.id, ...ends, hue: place.hue, context: !place.selected }] : []
  })
}

function chiefOf(circle: Disc, alone: readonly Located[]): Located | undefined {
  return alone
    .filter(
      ({ place, point }) => !isSmall(place) && place.region === circle.id && distance(point, circle) <= CHIEF
    )
    .toSorted((a, b) => distance(a.point, circle) - distance(b.point, circle))[0]
}

/** Value and measure, said of the region so that nobody reads them as those of the commune. */
function valueLines(circle: MapCircle, placeId: string | null, measure: string): TextLine[] {
  const value = circle.value === null ? 'non publié' : (circle.short ?? circle.label)
  const note = circle.short === undefined ? '' : (circle.note ?? '')
  if (placeId === null) return [{ text: circle.value === null ? value : circle.label, role: 'value' }]
  return [
    { text: placeId === circle.id ? value : `région\u00a0: ${value}`, role: 'value' },
    { text: note === '' ? measure : `${measure}, ${note}`, role: 'note' }
  ]
}

function placeNode({ place, point }: Located, circle: MapCircle | undefined, input: SceneInput): Node {
  const small = isSmall(place) && circle === undefined
  const named = !small || input.zoom >= SMALL_NAMED
  const name = small ? place.name.replace(/^\D+(?=\d)/, '') : place.name
  const parts = input.places.filter((one) => isSmall(one) && one.parent === place.id).length
  return {
    id: place.id,
    hue: place.hue,
    families: place.families,
    lines: [
      ...(named ? [{ text: name, role: 'name' as const }] : []),
      ...(place.kind === 'line' ? [{ text: 'tracé schématique', role: 'note' as const }] : []),
      ...(parts > 1 && input.zoom < SMALL_NAMED
        ? [{ text: `${parts} arrondissements`, role: 'note' as const }]
        : []),
      ...(circle ? valueLines(circle, place.id, input.measureLabel) : [])
    ],
    kind: small ? 'small' : isArea(place) ? 'area' : place.kind === 'line' ? 'line' : 'place',
    point,
    spread: isArea(place) ? areaRadius(input) : 0,
    context: !place.selected,
    rank: small ? 0 : circle ? 2 : 3
  }
}

function territoryNode(
  disc: Disc,
  circle: MapCircle,
  expanded: boolean,
  input: SceneInput,
  index: number
): Node {
  const done = new Set(
    expanded
      ? []
      : input.places.filter((place) => place.region === circle.id).flatMap((place) => place.families)
  )
  const neutral: Family[] = ['formation', 'siege', 'non-precisee']
  return {
    id: circle.id,
    hue: circle.hue,
    families: FAMILIES.filter((family) => done.has(family) && !neutral.includes(family)),
    lines: [{ text: circle.name, role: 'name' }, ...valueLines(circle, null, input.measureLabel)],
    kind: 'territory',
    point: { x: disc.x, y: disc.y },
    spread: disc.r,
    context: disc.context,
    rank: 1 + index / 100
  }
}

/** Pixels across a strip of `count` symbols, from the edge of the first to the edge of the last. */
export function stripWidth(count: number): number {
  return count === 0 ? 0 : (count - 1) * STEP + 12
}
