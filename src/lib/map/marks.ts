// What has to find room on the map, before anything is placed?

import type { Place } from '../domain/figure-rows.ts'
import { FAMILIES } from '../domain/rows.ts'
import type { Family, Hue } from '../domain/rows.ts'
import type { CircleScale, MapCircle } from './circles.ts'
import type { Point, Project, Size } from './projection.ts'
import { STEP } from './symbols.ts'
import { ownValue, territoriesOf, valueAt } from './territories.ts'
import type { Territory } from './territories.ts'
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
  const { places, size, zoom } = input
  const territories = territoriesOf(input)
  const located = places.flatMap((place): Located[] => {
    const point = pointOf(place, input)
    return point && place.kind !== 'region' && place.kind !== 'organisation' ? [{ place, point }] : []
  })
  const expanded = (region: string): boolean => zoom >= expandsAt(region)
  const alone = located.filter(({ place, point }) => {
    if (!inFrame(point, size)) return false
    const own = territories.find((one) => one.id === place.region)
    if (own) return expanded(place.region) || distance(own, point) > APART
    return territories.every((one) => expanded(one.id) || distance(one, point) > one.r + 12)
  })
  const visible = territories.filter((one) => inFrame(one, size))
  /** The place that speaks for its territory, once its places stand apart. */
  const chiefs = new Map<Territory, Located | undefined>(
    visible.map((one) => [one, expanded(one.id) ? chiefOf(one, alone) : undefined])
  )
  const ledBy = (place: Located): Territory | undefined => visible.find((one) => chiefs.get(one) === place)
  // Without a value there is nothing to say of a territory that its places do not say.
  const wholes = visible.filter((one) => !chiefs.get(one) && (one.circle !== null || !expanded(one.id)))
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
      ...wholes.map((one) => territoryNode(one, expanded(one.id), input)),
      ...alone.map((one) => placeNode(one, ledBy(one), input))
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

function placeNode({ place, point }: Located, led: Territory | undefined, input: SceneInput): Node {
  const small = isSmall(place) && led === undefined
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
      ...valueAt(place.id, led?.circle ?? null, input.measureLabel)
    ],
    kind: small ? 'small' : isArea(place) ? 'area' : place.kind === 'line' ? 'line' : 'place',
    point,
    spread: isArea(place) ? areaRadius(input) : 0,
    context: !place.selected,
    rank: small ? 0 : led ? 2 : 3
  }
}

function territoryNode(one: Territory, expanded: boolean, input: SceneInput): Node {
  const done = new Set(
    expanded ? [] : input.places.filter((place) => place.region === one.id).flatMap((place) => place.families)
  )
  const neutral: Family[] = ['formation', 'siege', 'non-precisee']
  return {
    id: one.id,
    hue: one.hue,
    families: FAMILIES.filter((family) => done.has(family) && !neutral.includes(family)),
    lines: [{ text: one.name, role: 'name' }, ...ownValue(one.circle)],
    kind: 'territory',
    point: { x: one.x, y: one.y },
    spread: one.r,
    context: one.context,
    // Those near a side of the frame have the least choice.
    rank: 1 + Math.min(one.x, input.size.width - one.x) / input.size.width
  }
}

/** Pixels across a strip of `count` symbols, from the edge of the first to the edge of the last. */
export function stripWidth(count: number): number {
  return count === 0 ? 0 : (count - 1) * STEP + 12
}
