// How are the tiles of Paris drawn in an image? The same as map/ParisInset.svelte.

import type { Inset } from '../../../map/inset.ts'
import { IN_FRAME, type Tile } from '../../../map/paris-tiles.ts'
import { STEP } from '../../../map/symbols.ts'
import { symbol } from './map-symbol.ts'
import { hueOf, mix, type Palette } from './palette.ts'
import { element, escapeXml, rect } from './svg.ts'

const SMALL = 9 / 14

function tile({ number, column, row, place }: Tile, palette: Palette, selected: string | null): string {
  const { side, gap } = IN_FRAME
  const colours = hueOf(palette, place?.hue ?? 'neutral')
  const current = place !== null && place.id === selected
  const kept = place?.selected === true
  const ground = kept ? mix(colours.mark, palette.land, 0.16) : palette.land
  const stroke = current ? palette.ink : place === null ? palette.dep : colours.mark
  const ink = current ? palette.markink : place === null ? palette.ink3 : colours.text
  const families = place?.families ?? []
  return element(
    'g',
    { transform: `translate(${column * (side + gap)} ${row * (side + gap)})` },
    rect(0.75, 0.75, side - 1.5, side - 1.5, {
      rx: 3,
      fill: current ? palette.mark : ground,
      stroke,
      'stroke-width': place === null ? 1 : 1.5
    }),
    element(
      'text',
      {
        x: side / 2,
        y: place === null ? side / 2 + 4 : side * 0.44,
        'font-size': 12,
        'font-weight': kept ? 620 : 400,
        'text-anchor': 'middle',
        fill: ink
      },
      String(number)
    ),
    ...families.map((family, index) =>
      symbol(
        {
          family,
          hue: place?.hue ?? 'neutral',
          context: !kept,
          x: side / 2 + (index - (families.length - 1) / 2) * STEP * SMALL,
          y: side * 0.73,
          scale: SMALL
        },
        palette
      )
    )
  )
}

export function mapInset(
  { tiles, at, lines, box }: Inset,
  palette: Palette,
  selected: string | null
): string {
  const ground = { rx: 4, fill: palette.land, 'fill-opacity': 0.85 }
  const words = lines.map(({ text, role, x, y }) =>
    element(
      'text',
      { x, y, 'font-size': 12, 'font-weight': role === 'title' ? 620 : 400, fill: palette.ink2 },
      escapeXml(text)
    )
  )
  const drawn = tiles.map((one) => tile(one, palette, selected))
  return [
    rect(box.x, box.y, box.width, box.height, ground),
    ...words,
    element('g', { transform: `translate(${at.x} ${at.y})` }, ...drawn)
  ].join('')
}
