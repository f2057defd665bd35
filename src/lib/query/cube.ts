// How is a table of any size read at a constant cost? It is aggregated once to the cells that the filters can tell apart,
// and every chart then reads cells, all of them in one question.
//
// A cell is one combination of values of the dimensions that occurs; it holds sums and counts, which add up. So the cost of
// an answer is that of the cells, whatever the number of rows. What does not add up has no place in a cell and is refused by
// type: distinct people (somebody met in May and in June is one), medians and other quantiles, the most frequent value.
// These are asked of the rows, or not at all.

import { AppError } from '../domain/errors.ts'
import type { DerivedTable, Question, Row, Scalar } from '../engine/engine.ts'

/** A date is kept to this; weeks begin on Monday and are named by it, as the others by their first day. */
export type Bin = 'year' | 'month' | 'week' | 'day'
/** A column as it stands, or one of dates. */
export type Dimension = { column: string; bin?: Bin }

type NeverIn<K extends string> = Partial<Record<K, never>>
type NotAdditive = NeverIn<'distinct' | 'median' | 'quantile' | 'mode' | 'average'>
/** `sum`: null where no row of the cell has a value, never 0. `count`: rows that have a value. */
export type Measure = ({ sum: string } | { count: string }) & NotAdditive

export interface CubeSpec<D extends string, M extends string> {
  /** Table of the rows, and of the cells made of them. */
  rows: string
  cells: string
  dimensions: Readonly<Record<D, Dimension>>
  measures: Readonly<Record<M, Measure>>
}

/** Some values, or a range with both ends; dates by the first day of their bin, ISO. An empty list keeps nothing. */
export type Kept = { in: readonly Scalar[] } | { from: string | number; to: string | number }
/** What the reader chose, by dimension. */
export type CubeFilters<D extends string> = Partial<Readonly<Record<D, Kept>>>
/** What each chart is drawn by; [] is a total. A chart heeds every filter but those on what it is drawn by. */
export type CubeCharts<D extends string> = readonly (readonly D[])[]

/** A bar, a point: its place on the chart, the number of rows and the measures. */
export interface CubeGroup<M extends string> {
  key: Scalar[]
  rows: number
  measures: Record<M, number | null>
}

/** 31 filters fit in an integer; no cube with a fraction of that has few cells. */
const MOST_DIMENSIONS = 16

function refuse(reason: string, evidence: Record<string, string | number> = {}): never {
  throw new AppError('query_failed', { reason, ...evidence })
}

/** Names come from the code that declares a cube, never from a reader; this holds it to that. */
function name(text: string): string {
  return /^[a-z][a-z0-9_]{0,62}$/i.test(text) ? `"${text}"` : refuse('not a name', { name: text })
}

const rowsColumn = '"rows"'
const dimensionColumn = (dimension: string): string => name(`d_${dimension}`)
const measureColumn = (measure: string): string => name(`m_${measure}`)

function aggregate(measure: Measure): string {
  if ('sum' in measure) return `sum(${name(measure.sum)})::DOUBLE`
  if ('count' in measure) return `count(${name(measure.count)})::DOUBLE`
  return refuse('does not add up')
}

/** The cells of the rows: the table that `cubeQuestion` reads, to be made when the rows are loaded. */
export function cellsTable<D extends string, M extends string>(spec: CubeSpec<D, M>): DerivedTable {
  const dimensions = Object.entries<Dimension>(spec.dimensions)
  if (dimensions.length > MOST_DIMENSIONS) refuse('too many dimensions', { dimensions: dimensions.length })
  const keys = dimensions.map(([id, { column, bin }]) => {
    const value = bin === undefined ? name(column) : `date_trunc('${bin}', ${name(column)}::DATE)::DATE`
    return `${value} AS ${dimensionColumn(id)}`
  })
  const measures = Object.entries<Measure>(spec.measures).map(
    ([id, measure]) => `${aggregate(measure)} AS ${measureColumn(id)}`
  )
  return {
    name: spec.cells,
    sql: `SELECT ${[...keys, `count(*)::DOUBLE AS ${rowsColumn}`, ...measures].join(', ')} FROM ${name(spec.rows)} GROUP BY ALL`
  }
}

/** A list of values is padded by its last one to a power of two: few lengths, few texts for the engine to prepare. */
function padded(values: readonly Scalar[]): Scalar[] {
  const last = values.at(-1) ?? null
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, values.length)))
  return [...values, ...Array<Scalar>(length - values.length).fill(last)]
}

