// What does a share image hold? A place, a title, few numbers with their marks, a source: made to be read at 400 px wide.

import type { MapCircle } from '../../map/circles.ts'
import type { Outline } from '../../map/outline.ts'
import type { ViewId } from '../../map/views.ts'
import type { Place } from '../../domain/figure-rows.ts'
import type { Hue, Mark } from '../../domain/rows.ts'
import type { BarLine, MonthsPanel, SpansPanel } from '../frame/drawing.ts'

/** One number in large type. */
export interface CardValue {
  /** With the sign of its mark: "≥ 42 000". */
  value: string
  marks: readonly Mark[]
  /** What is counted: "personnes rencontrées". */
  label: string
  /** Where, by which programme, when; '' for nothing. */
  detail: string
  hue: Hue
  /** true: the label is a name of a place and wears its hue. */
  named?: boolean
  /** true: not of the place that the page is about, said quietly. */
  quiet?: boolean
}

/** What fills the card: numbers that are never added, bars of one axis, contracts, months, or plain words. */
export type CardBody =
  /** `heading`: what all of them share, '' for nothing. */
  | { kind: 'values'; heading: string; items: readonly CardValue[] }
  | { kind: 'bars'; heading: string; lines: readonly BarLine[] }
  | { kind: 'spans'; panel: Pick<SpansPanel, 'from' | 'to'>; lines: SpansPanel['lines'] }
  | { kind: 'months'; lines: MonthsPanel['lines'] }
  | { kind: 'words'; text: string }

/** A map of dots and circles at the right of the card. */
export interface CardLand {
  outline: Outline
  view: ViewId
  /** true: a view of a few kilometres is drawn from further away, so that the country is known again. */
  far: boolean
  places: readonly Place[]
  circles: readonly MapCircle[]
  /** Area of the circles, as on the map of the figure. */
  radius: (circle: MapCircle) => number
  /** Id of the place on the highlighter, null for none. */
  selected: string | null
}

export interface Card {
  hue: Hue
  /** Above the title: "Région de Nantes · 2021". */
  place: string
  title: string
  body: CardBody
  /** What the page shows for the place: what the card has no room for is counted, never dropped in silence. */
  total: number
  land: CardLand | null
  /** "Rapport d’activité 2021 · Optima". */
  source: string
  /** At the right of the source: the name of the site, or the version that the page is frozen on. */
  site: string
  /** The image in words, marks included. */
  alt: string
}

/** The line that closes every card. */
export function cardSource(year: number): string {
  return `Rapport d’activité ${year} · Optima`
}
