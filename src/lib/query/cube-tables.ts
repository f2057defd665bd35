// How does a table of any size become cells? Grouped once, its texts replaced by codes, in the order of time.

import type { DerivedTable } from '../engine/engine.ts'
import {
  codesTable,
  type CubeSpec,
  type Dimension,
  dimensionColumn,
  type Measure,
  measureColumn,
  name,
  refuse,
  ROWS
} from './cube-spec.ts'

const rawTable = ({ cells }: { cells: string }): string => `${cells}_raw`

function aggregate(measure: Measure): string {
  if ('sum' in measure) return `sum(${name(measure.sum)})::DOUBLE`
  if ('count' in measure) return `count(${name(measure.count)})::DOUBLE`
  return refuse('does not add up')
}

/**
 * The cells of the rows: tables to be made, in this order, when the rows are loaded. Grouping by text costs five times as
 * much as by code (889 000 cells: 100 ms in place of 20). Cells lie in the order of time, so that a window of it reads
 * its own blocks and no others: another three times less.
 */
export function cellsTables<D extends string, M extends string>(spec: CubeSpec<D, M>): DerivedTable[] {
  const dimensions = Object.entries<Dimension>(spec.dimensions)
  const columns = dimensions.map(([id, { column, bin }]) => {
    const value =
      bin === undefined
        ? name(column)
        : `date_diff('day', DATE '1970-01-01', date_trunc('${bin}', ${name(column)}::DATE)::DATE)::INTEGER`
    return `${value} AS ${dimensionColumn(id)}`
  })
  const measures = Object.entries<Measure>(spec.measures).map(
    ([id, measure]) => `${aggregate(measure)} AS ${measureColumn(id)}`
  )
  const raw = name(rawTable(spec))
  const coded = dimensions.filter(([, { bin }]) => bin === undefined).map(([id]) => id)
  const codes = coded.map((id) => ({
    name: codesTable(spec, id),
    sql: `SELECT (row_number() OVER (ORDER BY value) - 1)::INTEGER AS code, value
      FROM (SELECT DISTINCT ${dimensionColumn(id)} AS value FROM ${raw})`
  }))
  const joins = coded.map((id) => {
    const table = name(codesTable(spec, id))
    return `JOIN ${table} ON ${table}.value IS NOT DISTINCT FROM ${raw}.${dimensionColumn(id)}`
  })
  const keys = dimensions.map(([id, { bin }]) =>
    bin === undefined
      ? `${name(codesTable(spec, id))}.code AS ${dimensionColumn(id)}`
      : `${raw}.${dimensionColumn(id)}`
  )
  const kept = [ROWS, ...Object.keys(spec.measures).map(measureColumn)].map((column) => `${raw}.${column}`)
  const inTime = dimensions.toSorted(
    ([, a], [, b]) => Number(a.bin === undefined) - Number(b.bin === undefined)
  )
  const order = inTime.map(([id]) => String(dimensions.findIndex(([one]) => one === id) + 1))
  return [
    {
      name: rawTable(spec),
      sql: `SELECT ${[...columns, `count(*)::DOUBLE AS ${ROWS}`, ...measures].join(', ')}
        FROM ${name(spec.rows)} GROUP BY ALL`,
      temporary: true
    },
    ...codes,
    {
      name: spec.cells,
      sql: `SELECT ${[...keys, ...kept].join(', ')} FROM ${raw} ${joins.join(' ')}
        ORDER BY ${order.join(', ')}`
    }
  ]
}