/** True or false, never null: an absent value is in no range. */
function test(spec: Dimension, column: string, kept: Kept): { sql: string; params: Scalar[] } {
  const bound = spec.bin === undefined ? '?' : '?::DATE'
  if ('from' in kept)
    return {
      sql: `coalesce(${column} BETWEEN ${bound} AND ${bound}, false)`,
      params: [kept.from, kept.to]
    }
  if (kept.in.length === 0) return { sql: 'false', params: [] }
  const known = kept.in.filter((value) => value !== null)
  const absent = known.length < kept.in.length ? `${column} IS NULL` : 'false'
  if (known.length === 0) return { sql: absent, params: [] }
  const values = padded(known)
  return {
    sql: `(${absent} OR coalesce(${column} IN (${values.map(() => bound).join(', ')}), false))`,
    params: values
  }
}

/**
 * All charts in one question. Each cell is marked with the filters that it misses, one bit each; a chart counts the cells
 * that miss none but its own.
 * @throws AppError `query_failed` for a dimension that the cube has not
 */
export function cubeQuestion<D extends string, M extends string>(
  spec: CubeSpec<D, M>,
  charts: CubeCharts<D>,
  filters: CubeFilters<D>
): Question {
  const known = (id: string): Dimension =>
    Object.hasOwn(spec.dimensions, id)
      ? spec.dimensions[id as D]
      : refuse('not a dimension of the cube', { dimension: id })
  if (charts.length === 0) refuse('no chart')
  const active = Object.entries<Kept | undefined>(filters).flatMap(([id, kept]) =>
    kept === undefined ? [] : [{ id, ...test(known(id), dimensionColumn(id), kept) }]
  )
  const everyBit = 2 ** active.length - 1
  const missed = active.map(({ sql }, bit) => `CASE WHEN ${sql} THEN 0 ELSE ${2 ** bit} END`)
  const own = charts.map((by) =>
    active.reduce((bits, { id }, bit) => (by.some((one) => one === id) ? bits | (2 ** bit) : bits), 0)
  )
  // A cell that no chart counts is left out at once.
  const useful = own.map((bits) => `(missed & ${everyBit ^ bits}) = 0`)
  const outs = own.map((bits, chart) => `(missed & ${everyBit ^ bits}) <> 0 AS out_${chart}`)
  const dimensions = [...new Set(charts.flat())].map((id) => (known(id), dimensionColumn(id)))
  const sets = charts.map((by, chart) => `(${[...by.map(dimensionColumn), `out_${chart}`].join(', ')})`)
  const measures = Object.keys(spec.measures).map(measureColumn)
  const sums = [rowsColumn, ...measures].map((column) => `sum(${column})::DOUBLE AS ${column}`)
  const chart = charts.map((_, index) => `WHEN grouping(out_${index}) = 0 THEN ${index}`)
  return {
    sql: `SELECT CASE ${chart.join(' ')} END AS chart, ${[...dimensions, ...sums].join(', ')}
      FROM (SELECT *, ${outs.join(', ')}
        FROM (SELECT *, ${missed.length === 0 ? '0' : missed.join(' + ')} AS missed FROM ${name(spec.cells)})
        WHERE ${[...new Set(useful)].join(' OR ')})
      GROUP BY GROUPING SETS (${sets.join(', ')})
      HAVING ${charts.map((_, index) => `NOT coalesce(out_${index}, false)`).join(' AND ')}`,
    params: active.flatMap(({ params }) => params)
  }
}

/** The groups of each chart, in the order of `charts`; within one, in no order. */
export function cubeAnswer<D extends string, M extends string>(
  spec: CubeSpec<D, M>,
  charts: CubeCharts<D>,
  rows: readonly Row[]
): CubeGroup<M>[][] {
  const groups: CubeGroup<M>[][] = charts.map(() => [])
  const measures = Object.keys(spec.measures) as M[]
  for (const row of rows) {
    const by = charts[Number(row.chart)] ?? []
    groups[Number(row.chart)]?.push({
      key: by.map((id) => row[`d_${id}`] ?? null),
      rows: Number(row.rows),
      measures: Object.fromEntries(measures.map((id) => [id, row[`m_${id}`] ?? null])) as Record<
        M,
        number | null
      >
    })
  }
  return groups
}

/** Bins of each width in so many days, roughly: enough to choose by. */
const DAYS: readonly [bin: Bin, days: number][] = [
  ['day', 1],
  ['week', 7],
  ['month', 30.4],
  ['year', 365.25]
]
/** CSS pixels under which a bar is no longer told from the next. */
const BAR = 3

/** The finest bin whose bars can be told apart on so many pixels: few cells, and nothing that could be seen is lost. */
export function binFor(days: number, pixels: number): Bin {
  return DAYS.find(([, width]) => days / width <= pixels / BAR)?.[0] ?? 'year'
}
