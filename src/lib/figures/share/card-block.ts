// What do the parts that fill a card have in common? They take as many lines as fit, and say how many they took.

import type { Block } from '../frame/image/block.ts'
import { element, round } from '../frame/image/svg.ts'

/** A drawing that holds the first `shown` of its lines. */
export interface Filled extends Block {
  shown: number
}

/** The most of `count` lines whose drawing is no higher than `room`; one line is always drawn. */
export function fill(count: number, room: number, draw: (shown: number) => Block | null): Filled {
  for (let shown = count; shown > 1; shown -= 1) {
    const block = draw(shown)
    if (block !== null && block.height <= room) return { ...block, shown }
  }
  return { ...(draw(Math.min(1, count)) ?? { height: 0, svg: '' }), shown: Math.min(1, count) }
}

/** The same drawing `scale` times larger. */
export function enlarged({ height, svg }: Block, scale: number): Block {
  return {
    height: height * scale,
    svg: svg === '' ? '' : element('g', { transform: `scale(${round(scale)})` }, svg)
  }
}

/** The drawing with the first of these gaps that fits in `room`; with the last one where none does. */
export function widest(gaps: readonly number[], room: number, draw: (gap: number) => Block): Block {
  const drawn = gaps.map(draw)
  return drawn.find(({ height }) => height <= room) ?? (drawn.at(-1) as Block)
}
