// Through which axis are the lines of a panel seen: whole, or enlarged so that small values can be read?

import { axisEnd } from '../../charts/axis.ts'
import type { BarLine } from './drawing.ts'

export const ORDERS = ['published', 'value', 'name'] as const
export type Order = (typeof ORDERS)[number]

/** Shorter than this share of its axis, a bar cannot be told from nothing. */
const INVISIBLE = 0.02
/** What may stand on the enlarged axis: at most this share of the whole one. */
const SMALL = 0.1

/** The one end that all lines share, null where each group has its own. */
export function sharedEnd(lines: readonly BarLine[]): number | null {
  const [first] = lines
  return first !== undefined && lines.every(({ axisEnd: end }) => end === first.axisEnd)
    ? first.axisEnd
    : null
}

/** End of the enlarged axis; null where nothing is too small to see, or nothing is large. */
export function zoomEnd(lines: readonly BarLine[]): number | null {
  const end = sharedEnd(lines)
  if (end === null) return null
  const small = lines.filter(({ fraction }) => fraction > 0 && fraction < SMALL)
  return small.length < lines.length && small.some(({ fraction }) => fraction < INVISIBLE)
    ? axisEnd(small.map(({ value }) => value))
    : null
}

/** The lines on an axis that ends at `end`: a longer bar keeps the full width and is `cut`. */
export function onAxis(lines: readonly BarLine[], end: number | null): (BarLine & { cut: boolean })[] {
  return lines.map((line) => {
    if (end === null) return { ...line, cut: false }
    const fraction = line.value / end
    return { ...line, axisEnd: end, fraction: Math.min(1, Math.max(0, fraction)), cut: fraction > 1 }
  })
}

/** May the lines be put in another order? Only where all share one group: two groups are never ranked. */
export function sortable(lines: readonly BarLine[]): boolean {
  const [first] = lines
  return lines.length > 2 && first !== undefined && lines.every(({ group }) => group === first.group)
}

export function inOrder(lines: readonly BarLine[], order: Order): BarLine[] {
  if (order === 'value') return lines.toSorted((a, b) => b.value - a.value)
  if (order === 'name') return lines.toSorted((a, b) => a.label.localeCompare(b.label, 'fr'))
  return [...lines]
}
