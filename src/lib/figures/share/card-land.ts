// Where is it? A piece of the map with its dots, its circles, and the few names that fit.

import { type Box, boxesTouch, overflow } from '../../map/boxes.ts'
import { creditsOf } from '../../map/furniture.ts'
import { outlineTransform } from '../../map/outline.ts'
import { type Bounds, fitBounds, projector, type Size } from '../../map/projection.ts'
import { viewById } from '../../map/views.ts'
import type { Place } from '../../domain/figure-rows.ts'
import { mapBase } from '../frame/image/map-base.ts'
import { mapText } from '../frame/image/map-text.ts'
import { hueOf, type Palette } from '../frame/image/palette.ts'
import { element } from '../frame/image/svg.ts'
import { type Anchor, measure } from '../frame/image/text.ts'
import type { CardLand } from './card.ts'
import type { CardPen } from './card-pen.ts'

const DOT = 8
const CHOSEN = 17
const MOST_NAMES = 6
const CREDITS = 17
/** The circles are those of the map of the figure, enlarged less than its words: two of them overlap sooner. */
const CIRCLES = 1.25

/** Degrees of longitude: narrower than this, a view shows no coast and no known bend of a river. */
const CLOSE = 0.7
const FAR = 2.4

function boundsOf({ view, far }: CardLand): Bounds {
  const { bounds } = viewById(view)
  const [west, south, east, north] = bounds
  if (!far || east - west >= CLOSE) return bounds
  const more = (FAR - (east - west)) / 2
  return [west - more, south, east + more, north]
}

interface Dot {
  place: Place
  x: number
  y: number
  chosen: boolean
}

const boxOf = ({ x, y, chosen }: Dot): Box => {
  const r = chosen ? CHOSEN : DOT
  return { x: x - r, y: y - r, width: 2 * r, height: 2 * r }
}

/** Names beside their dots, the chosen one first; a name without room is left out: the dot stays. */
function names(dots: readonly Dot[], pen: CardPen, size: Size, taken: readonly Box[]): string {
  const { palette } = pen.pen
  const type = { ...pen.detail, weight: 700 }
  const boxes: Box[] = [...taken, ...dots.map(boxOf)]
  const wanted = dots
    .filter(({ place, chosen }) => chosen || place.selected)
    .toSorted((a, b) => Number(b.chosen) - Number(a.chosen))
  let svg = ''
  let said = 0
  for (const { place, x, y, chosen } of wanted) {
    if (said === MOST_NAMES) break
    const [width, r] = [measure(place.name, type), (chosen ? CHOSEN : DOT) + 6]
    const tries: [at: number, base: number, anchor: Anchor][] = [
      [x + r, y + 9, 'start'],
      [x - r, y + 9, 'end'],
      [x, y - r - 6, 'middle'],
      [x, y + r + 22, 'middle']
    ]
    for (const [at, base, anchor] of tries) {
      const left = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2
      const box = { x: left, y: base - 23, width, height: 30 }
      if (overflow(box, size, 10) > 0 || boxes.some((one) => boxesTouch(one, box))) continue
      boxes.push(box)
      said += 1
      svg += mapText({
        text: place.name,
        x: at,
        y: base,
        anchor,
        fill: hueOf(palette, place.hue).text,
        halo: palette.land,
        size: type.size,
        weight: 700
      })
      break
    }
  }
  return svg
}

function point({ place, x, y, chosen }: Dot, palette: Palette): string {
  const { mark } = hueOf(palette, place.hue)
  const ring = { fill: palette.mark, stroke: palette.ink, 'stroke-width': 3 }
  const look = place.selected
    ? { fill: mark, stroke: palette.land, 'stroke-width': 2 }
    : { fill: palette.land, stroke: mark, 'stroke-width': 2.5 }
  return (
    (chosen ? element('circle', { cx: x, cy: y, r: CHOSEN, ...ring }) : '') +
    element('circle', { cx: x, cy: y, r: DOT, ...look })
  )
}

/** A picture of this size, cut at its edges. */
export function cardLand(land: CardLand, pen: CardPen, size: Size): string {
  const { outline, view, places, circles, radius, selected } = land
  const { palette } = pen.pen
  const camera = fitBounds(boundsOf(land), size, view === 'tout' ? 0 : 12)
  const project = projector(camera, size)
  const transform = outlineTransform(outline, camera, size)
  const rings = circles.flatMap((one) => {
    const r = radius(one) * CIRCLES
    if (one.lon === null || one.lat === null || r === 0) return []
    const { mark } = hueOf(palette, one.hue)
    const { x, y } = project(one.lon, one.lat)
    const look = { fill: mark, 'fill-opacity': one.selected ? 0.2 : 0.06, stroke: mark, 'stroke-width': 3 }
    return [element('circle', { cx: x, cy: y, r, ...look })]
  })
  const dots = places.flatMap((place): Dot[] => {
    if (place.lon === null || place.lat === null || place.kind === 'region') return []
    return [{ place, ...project(place.lon, place.lat), chosen: place.id === selected }]
  })
  const shown = dots
    .filter((dot) => overflow(boxOf(dot), size) === 0)
    .toSorted((a, b) => Number(a.chosen) - Number(b.chosen))
  const credits = creditsOf(outline)
  const credit = mapText({
    text: credits,
    x: size.width - 10,
    y: size.height - 10,
    anchor: 'end',
    fill: palette.ink2,
    halo: palette.land,
    size: CREDITS
  })
  const foot = { x: 0, y: size.height - 34, width: size.width, height: 34 }
  const svg =
    mapBase(outline, { camera, size, transform }, palette) +
    rings.join('') +
    shown.map((dot) => point(dot, palette)).join('') +
    (view === 'tout' ? '' : names(shown, pen, size, [foot])) +
    credit
  const { width, height } = size
  return element('svg', { width, height, viewBox: `0 0 ${width} ${height}`, overflow: 'hidden' }, svg)
}
