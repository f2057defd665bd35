// What does a comparison hold, before anybody draws, says or exports it? Rows of columns, each cell with its reason.

import type { Bounds } from '../domain/bounds.ts'
import type { Entry } from '../figures/frame/entry.ts'
import type { Subject } from './subjects.ts'

/** A value of one cell: published, or computed from published ones with its formula. */
export interface CellValue extends Bounds {
  /** What the source card and the CSV say of it. */
  entry: Entry
  /** As it is shown: "≥ 42 000", "entre 4,61 et 4,63 fois". */
  text: string
  /** What is counted, where its line holds several counts or none; '' where the line says it. */
  what: string
  /** What tells it apart in its cell: dispositif, place, period. */
  detail: string
  /** 0 to 1 of the axis of its line; null where the line has no axis. */
  fraction: number | null
  /** The number behind `text`, in `unit`. */
  value: number
  unit: string
}

export interface Cell {
  values: readonly CellValue[]
  /** What stands there without a value: "non publié", "secret", "référence", the reason of a refusal; after values, what is secret. */
  words: string
}

/** One thing counted, or one computation, across the columns. */
export interface Line {
  id: string
  label: string
  /** Under the label: the words of the report, or what is divided by what. */
  note: string
  /** Ours, not the report’s. */
  computed: boolean
  /** Comparability group, '' where each value is of its own nature and none has a bar. */
  group: string
  /** One a column. */
  cells: readonly Cell[]
}

export interface Section {
  id: string
  title: string
  /** Beside the title: may the lines be read together? */
  comparable: boolean
  tag: string
  /** Why not, in a sentence; null where there is nothing to guard against. */
  guard: { strong: string; text: string } | null
  /** [] with `empty`: nothing to draw, and why. */
  lines: readonly Line[]
  empty: string
}

/** What only one column has, by column; [] for a column that has nothing of its own. */
export interface Alone {
  subject: Subject
  values: readonly CellValue[]
}

export interface Comparison {
  subjects: readonly Subject[]
  sections: readonly Section[]
  alone: readonly Alone[]
}

/** Every line of every section, in reading order. */
export function linesOf({ sections }: Pick<Comparison, 'sections'>): Line[] {
  return sections.flatMap(({ lines }) => lines)
}

/** What stands behind the values of a section, each once: a value that two columns share has one source. */
export function entriesOf({ lines }: Pick<Section, 'lines'>): Entry[] {
  const all = lines.flatMap(({ cells }) => cells.flatMap(({ values }) => values.map(({ entry }) => entry)))
  return [...new Map(all.map((entry) => [entry.id, entry])).values()]
}

export const NOT_PUBLISHED = 'non publié'

/** The section that holds nothing but computations, or says why there is none. */
export const COMPUTED_SECTION = 'rapporte'
