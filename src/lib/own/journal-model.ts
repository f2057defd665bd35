// What do the charts of a journal show for one answer? What is counted, and each drawing as plain numbers.
//
// Acts of two comparability groups are never added: where the choice holds several, lines of the journal are drawn instead,
// and acts stand by nature. A day without a line is empty, which a journal cannot tell from a day that nobody wrote down.

import type { Hue } from '../domain/rows.ts'
import { territoryGroups, type Catalogue, type TerritoryGroup } from '../domain/catalogue.ts'
import { formatNumber } from '../domain/format.ts'
import { plural } from '../domain/sentence.ts'
import type { JournalAnswer, JournalGroup } from './journal-cube.ts'
import { binEnd, binsBetween, binStart, weekdayOf } from './time-bins.ts'

export interface JournalNames {
  catalogue: Catalogue
  sites: ReadonlyMap<string, { name: string; territory: string }>
  acts: ReadonlyMap<string, { name: string; group: string; group_name: string }>
  programmes: ReadonlyMap<string, string>
  hues: ReadonlyMap<string, Hue>
  /** First and last day of the journal. */
  first: string
  last: string
}

/** What bars and shades count. */
export type Counted = 'acts' | 'rows'

export interface Line {
  id: string
  name: string
  value: number
  hue: Hue
  /** false: not of the reader's choice, drawn as an outline. */
  solid: boolean
}

export interface Monthly extends Line {
  /** One a month of `months`; null where there is no line. */
  values: (number | null)[]
}

export interface JournalModel {
  counted: Counted
  totals: {
    rows: number
    days: number
    /** Null where acts of several groups meet, or none is left. */
    acts: number | null
    people: number | null
    peopled: number
    minutes: number | null
    timed: number
  }
  natures: { id: string; name: string; group: string; acts: number | null; rows: number }[]
  timeline: { start: string; value: number | null; kept: boolean }[]
  /** Every day of the years of the journal, by year. */
  calendar: { year: number; days: { day: string; value: number | null; kept: boolean }[] }[]
  /** By month, January first, then by day of the week, Monday first. */
  weekdays: (number | null)[][]
  months: string[]
  programmes: Monthly[]
  territories: Line[]
}

const territoryOf = (place: string, { catalogue, sites }: JournalNames): string =>
  catalogue.territories.some(({ id }) => id === place) ? place : (sites.get(place)?.territory ?? place)

/** Ids of the places in a territory: itself, those below it, and the sites of all of them. */
export function placesBelow(territory: string, { catalogue, sites }: JournalNames): string[] {
  const below = new Set([territory])
  for (let size = 0; size !== below.size;) {
    size = below.size
    for (const { id, parent } of catalogue.territories) if (below.has(parent)) below.add(id)
  }
  const inside = [...sites].filter(([, site]) => below.has(site.territory)).map(([id]) => id)
  return [...below, ...inside]
}

/** Territories that the journal names, and those that hold them, under their top-level one. */
export function namedGroups(
  { territories }: Pick<JournalModel, 'territories'>,
  names: JournalNames
): TerritoryGroup[] {
  const parents = new Map(names.catalogue.territories.map(({ id, parent }) => [id, parent]))
  const there = new Set<string>()
  for (const { id } of territories)
    for (let one = id; one !== '' && !there.has(one); one = parents.get(one) ?? '') there.add(one)
  return territoryGroups(names.catalogue)
    .map((group) => ({ ...group, territories: group.territories.filter(({ id }) => there.has(id)) }))
    .filter((group) => group.territories.length > 0)
}

const text = (group: JournalGroup, index = 0): string => String(group.key[index] ?? '')

function natures({ acts }: JournalAnswer, names: JournalNames): JournalModel['natures'] {
  return acts
    .map((group) => {
      const id = text(group)
      const known = names.acts.get(id)
      const { rows, measures } = group
      return { id, name: known?.name ?? id, group: known?.group ?? id, acts: measures.acts, rows }
    })
    .toSorted((a, b) => b.rows - a.rows || a.name.localeCompare(b.name, 'fr'))
}

/** Sums of lines of one kind; null stays null. */
const add = (before: number | null | undefined, value: number | null): number | null =>
  value === null ? (before ?? null) : (before ?? 0) + value

function calendarOf(
  values: ReadonlyMap<string, number | null>,
  names: JournalNames,
  kept: (day: string) => boolean
): JournalModel['calendar'] {
  const years = binsBetween(names.first, names.last, 'year').map((start) => Number(start.slice(0, 4)))
  return years.map((year) => ({
    year,
    days: binsBetween(`${year}-01-01`, `${year}-12-31`, 'day').map((day) => ({
      day,
      value: values.get(day) ?? null,
      kept: kept(day)
    }))
  }))
}

