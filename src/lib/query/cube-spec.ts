// What is a cube? Dimensions, measures, and the names of its tables.

import { AppError } from '../domain/errors.ts'
import type { Scalar } from '../engine/engine.ts'

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

/** @throws AppError `query_failed` */
export function refuse(reason: string, evidence: Record<string, string | number> = {}): never {
  throw new AppError('query_failed', { reason, ...evidence })
}

/** Names come from the code that declares a cube, never from a reader; this holds it to that. */
export function name(text: string): string {
  return /^[a-z][a-z0-9_]{0,62}$/i.test(text) ? `"${text}"` : refuse('not a name', { name: text })
}

const DAY_MS = 864e5
const isoOf = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10)

/** Days since 1970. @throws AppError `query_failed` */
export function dayOf(text: Scalar): number {
  const days = Date.parse(`${String(text)}T00:00Z`) / DAY_MS
  // A thirtieth of February is read as a day of March.
  return Number.isInteger(days) && isoOf(days) === text ? days : refuse('not a day', { value: String(text) })
}

/** What the integer of a cell stands for; null where its rows have no value. */
export function keyValue<D extends string>(
  spec: CubeSpec<D, string>,
  values: ReadonlyMap<D, readonly Scalar[]>,
  id: D,
  code: Scalar
): Scalar {
  if (spec.dimensions[id].bin === undefined) return values.get(id)?.[Number(code)] ?? null
  return code === null ? null : isoOf(Number(code))
}

/** Is a value kept? null only where the list has it. */
export const keeps =
  (kept: Kept) =>
  (value: Scalar): boolean =>
    'in' in kept ? kept.in.includes(value) : value !== null && value >= kept.from && value <= kept.to

/** @throws AppError `query_failed` for a dimension that the cube has not, for no chart */
export function checkAsked<D extends string>(
  spec: CubeSpec<D, string>,
  charts: CubeCharts<D>,
  filters: CubeFilters<D>
): void {
  for (const id of [...charts.flat(), ...Object.keys(filters)])
    if (!Object.hasOwn(spec.dimensions, id)) refuse('not a dimension of the cube', { dimension: id })
  if (charts.length === 0) refuse('no chart')
}

/** Choices that were made. @throws AppError `query_failed` for what is no day where days are kept */
export function activeFilters<D extends string>(
  spec: CubeSpec<D, string>,
  filters: CubeFilters<D>
): [D, Kept][] {
  return (Object.entries(filters) as [D, Kept | undefined][]).flatMap(([id, kept]) => {
    if (kept === undefined) return []
    if (spec.dimensions[id].bin !== undefined)
      for (const day of 'in' in kept ? kept.in.filter((one) => one !== null) : [kept.from, kept.to])
        dayOf(day)
    return [[id, kept]]
  })
}

export const ROWS = '"rows"'
/** A cell holds integers: days since 1970 of a bin, for other dimensions a code of its own table of values. */
export const dimensionColumn = (dimension: string): string => name(`d_${dimension}`)
export const measureColumn = (measure: string): string => name(`m_${measure}`)
export const codesTable = ({ cells }: { cells: string }, dimension: string): string => `${cells}_${dimension}`
