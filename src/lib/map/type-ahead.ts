// Which line of the list do the letters mean that were just typed?

import { isShown } from './list-moves.ts'
import type { Line } from './list-moves.ts'

/** Letters typed so far, and when the last one was (ms). */
export interface Typed {
  text: string
  at: number
}

export const NOTHING: Typed = { text: '', at: -Infinity }
/** Milliseconds after which the next letter begins another word. */
export const PAUSE = 800

/** Lower case, no accent; what is neither letter nor digit is a blank, and a blank at the end counts. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trimStart()
}

export function typed(before: Typed, letter: string, now: number): Typed {
  return { text: now - before.at > PAUSE ? letter : before.text + letter, at: now }
}

/**
 * The line whose name, else one of whose words, begins with the text; those of closed groups come last. A
 * first letter looks beyond the line in focus, so that the same letter again goes on to the next name.
 */
export function lookUp(lines: readonly Line[], at: string, text: string): Line | null {
  const wanted = fold(text)
  if (wanted === '') return null
  const found = search(lines, at, wanted, wanted.length > 1)
  if (found) return found
  const again = /^(.)\1+$/u.exec(wanted)?.[1]
  return again === undefined ? null : search(lines, at, again, false)
}

function search(lines: readonly Line[], at: string, wanted: string, stay: boolean): Line | null {
  const here = lines.findIndex(({ key }) => key === at)
  const start = stay ? here : here + 1
  const round = [...lines.slice(start), ...lines.slice(0, start)]
  const starts = ({ name }: Line): boolean => fold(name).startsWith(wanted)
  const holds = ({ name }: Line): boolean => ` ${fold(name)}`.includes(` ${wanted}`)
  const shown = round.filter(isShown)
  return shown.find(starts) ?? shown.find(holds) ?? round.find(starts) ?? round.find(holds) ?? null
}
