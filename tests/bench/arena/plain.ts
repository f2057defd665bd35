// Plain SQL on the rows: one question a chart, as a page without a cube would ask.
import type { Engine, Scalar } from '../../../src/lib/engine/engine.ts'
import { type Task, type Times, dayOf, isoOf, play, timed } from './task.ts'

export async function plain(engine: Engine, task: Task): Promise<Times> {
  const bin = `date_trunc('${task.bin}', date)::DATE`
  const charts = [
    { by: bin, own: 'date' },
    { by: 'place', own: 'place' },
    { by: 'act', own: 'act' },
    { by: 'programme', own: 'programme' }
  ]
  let window: [string, string] | null = null
  let place: string | null = null
  const ask = async (): Promise<number[]> => {
    const sums: number[] = []
    for (const { by, own } of charts) {
      const where = ['true']
      const params: Scalar[] = []
      if (window !== null && own !== 'date') {
        where.push('date BETWEEN ?::DATE AND ?::DATE')
        params.push(...window)
      }
      if (place !== null && own !== 'place') {
        where.push('place = ?')
        params.push(place)
      }
      const sql = `SELECT ${by} AS k, sum(count)::DOUBLE AS n FROM rows WHERE ${where.join(' AND ')} GROUP BY 1`
      sums.push((await engine.query({ sql, params })).reduce((sum, { n }) => sum + Number(n), 0))
    }
    return sums
  }
  const [first] = await timed(ask)
  let check: number[] = []
  const times = await play(task, {
    brush: async ([from, to]) => {
      window = [isoOf(dayOf(task, from, false)), isoOf(dayOf(task, to, true))]
      check = await ask()
    },
    click: async (next) => {
      place = next
      check = await ask()
    }
  })
  return { build: 0, first, ...times, check }
}
