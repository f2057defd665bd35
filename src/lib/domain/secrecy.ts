// Which counts must be hidden so that no small one is shown, and none comes back by subtraction?
//
// Primary: a count between 1 and its threshold − 1, or one made by so few people. Complementary: for each hidden count
// another table is looked for, as possible as the true one and with the same published sums, in which that count differs
// by its threshold. What differs between the two tables must then be hidden as well, and whoever solves all the published
// sums is left, for that count, with an interval at least as wide as the threshold. The cheapest such table is a linear
// programme; there is always one, the true table several times over. Zeros stay published: they move in no table.

import { solve, type Coefficients, type Model, type Solution } from 'yalps'

export interface SecretCell {
  id: string
  /** A whole number, at least 0. */
  value: number
  /** From 1 to this − 1 a count is hidden. */
  threshold: number
  /** How many people are behind the count, where it counts something else; absent when not known. */
  people?: number
}

/** A published relation: the total is the sum of its parts. A cell may be in several. */
export interface SecretSum {
  total: string
  parts: readonly string[]
}

export interface HiddenCell {
  id: string
  /** `small`: by its own value. `protects`: without it `of` could be computed. */
  reason: 'small' | 'protects'
  /** Ids of hidden cells that this one protects; [] for a small one. */
  of: string[]
}

/** Below it a move of the solver is noise. */
const NOISE = 1e-6
/** ms that the search for a table of whole numbers may take; one of fractions then serves. */
const WHOLE_MS = 2000

const isBetween = (count: number | undefined, threshold: number): boolean =>
  count !== undefined && count > 0 && count < threshold

/** Is the count hidden by its own value? */
export function isSmall({ value, people, threshold }: SecretCell): boolean {
  return isBetween(value, threshold) || (value > 0 && isBetween(people, threshold))
}

/** The smallest and largest value of a hidden cell in the tables found so far: an outsider can exclude neither. */
interface Span {
  low: number
  high: number
}

/** Sets that are joined two by two; the name of a set is one of its members. */
class Sets {
  readonly #above = new Map<string, string>()

