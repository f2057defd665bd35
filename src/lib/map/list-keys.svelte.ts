// Which line of the list of places does Tab reach, and what do the keys do there?

import type { PlaceGroup } from './list.ts'
import { linesOf, move, MOVES, stopOf } from './list-moves.ts'
import type { Line, Step } from './list-moves.ts'
import { lookUp, NOTHING, typed } from './type-ahead.ts'

interface Input {
  groups: readonly PlaceGroup[]
  selected: string | null
  /** As the list opens a group by itself; the reader may have done otherwise since. */
  isOpen: (group: PlaceGroup) => boolean
}

export class ListKeys {
  /** Without script each line is a stop of its own, so that a group can still be opened by keyboard. */
  ready = $state(false)
  /** What the reader did, and what the list did by itself then: when that changes, it holds again. */
  #done = $state<Record<string, { open: boolean; own: boolean }>>({})
  #last = $state.raw<{ key: string; selected: string | null } | null>(null)
  #typed = NOTHING
  #input: () => Input

  constructor(input: () => Input) {
    this.#input = input
  }

  lines: Line[] = $derived.by(() => linesOf(this.#input().groups, (group) => this.isOpen(group)))

  /** The line last in focus; when another place was selected since, that one. */
  stop: string | undefined = $derived.by(() => {
    const { selected } = this.#input()
    const last = this.#last
    if (last?.selected === selected) return stopOf(this.lines, last.key)
    const line = this.lines.find(({ key, head }) => !head && key.endsWith(`/${selected}`))
    return stopOf(this.lines, line?.key ?? last?.key)
  })

  tabindex(key: string): 0 | -1 | undefined {
    if (!this.ready) return undefined
    return key === this.stop ? 0 : -1
  }

  focused(key: string): void {
    this.#last = { key, selected: this.#input().selected }
  }

  isOpen(group: PlaceGroup): boolean {
    const own = this.#input().isOpen(group)
    const done = this.#done[group.id]
    return done?.own === own ? done.open : own
  }

  toggled(id: string, open: boolean): void {
    const group = this.#input().groups.find((one) => one.id === id)
    if (group) this.#done[id] = { open, own: this.#input().isOpen(group) }
  }

  /**
   * What the key does on that line; null when the key is not ours.
   * @param now milliseconds, for the pause between two words
   */
  press(key: string, at: string, now: number): Step | null {
    if (MOVES.has(key)) return move(this.lines, at, key) ?? { to: at }
    const next = typed(this.#typed, key, now)
    // A blank is typed in the middle of a name; anywhere else it presses the button.
    const isLetter = /^[\p{L}\p{N}'’-]$/u.test(key) || (key === ' ' && next.text !== ' ')
    const line = isLetter ? lookUp(this.lines, at, next.text) : null
    if (key === ' ' && !line) this.#typed = NOTHING
    else if (isLetter) this.#typed = next
    if (!line) return null
    return line.head || line.open ? { to: line.key } : { to: line.key, open: true }
  }
}
