// How is a table of any size read at a constant cost? It is aggregated once to the cells that the filters can tell apart,
// and every chart then reads cells, all of them in one question; a chart that a choice leaves as it was is not asked again.
//
// A cell is one combination of values of the dimensions that occurs; it holds sums and counts, which add up. So the cost of
// an answer is that of the cells, whatever the number of rows. What does not add up has no place in a cell and is refused by
// type: distinct people (somebody met in May and in June is one), medians and other quantiles, the most frequent value.
// These are asked of the rows, or not at all.

import { at } from '../domain/at.ts'
import type { Engine } from '../engine/engine.ts'
import { HeldCells, MOST_HELD } from './cube-held.ts'
import { askValues, cubeAnswer, cubeQuestion, type CubeValues } from './cube-question.ts'
import type { Bin, CubeCharts, CubeFilters, CubeGroup, CubeSpec } from './cube-spec.ts'

/** What a dataset answers. */
export type Ask = Engine['query']

/** Answers kept, by chart and what it heeds: those of the charts that a reader goes back and forth between. */
const KEPT = 64

export class Cube<D extends string, M extends string> {
  readonly spec: CubeSpec<D, M>
  readonly known: CubeValues<D>
  readonly #ask: Ask
  /** Where the cells are few. */
  readonly #held: HeldCells<D, M> | null
  readonly #answers = new Map<string, CubeGroup<M>[]>()

  private constructor(spec: CubeSpec<D, M>, known: CubeValues<D>, ask: Ask, held: HeldCells<D, M> | null) {
    this.spec = spec
    this.known = known
    this.#ask = ask
    this.#held = held
  }

  /**
   * @param ask of an engine that was loaded with `cellsTables(spec)`
   * @param mostHeld more cells than these stay in the engine
   * @throws what `ask` throws
   */
  static async open<D extends string, M extends string>(
    spec: CubeSpec<D, M>,
    ask: Ask,
    mostHeld = MOST_HELD
  ): Promise<Cube<D, M>> {
    const known = await askValues(spec, ask)
    const held = known.cells > mostHeld ? null : await HeldCells.read(spec, known, ask)
    return new Cube(spec, known, ask, held)
  }

  /**
   * The groups of each chart, in the order of `charts`; within one, in no order.
   * @throws AppError `query_failed` for a dimension that the cube has not, and what its `ask` throws
   */
  async groups(
    charts: CubeCharts<D>,
    filters: CubeFilters<D>,
    options?: { signal?: AbortSignal }
  ): Promise<CubeGroup<M>[][]> {
    const kept = charts.map((by) => this.#answers.get(keyOf(by, filters)))
    const missing = charts.filter((_, index) => kept[index] === undefined)
    const found =
      missing.length === 0
        ? []
        : (this.#held?.groups(missing, filters) ?? (await this.#askEngine(missing, filters, options)))
    const answers = charts.map((by, index) => kept[index] ?? at(found, missing.indexOf(by)))
    for (const [index, by] of charts.entries()) this.#keep(keyOf(by, filters), at(answers, index))
    return answers
  }

  async #askEngine(
    charts: CubeCharts<D>,
    filters: CubeFilters<D>,
    options?: { signal?: AbortSignal }
  ): Promise<CubeGroup<M>[][]> {
    const rows = await this.#ask(cubeQuestion(this.spec, this.known, charts, filters), options)
    return cubeAnswer(this.spec, this.known, charts, rows)
  }

  /** The newest last, the oldest gone. */
  #keep(key: string, groups: CubeGroup<M>[]): void {
    this.#answers.delete(key)
    this.#answers.set(key, groups)
    for (const old of [...this.#answers.keys()].slice(0, -KEPT)) this.#answers.delete(old)
  }
}

/** A chart and what it heeds. */
function keyOf<D extends string>(by: readonly D[], filters: CubeFilters<D>): string {
  const heeded = Object.entries(filters).filter(([id, kept]) => kept !== undefined && !by.includes(id as D))
  return JSON.stringify([by, heeded.toSorted(([a], [b]) => a.localeCompare(b))])
}

/** Days of each width, roughly: enough to choose by. */
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
