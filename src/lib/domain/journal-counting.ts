// What do the good rows of a journal add up to, in the browser? What data/pipeline/journal/count-journal.ts asks in SQL.

import { at } from './at.ts'
import type { JournalCount, JournalPlaces } from './journal-cube.ts'
import type { JournalSummary } from './journal-publication.ts'

type Cell = string | number | null

/** Columns of good rows, all of one length, values as the rules read them. */
export interface JournalColumns {
  date: readonly Cell[]
  place: readonly Cell[]
  programme: readonly Cell[]
  act: readonly Cell[]
  count: readonly Cell[]
  people: readonly Cell[]
}

export interface Counting extends Pick<JournalSummary, 'counts' | 'days' | 'spans'> {
  /** Good rows of another year, which are left out. */
  outside: number
}

interface Counted extends JournalCount {
  /** Days with an act. */
  dates: Set<string>
  first: string
  last: string
}

/** Rows of each year, the latest year first. */
export function yearsOf({ date }: Pick<JournalColumns, 'date'>): { year: number; rows: number }[] {
  const found = new Map<string, number>()
  for (const day of date) {
    const year = String(day).slice(0, 4)
    found.set(year, (found.get(year) ?? 0) + 1)
  }
  return [...found].map(([year, rows]) => ({ year: Number(year), rows })).toSorted((a, b) => b.year - a.year)
}

/** One pass over the rows: by place, dispositif and act. */
function countedOf(columns: JournalColumns, year: number): { found: Counted[]; outside: number } {
  const found = new Map<string, Counted>()
  let outside = 0
  for (const [index, day] of columns.date.entries()) {
    const date = String(day)
    if (!date.startsWith(`${year}-`)) {
      outside += 1
      continue
    }
    const [place, programme, act] = [columns.place, columns.programme, columns.act].map((column) =>
      String(column[index])
    ) as [string, string, string]
    const key = `${place} ${programme} ${act}`
    let own = found.get(key)
    if (own === undefined) {
      const dates = new Set<string>()
      own = { place, programme, act, count: 0, people: null, uncounted: 0, dates, first: date, last: date }
      found.set(key, own)
    }
    const [count, people] = [Number(columns.count[index]), columns.people[index] ?? null]
    own.count += count
    if (people === null) own.uncounted += 1
    else own.people = (own.people ?? 0) + Number(people)
    if (count > 0) own.dates.add(date)
    if (date < own.first) own.first = date
    if (date > own.last) own.last = date
  }
  return {
    found: [...found.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
    outside
  }
}

function grouped(found: readonly Counted[], keyOf: (one: Counted) => string): [string, Counted[]][] {
  const groups = new Map<string, Counted[]>()
  for (const one of found) {
    const own = groups.get(keyOf(one))
    if (own === undefined) groups.set(keyOf(one), [one])
    else own.push(one)
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Days of acts by territory and dispositif; an id of a site and of a territory is the territory. */
function daysOf(found: readonly Counted[], { territories, sites }: JournalPlaces): JournalSummary['days'] {
  const known = new Set(territories.map(({ id }) => id))
  const above = new Map(sites.map(({ id, territory }) => [id, territory]))
  const territoryOf = (place: string): string => (known.has(place) ? place : (above.get(place) ?? place))
  return grouped(found, (one) => `${territoryOf(one.place)} ${one.programme}`).flatMap(([, own]) => {
    const dates = new Set(own.flatMap((one) => [...one.dates]))
    const [{ place, programme } = { place: '', programme: '' }] = own
    return dates.size === 0 ? [] : [{ territory: territoryOf(place), programme, days: dates.size }]
  })
}

export function countRows(columns: JournalColumns, year: number, places: JournalPlaces): Counting {
  const { found, outside } = countedOf(columns, year)
  return {
    counts: found.map(({ place, programme, act, count, people, uncounted }) => ({
      place,
      programme,
      act,
      count,
      people,
      uncounted
    })),
    days: daysOf(found, places),
    spans: grouped(found, ({ programme }) => programme).map(([programme, own]) => ({
      programme,
      first: at(own.map(({ first }) => first).toSorted(), 0),
      last: at(own.map(({ last }) => last).toSorted(), own.length - 1)
    })),
    outside
  }
}
