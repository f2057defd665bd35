// crossfilter2, as its authors use it: one record a row, an index by dimension, groups kept up to date in the page.
import crossfilter from 'crossfilter2'
import { type Task, type Times, dayOf, play, timed } from './task.ts'

interface Line {
  day: number
  place: string
  act: string
  programme: string
  count: number
}

/** Of DuckDB's connection, what is used here: its tables are Arrow's. */
interface Connection {
  query: (sql: string) => Promise<unknown>
}

export async function crossfiltered(connection: Connection, task: Task): Promise<Times> {
  const width = task.bin === 'week' ? 7 : 1
  const start = Date.parse(task.first) / 864e5
  const [build, { date, groups, place }] = await timed(async () => {
    const table = (await connection.query(
      `SELECT date_diff('day', DATE '1970-01-01', date)::INTEGER AS day, place, act, programme, count::INTEGER AS count FROM rows`
    )) as { toArray: () => { toJSON: () => Line }[] }
    const rows: Line[] = table.toArray().map((row) => ({ ...row.toJSON() }))
    const all = crossfilter(rows)
    const byDate = all.dimension((line) => line.day)
    const byPlace = all.dimension((line) => line.place)
    const byAct = all.dimension((line) => line.act)
    const byProgramme = all.dimension((line) => line.programme)
    const sum = (line: Line): number => line.count
    return {
      date: byDate,
      place: byPlace,
      groups: [
        byDate.group((day) => Math.floor((day - start) / width)).reduceSum(sum),
        byPlace.group().reduceSum(sum),
        byAct.group().reduceSum(sum),
        byProgramme.group().reduceSum(sum)
      ]
    }
  })
  const read = (): number[] =>
    groups.map((group) => group.all().reduce((total, { value }) => total + value, 0))
  const [first] = await timed(read)
  let check: number[] = []
  const times = await play(task, {
    brush: async ([from, to]) => {
      date.filterRange([dayOf(task, from, false), dayOf(task, to, true) + 1])
      check = read()
    },
    click: async (next) => {
      if (next === null) place.filterAll()
      else place.filterExact(next)
      check = read()
    }
  })
  return { build, first, ...times, check }
}
