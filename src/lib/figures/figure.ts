// What is a figure? A question, the rows that answer it, and what is said and drawn of them.
//
// The frame (Figure.svelte) gives every figure its table, sources, marks and address from `rows`
// alone, so that no figure can forget them; a figure adds its words and its drawing.

import type { FigureRow } from '../domain/figure-rows.ts'
import type { Filters } from '../domain/filters.ts'

/** What a figure may know of the page around it. */
export interface FigureContext {
  filters: Filters
  /** Name of the selected territory and of its top-level territory; null when none is selected. */
  territory: { id: string; name: string; region: string; regionName: string } | null
  programme: { id: string; name: string } | null
}

/** Why a figure has nothing to draw for this choice, and the ways out. Absent is not zero. */
export interface EmptyState {
  title: string
  text: string
  /** Ways out: what to change in the filters. */
  exits: { label: string; patch: Partial<Filters> }[]
}

export interface FigureModel<Drawing> {
  /** The finding, computed; no final stop. */
  title: string
  /** What is counted, where, when, in which unit. */
  subtitle: string
  /** The finding in one plain sentence, marks as words, to copy. */
  sentence: string
  /** What a mark or a limit needs to have said; '' when nothing does. */
  note: string
  /** The rows drawn: table, sources and exports are made of these. */
  rows: FigureRow[]
  drawing: Drawing
  empty: EmptyState | null
}

export interface Figure<Drawing> {
  /** The address of the figure, for ever. */
  id: string
  /** The question it answers, in French. */
  question: string
  /** Indicators it reads, in the order of the table. */
  indicators: readonly string[]
  build(rows: readonly FigureRow[], context: FigureContext): FigureModel<Drawing>
}

/** Does the reader look at a part only? Then what is not selected is drawn as an outline. */
export function isFiltered(context: FigureContext): boolean {
  return context.filters.territory !== null || context.filters.programme !== null
}
