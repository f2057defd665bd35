// Where do the tiles of Paris stand on the map, and what is written round them?

import type { Place } from '../domain/figure-rows.ts'
import { boxesTouch } from './boxes.ts'
import type { Box } from './boxes.ts'
import { isNarrow } from './furniture.ts'
import { IN_FRAME, parisTiles, TILE_WORDS, tilesLabel, tilesWidth } from './paris-tiles.ts'
import type { Tile } from './paris-tiles.ts'
import type { Point, Size } from './projection.ts'
import { textWidth } from './text-width.ts'
import { viewById } from './views.ts'
import type { ViewId } from './views.ts'

export interface Inset {
  tiles: Tile[]
  /** Upper left corner of the tiles. */
  at: Point
  /** `y` is the baseline. */
  lines: { text: string; role: 'title' | 'note'; x: number; y: number }[]
  /** All that it covers, and the tiles alone: a card may stand on the notes. */
  box: Box
  square: Box
  /** In words. */
  label: string
}

const EDGE = 8
const AIR = 6
const LINE = 15

/**
 * In the upper left corner, which the view leaves free; null in other views, on a narrow map, which has the tiles
 * under it, and where a card stands on them.
 */
export function insetAt(view: ViewId, size: Size, places: readonly Place[], card: Box | null): Inset | null {
  const tiles = viewById(view).inset === 'paris' && !isNarrow(size) ? parisTiles(places) : null
  if (!tiles) return null
  const side = tilesWidth(IN_FRAME)
  const { title, notes } = TILE_WORDS
  const at = { x: EDGE + AIR, y: EDGE + LINE + 8 }
  const under = at.y + side
  const lines: Inset['lines'] = [
    { text: title, role: 'title', x: at.x, y: EDGE + LINE },
    ...notes.map((text, index) => ({ text, role: 'note' as const, x: at.x, y: under + (index + 1) * LINE }))
  ]
  const width = Math.max(side, ...lines.map(({ text, role }) => textWidth(text, 12, role === 'title')))
  const box = { x: EDGE, y: EDGE, width: width + 2 * AIR, height: under + notes.length * LINE }
  // A card that comes from a tile may stand on the notes, never on the tiles.
  const square = { ...at, width: side, height: side }
  if (card && boxesTouch(square, card)) return null
  return { tiles, at, lines, box, square, label: tilesLabel(tiles) }
}
