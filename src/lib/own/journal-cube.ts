// What is asked of a visitor's journal? Rows become cells once, by day, place, dispositif and act; every chart reads cells.

import type { Cube } from '../query/cube.ts'
import type { Bin, CubeFilters, CubeGroup, CubeSpec } from '../query/cube-spec.ts'
import { OWN_ROWS } from '../query/own.ts'
import { binStart } from './time-bins.ts'

type Dimension = Bin | 'place' | 'programme' | 'act'
type Measure = 'acts' | 'people' | 'peopled' | 'minutes' | 'timed'
export type JournalGroup = CubeGroup<Measure>
export type JournalCube = Cube<Dimension, Measure>

/** Four bins of one column cost no cell: a day lies in one week, one month and one year. */
export const JOURNAL_CUBE: CubeSpec<Dimension, Measure> = {
  rows: OWN_ROWS,
  cells: 'cells',
  dimensions: {
    day: { column: 'date', bin: 'day' },
    week: { column: 'date', bin: 'week' },
    month: { column: 'date', bin: 'month' },
    year: { column: 'date', bin: 'year' },
    place: { column: 'place' },
    programme: { column: 'programme' },
    act: { column: 'act' }
  },
  measures: {
    acts: { sum: 'count' },
    people: { sum: 'people' },
    peopled: { count: 'people' },
    minutes: { sum: 'duration' },
    timed: { count: 'duration' }
  }
}

/** What the reader chose; null is all. Days are ISO, both included. */
export interface JournalChoice {
  territory: string | null
  programme: string | null
  act: string | null
  range: { from: string; to: string } | null
}

export const EVERYTHING: JournalChoice = { territory: null, programme: null, act: null, range: null }

/** The groups of every chart, for one choice and one width of the bars of time. */
export interface JournalAnswer {
  choice: JournalChoice
  bin: Bin
  total: JournalGroup | undefined
  timeline: JournalGroup[]
  days: JournalGroup[]
  months: JournalGroup[]
  places: JournalGroup[]
  acts: JournalGroup[]
}

/**
 * The brush keeps whole bars of the timeline, which alone does not heed it.
 * @param below ids of the places that lie in a territory, itself included
 */
function filtersOf(
  { territory, programme, act, range }: JournalChoice,
  bin: Bin,
  below: (territory: string) => readonly string[]
): CubeFilters<Dimension> {
  return {
    ...(territory === null ? {} : { place: { in: below(territory) } }),
    ...(programme === null ? {} : { programme: { in: [programme] } }),
    ...(act === null ? {} : { act: { in: [act] } }),
    ...(range === null ? {} : { [bin]: { from: binStart(range.from, bin), to: binStart(range.to, bin) } })
  }
}

const chartsOf = (bin: Bin) =>
  [[], [bin], ['day'], ['programme', 'month'], ['place'], ['act']] as const satisfies Dimension[][]

/** All charts in one question. @throws what the cube throws */
export async function askJournal(
  cube: JournalCube,
  choice: JournalChoice,
  bin: Bin,
  below: (territory: string) => readonly string[],
  options?: { signal?: AbortSignal }
): Promise<JournalAnswer> {
  const answer = await cube.groups(chartsOf(bin), filtersOf(choice, bin, below), options)
  const [total = [], timeline = [], days = [], months = [], places = [], acts = []] = answer
  return { choice, bin, total: total[0], timeline, days, months, places, acts }
}
