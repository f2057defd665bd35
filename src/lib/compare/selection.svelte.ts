// Which comparison has the reader chosen, and how do page and address agree? Ids are the truth, the address their projection.

import {
  decodeSelection,
  encodeSelection,
  type KnownSubjects,
  MOST,
  type SelectionIssue
} from './compare-url.ts'

export class ComparisonChoice {
  ids = $state.raw<readonly string[]>([])
  /** What the address asked and could not have; said until the next choice. */
  issues = $state.raw<readonly SelectionIssue[]>([])
  readonly #known: KnownSubjects
  readonly #start: readonly string[]

  constructor(known: KnownSubjects, start: readonly string[]) {
    this.#known = known
    this.#start = start
    this.ids = start
  }

  /** Path and query of the present comparison. */
  address(): string {
    const query = encodeSelection(this.ids, this.#start)
    return `${location.pathname}${query === '' ? '' : `?${query}`}`
  }

  /** Another comparison, one step of Back. What an address could not hold is refused in the same words. */
  choose(ids: readonly string[]): void {
    const before = this.address()
    const { ids: next, issues } = decodeSelection(`t=${ids.join(',')}`, this.#known, this.#start)
    this.ids = next
    this.issues = issues
    const after = this.address()
    if (after !== before) history.pushState(history.state, '', after)
  }

  add(id: string): void {
    if (this.ids.length < MOST) this.choose([...this.ids, id])
  }

  remove(id: string): void {
    if (this.ids.length > 1) this.choose(this.ids.filter((one) => one !== id))
  }

  /** Reads the address now and on every Back or Forward. Returns the cleanup. */
  follow(): () => void {
    const read = (): void => {
      const { ids, issues } = decodeSelection(location.search, this.#known, this.#start)
      this.ids = ids
      this.issues = issues
    }
    read()
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }
}
