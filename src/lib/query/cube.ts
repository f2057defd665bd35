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

function refuse(reason: string, evidence: Record<string, string | number> = {}): never {
  throw new AppError('query_failed', { reason, ...evidence })
}

/** Names come from the code that declares a cube, never from a reader; this holds it to that. */
function name(text: string): string {
  return /^[a-z][a-z0-9_]{0,62}$/i.test(text) ? `"${text}"` : refuse('not a name', { name: text })
}

const ROWS = '"rows"'
const dimensionColumn = (dimension: string): string => name(`d_${dimension}`)
const measureColumn = (measure: string): string => name(`m_${measure}`)
const rawTable = ({ cells }: { cells: string }): string => `${cells}_raw`
const codesTable = ({ cells }: { cells: string }, dimension: string): string => `${cells}_${dimension}`
const EPOCH = `DATE '1970-01-01'`

function aggregate(measure: Measure): string {
  if ('sum' in measure) return `sum(${name(measure.sum)})::DOUBLE`
  if ('count' in measure) return `count(${name(measure.count)})::DOUBLE`
  return refuse('does not add up')
}

/**
 * The cells of the rows: tables to be made, in this order, when the rows are loaded. A cell holds integers: days since
 * 1970 of a bin, and for other dimensions a code of its own table of values. Grouping by text costs five times as much
 * (889 000 cells: 100 ms in place of 20).
 */
export function cellsTables<D extends string, M extends string>(spec: CubeSpec<D, M>): DerivedTable[] {
  const dimensions = Object.entries<Dimension>(spec.dimensions)
  const columns = dimensions.map(([id, { column, bin }]) => {
    const value =
      bin === undefined
        ? name(column)
        : `date_diff('day', ${EPOCH}, date_trunc('${bin}', ${name(column)}::DATE)::DATE)::INTEGER`
    return `${value} AS ${dimensionColumn(id)}`
  })
  const measures = Object.entries<Measure>(spec.measures).map(
    ([id, measure]) => `${aggregate(measure)} AS ${measureColumn(id)}`
  )
  const raw = name(rawTable(spec))
  const coded = dimensions.filter(([, { bin }]) => bin === undefined).map(([id]) => id)
  const codes = coded.map((id) => ({
    name: codesTable(spec, id),
    sql: `SELECT row_number() OVER (ORDER BY value)::INTEGER AS code, value
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
  return [
    {
      name: rawTable(spec),
      sql: `SELECT ${[...columns, `count(*)::DOUBLE AS ${ROWS}`, ...measures].join(', ')}
        FROM ${name(spec.rows)} GROUP BY ALL`,
      temporary: true
    },
    ...codes,
    { name: spec.cells, sql: `SELECT ${[...keys, ...kept].join(', ')} FROM ${raw} ${joins.join(' ')}` }
  ]
}

/** A list of values is padded by its last one to a power of two: few lengths, few texts for the engine to prepare. */
function padded(values: readonly Scalar[]): Scalar[] {
  const last = values.at(-1) ?? null
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, values.length)))
  return [...values, ...Array<Scalar>(length - values.length).fill(last)]
}

interface Piece {
  sql: string
  params: Scalar[]
}

/** Is a value kept? Not true for what is absent, unless null is in the list. */
function test(column: string, bound: string, kept: Kept): Piece {
  if ('from' in kept) return { sql: `${column} BETWEEN ${bound} AND ${bound}`, params: [kept.from, kept.to] }
  const known = kept.in.filter((value) => value !== null)
  const absent = known.length < kept.in.length ? `${column} IS NULL` : 'false'
  if (known.length === 0) return { sql: absent, params: [] }
  const values = padded(known)
  return { sql: `(${absent} OR ${column} IN (${values.map(() => bound).join(', ')}))`, params: values }
}

function choice<D extends string>(spec: CubeSpec<D, string>, id: D, kept: Kept): Piece {
  const column = dimensionColumn(id)
  if (spec.dimensions[id].bin !== undefined)
    return test(column, `date_diff('day', ${EPOCH}, ?::DATE)::INTEGER`, kept)
  const { sql, params } = test('value', '?', kept)
  return { sql: `${column} IN (SELECT code FROM ${name(codesTable(spec, id))} WHERE ${sql})`, params }
}

/**
 * All charts in one question, one branch each. GROUPING SETS over cells marked with the filters they miss read the cells
 * once, and were three times slower on 889 000 cells: with one set of integers, DuckDB groups by position.
 * @throws AppError `query_failed` for a dimension that the cube has not
 */
export function cubeQuestion<D extends string, M extends string>(
  spec: CubeSpec<D, M>,
  charts: CubeCharts<D>,
  filters: CubeFilters<D>
): Question {
  const used = [...new Set(charts.flat())]
  for (const id of [...used, ...Object.keys(filters)])
    if (!Object.hasOwn(spec.dimensions, id)) refuse('not a dimension of the cube', { dimension: id })
  if (charts.length === 0) refuse('no chart')
  const active = Object.entries<Kept | undefined>(filters).flatMap(([id, kept]) =>
    kept === undefined ? [] : [{ id: id as D, ...choice(spec, id as D, kept) }]
  )
  const numbers = [ROWS, ...Object.keys(spec.measures).map(measureColumn)]
  const branches = charts.map((by, chart): Piece => {
    const heeded = active.filter(({ id }) => !by.includes(id))
    const keys = used.map(
      (id) => `${by.includes(id) ? dimensionColumn(id) : 'NULL::INTEGER'} AS ${dimensionColumn(id)}`
    )
    const sums = numbers.map((column) => `sum(${column})::DOUBLE AS ${column}`)
    return {
      sql: `SELECT ${[`${chart} AS chart`, ...keys, ...sums].join(', ')} FROM ${name(spec.cells)}
        WHERE ${['true', ...heeded.map(({ sql }) => sql)].join(' AND ')}
        ${by.length === 0 ? '' : `GROUP BY ${by.map((id) => `${name(spec.cells)}.${dimensionColumn(id)}`).join(', ')}`}
        HAVING count(*) > 0`,
      params: heeded.flatMap(({ params }) => params)
    }
  })
  const coded = used.filter((id) => spec.dimensions[id].bin === undefined)
  const keys = used.map((id) =>
    spec.dimensions[id].bin === undefined
      ? `${name(codesTable(spec, id))}.value AS ${dimensionColumn(id)}`
      : `(${EPOCH} + a.${dimensionColumn(id)})::DATE AS ${dimensionColumn(id)}`
  )
  const joins = coded.map((id) => {
    const table = name(codesTable(spec, id))
    return `LEFT JOIN ${table} ON ${table}.code = a.${dimensionColumn(id)}`
  })
  return {
    sql: `SELECT ${['a.chart', ...keys, ...numbers.map((column) => `a.${column}`)].join(', ')}
      FROM (${branches.map(({ sql }) => sql).join(' UNION ALL ')}) a ${joins.join(' ')}`,
    params: branches.flatMap(({ params }) => params)
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