function weekdaysOf(
  values: ReadonlyMap<string, number | null>,
  kept: (day: string) => boolean
): (number | null)[][] {
  const table = Array.from({ length: 12 }, () => Array<number | null>(7).fill(null))
  for (const [day, value] of values) {
    const row = table[Number(day.slice(5, 7)) - 1]
    const weekday = weekdayOf(day)
    if (row !== undefined && kept(day)) row[weekday] = add(row[weekday], value)
  }
  return table
}

function programmesOf(
  answer: JournalAnswer,
  names: JournalNames,
  months: readonly string[],
  value: (group: JournalGroup) => number | null
): Monthly[] {
  const lines = new Map<string, Monthly>()
  for (const group of answer.months) {
    const [id, month] = [text(group), text(group, 1)]
    const line = lines.get(id) ?? {
      id,
      name: names.programmes.get(id) ?? id,
      value: 0,
      hue: 'neutral',
      solid: answer.choice.programme === null || answer.choice.programme === id,
      values: months.map(() => null)
    }
    lines.set(id, line)
    const own = value(group)
    line.value += own ?? 0
    line.values[months.indexOf(month)] = own
  }
  return [...lines.values()].toSorted((a, b) => b.value - a.value)
}

function territoriesOf(
  answer: JournalAnswer,
  names: JournalNames,
  value: (group: JournalGroup) => number | null
): Line[] {
  const { territory } = answer.choice
  const inside = territory === null ? null : new Set(placesBelow(territory, names))
  const lines = new Map<string, Line>()
  for (const group of answer.places) {
    const id = territoryOf(text(group), names)
    const line = lines.get(id) ?? {
      id,
      name: names.catalogue.territories.find((one) => one.id === id)?.name ?? id,
      value: 0,
      hue: names.hues.get(id) ?? 'neutral',
      solid: inside === null || inside.has(id)
    }
    lines.set(id, line)
    line.value += value(group) ?? 0
  }
  return [...lines.values()].toSorted((a, b) => b.value - a.value)
}

export function journalModel(answer: JournalAnswer, names: JournalNames): JournalModel {
  const { choice, bin, total } = answer
  const all = natures(answer, names)
  const chosen = choice.act === null ? all : all.filter(({ id }) => id === choice.act)
  const counted: Counted = new Set(chosen.map(({ group }) => group)).size === 1 ? 'acts' : 'rows'
  const value = (group: JournalGroup): number | null =>
    counted === 'acts' ? group.measures.acts : group.rows
  const { range } = choice
  const [from, to] =
    range === null
      ? [names.first, names.last]
      : [binStart(range.from, bin), binEnd(binStart(range.to, bin), bin)]
  const kept = (day: string): boolean => day >= from && day <= to
  const days = new Map(answer.days.map((group) => [text(group), value(group)]))
  const times = new Map(answer.timeline.map((group) => [text(group), value(group)]))
  const months = binsBetween(
    from < names.first ? names.first : from,
    to > names.last ? names.last : to,
    'month'
  )
  return {
    counted,
    totals: {
      rows: total?.rows ?? 0,
      days: [...days.keys()].filter(kept).length,
      acts: counted === 'acts' ? (total?.measures.acts ?? null) : null,
      people: total?.measures.people ?? null,
      peopled: total?.measures.peopled ?? 0,
      minutes: total?.measures.minutes ?? null,
      timed: total?.measures.timed ?? 0
    },
    natures: all,
    timeline: binsBetween(names.first, names.last, bin).map((start) => ({
      start,
      value: times.get(start) ?? null,
      kept: range === null || kept(start)
    })),
    calendar: calendarOf(days, names, kept),
    weekdays: weekdaysOf(days, kept),
    months,
    programmes: programmesOf(answer, names, months, value),
    territories: territoriesOf(answer, names, value)
  }
}

/** "1 ligne", "1 204 actes" */
export const countWords = (value: number, counted: Counted): string =>
  `${formatNumber(value)}\u00a0${counted === 'acts' ? plural(value, 'acte', 'actes') : plural(value, 'ligne', 'lignes')}`

/** The largest value of a drawing, 1 at least: what its axis or its darkest shade stands for. */
export const largest = (values: Iterable<number | null>): number => {
  let most = 1
  for (const value of values) if (value !== null && value > most) most = value
  return most
}

/** First and last day that a brush from one bar to another keeps, in either order; null keeps all. */
export function rangeOf(
  bars: readonly { start: string }[],
  one: number,
  other: number
): { from: string; to: string } | null {
  const [low, high] = one < other ? [one, other] : [other, one]
  if (low <= 0 && high >= bars.length - 1) return null
  const [from, to] = [bars[Math.max(0, low)]?.start, bars[Math.min(bars.length - 1, high)]?.start]
  return from === undefined || to === undefined ? null : { from, to }
}
