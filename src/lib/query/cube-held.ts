// How is a small cube answered within a frame? Its cells are read once into columns of numbers, and added up on the page.
//
// A question to the engine costs a journey to its worker and back, whatever it asks. Cells that are few are added up in
// less than that. The same sums as the engine's, to which cube.test.ts holds every chart under every choice.

import { at, floatAt, intAt } from '../domain/at.ts'
import type { Question, Row, Scalar } from '../engine/engine.ts'
import type { CubeValues } from './cube-question.ts'
import {
  activeFilters,
  checkAsked,
  type CubeCharts,
  type CubeFilters,
  type CubeGroup,
  type CubeSpec,
  dimensionColumn,
  keeps,
  keyValue,
  measureColumn,
  name,
  refuse,
  ROWS
} from './cube-spec.ts'

/** Cells read at most: two tenths of a second to read, a few milliseconds to add up. */
export const MOST_HELD = 100_000

interface Column {
  /** Values that occur, by code. */
  keys: readonly Scalar[]
  /** A cell each. */
  codes: Int32Array
}

/** What a chart is drawn by never changes: told once for each cell. */
interface Grouping {
  keys: readonly Scalar[][]
  /** A cell each: its place in `keys`. */
  groupOf: Int32Array
}

/** Each value gets a code, 0, 1, 2…, at the first cell that has it; those cells are given back. */
function encode(length: number, valueAt: (cell: number) => Scalar): { codes: Int32Array; first: number[] } {
  const known = new Map<Scalar, number>()
  const first: number[] = []
  const codes = new Int32Array(length)
  for (let cell = 0; cell < length; cell += 1) {
    const value = valueAt(cell)
    let code = known.get(value)
    if (code === undefined) {
      code = first.push(cell) - 1
      known.set(value, code)
    }
    codes[cell] = code
  }
  return { codes, first }
}

export class HeldCells<D extends string, M extends string> {
  readonly #spec: CubeSpec<D, M>
  readonly #columns: ReadonlyMap<D, Column>
  readonly #rows: Float64Array
  /** NaN where no row of the cell has a value. */
  readonly #measures: readonly [M, Float64Array][]
  readonly #groupings = new Map<string, Grouping>()

  private constructor(spec: CubeSpec<D, M>, known: CubeValues<D>, cells: readonly Row[]) {
    this.#spec = spec
    this.#columns = new Map(
      (Object.keys(spec.dimensions) as D[]).map((id) => {
        const column = `d_${id}`
        const { codes, first } = encode(cells.length, (cell) => at(cells, cell)[column] ?? null)
        const keys = first.map((cell) => keyValue(spec, known.values, id, at(cells, cell)[column] ?? null))
        return [id, { keys, codes }]
      })
    )
    this.#rows = Float64Array.from(cells, (cell) => Number(cell.rows))
    this.#measures = (Object.keys(spec.measures) as M[]).map((id) => [
      id,
      Float64Array.from(cells, (cell) => Number(cell[`m_${id}`] ?? Number.NaN))
    ])
  }

  /** @throws what `ask` throws */
  static async read<D extends string, M extends string>(
    spec: CubeSpec<D, M>,
    known: CubeValues<D>,
    ask: (question: Question) => Promise<Row[]>
  ): Promise<HeldCells<D, M>> {
    const columns = [
      ...Object.keys(spec.dimensions).map(dimensionColumn),
      ROWS,
      ...Object.keys(spec.measures).map(measureColumn)
    ]
    return new HeldCells(
      spec,
      known,
      await ask({ sql: `SELECT ${columns.join(', ')} FROM ${name(spec.cells)}`, params: [], once: true })
    )
  }

  /**
   * The groups of each chart, in the order of `charts`; within one, in no order.
   * @throws AppError `query_failed` for a dimension that the cube has not
   */
  groups(charts: CubeCharts<D>, filters: CubeFilters<D>): CubeGroup<M>[][] {
    checkAsked(this.#spec, charts, filters)
    const active = activeFilters(this.#spec, filters)
    const dropped = this.#droppedBy(active.map(([id, kept]) => [id, keeps(kept)]))
    return charts.map((by) => {
      const heeded = active.reduce((bits, [id], bit) => (by.includes(id) ? bits : bits | (1 << bit)), 0)
      return this.#fold(this.#grouping(by), dropped, heeded)
    })
  }

  /** A bit for each filter that a cell does not pass. */
  #droppedBy(filters: readonly [D, (value: Scalar) => boolean][]): Int32Array {
    const dropped = new Int32Array(this.#rows.length)
    for (const [bit, [id, keep]] of filters.entries()) {
      const { keys, codes } = this.#column(id)
      const drops = Int32Array.from(keys, (key) => (keep(key) ? 0 : 1 << bit))
      for (let cell = 0; cell < codes.length; cell += 1)
        dropped[cell] = intAt(dropped, cell) | intAt(drops, intAt(codes, cell))
    }
    return dropped
  }

  #fold({ keys, groupOf }: Grouping, dropped: Int32Array, heeded: number): CubeGroup<M>[] {
    const sumOf = (values: Float64Array): Float64Array => {
      const sums = new Float64Array(keys.length).fill(Number.NaN)
      for (let cell = 0; cell < groupOf.length; cell += 1) {
        const value = floatAt(values, cell)
        if ((intAt(dropped, cell) & heeded) !== 0 || Number.isNaN(value)) continue
        const group = intAt(groupOf, cell)
        const sum = floatAt(sums, group)
        sums[group] = Number.isNaN(sum) ? value : sum + value
      }
      return sums
    }
    const rows = sumOf(this.#rows)
    const sums = this.#measures.map(([id, values]) => [id, sumOf(values)] as const)
    const valueOf = (sum: Float64Array, group: number): number | null => {
      const value = floatAt(sum, group)
      return Number.isNaN(value) ? null : value
    }
    return keys.flatMap((key, group) => {
      const count = valueOf(rows, group)
      if (count === null) return []
      const measures = sums.map(([id, sum]) => [id, valueOf(sum, group)] as const)
      return [
        { key: [...key], rows: count, measures: Object.fromEntries(measures) as CubeGroup<M>['measures'] }
      ]
    })
  }

  #grouping(by: readonly D[]): Grouping {
    const known = this.#groupings.get(by.join(' '))
    if (known !== undefined) return known
    const columns = by.map((id) => this.#column(id))
    let groups = encode(this.#rows.length, () => 0)
    for (const { keys, codes } of columns) {
      const { codes: outer } = groups
      groups = encode(codes.length, (cell) => intAt(outer, cell) * keys.length + intAt(codes, cell))
    }
    const keys = groups.first.map((cell) => columns.map((one) => at(one.keys, intAt(one.codes, cell))))
    const grouping = { keys, groupOf: groups.codes }
    this.#groupings.set(by.join(' '), grouping)
    return grouping
  }

  #column(id: D): Column {
    return this.#columns.get(id) ?? refuse('not a dimension of the cube', { dimension: id })
  }
}
