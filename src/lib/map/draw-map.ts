// Given what to show, through which camera and in which size, what is drawn, down to the last coordinate?

import type { Place } from '../domain/figure-rows.ts'
import type { Box } from './boxes.ts'
import type { CircleScale, MapCircle } from './circles.ts'
import { edgeLinks } from './edges.ts'
import type { EdgeLink } from './edges.ts'
import { placeFurniture } from './furniture.ts'
import type { Furniture } from './furniture.ts'
import { layoutMap } from './layout.ts'
import type { Layout } from './layout.ts'
import { landTest, outlineTransform } from './outline.ts'
import type { Outline, Town } from './outline.ts'
import { metresPerPixel, projector } from './projection.ts'
import type { Camera, Size } from './projection.ts'
import { backgroundNames } from './towns.ts'
import type { BackgroundName } from './towns.ts'
import { viewById } from './views.ts'
import type { ViewId } from './views.ts'

export interface MapContent {
  places: readonly Place[]
  circles: readonly MapCircle[]
  outline: Outline
  /** All towns once they are fetched; those of the outline until then. */
  towns?: readonly Town[] | undefined
  scale: CircleScale
  /** "produit" */
  measureLabel: string
  /** "Produit 2021" */
  legendTitle: string
  /** Are there zoom buttons to keep clear? */
  controls: boolean
}

export interface Drawing {
  camera: Camera
  size: Size
  layout: Layout
  names: BackgroundName[]
  furniture: Furniture
  /** Ways to what is out of the frame. */
  edges: EdgeLink[]
  /** Transform of the paths of the outline. */
  transform: string
  /** Halo of a text: that of what lies under its middle. */
  overSea: (box: { x: number; y: number; width: number; height: number }) => boolean
}

/** `card` is the box of the card of the selected place, if it is open: names keep out of it. */
export function drawMap(
  content: MapContent,
  view: ViewId,
  camera: Camera,
  size: Size,
  card: Box | null = null
): Drawing {
  const { outline, places, circles, scale, measureLabel } = content
  const project = projector(camera, size)
  const side = circles.some((circle) => circle.lon !== null && circle.value !== null)
    ? viewById(view).legend
    : null
  const furniture = placeFurniture({
    camera,
    size,
    side,
    scale,
    title: content.legendTitle,
    controls: content.controls,
    card
  })
  const edges = content.controls ? edgeLinks(view, camera, size) : []
  const obstacles = [...furniture.obstacles, ...edges.map((edge) => edge.box)]
  const common = { project, size, zoom: camera.zoom, obstacles }
  const metres = metresPerPixel(camera)
  const layout = layoutMap({
    ...common,
    places,
    circles,
    lines: outline.lines,
    metresPerPixel: metres,
    scale,
    measureLabel
  })
  const taken = new Set(places.map((place) => place.name))
  const names = backgroundNames({
    ...common,
    towns: withMore(outline, content.towns),
    outline,
    layout,
    taken
  })
  const onLand = landTest(outline, camera, size)
  return {
    camera,
    size,
    layout,
    names,
    furniture,
    edges,
    transform: outlineTransform(outline, camera, size),
    overSea: (box) => !onLand({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
  }
}

const merged = new WeakMap<readonly Town[], Town[]>()

/** The names that the first view showed keep their place when all the others arrive. */
function withMore(outline: Outline, all: readonly Town[] | undefined): readonly Town[] {
  if (!all) return outline.towns
  const known = merged.get(all)
  if (known) return known
  const first = new Set(outline.towns.map(([name]) => name))
  const towns = [...outline.towns, ...all.filter(([name]) => !first.has(name))]
  merged.set(all, towns)
  return towns
}
