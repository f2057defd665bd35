// What has the reader chosen, what is shown, and how do page and address agree?
//
// Filters are the truth; the address is their projection. The prerendered answer serves the default
// view, so the engine is fetched with the first filter and not before.

import {
  type Filters,
  type FilterIssue,
  type Known,
  decodeFilters,
  encodeFilters
} from '../domain/filters.ts'
import type { Row, Question } from '../engine/engine.ts'
import { QueryResource } from './query-resource.svelte.ts'

/** What a dashboard asks of a dataset; see dataset.svelte.ts. */
interface Source {
  ask: (question: Question, options: { signal: AbortSignal }) => Promise<Row[]>
  retry: () => void
  cancel: () => void
}

/** An answer tells which filters it answers. */
interface Answer {
  filters: Filters
}

export class Dashboard<A extends Answer> {
  filters = $state.raw<Filters>() as Filters
  /** Values of ours in the address that could not be read; ignored, and said. */
  issues = $state.raw<FilterIssue[]>([])
  readonly #initial: A
  readonly #known: Known
  readonly #dataset: Source
  readonly #ask: (ask: (question: Question) => Promise<Row[]>, filters: Filters) => Promise<A>
  readonly #addressed: boolean
  readonly #resource = new QueryResource<A>()

  constructor(options: {
    initial: A
    known: Known
    dataset: Source
    ask: (ask: (question: Question) => Promise<Row[]>, filters: Filters) => Promise<A>
    /** false: the choice is written in no address, for data that nobody else has. */
    addressed?: boolean
  }) {
    this.#initial = options.initial
    this.#known = options.known
    this.#dataset = options.dataset
    this.#ask = options.ask
    this.#addressed = options.addressed ?? true
    this.filters = options.initial.filters
  }

  /** The newest answer that has come; the prerendered one until then. */
  get answer(): A {
    const same = sameRows(this.filters, this.#initial.filters)
    const base = same ? this.#initial : (this.#resource.value ?? this.#initial)
    return { ...base, filters: { ...base.filters, measure: this.filters.measure } }
  }

  /** Is the answer to the present filters still on its way? */
  get pending(): boolean {
    return !sameRows(this.filters, this.answer.filters) && this.#resource.error === null
  }

  get error(): unknown {
    return sameRows(this.filters, this.answer.filters) ? null : this.#resource.error
  }

  /** Changes some filters, writes the address (one step of Back) and asks the engine when it must. */
  choose(patch: Partial<Filters>): void {
    const next = { ...this.filters, ...patch }
    if (encodeFilters(next, this.#known) === encodeFilters(this.filters, this.#known)) return
    this.issues = []
    this.#apply(next)
    if (this.#addressed) history.pushState(history.state, '', this.address())
  }

  /** Path and query of the present choice; `hash` is appended when given. */
  address(hash = ''): string {
    const query = encodeFilters(this.filters, this.#known)
    return `${location.pathname}${query === '' ? '' : `?${query}`}${hash}`
  }

  /** Reads the address now and on every Back or Forward. Returns the cleanup. */
  follow(): () => void {
    const read = (): void => {
      const { filters, issues } = decodeFilters(location.search, this.#known)
      this.issues = issues
      this.#apply(filters)
    }
    read()
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }

  retry(): void {
    this.#dataset.retry()
    this.#apply(this.filters)
  }

  /** Gives up the choice on its way: back to what is drawn. */
  cancel(): void {
    this.#resource.cancel()
    this.#dataset.cancel()
    this.choose(this.answer.filters)
  }

  #apply(filters: Filters): void {
    const changed = !sameRows(filters, this.filters)
    this.filters = filters
    if (sameRows(filters, this.#initial.filters)) {
      this.#resource.cancel()
      return
    }
    if (!changed && this.#resource.error === null && this.#resource.value !== null) return
    performance.mark('filter:start')
    void this.#resource.run((signal) =>
      this.#ask((question) => this.#dataset.ask(question, { signal }), filters)
    )
  }
}

/** Do two choices read the same rows? The measure only changes what is shown of them. */
function sameRows(a: Filters, b: Filters): boolean {
  return a.territory === b.territory && a.programme === b.programme && a.year === b.year
}
