// Which cross table has the reader chosen, and how do page and address agree? The choice is the truth, the address its projection.

import type { PivotChoice, PivotData } from './pivot.ts'
import {
  decodePivot,
  encodePivot,
  FIRST_PIVOT,
  knownPivot,
  type KnownPivot,
  type PivotIssue
} from './pivot-url.ts'

export class PivotState {
  choice = $state.raw<PivotChoice>(FIRST_PIVOT)
  /** What the address asked and could not have; said until the next choice. */
  issues = $state.raw<readonly PivotIssue[]>([])
  readonly known: KnownPivot

  constructor(data: PivotData) {
    this.known = knownPivot(data)
  }

  /** Path, query and place of the present table. */
  address(): string {
    const query = encodePivot(this.choice)
    return `${location.pathname}${query === '' ? '' : `?${query}`}#explorer`
  }

  /** Another table, one step of Back. */
  choose(patch: Partial<PivotChoice>): void {
    const before = this.address()
    const next = { ...this.choice, ...patch }
    // A table crossed with itself is a list.
    this.choice = next.rows === next.columns ? { ...next, columns: null } : next
    this.issues = []
    const after = this.address()
    if (after !== before) history.pushState(history.state, '', after)
  }

  /** Reads the address now and on every Back or Forward. Returns the cleanup. */
  follow(): () => void {
    const read = (): void => {
      const { choice, issues } = decodePivot(location.search, this.known)
      this.choice = choice
      this.issues = issues
    }
    read()
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }
}
