// What does the reader look at in a journal, and which answer is drawn? The newest that came; late ones are dropped.

import { binFor } from '../query/cube.ts'
import type { Bin } from '../query/cube-spec.ts'
import { QueryResource } from '../state/query-resource.svelte.ts'
import {
  askJournal,
  EVERYTHING,
  type JournalAnswer,
  type JournalChoice,
  type JournalCube
} from './journal-cube.ts'
import { journalModel, placesBelow, type JournalModel, type JournalNames } from './journal-model.ts'
import { daysBetween } from './time-bins.ts'

/** Pixels of the timeline before it is measured. */
const WIDTH = 600

export class Journal {
  choice = $state.raw<JournalChoice>(EVERYTHING)
  /** Of the timeline, in CSS pixels. */
  width = $state(WIDTH)
  readonly names: JournalNames
  readonly bin: Bin
  readonly model: JournalModel | null
  readonly #cube: JournalCube
  readonly #resource = new QueryResource<JournalAnswer>()

  constructor(cube: JournalCube, names: JournalNames) {
    this.#cube = cube
    this.names = names
    const days = daysBetween(names.first, names.last)
    this.bin = $derived(binFor(days, this.width))
    this.model = $derived(this.#resource.value === null ? null : journalModel(this.#resource.value, names))
  }

  get pending(): boolean {
    return this.#resource.loading
  }
  get error(): unknown {
    return this.#resource.error
  }

  choose(patch: Partial<JournalChoice>): void {
    this.choice = { ...this.choice, ...patch }
  }

  /** Asks for the choice and the bars as they are. */
  refresh(choice: JournalChoice, bin: Bin): void {
    const below = (territory: string): string[] => placesBelow(territory, this.names)
    void this.#resource.run((signal) => askJournal(this.#cube, choice, bin, below, { signal }))
  }
}
