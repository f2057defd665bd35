// Mosaic, as its own plots use it: a cross-filtered selection, the pixel size and scale of the brush told.
import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm'
import { Coordinator, MosaicClient, Selection, clauseInterval, clausePoint } from '@uwdata/mosaic-core'
import { Query, sql, sum } from '@uwdata/mosaic-sql'
import { type Task, type Times, dayOf, play, timed } from './task.ts'

const WIDTH = 640

class Chart extends MosaicClient {
  total = 0
  readonly #by: unknown
  readonly #answered: () => void
  constructor(selection: unknown, by: unknown, answered: () => void) {
    super(selection)
    this.#by = by
    this.#answered = answered
  }
  override query(filter: unknown): unknown {
    return Query.from('rows')
      .select({ k: this.#by, n: sum('count') })
      .groupby('k')
      .where(filter)
  }
  override queryResult(data: { toArray: () => { n: number }[] }): this {
    this.total = data.toArray().reduce((all, { n }) => all + n, 0)
    this.#answered()
    return this
  }
}

export async function mosaic(db: AsyncDuckDB, connection: AsyncDuckDBConnection, task: Task): Promise<Times> {
  const handle = (connection as unknown as { _conn: number })._conn
  const coordinator = new Coordinator(
    {
      query: async ({ type, sql: text }: { type: string; sql: string }) => {
        const bytes = await db.runQuery(handle, text)
        return type === 'exec' ? undefined : bytes
      }
    },
    { logger: null, consolidate: false }
  )
  let waiting = 0
  let done: () => void = () => undefined
  const answered = (): void => {
    waiting -= 1
    if (waiting === 0) done()
  }
  /** Resolves when so many charts have their numbers. */
  const wait = (charts: number, act: () => void): Promise<void> =>
    new Promise((resolve) => {
      waiting = charts
      done = resolve
      act()
    })
  const selection = Selection.crossfilter()
  const bin = task.bin === 'week' ? sql`date_trunc('week', date)` : sql`date_trunc('day', date)`
  const [days, places, acts, programmes] = [bin, 'place', 'act', 'programme'].map(
    (by) => new Chart(selection, by, answered)
  )
  const charts = [days, places, acts, programmes]
  const [first] = await timed(() => wait(4, () => charts.forEach((chart) => coordinator.connect(chart))))
  const domain = [dayOf(task, 0, false), dayOf(task, task.bins, false)].map((day) => new Date(day * 864e5))
  const scale = { type: 'time', domain, range: [0, WIDTH] }
  const times = await play(task, {
    brush: ([from, to]) => {
      // With the end of the last day: its scale is one of instants.
      const value = [dayOf(task, from, false), dayOf(task, to, true)].map((day) => new Date(day * 864e5))
      const clause = clauseInterval('date', value, {
        source: days,
        clients: new Set([days]),
        bin: 'floor',
        scale,
        pixelSize: 1
      })
      return wait(3, () => selection.update(clause))
    },
    click: (place) => {
      const clause = clausePoint('place', place ?? undefined, { source: places, clients: new Set([places]) })
      return wait(3, () => selection.update(clause))
    }
  })
  return { build: 0, first, ...times, check: charts.map((chart) => chart?.total ?? 0) }
}
