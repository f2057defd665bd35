// How is a name written over land or sea, so that it reads on both?

import type { Drawing } from '../../../map/draw-map.ts'
import type { BackgroundName } from '../../../map/towns.ts'
import type { Palette } from './palette.ts'
import { element, escapeXml } from './svg.ts'
import type { Anchor } from './text.ts'

interface MapText {
  text: string
  x: number
  y: number
  anchor: Anchor
  fill: string
  halo: string
  size?: number
  weight?: number
  italic?: boolean
}

/** The halo is a text of its own, under the letters: paint-order is not known everywhere. */
export function mapText({
  text,
  x,
  y,
  anchor,
  fill,
  halo,
  size = 12,
  weight = 400,
  italic
}: MapText): string {
  const common = {
    x,
    y,
    'font-size': size,
    'font-weight': weight,
    'font-style': italic === true ? 'italic' : undefined,
    'text-anchor': anchor === 'start' ? undefined : anchor
  }
  const under = {
    fill: halo,
    stroke: halo,
    'stroke-width': Math.max(3, size / 5),
    'stroke-linejoin': 'round',
    'aria-hidden': 'true'
  }
  return (
    element('text', { ...common, ...under }, escapeXml(text)) +
    element('text', { ...common, fill }, escapeXml(text))
  )
}

/** The grey name of a town with its dot, of a département, of a sea. */
export function backgroundName(name: BackgroundName, drawing: Drawing, palette: Palette): string {
  const { kind, text, x, y, anchor, dot } = name
  const halo = drawing.overSea(name.box) ? palette.sea : palette.land
  const fill = kind === 'sea' ? palette.seaink : palette.depink
  const point = dot === null ? '' : element('circle', { cx: dot.x, cy: dot.y, r: 1.75, fill: palette.depink })
  return point + mapText({ text, x, y, anchor, fill, halo, italic: kind === 'sea' })
}
