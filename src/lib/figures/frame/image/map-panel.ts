// How is the map drawn in an image? By the layout that the page uses, in literal shapes.

import { drawMap } from '../../../map/draw-map.ts'
import type { Outline } from '../../../map/outline.ts'
import { viewCamera, type ViewId } from '../../../map/views.ts'
import type { MapDrawing } from '../drawing.ts'
import { type Block, stacked } from './block.ts'
import { mapBase } from './map-base.ts'
import { mapInset } from './map-inset.ts'
import { furniture, mapLegend } from './map-legend.ts'
import { mapMarks } from './map-marks.ts'
import { NARROW, type Pen } from './pen.ts'
import { element } from './svg.ts'

export interface MapFrame {
  outline: Outline
  view: ViewId
  /** Place on the highlighter, null for none. */
  selected: string | null
}

/** As high as the page draws it at this width. */
export function mapHeight(width: number): number {
  return Math.round(width < NARROW ? Math.max(350, width * 1.06) : Math.min(700, width * 0.7))
}

/**
 * @param frame null where the land is not at hand: the values alone are then drawn
 * @param height of the map itself; its legend stands under it
 */
export function mapPanel(
  map: MapDrawing,
  frame: MapFrame | null,
  pen: Pen,
  width: number,
  height: number
): Block {
  if (frame === null) return mapLegend(map, '', pen, width)
  const size = { width, height }
  const { outline, view, selected } = frame
  const content = { ...map, outline, controls: false }
  const plan = drawMap(content, view, viewCamera(view, size), size)
  const svg =
    mapBase(outline, plan, pen.palette) +
    mapMarks(plan, pen.palette, selected) +
    furniture(plan, pen.palette) +
    (plan.inset === null ? '' : mapInset(plan.inset, pen.palette, selected))
  // A nested picture cuts what passes its edges.
  const picture = element(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, overflow: 'hidden' },
    svg
  )
  return stacked([{ height, svg: picture }, mapLegend(map, plan.furniture.credits, pen, width)], 8)
}