  of(id: string): string {
    let root = id
    for (let up = this.#above.get(root); up !== undefined; up = this.#above.get(root)) root = up
    if (root !== id) this.#above.set(id, root)
    return root
  }

  join(a: string, b: string): void {
    const [from, to] = [this.of(a), this.of(b)]
    if (from !== to) this.#above.set(from, to)
  }
}

/** What is left to decide: one cell of those that are equal whatever happens, and no zeros. */
interface Reduced {
  cells: SecretCell[]
  sums: SecretSum[]
  /** Every cell that is, in all tables, what this one is; itself included. */
  twins: Map<string, string[]>
}

/** A total with one part that is not zero is that part: both are shown, or none. */
function reduce(cells: readonly SecretCell[], sums: readonly SecretSum[]): Reduced {
  const filled = new Map(cells.flatMap((cell) => (cell.value > 0 ? [[cell.id, cell] as const] : [])))
  const same = new Sets()
  const inner = sums.flatMap(({ total, parts }) => {
    const left = parts.filter((part) => filled.has(part))
    const [only] = left
    if (only === undefined) return []
    if (left.length > 1) return [{ total, parts: left }]
    same.join(total, only)
    return []
  })
  const twins = new Map<string, string[]>()
  for (const id of filled.keys()) twins.set(same.of(id), [...(twins.get(same.of(id)) ?? []), id])
  const merged = [...twins].map(([id, ids]): SecretCell => {
    const all = ids.flatMap((one) => filled.get(one) ?? [])
    const people = all.flatMap((one) => one.people ?? []).filter((one) => one > 0)
    return {
      id,
      value: all[0]?.value ?? 0,
      threshold: Math.max(...all.map(({ threshold }) => threshold)),
      ...(people.length === 0 ? {} : { people: Math.min(...people) })
    }
  })
  const kept = new Map<string, SecretSum>()
  for (const { total, parts } of inner) {
    const sum = { total: same.of(total), parts: parts.map((part) => same.of(part)).toSorted() }
    kept.set([sum.total, ...sum.parts].join('\u0000'), sum)
  }
  return { cells: merged, sums: [...kept.values()], twins }
}

/** The sums that a cell meets, directly or by others: each such group is solved on its own. */
function connected(sums: readonly SecretSum[]): (id: string) => SecretSum[] {
  const groups = new Sets()
  for (const { total, parts } of sums) for (const part of parts) groups.join(part, total)
  const byGroup = new Map<string, SecretSum[]>()
  for (const sum of sums) {
    const group = groups.of(sum.total)
    byGroup.set(group, [...(byGroup.get(group) ?? []), sum])
  }
  return (id) => byGroup.get(groups.of(id)) ?? []
}

/** What a move of the cell costs, a unit: nothing much when it is hidden, more for the larger, which are read more. */
const costOf = (cell: SecretCell, hidden: boolean): number => (hidden ? 0.01 : 1 + Math.log2(1 + cell.value))

/** A hidden cell that is to move by so much, up or down. */
interface Wanted {
  target: SecretCell
  way: 'up' | 'down'
  by: number
}

/** The cheapest move of a table that keeps its sums, keeps counts at least 0, and moves the target as wanted. */
function moveModel(
  { target, way, by }: Wanted,
  cells: readonly SecretCell[],
  sums: readonly SecretSum[],
  isHidden: (id: string) => boolean
): Model {
  const terms = new Map<string, [string, number][]>(cells.map(({ id }) => [id, []]))
  for (const [index, { total, parts }] of sums.entries()) {
    terms.get(total)?.push([`s${index}`, -1])
    for (const part of parts) terms.get(part)?.push([`s${index}`, 1])
  }
  const variables: [string, Coefficients][] = []
  const constraints: [string, { equal?: number; min?: number; max?: number }][] = sums.map((_, index) => [
    `s${index}`,
    { equal: 0 }
  ])
  for (const cell of cells) {
    const own = terms.get(cell.id) ?? []
    const cost = costOf(cell, isHidden(cell.id))
    const isTarget = cell.id === target.id
    const down = own.map(([name, sign]): [string, number] => [name, -sign])
    const wanted: [string, number][] = isTarget ? [['wanted', 1]] : []
    if (!isTarget || way === 'up') variables.push([`+${cell.id}`, [['cost', cost], ...own, ...wanted]])
    if (isTarget && way === 'up') continue
    variables.push([`-${cell.id}`, [['cost', cost], ...down, [`floor ${cell.id}`, 1], ...wanted]])
    constraints.push([`floor ${cell.id}`, { max: cell.value }])
  }
  constraints.push(['wanted', { min: by }])
  return { direction: 'minimize', objective: 'cost', constraints, variables }
}

type Moves = Map<string, number>

/** By cell, how far it moves in the other table; whole numbers where they are found in time. null: not solved. */
function findMoves(model: Model): { moves: Moves; cost: number } | null {
  const read = ({ variables, result }: Solution): { moves: Moves; cost: number } => {
    const moves: Moves = new Map()
    for (const [name, value] of variables) {
      const id = name.slice(1)
      if (value > NOISE) moves.set(id, (moves.get(id) ?? 0) + (name.startsWith('+') ? value : -value))
    }
    return { moves, cost: result }
  }
  const first = solve(model, { checkCycles: true })
  if (first.status !== 'optimal') return null
  if (first.variables.every(([, value]) => Math.abs(value - Math.round(value)) < NOISE)) return read(first)
  const whole = solve({ ...model, integers: true }, { checkCycles: true, timeout: WHOLE_MS })
  const found = whole.status === 'optimal' || (whole.status === 'timedout' && Number.isFinite(whole.result))
  return read(found ? whole : first)
}

/** The other table that costs least, the target larger or smaller in it. */
function cheapestMoves(
  target: SecretCell,
  { low, high }: Span,
  cells: readonly SecretCell[],
  sums: readonly SecretSum[],
  isHidden: (id: string) => boolean
): Moves {
  const { value, threshold } = target
  const up = findMoves(moveModel({ target, way: 'up', by: low + threshold - value }, cells, sums, isHidden))
  const isFree = (moves: Moves): boolean => [...moves.keys()].every(isHidden)
  if (up !== null && isFree(up.moves)) return up.moves
  const down =
    high < threshold
      ? null
      : findMoves(moveModel({ target, way: 'down', by: value + threshold - high }, cells, sums, isHidden))
  const [best] = [up, down].filter((one) => one !== null).toSorted((a, b) => a.cost - b.cost)
  // All of the table several times over is a move as well, if the dearest: what is not solved hides too much, never too little.
  return best?.moves ?? new Map(cells.map((cell) => [cell.id, cell.value * threshold]))
}

/**
 * The cells to hide. Whoever knows the others, all the sums and that counts are at least 0 narrows no hidden cell to an
 * interval shorter than its threshold.
 * @param cells every count that is published, or can be made of what is: ids are unique, and sums hold exactly
 */
export function hideSmall(cells: readonly SecretCell[], sums: readonly SecretSum[]): HiddenCell[] {
  const reduced = reduce(cells, sums)
  const byId = new Map(reduced.cells.map((cell) => [cell.id, cell]))
  const sumsOf = connected(reduced.sums)
  const hidden = new Map<string, HiddenCell>()
  const spans = new Map<string, Span>()
  const queue: SecretCell[] = []
  const hide = (cell: SecretCell, reason: HiddenCell['reason'], of: string[]): void => {
    hidden.set(cell.id, { id: cell.id, reason, of })
    spans.set(cell.id, { low: cell.value, high: cell.value })
    queue.push(cell)
  }
  for (const cell of reduced.cells.filter(isSmall).toSorted((a, b) => a.value - b.value))
    hide(cell, 'small', [])
  for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
    const span = spans.get(target.id)
    const own = sumsOf(target.id)
    // A cell in no sum is safe as soon as it is hidden.
    if (span === undefined || own.length === 0 || span.high - span.low >= target.threshold - NOISE) continue
    const ids = new Set(own.flatMap(({ total, parts }) => [total, ...parts]))
    const movable = [...ids].flatMap((id) => byId.get(id) ?? [])
    for (const [id, move] of cheapestMoves(target, span, movable, own, (one) => hidden.has(one))) {
      const cell = byId.get(id)
      if (cell === undefined || Math.abs(move) < NOISE) continue
      if (!hidden.has(id)) hide(cell, 'protects', [target.id])
      const moved = spans.get(id) ?? { low: cell.value, high: cell.value }
      spans.set(id, {
        low: Math.min(moved.low, cell.value + move),
        high: Math.max(moved.high, cell.value + move)
      })
    }
  }
  return [...hidden.values()].flatMap((one) =>
    (reduced.twins.get(one.id) ?? []).map((id) => ({ ...one, id }))
  )
}
