import { describe, expect, it } from 'vitest'
import { countRows, yearsOf, type JournalColumns } from './journal-counting.ts'

const PLACES = {
  territories: [
    { id: 'optima', parent: '' },
    { id: 'rennes', parent: 'optima' },
    { id: 'orvault', parent: 'optima' }
  ],
  sites: [
    { id: 'blosne', territory: 'rennes' },
    { id: 'orvault', territory: 'rennes' }
  ]
}
type Row = [date: string, place: string, programme: string, act: string, count: number, people: number | null]

function columns(rows: readonly Row[]): JournalColumns {
  const at = (index: number): (string | number | null)[] => rows.map((row) => row[index] ?? null)
  return { date: at(0), place: at(1), programme: at(2), act: at(3), count: at(4), people: at(5) }
}
const ROWS = columns([
  ['2022-03-14', 'rennes', 'jour', 'calls', 3, 2],
  ['2022-03-15', 'blosne', 'jour', 'calls', 4, null],
  ['2022-03-14', 'blosne', 'jour', 'calls', 0, null],
  ['2022-01-02', 'rennes', 'jour', 'calls', 1, 0],
  ['2021-12-31', 'rennes', 'jour', 'calls', 9, 9],
  ['2022-05-01', 'orvault', 'eds', 'visits', 2, null]
])

describe('rows of a journal, counted in the browser', () => {
  it('add up by place, dispositif and act; people who are not counted are not zero', () => {
    expect(countRows(ROWS, 2022, PLACES)).toMatchObject({
      outside: 1,
      counts: [
        { place: 'blosne', programme: 'jour', act: 'calls', count: 4, people: null, uncounted: 2 },
        { place: 'orvault', programme: 'eds', act: 'visits', count: 2, people: null, uncounted: 1 },
        { place: 'rennes', programme: 'jour', act: 'calls', count: 4, people: 2, uncounted: 0 }
      ]
    })
  })

  it('count days with an act by territory, an id of both being the territory', () => {
    expect(countRows(ROWS, 2022, PLACES).days).toEqual([
      { territory: 'orvault', programme: 'eds', days: 1 },
      { territory: 'rennes', programme: 'jour', days: 3 }
    ])
  })

  it('know from when until when each dispositif goes', () => {
    expect(countRows(ROWS, 2022, PLACES).spans).toEqual([
      { programme: 'eds', first: '2022-05-01', last: '2022-05-01' },
      { programme: 'jour', first: '2022-01-02', last: '2022-03-15' }
    ])
  })

  it('know their years', () => {
    expect(yearsOf(ROWS)).toEqual([
      { year: 2022, rows: 5 },
      { year: 2021, rows: 1 }
    ])
    expect(yearsOf(columns([]))).toEqual([])
  })
})
