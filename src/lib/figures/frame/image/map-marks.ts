// How are circles, symbols, leaders and names of the map drawn in an image? The same as map/MapOverlay.svelte.

import type { Hue } from '../../../domain/rows.ts'
import type { Drawing } from '../../../map/draw-map.ts'
import type { Mark } from '../../../map/layout.ts'
import { halo, symbol } from './map-symbol.ts'
import { backgroundName, mapText } from './map-text.ts'
import { hueOf, type Palette } from './palette.ts'
import { type Attributes, element, line, rect } from './svg.ts'

function mark(one: Mark, drawing: Drawing, palette: Palette, selected: string | null): string {
  const chosen = one.id === selected
  const [first, last] = [one.symbols[0], one.symbols.at(-1)]
  const capsule =
    chosen && first !== undefined && last !== undefined
      ? rect(first.x - 13, first.y - 13, last.x - first.x + 26, 26, {
          rx: 13,
          fill: palette.mark,
          stroke: palette.ink,
          'stroke-width': 1.5
        })
      : ''
  const scale = one.kind === 'small' ? 10 / 14 : 1
  const places = one.symbols.map((place) => ({ ...place, hue: one.hue, context: one.context, scale }))
  const side = one.anchor === 'end' ? -4 : one.anchor === 'start' ? 4 : 0
  const { text: hueText } = hueOf(palette, one.hue)
  const lines = one.lines.map(({ text, role, x, y, box }) =>
    mapText({
      text,
      x: capsule !== '' && role === 'name' ? x + side : x,
      y: capsule !== '' && role !== 'name' ? y + 4 : y,
      anchor: one.anchor,
      halo: drawing.overSea(box) ? palette.sea : palette.land,
      size: role === 'name' ? 14 : 12,
      weight: role === 'name' ? (one.context ? 500 : 620) : role === 'value' ? 600 : 400,
      fill:
        role === 'name'
          ? hueText
          : role === 'value'
            ? one.kind === 'place'
              ? hueText
              : palette.ink
            : palette.ink2
    })
  )
  const halos = capsule === '' ? places.map((place) => halo(place, palette)) : [capsule]
  return [...halos, ...places.map((place) => symbol(place, palette)), ...lines].join('')
}

type Layout = Drawing['layout']

const around = ({ x, y, r }: { x: number; y: number; r: number }, look: Attributes): string =>
  element('circle', { cx: x, cy: y, r, ...look })

/** Circles of the values, rings of the areas, lines known by their ends. */
function grounds({ circles, areas, lines }: Layout, hue: (one: { hue: Hue }) => string): string[] {
  return [
    ...circles.map((one) =>
      around(one, {
        fill: hue(one),
        'fill-opacity': one.context ? 0.06 : 0.16,
        stroke: hue(one),
        'stroke-width': one.context ? 1.25 : 1.5
      })
    ),
    ...areas.map((one) =>
      around(one, {
        fill: hue(one),
        'fill-opacity': 0.05,
        stroke: hue(one),
        'stroke-width': 1.5,
        'stroke-dasharray': '4 3'
      })
    ),
    ...lines.map(({ from, to, ...one }) =>
      line(from.x, from.y, to.x, to.y, {
        stroke: hue(one),
        'stroke-width': 3,
        'stroke-linecap': 'round',
        'stroke-dasharray': '2 5'
      })
    )
  ]
}

/** Everything over the land, from the palest to what the reader looks for. */
export function mapMarks(drawing: Drawing, palette: Palette, selected: string | null): string {
  const { marks, dots, tips } = drawing.layout
  const hue = (one: { hue: Hue }): string => hueOf(palette, one.hue).mark
  const leaders = marks.flatMap(({ leader, ...one }) =>
    leader === null
      ? []
      : [
          line(leader.from.x, leader.from.y, leader.to.x, leader.to.y, {
            stroke: hue(one),
            'stroke-width': 1
          })
        ]
  )
  const points = [...dots, ...tips].map((one) => {
    const chosen = one.id === selected && dots.includes(one)
    const disc = { fill: palette.mark, stroke: palette.ink, 'stroke-width': 1.5 }
    const [fill, stroke] = one.context ? [palette.land, hue(one)] : [hue(one), palette.land]
    return (
      (chosen ? around({ ...one, r: 9 }, disc) : '') +
      around({ ...one, r: 3 }, { fill, stroke, 'stroke-width': one.context ? 1.25 : 1 })
    )
  })
  return [
    ...drawing.names.map((name) => backgroundName(name, drawing, palette)),
    ...grounds(drawing.layout, hue),
    ...leaders,
    ...points,
    ...marks.map((one) => mark(one, drawing, palette, selected))
  ].join('')
}
