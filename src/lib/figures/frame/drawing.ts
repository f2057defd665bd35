// What does a drawing hold, whoever draws it: the page, an exported image, an embed, a test?
//
// Plain data, down to the length of each bar. Every datum names its entry, so that drawing, table, CSV and
// sources cannot tell different values. Two comparability groups never share an axis: see `barLines`.

import type { Hue, Mark } from '../../domain/rows.ts'
import type { CircleScale, MapCircle } from '../../map/circles.ts'
import type { Place } from '../../domain/figure-rows.ts'

/** A value as it is drawn; `id` is the id of its entry. */
export interface Datum {
  id: string
  value: number
  unit: string
  marks: readonly Mark[]
}

export interface BarLine extends Datum {
  label: string
  /** Territory to select, '' for what has none. */
  territory: string
  hue: Hue
  /** What else tells it apart: the programme; '' for nothing. */
  detail: string
  /** Row of a matrix it stands in, '' elsewhere. */
  row: string
  group: string
  /** End of its axis, in its unit: the same for all lines of one group in one drawing. */
  axisEnd: number
  /** Length and place on that axis, 0 to 1. */
  fraction: number
  start: number
  /** false: not of the reader's choice, drawn as an outline. */
  solid: boolean
  /** The length itself is ours: dense stripes. */
  computed: boolean
  /** A second value of the same thing, written and not drawn: the count behind a share. */
  second: Datum | null
}

interface PanelBase {
  id: string
  /** '' where the figure has one panel. */
  title: string
  /** The words of the report for what is counted, verbatim. */
  words: readonly string[]
  /** One plain sentence under the panel, '' for none. */
  note: string
}

/** Horizontal bars from zero. */
export interface BarsPanel extends PanelBase {
  kind: 'bars'
  lines: readonly BarLine[]
  /** A vertical line that proves the title: the half of what is allocated. */
  reference: { at: number; label: string } | null
  /** Names of what could stand here and is not published; absent is not zero. */
  missing: readonly string[]
}

/** A published total and its parts on one bar; a computed remainder is the last piece. */
export interface StackPanel extends PanelBase {
  kind: 'stack'
  total: Datum & { label: string }
  pieces: readonly BarLine[]
}

/** Numbers side by side that share no axis and are not added. */
export interface NumbersPanel extends PanelBase {
  kind: 'numbers'
  /** true: many small counts, each on a line of its own. */
  compact?: boolean
  items: readonly (Datum & {
    label: string
    detail: string
    hue: Hue
    territory: string
    text?: string
    /** false: not of the reader's choice, drawn quietly. */
    solid?: boolean
  })[]
}

/** Who is where, in which months of the year. */
export interface MonthsPanel extends PanelBase {
  kind: 'months'
  year: number
  lines: readonly {
    /** Id of the entry. */
    id: string
    label: string
    territory: string
    hue: Hue
    detail: string
    marks: readonly Mark[]
    solid: boolean
    /** January to December; `doubt`: the report leaves it open. */
    months: readonly ('yes' | 'no' | 'doubt')[]
    /** Months (1 to 12) of which a part only is covered, by the words of the report: "fin juin". */
    partial?: readonly number[]
    /** "5 jours par semaine", '' when not published. */
    pace: string
    /** The values of `pace`, each with its entry. */
    beside?: readonly (Datum & { label: string })[]
    /** What the report leaves open, in words. */
    doubt?: string
  }[]
}

/** From when until when: contracts on a line of years. */
export interface SpansPanel extends PanelBase {
  kind: 'spans'
  /** Years at the two ends of the axis. */
  from: number
  to: number
  /** true: no line has an end to read on an axis, they are words in columns. */
  listed?: boolean
  lines: readonly {
    id: string
    label: string
    territory: string
    hue: Hue
    detail: string
    /** "renouvelé" */
    kind: string
    marks: readonly Mark[]
    solid: boolean
    /** Years with fractions, 2021.5 is July 2021; null: not published, the span fades on that side. */
    start: number | null
    end: number | null
    /** A date without its day or month: the latest start and the earliest end that it can mean. */
    startBy?: number | null
    endFrom?: number | null
    /** The two ends in words, and which of them is not published. */
    when?: string
    /** What the report leaves open, in words. */
    doubt?: string
  }[]
}

/** What is counted and hidden: no value, whoever draws it. */
export interface SecretsPanel extends PanelBase {
  kind: 'secrets'
  lines: readonly {
    /** Id of the entry. */
    id: string
    label: string
    /** What is counted, and for which dispositif. */
    detail: string
    hue: Hue
    territory: string
    /** Row of a matrix under which it stands: its top-level territory. */
    row: string
    solid: boolean
  }[]
}

export type Panel = BarsPanel | StackPanel | NumbersPanel | MonthsPanel | SpansPanel | SecretsPanel

/** The map, drawn by map/; its values are those of the circles and of the heads of the list. */
export interface MapDrawing {
  places: readonly Place[]
  circles: readonly MapCircle[]
  scale: CircleScale
  measureLabel: string
  legendTitle: string
}

export interface Drawing {
  /** `list`: one under the other; `columns`: side by side where there is room; `matrix`: panels are columns, `rows` their rows. */
  layout: 'list' | 'columns' | 'matrix'
  /** Rows of a matrix, [] elsewhere. */
  rows: readonly { id: string; label: string; hue: Hue }[]
  panels: readonly Panel[]
  map: MapDrawing | null
}

/** What an empty cell of a matrix says: absent, or among what is secret below it. */
export function emptyCell({ panels }: Drawing, row: string): string {
  const secret = panels.some(
    (panel) => panel.kind === 'secrets' && panel.lines.some((one) => one.row === row)
  )
  return secret ? 'non publié, ou secret' : 'non publié'
}

/** Every value of a drawing with the id of its entry, in reading order. */
export function dataOf({ panels }: Drawing): Datum[] {
  return panels.flatMap((panel): Datum[] => {
    switch (panel.kind) {
      case 'bars':
        return panel.lines.flatMap((line) => (line.second === null ? [line] : [line, line.second]))
      case 'stack':
        return [panel.total, ...panel.pieces]
      case 'numbers':
        return [...panel.items]
      case 'months':
        return panel.lines.flatMap(({ beside = [] }) => [...beside])
      case 'spans':
      case 'secrets':
        return []
    }
  })
}

/** Ids of all entries that a drawing shows, values or not. */
export function idsOf(drawing: Drawing): string[] {
  const marks = drawing.panels.flatMap((panel) =>
    panel.kind === 'months' || panel.kind === 'spans' || panel.kind === 'secrets'
      ? panel.lines.map(({ id }) => id)
      : []
  )
  return [...dataOf(drawing).map(({ id }) => id), ...marks]
}
