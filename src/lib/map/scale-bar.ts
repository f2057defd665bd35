// How long is a round distance at this zoom?

import { metresPerPixel } from './projection.ts'
import type { Camera } from './projection.ts'

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500]

/** The longest round distance that fits in `room` pixels: its length and its words. */
export function scaleBar(camera: Camera, room: number): { width: number; label: string } {
  const metres = metresPerPixel(camera)
  const km = STEPS.findLast((step) => (step * 1000) / metres <= room) ?? 0.1
  const label = km < 1 ? `${km * 1000}\u00a0m` : `${km}\u00a0km`
  return { width: (km * 1000) / metres, label }
}
