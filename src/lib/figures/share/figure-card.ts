// What does the share image of a figure show? Its title and what its drawing says first, of the place of its page.

import { formatLabel, formatPeriod, french } from '../../domain/format.ts'
import type { Hue } from '../../domain/rows.ts'
import { capitalise } from '../../domain/sentence.ts'
import { circleRadius } from '../../map/circles.ts'
import type { Outline } from '../../map/outline.ts'
import { viewOfChoice } from '../../map/views.ts'
import type { FigureModel } from '../figure.ts'
import { sharedEnd } from '../frame/axis-view.ts'
import {
  type BarLine,
  type BarsPanel,
  type MapDrawing,
  type NumbersPanel,
  type Panel
} from '../frame/drawing.ts'
import type { Entry } from '../frame/entry.ts'
import { alternativeText } from '../frame/words.ts'
import type { FigurePage } from '../pages.ts'
import { type Card, type CardBody, cardSource, type CardValue } from './card.ts'

/** From this many lines on, bars of a first panel say more than one number of each panel. */
const MANY = 4

type Shown = Pick<FigurePage, 'model' | 'territory' | 'filters'>
type Entries = ReadonlyMap<string, Entry>

const only = <K extends Panel['kind']>(panels: readonly Panel[], kind: K): Extract<Panel, { kind: K }>[] =>
  panels.filter((panel): panel is Extract<Panel, { kind: K }> => panel.kind === kind)

/** What tells a value apart, the place of the page left out: "Nantes, Médiation de quartier". */
function whereOf(entry: Entry, { territory }: Shown): string {
  const place = entry.territory === territory?.id || entry.territory === 'optima' ? '' : entry.territory_name
  const when = entry.marks.includes('partial_period')
    ? formatPeriod(entry.period_start, entry.period_end)
    : ''
  return [place, entry.programme_name, when].filter((part) => part !== '').join(', ')
}

/** A singular that the entry does not hold is said by the head of its panel: "Coordination". */
function barValue(line: BarLine, panel: BarsPanel, entry: Entry, page: Shown): CardValue {
  const { value, unit, marks, hue } = line
  const label = value < 2 && panel.title !== '' ? panel.title : entry.what
  return { value: formatLabel(value, unit, marks), marks, label, detail: whereOf(entry, page), hue }
}

function numberValue(item: NumbersPanel['items'][number], entry: Entry, page: Shown): CardValue {
  const { value, unit, marks, hue, label } = item
  // The detail of a computed number is its formula; that of another, its place.
  const detail = marks.includes('computed') ? item.detail : whereOf(entry, page)
  return { value: item.text ?? formatLabel(value, unit, marks), marks, label, detail, hue }
}

/** Numbers as they come, but of bars the first of each panel before the second of any: each panel counts another thing. */
function valuesOf(page: Shown, entries: Entries): CardValue[] {
  const ranked = page.model.drawing.panels.flatMap((panel): { rank: number; value: CardValue }[] => {
    if (panel.kind === 'numbers')
      return panel.items.flatMap((item) => {
        const entry = entries.get(item.id)
        return entry === undefined ? [] : [{ rank: 0, value: numberValue(item, entry, page) }]
      })
    if (panel.kind !== 'bars') return []
    return panel.lines
      .flatMap((one) => {
        const entry = entries.get(one.id)
        return entry === undefined ? [] : [barValue(one, panel, entry, page)]
      })
      .map((value, rank) => ({ rank, value }))
  })
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ value }) => value)
}

/** Bars of one axis, those of the place first where not all can stand; null where the drawing has no such bars. */
function barsOf({ model, territory }: Shown, entries: Entries): CardBody | null {
  const { panels } = model.drawing
  const all = only(panels, 'bars')
  const [first] = all
  if (first === undefined || sharedEnd(first.lines) === null || first.lines.length < 2) return null
  if (all.length > 1 && (panels[0] !== first || first.lines.length < MANY)) return null
  if (!first.lines.some(({ id }) => entries.has(id))) return null
  // The place of the page among all the others, or else its own numbers.
  if (territory !== null && first.lines.length > MANY + 1) return null
  const shared = sharedBy(first.lines.map(({ detail }) => detail))
  if (shared === '') return { kind: 'bars', heading: first.title, lines: first.lines }
  const lines = first.lines.map((line) => ({ ...line, detail: '' }))
  return { kind: 'bars', heading: capitalise(shared.replace(/^de /, '')), lines }
}

/** The text that all of several have, '' when they differ. */
function sharedBy(texts: readonly string[]): string {
  const [first = ''] = texts
  return texts.length > 1 && texts.every((text) => text === first) ? first : ''
}

/** What all numbers share is said once, above them; a column has little room for words. */
function valuesBody(items: readonly CardValue[]): CardBody {
  const heading = sharedBy(items.slice(0, 3).map(({ detail }) => detail))
  return {
    kind: 'values',
    heading: capitalise(heading),
    items: heading === '' ? items : items.map((one) => ({ ...one, detail: '' }))
  }
}

