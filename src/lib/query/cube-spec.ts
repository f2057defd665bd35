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

export const ROWS = '"rows"'
/** A cell holds integers: days since 1970 of a bin, for other dimensions a code of its own table of values. */
export const dimensionColumn = (dimension: string): string => name(`d_${dimension}`)
export const measureColumn = (measure: string): string => name(`m_${measure}`)
export const codesTable = ({ cells }: { cells: string }, dimension: string): string => `${cells}_${dimension}`
