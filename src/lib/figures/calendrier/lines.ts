// How does a presence become a line of twelve months, with its values beside it?

import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatSpan, formatWords, french } from '../../domain/format.ts'
import { listWords, plural } from '../../domain/sentence.ts'
import type { FigureContext } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import { toDatum } from '../frame/bars.ts'
import type { MonthsPanel } from '../frame/drawing.ts'
import type { Presence } from './presences.ts'

type Line = MonthsPanel['lines'][number]

const wordOf = (row: FigureRow): string => plural(row.value, row.indicator_singular, row.indicator_name)

/** "depuis mai 2020": only what began before the twelve cells, which say the rest, and no day, which they cannot hold. */
const sinceWords = (since: string, year: number): string =>
  since !== '' && Number(since.slice(0, 4)) < year ? formatSpan(since.slice(0, 7), '') : ''

function lineOf(
  { head, rows, months, partial, since, why }: Presence,
  year: number,
  context: FigureContext
): Line {
  const doubtful = head.marks.includes('to_verify') || months.includes('doubt')
  // The months are drawn: their number says nothing more.
  const values = rows.filter(({ indicator }) => indicator !== 'months_presence')
  return {
    id: head.id,
    label: head.territory_name,
    territory: head.territory === 'optima' ? '' : head.territory,
    hue: head.territory === 'optima' ? 'neutral' : head.hue,
    detail: [head.programme_name, sinceWords(since, year)].filter((text) => text !== '').join(', '),
    // Said once beside the name: each of its values covers the months that are drawn.
    marks: (['partial_period', 'to_verify'] as const).filter((mark) =>
      mark === 'to_verify' ? head.marks.includes(mark) : values.some(({ marks }) => marks.includes(mark))
    ),
    solid: !isFiltered(context) || head.selected,
    months,
    partial,
    pace: listWords(values.map((row) => `${formatWords(row.value, row.unit, row.marks)} ${wordOf(row)}`)),
    beside: values.map((row) => ({ ...toDatum(row), label: wordOf(row) })),
    doubt: doubtful ? french([why, head.note].filter((text) => text !== '').join(' ')) : ''
  }
}

const first = ({ months }: Presence): number => months.findIndex((state) => state !== 'no')
const last = ({ months }: Presence): number => months.findLastIndex((state) => state !== 'no')

/** The reader's choice first, then by the month they begin in: the year reads from left to right. */
export function monthsPanel(
  id: string,
  title: string,
  presences: readonly Presence[],
  year: number,
  context: FigureContext
): MonthsPanel {
  const ordered = presences.toSorted(
    (a, b) => Number(b.head.selected) - Number(a.head.selected) || first(a) - first(b) || last(b) - last(a)
  )
  return {
    kind: 'months',
    id,
    title,
    words: [],
    note: '',
    year,
    lines: ordered.map((presence) => lineOf(presence, year, context))
  }
}
