// What stands on the map and under it to read it: scale, nested circles, what each shape means, each value by name?

import { FAMILIES } from '../../../domain/rows.ts'
import { circleRadius } from '../../../map/circles.ts'
import { isNarrow } from '../../../map/furniture.ts'
import type { Drawing as MapPlan } from '../../../map/draw-map.ts'
import { shapeOf } from '../../../map/symbols.ts'
import type { MapDrawing } from '../drawing.ts'
import { type Block, NOTHING, padded, stacked } from './block.ts'
import { symbol } from './map-symbol.ts'
import { mapText } from './map-text.ts'
import { hueOf, type Palette } from './palette.ts'
import type { Pen } from './pen.ts'
import { flow, joined, type Piece, textPiece } from './pieces.ts'
import { element, line } from './svg.ts'
import { paragraph } from './text.ts'

/** Scale bar, nested circles and credits, inside the frame. */
export function furniture({ furniture: { legend, bar, credits }, size }: MapPlan, palette: Palette): string {
  const { ink2: stroke, land: halo } = palette
  const say = (text: string, x: number, y: number, anchor: 'start' | 'end' = 'start', weight = 400): string =>
    mapText({ text, x, y, anchor, fill: stroke, halo, weight })
  const outline = { fill: 'none', stroke, 'stroke-width': 1.25 }
  const widest = Math.max(0, ...(legend?.steps.map(({ r }) => r) ?? []))
  const nest =
    legend === null
      ? []
      : [
          say(legend.title, legend.x - widest, legend.floor - 2 * widest - 12, 'start', 620),
          ...legend.steps.map(
            ({ r, label }) =>
              element('circle', { cx: legend.x, cy: legend.floor - r, r, ...outline }) +
              line(legend.x, legend.floor - 2 * r, legend.x + widest + 8, legend.floor - 2 * r, {
                stroke,
                'stroke-dasharray': '2 2'
              }) +
              say(label, legend.x + widest + 11, legend.floor - 2 * r + 4)
          )
        ]
  return [
    ...nest,
    element('path', { d: `M${bar.x} ${bar.y - 3}v4h${bar.width}v-4`, ...outline }),
    say(bar.label, bar.x + bar.width + 8, bar.y + 3),
    isNarrow(size) ? '' : say(credits, size.width - 6, size.height - 7, 'end')
  ].join('')
}

const icon = (width: number, draw: (x: number, y: number) => string): Piece => ({ width, draw })

/** The shapes that are on the map, in words; areas and lines too. */
function shapes({ places }: MapDrawing, pen: Pen): Piece[] {
  const { neutre } = pen.palette
  const entry = (mark: Piece, text: string): Piece => joined([mark, textPiece(text, pen.type.tiny)])
  const present = new Set(places.flatMap(({ families }) => families))
  const families = FAMILIES.filter((family) => present.has(family)).map((family) =>
    entry(
      icon(16, (x, y) => symbol({ family, hue: 'neutral', x: x + 8, y: y - 4 }, pen.palette)),
      shapeOf(family).name
    )
  )
  const ring = icon(16, (x, y) =>
    element('circle', {
      cx: x + 8,
      cy: y - 4,
      r: 7,
      fill: 'none',
      stroke: neutre,
      'stroke-width': 1.5,
      'stroke-dasharray': '4 3'
    })
  )
  const dotted = icon(24, (x, y) =>
    line(x + 2, y - 4, x + 22, y - 4, {
      stroke: neutre,
      'stroke-width': 3,
      'stroke-dasharray': '2 5',
      'stroke-linecap': 'round'
    })
  )
  return [
    ...families,
    ...(places.some(({ kind }) => kind === 'epci') ? [entry(ring, 'aire, pas un point')] : []),
    ...(places.some(({ kind }) => kind === 'line') ? [entry(dotted, 'ligne, tracé schématique')] : [])
  ]
}

/** Every value behind the map, those without a point included. */
function values({ circles }: MapDrawing, pen: Pen): Piece[] {
  const { type, palette } = pen
  return circles.map(({ name, hue, value, label, selected }) => {
    const own = { ...type.name, fill: hueOf(palette, hue).text, weight: selected ? 560 : 400 }
    const said =
      value === null ? { ...type.body, fill: palette.ink3 } : { ...type.value, weight: selected ? 620 : 400 }
    return joined([textPiece(name, own), textPiece(label, said)])
  })
}

/** Under the map; on a narrow one also the size of a circle and the credits, which have no room on it. */
export function mapLegend(map: MapDrawing, credits: string, pen: Pen, width: number): Block {
  const narrow = isNarrow({ width, height: 0 })
  const step = map.scale.steps.at(-1)
  const circled = map.circles.some(({ lon, value }) => lon !== null && value !== null)
  const r = step === undefined ? 0 : circleRadius(step.value, map.scale)
  const size: Block =
    narrow && circled && step !== undefined
      ? {
          height: 2 * r + 4,
          svg:
            element('circle', {
              cx: r + 1,
              cy: r + 1,
              r,
              fill: 'none',
              stroke: pen.palette.ink2,
              'stroke-width': 1.25
            }) +
            textPiece(`cercle\u00a0: ${step.label} de ${map.measureLabel}`, pen.type.tiny).draw(
              2 * r + 14,
              r + 5,
              'start'
            )
        }
      : NOTHING
  return stacked(
    [
      narrow ? paragraph(credits, pen.type.tiny, width) : NOTHING,
      padded(flow(values(map, pen), width, { ...pen.type.body, line: 22 }, 20), 4),
      flow(shapes(map, pen), width, { ...pen.type.tiny, line: 20 }, 16),
      size
    ],
    6
  )
}
