// How are sea, land, borders and rivers drawn in an image, for programs that know no vector-effect?

import type { Drawing } from '../../../map/draw-map.ts'
import { RIVER_WIDTH } from '../../../map/layers.ts'
import { borderOpacity, communeOpacity, type Outline } from '../../../map/outline.ts'
import { worldSize } from '../../../map/projection.ts'
import type { Palette } from './palette.ts'
import { element, rect } from './svg.ts'

/** Paths of the outline under one transform; strokes are divided by its scale, so that they keep their pixels. */
export function mapBase(
  outline: Outline,
  { camera, size, transform }: Pick<Drawing, 'camera' | 'size' | 'transform'>,
  palette: Palette
): string {
  const scale = worldSize(camera.zoom) / outline.world
  const thin = (pixels: number): string => (pixels / scale).toPrecision(4)
  const opacity = borderOpacity(camera.zoom)
  const departements =
    opacity === 0
      ? ''
      : element('path', {
          d: outline.departements,
          fill: 'none',
          stroke: palette.dep,
          'stroke-width': thin(1),
          'stroke-dasharray': `${thin(3)} ${thin(2.5)}`,
          'stroke-opacity': opacity
        })
  const shown = communeOpacity(camera.zoom)
  const communes =
    outline.communes === '' || shown === 0
      ? ''
      : element('path', {
          d: outline.communes,
          fill: 'none',
          stroke: palette.depink,
          'stroke-width': thin(1),
          'stroke-opacity': shown
        })
  const rivers = element('path', {
    d: outline.rivers,
    fill: 'none',
    stroke: palette.river,
    'stroke-width': thin(RIVER_WIDTH),
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round'
  })
  return (
    rect(0, 0, size.width, size.height, { fill: palette.sea }) +
    element(
      'g',
      { transform },
      element('path', { d: outline.land, fill: palette.land }),
      departements,
      communes,
      rivers
    )
  )
}
