// Ours: a cube made once, all charts in one question.
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm'
import type { Engine } from '../../../src/lib/engine/engine.ts'
import { Cube } from '../../../src/lib/query/cube.ts'
import type { CubeFilters, CubeSpec } from '../../../src/lib/query/cube-spec.ts'
import { cellsTables } from '../../../src/lib/query/cube-tables.ts'
import { type Task, type Times, dayOf, isoOf, play, timed } from './task.ts'

type D = 'date' | 'place' | 'act' | 'programme'
const CHARTS = [['date'], ['place'], ['act'], ['programme']] as const

export async function ours(
  engine: Engine,
  connection: AsyncDuckDBConnection,
  task: Task
): Promise<Times & { cells: number }> {
  const spec: CubeSpec<D, 'count'> = {
    rows: 'rows',
    cells: 'cells',
    dimensions: {
      date: { column: 'date', bin: task.bin },
      place: { column: 'place' },
      act: { column: 'act' },
      programme: { column: 'programme' }
    },
    measures: { count: { sum: 'count' } }
  }
  const [build] = await timed(async () => {
    for (const { name, sql } of cellsTables(spec)) await connection.query(`CREATE TABLE ${name} AS ${sql}`)
    await connection.query('DROP TABLE cells_raw')
  })
  const chosen: { -readonly [K in D]?: CubeFilters<D>[K] } = {}
  const [first, cube] = await timed(async () => {
    const one = await Cube.open(spec, (question, options) => engine.query(question, options))
    await one.groups(CHARTS, {})
    return one
  })
  const ask = () => cube.groups(CHARTS, chosen)
  let answer = await ask()
  const times = await play(task, {
    brush: async ([from, to]) => {
      chosen.date = { from: isoOf(dayOf(task, from, false)), to: isoOf(dayOf(task, to, true)) }
      answer = await ask()
    },
    click: async (place) => {
      if (place === null) delete chosen.place
      else chosen.place = { in: [place] }
      answer = await ask()
    }
  })
  const check = answer.map((groups) => groups.reduce((sum, group) => sum + (group.measures.count ?? 0), 0))
  const [{ n = 0 } = {}] = await engine.query({ sql: 'SELECT count(*)::DOUBLE AS n FROM cells', params: [] })
  return { build, first, ...times, check, cells: Number(n) }
}
