// Given what each thing costs where, which places do they take together?
//
// First come, first served, then each looks again, then those still in trouble try to change places with
// another. No chance, no clock: the same input settles in the same way.

export interface Choice<T> {
  candidate: T
  /** What it costs before anything else is there; candidates come in this order. */
  cost: number
  /** Cost with all that does not move; null until it is asked for. */
  price: number | null
}
export interface Item<K, T> {
  key: K
  choices: Choice<T>[]
  /** Where it stood in a drawing that this one should resemble. */
  start?: Choice<T> | undefined
}
export interface Placed<K, T> {
  key: K
  choices: Choice<T>[]
  chosen: Choice<T>
}
export interface Rules<K, T> {
  /** Never less than the candidate's own cost. */
  price: (key: K, candidate: T) => number
  /** What two neighbours cost each other, whichever is asked; 0 when they are clear of each other. */
  clash: (one: T, other: T) => number
}

const ROUNDS = 2

/** Every item with the choice it took, in the order given. An item without choices is left out. */
export function settle<K, T>(items: readonly Item<K, T>[], rules: Rules<K, T>): Placed<K, T>[] {
  const placed: Placed<K, T>[] = []
  for (const { key, choices, start } of items) {
    const chosen = start ?? cheapest(key, choices, placed, rules)
    if (chosen) placed.push({ key, choices, chosen })
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const one of placed) reconsider(one, without(placed, one), rules)
  }
  for (const one of placed) {
    const others = without(placed, one)
    const { price, cost, candidate } = one.chosen
    const stuck = (price ?? 0) > cost
    if (stuck || others.some((other) => rules.clash(candidate, other.chosen.candidate) > 0)) {
      others.some((other) => swap(one, other, without(others, other), rules))
    }
  }
  return placed
}

const without = <K, T>(placed: readonly Placed<K, T>[], one: Placed<K, T>): Placed<K, T>[] =>
  placed.filter((other) => other !== one)

function reconsider<K, T>(one: Placed<K, T>, others: readonly Placed<K, T>[], rules: Rules<K, T>): void {
  one.chosen = cheapest(one.key, one.choices, others, rules) ?? one.chosen
}

function cheapest<K, T>(
  key: K,
  choices: readonly Choice<T>[],
  placed: readonly Placed<K, T>[],
  { price, clash }: Rules<K, T>
): Choice<T> | undefined {
  let [best, lowest] = [choices[0], Infinity]
  for (const choice of choices) {
    // In order of their own cost: nothing further on can be cheaper.
    if (choice.cost >= lowest) break
    let cost = (choice.price ??= price(key, choice.candidate))
    for (const other of placed) {
      if (cost >= lowest) break
      cost += clash(choice.candidate, other.chosen.candidate)
    }
    if (cost < lowest) [best, lowest] = [choice, cost]
  }
  return best
}

/** Lets one choose as if the other were not there, then the other after it; true when both together gain. */
function swap<K, T>(
  one: Placed<K, T>,
  other: Placed<K, T>,
  rest: readonly Placed<K, T>[],
  rules: Rules<K, T>
): boolean {
  const total = (): number =>
    [one, other].reduce(
      (sum, { key, chosen }) => {
        const price = (chosen.price ??= rules.price(key, chosen.candidate))
        return rest.reduce(
          (cost, { chosen: near }) => cost + rules.clash(chosen.candidate, near.candidate),
          sum + price
        )
      },
      rules.clash(one.chosen.candidate, other.chosen.candidate)
    )
  const [before, first, second] = [total(), one.chosen, other.chosen]
  reconsider(one, rest, rules)
  reconsider(other, [...rest, one], rules)
  if (total() < before) return true
  ;[one.chosen, other.chosen] = [first, second]
  return false
}
