// Which places of the territory in view are out of the frame, and on which side?

import type { Box } from './boxes.ts'
import { isNarrow } from './furniture.ts'
import { projector } from './projection.ts'
import type { Camera, Size } from './projection.ts'
import { textWidth } from './text-width.ts'
import { viewById, VIEWS } from './views.ts'
import type { ViewId } from './views.ts'

export interface EdgeLink {
  view: ViewId
  name: string
  side: 'left' | 'right'
  /** Pixels from the top, clamped clear of the corners. */
  y: number
  /** Room it takes, so that no name runs under it. */
  box: Box
}

/** Other views of the same territory whose centre is not in the frame: one button each. */
export function edgeLinks(active: ViewId, camera: Camera, size: Size): EdgeLink[] {
  const { region } = viewById(active)
  if (region === '') return []
  const project = projector(camera, size)
  return VIEWS.filter((view) => view.region === region && view.id !== active).flatMap((view): EdgeLink[] => {
    const [west, south, east, north] = view.bounds
    const { x, y } = project((west + east) / 2, (south + north) / 2)
    if (x >= 0 && x <= size.width && y >= 0 && y <= size.height) return []
    const side = x < size.width / 2 ? 'left' : 'right'
    // Under the buttons.
    const low = side === 'left' ? 8 : 116
    const top = Math.max(low, Math.min(size.height - 210, y - 22))
    const [width, height] = [textWidth(view.name, 14, true) + 46, isNarrow(size) ? 44 : 34]
    const box = {
      x: side === 'left' ? 4 : size.width - 4 - width,
      y: top - 4,
      width: width + 4,
      height: height + 8
    }
    return [{ view: view.id, name: view.name, side, y: top, box }]
  })
}
