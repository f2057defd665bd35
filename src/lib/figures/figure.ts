// What is a figure? A question, the rows that answer it, and what is said and drawn of them.
//
// A figure adds its words and its drawing. Table, sources, marks, exports, address and the way to read it come
// from the frame, by `entries` and `drawing` alone, so that no figure can forget them.

import type { FigureEngagement, FigureRow, Place, SecretRow } from '../domain/figure-rows.ts'
import type { Filters } from '../domain/filters.ts'
import type { Drawing } from './frame/drawing.ts'
import type { Entry } from './frame/entry.ts'

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

export interface FigureModel {
  /** The finding, computed; no final stop. */
  title: string
  /** What is counted, where, when, in which unit. */
  subtitle: string
  /** The finding in one plain sentence, marks as words, to copy. */
  sentence: string
  /** What a mark or a limit needs to have said; '' when nothing does. */
  note: string
  /** One line a mark of the drawing: table, sources and exports are made of these. */
  entries: Entry[]
  drawing: Drawing
  empty: EmptyState | null
}

/** What some figures read beside the rows of their indicators; asked only for those that need it. */
export interface Extras {
  /** Contracts and projects of the year, all of them, selected by the filters. */
  engagements: readonly FigureEngagement[]
  /** Places of the map. */
  places: readonly Place[]
  /** Everything that the report publishes for the choice. */
  published: readonly FigureRow[]
  /** What is counted and hidden of the indicators asked for: drawn by the frame (secrets.ts), never by a figure as a number. */
  secrets: readonly SecretRow[]
  /** Rows of its indicators that the report of the year gives for earlier years. */
  earlier: readonly FigureRow[]
}

export interface Figure {
  /** The address of the figure, for ever. */
  id: string
  /** The question it answers, in French, with its question mark. */
  question: string
  /** How to read the drawing, in one or two plain sentences. */
  reading: string
  /** Indicators it reads, in the order of the table. */
  indicators: readonly string[]
  /** Those of them that it shows for a choice; all of them where it does not say. */
  shown?: (context: FigureContext) => readonly string[]
  needs?: readonly Exclude<keyof Extras, 'secrets'>[]
  build(rows: readonly FigureRow[], context: FigureContext, extras: Extras): FigureModel
}

export const NO_EXTRAS: Extras = { engagements: [], places: [], published: [], secrets: [], earlier: [] }

/** Does the reader look at a part only? Then what is not selected is drawn as an outline. */
export function isFiltered(context: FigureContext): boolean {
  return context.filters.territory !== null || context.filters.programme !== null
}
