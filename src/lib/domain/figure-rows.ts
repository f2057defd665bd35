// What does a figure read? Observations joined with the names it must say, and whether the filters keep them.

import type { ENGAGEMENT_KINDS, Family, Hue, IndicatorKind, Mark, Precision, TerritoryKind } from './rows.ts'

/** One observation, ready to draw: names joined, marks split, `selected` decided by the filters. */
export interface FigureRow {
  id: string
  indicator: string
  indicator_name: string
  indicator_singular: string
  /** The words of the report for what is counted. */
  wording: string
  unit: string
  kind: IndicatorKind
  /** Comparability group: only rows of one group may share an axis or be summed. */
  group: string
  group_name: string
  territory: string
  territory_name: string
  /** Top-level territory above (or equal to) `territory`: region-rennes, region-nantes, angers, region-ile-de-france, else optima. */
  region: string
  hue: Hue
  programme: string
  programme_name: string
  /** '' when the row covers all programmes. */
  family: Family | ''
  value: number
  marks: Mark[]
  perimeter: string
  period_start: string
  period_end: string
  source: string
  section: string
  quote: string
  formula: string
  contradicts: string[]
  note: string
  selected: boolean
}

/** An observation that is counted and hidden: where and of what, never how much. */
export type SecretRow = Omit<FigureRow, 'value'>

/** A territory with something to show on the map: what is done there, and where. */
export interface Place {
  id: string
  name: string
  kind: TerritoryKind
  parent: string
  region: string
  hue: Hue
  /** Families of what is done there, in the fixed order of FAMILIES; [] for a region without sites of its own. */
  families: Family[]
  /** Names of the programmes, in the order of the report. */
  programmes: string[]
  /** Degrees WGS 84, null when the place has no point (it is in the list only). */
  lon: number | null
  lat: number | null
  precision: Precision
  /** Counted, unnamed places ("5 sites"), 0 when none. */
  counted: number
  /** Earliest published start of a site here, '' when not published. */
  since: string
  selected: boolean
}

/** What was signed, confirmed, ended or planned, ready to draw. */
export interface FigureEngagement extends Pick<
  FigureRow,
  | 'id'
  | 'territory'
  | 'territory_name'
  | 'region'
  | 'hue'
  | 'programme'
  | 'programme_name'
  | 'marks'
  | 'source'
  | 'section'
  | 'quote'
  | 'note'
  | 'selected'
> {
  kind: (typeof ENGAGEMENT_KINDS)[number]
  title: string
  /** A year, a month or a day, as the report gives it; '' when it does not. */
  start: string
  end: string
}
