// How do pieces of a drawing stack, one under the other or side by side, when only their heights are known?

import { moved } from './svg.ts'

/** A drawing from 0,0 down, as wide as it was asked to be. */
export interface Block {
  height: number
  svg: string
}

export const NOTHING: Block = { height: 0, svg: '' }

/** One under the other; a block of nothing takes no gap. */
export function stacked(blocks: readonly Block[], gap: number): Block {
  let [height, svg] = [0, '']
  for (const block of blocks) {
    if (block.height === 0) continue
    const top = height === 0 ? 0 : height + gap
    svg += moved(block.svg, 0, top)
    height = top + block.height
  }
  return { height, svg }
}

/** The block with empty space around. */
export function padded({ height, svg }: Block, top: number, bottom = 0): Block {
  return { height: height + top + bottom, svg: moved(svg, 0, top) }
}

/** How many columns of at least `least` px, `gap` px apart, stand in `width`, and how wide each is. */
export function columnsIn(width: number, least: number, gap: number): { count: number; width: number } {
  const count = Math.max(1, Math.floor((width + gap) / (least + gap)))
  return { count, width: (width - gap * (count - 1)) / count }
}

/** Blocks in rows of `count`, each row as high as its highest. */
export function inColumns(
  blocks: readonly Block[],
  { count, width }: { count: number; width: number },
  gaps: { x: number; y: number }
): Block {
  const rows = Array.from({ length: Math.ceil(blocks.length / count) }, (_, i) =>
    blocks.slice(i * count, (i + 1) * count)
  )
  return stacked(
    rows.map((row) => ({
      height: Math.max(...row.map(({ height }) => height)),
      svg: row.map(({ svg }, i) => moved(svg, i * (width + gaps.x), 0)).join('')
    })),
    gaps.y
  )
}