/** A total, then its parts, each where it stands in the total. */
function stackOf({ drawing }: FigureModel): CardBody | null {
  const [first] = drawing.panels
  if (first?.kind !== 'stack') return null
  const [piece] = first.pieces
  if (piece === undefined) return null
  const { total } = first
  const whole: BarLine = {
    ...piece,
    ...total,
    hue: 'neutral',
    territory: '',
    detail: '',
    second: null,
    fraction: 1,
    start: 0,
    solid: true,
    computed: false
  }
  return { kind: 'bars', heading: first.title, lines: [whole, ...first.pieces] }
}

/** Contracts of the place; of all of Optima, one of each territory before a second of any, those with dates first. */
function spansOf({ drawing }: FigureModel): CardBody | null {
  const panels = only(drawing.panels, 'spans')
  const known = ({ start, end }: (typeof panels)[number]['lines'][number]): number =>
    Number(start === null) + Number(end === null)
  const lines = panels
    .flatMap((panel) =>
      panel.lines
        .filter(({ solid }) => solid)
        .toSorted((a, b) => known(a) - known(b))
        .map((line, rank) => ({ rank, line }))
    )
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ line }) => line)
  const [panel] = panels
  return panel === undefined || lines.length === 0
    ? null
    : { kind: 'spans', panel: { from: panel.from, to: panel.to }, lines }
}

/** What is not there all year first: that is what a calendar tells. */
function monthsOf({ drawing }: FigureModel): CardBody | null {
  const all = (only(drawing.panels, 'months')[0]?.lines ?? []).filter(({ solid }) => solid)
  const lines = all.toSorted((a, b) => Number(b.months.includes('no')) - Number(a.months.includes('no')))
  return lines.length === 0 ? null : { kind: 'months', lines }
}

/** The values of the circles, by name; those of the place alone where it has one. */
function circlesOf({ circles }: MapDrawing, all: readonly Entry[]): CardBody {
  const entryOf = ({ id, value }: MapDrawing['circles'][number]): Entry | undefined =>
    all.find((entry) => entry.territory === id && entry.value === value)
  const chosen = circles.filter(({ value, selected }) => selected && value !== null)
  const items = (chosen.length === 0 ? circles : chosen).flatMap((one): CardValue[] =>
    one.value === null
      ? []
      : [
          {
            value: one.short ?? one.label,
            // A circle has room for one mark; its entry has them all.
            marks: entryOf(one)?.marks ?? [],
            label: one.name,
            detail: entryOf(one) === undefined && one.short !== undefined ? (one.note ?? '') : '',
            hue: one.hue,
            named: true,
            quiet: !one.selected
          }
        ]
  )
  return { kind: 'values', heading: '', items }
}

function bodyOf(page: Shown, entries: Entries): CardBody {
  const { model } = page
  if (model.drawing.map !== null) return circlesOf(model.drawing.map, model.entries)
  const drawn = spansOf(model) ?? monthsOf(model) ?? stackOf(model) ?? barsOf(page, entries)
  if (drawn !== null) return drawn
  const items = valuesOf(page, entries)
  return items.length === 0 ? { kind: 'words', text: model.empty?.text ?? model.sentence } : valuesBody(items)
}

/** What the body would show if it had room for all that the page says of its place. */
function totalOf({ drawing }: FigureModel, body: CardBody, entries: Entries): number {
  if (drawing.map !== null) return body.kind === 'values' ? body.items.length : 0
  // Lines of others stand among the bars: they are counted with them.
  return body.kind === 'bars' ? Math.max(body.lines.length, entries.size) : entries.size
}

function hueOfPage({ territory, model }: Shown): Hue {
  if (territory === null) return 'neutral'
  const own = model.entries.find((entry) => entry.territory === territory.id && entry.selected)
  const circle = model.drawing.map?.places.find(({ id }) => id === territory.id)
  return own?.hue ?? circle?.hue ?? model.entries.find(({ selected }) => selected)?.hue ?? 'neutral'
}

export interface FigureCardOptions {
  /** Name of the site, or the version that the page is frozen on. */
  site: string
  /** Needed by the figure of the map alone; without it the values stand without their map. */
  outline: Outline | null
}

export function figureCard(page: Shown, { site, outline }: FigureCardOptions): Card {
  const { model, territory, filters } = page
  const { map } = model.drawing
  const kept = model.entries.filter(({ selected }) => selected)
  const entries = new Map(kept.map((entry) => [entry.id, entry]))
  const body = bodyOf(page, entries)
  const selected = territory?.id ?? null
  return {
    hue: hueOfPage(page),
    // What the circles of a map count is said nowhere else on the card.
    place: french(`${territory?.name ?? 'Tout Optima'} · ${map?.legendTitle ?? filters.year}`),
    title: model.title,
    body,
    total: totalOf(model, body, entries),
    land:
      map === null || outline === null
        ? null
        : {
            outline,
            view: viewOfChoice(map.places, selected),
            far: map.places.filter((one) => one.selected).length === 1,
            places: map.places,
            circles: map.circles,
            radius: ({ value }) => circleRadius(value, map.scale),
            selected
          },
    source: cardSource(filters.year),
    site,
    alt: shareAlt(page)
  }
}

/** The first values of the place, marks as words: a network cuts what is longer. */
export function shareAlt({ model, territory }: Pick<FigurePage, 'model' | 'territory'>): string {
  const entries = model.entries.filter(({ selected }) => selected)
  const place = territory === null ? '' : `${territory.name}. `
  return `${place}${alternativeText({ ...model, entries }, 3)}`
}
