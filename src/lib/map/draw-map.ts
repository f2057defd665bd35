// Given what to show, through which camera and in which size, what is drawn, down to the last coordinate?

import type { Place } from '../domain/figure-rows.ts'
import type { Box } from './boxes.ts'
import type { CircleScale, MapCircle } from './circles.ts'
import { edgeLinks } from './edges.ts'
import type { EdgeLink } from './edges.ts'
import { creditsOf, placeFurniture } from './furniture.ts'
import type { Furniture } from './furniture.ts'
import { insetAt } from './inset.ts'
import type { Inset } from './inset.ts'
import { layoutMap } from './layout.ts'
import type { Layout } from './layout.ts'
import { landTest, outlineTransform } from './outline.ts'
import type { Gazetteer, Outline } from './outline.ts'
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
  /** All names once they are fetched; those of the outline until then. */
  gazetteer?: Gazetteer | null
  scale: CircleScale
  /** "produit" */
  measureLabel: string
  /** "Produit 2021" */
  legendTitle: string
  /** Are there buttons to keep clear? */
  controls: boolean
  /** Are the arrows that pan open? */
  arrows?: boolean
}

export interface Drawing {
  camera: Camera
  size: Size
  layout: Layout
  names: BackgroundName[]
  furniture: Furniture
  inset: Inset | null
  /** Ways to what is out of the frame. */
  edges: EdgeLink[]
  /** Transform of the paths of the outline. */
  transform: string
  /** Halo of a text: that of what lies under its middle. */
  overSea: (box: { x: number; y: number; width: number; height: number }) => boolean
}

/** `card` is the box of the card of the selected place, and the drawing as it was before it opened: names move out of it. */
export function drawMap(
  content: MapContent,
  view: ViewId,
  camera: Camera,
  size: Size,
  card?: { box: Box; before: Drawing }
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
    credits: creditsOf(outline),
    controls: content.controls,
    arrows: content.arrows ?? false,
    card: card?.box ?? null
  })
  const edges = content.controls ? edgeLinks(view, camera, size) : []
  const inset = insetAt(view, size, places, card?.box ?? null)
  const obstacles = [...furniture.obstacles, ...edges.map((edge) => edge.box), ...(inset ? [inset.box] : [])]
  const common = { project, size, zoom: camera.zoom, obstacles }
  const metres = metresPerPixel(camera)
  const layout = layoutMap(
    {
      ...common,
      places,
      circles,
      lines: outline.lines,
      metresPerPixel: metres,
      scale,
      measureLabel
    },
    card?.before.layout
  )
  const taken = new Set(places.map((place) => place.name))
  const names = backgroundNames({ ...common, ...namesOf(content), layout, taken })
  const onLand = landTest(outline, camera, size)
  return {
    camera,
    size,
    layout,
    names,
    furniture,
    inset,
    edges,
    transform: outlineTransform(outline, camera, size),
    overSea: (box) => !onLand({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
  }
}

const merged = new WeakMap<Gazetteer, Gazetteer>()

/** The towns that the first view named keep their place when all the others arrive. */
function namesOf({ outline, gazetteer }: MapContent): Gazetteer & Pick<Outline, 'seas'> {
  const { towns, names, seas } = outline
  if (!gazetteer) return { towns, departements: names, seas }
  let all = merged.get(gazetteer)
  if (!all) {
    const first = new Set(towns.map(([name]) => name))
    all = { ...gazetteer, towns: [...towns, ...gazetteer.towns.filter(([name]) => !first.has(name))] }
    merged.set(gazetteer, all)
  }
  return { ...all, seas }
}
