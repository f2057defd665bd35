// May these values be summed, divided or followed over time, and if not, why not?
//
// Twice guarded. The type holds the group, invariant, so that `sum` of two groups does not compile; and
// each function looks again when it runs, because the group of most rows is known only then.

import { addBounds, boundsOf, divideBounds, roundOutward, subtractBounds, type Bounds } from './bounds.ts'
import type { FigureRow } from './figure-rows.ts'
import { formatMeasure, formatNumber, formatPeriod } from './format.ts'
import type { Group, Territory } from './rows.ts'

/** What must be known of a value to say whether it may meet another. A row of a figure will do. */
export type Comparable = Pick<
  FigureRow,
  | 'indicator'
  | 'indicator_name'
  | 'group'
  | 'value'
  | 'unit'
  | 'marks'
  | 'perimeter'
  | 'period_start'
  | 'period_end'
  | 'territory'
  | 'territory_name'
  | 'programme'
  | 'programme_name'
>

declare const GROUP: unique symbol
/** A value whose group the compiler knows. A function type is invariant: 'a' is not silently 'a' | 'b'. */
export type Measured<G extends string> = Comparable & { readonly [GROUP]: (group: G) => G }
export type NonEmpty<T> = readonly [T, ...T[]]

export type Comparison =
  | ({ ok: true; value: number; formula: string } & Bounds)
  /** One French sentence. */
  | { ok: false; reason: string }

/** The chain of territories above a territory, nearest first; without it only equal territories overlap. */
export type Ancestors = (territory: string) => readonly string[]

/**
 * What one perimeter holds and still makes no rate, and why: both sides are counted in the year, neither follows the
 * other. product.md says it of 20 orders and 8 mediations; 15 answers to tenders and the 6, 4 and 2 contracts won are the
 * same case: the report says of no answer whether it was won. Contracts won among themselves are parts of one total.
 */
const NO_RATE: readonly { one: readonly string[]; other: readonly string[]; reason: string }[] = [
  {
    one: ['conventional_orders'],
    other: ['conventional_mediations'],
    reason:
      'Une médiation peut venir d’une commande d’une autre année : commandes et médiations ne font pas un taux.'
  },
  {
    one: ['tenders_answered'],
    other: ['tenders_won', 'tenders_new', 'tenders_renewed'],
    reason:
      'Un marché gagné peut répondre à un appel d’offres d’une autre année : réponses et marchés gagnés ne font pas un taux.'
  }
]

/** The values of one group, in order: the only way to a `Measured`. */
export function inGroup<const G extends string>(rows: readonly Comparable[], group: G): Measured<G>[] {
  return rows.filter((row) => row.group === group) as Measured<G>[]
}

const refuse = (reason: string): Comparison => ({ ok: false, reason })
const written = (row: Comparable): string => formatMeasure(row.value, row.unit, row.marks)
const period = (row: Comparable): string => formatPeriod(row.period_start, row.period_end)
const scope = (row: Comparable): string =>
  `${row.programme_name || 'tous les dispositifs'}, ${row.territory_name}`

const samePeriod = (a: Comparable, b: Comparable): boolean =>
  a.period_start === b.period_start && a.period_end === b.period_end
const samePerimeter = (a: Comparable, b: Comparable): boolean =>
  a.perimeter === b.perimeter && a.territory === b.territory && a.programme === b.programme

const otherPeriods = (a: Comparable, b: Comparable): Comparison =>
  refuse(`Les deux valeurs ne couvrent pas la même période : ${period(a)} et ${period(b)}.`)
const otherPerimeters = (a: Comparable, b: Comparable): Comparison =>
  refuse(
    `Les deux valeurs ne couvrent pas le même périmètre : « ${a.indicator_name} » (${scope(a)}) et « ${b.indicator_name} » (${scope(b)}).`
  )

/** What the whole association counts for one programme is counted in no territory; without programme it holds all. */
function overlap(a: Comparable, b: Comparable, ancestors: Ancestors): boolean {
  const within = (one: Comparable, other: Comparable): boolean =>
    ancestors(one.territory).includes(other.territory)
  const related = a.territory === b.territory || within(a, b) || within(b, a)
  if (!related) return false
  if (a.programme === b.programme) return true
  const upper = within(a, b) ? b : within(b, a) ? a : null
  if (upper !== null && upper.programme !== '' && ancestors(upper.territory).length === 0) return false
  return a.programme === '' || b.programme === ''
}

/** @param group the row of `groups` that the values belong to; @param ancestors see `Ancestors`. */
export function sum<G extends string>(
  values: NonEmpty<Measured<G>>,
  group: Pick<Group, 'id' | 'additive' | 'why_not'>,
  ancestors: Ancestors = () => []
): Comparison {
  const [first, ...others] = values
  const stranger = values.find((row) => row.group !== group.id || row.unit !== first.unit)
  if (stranger !== undefined || !group.additive) return refuse(group.why_not)
  const later = others.find((row) => !samePeriod(first, row))
  if (later !== undefined) return otherPeriods(first, later)
  for (const [index, a] of values.entries()) {
    const b = values.slice(index + 1).find((row) => overlap(a, row, ancestors))
    if (b !== undefined)
      return refuse(
        `Une somme compterait deux fois la même chose : ${scope(a)} et ${scope(b)} se recouvrent.`
      )
  }
  const value = values.reduce((total, row) => total + row.value, 0)
  return { ok: true, value, ...addBounds(values.map(boundsOf)), formula: values.map(written).join(' + ') }
}

/**
 * a ÷ b. Two values of one group and one period compare territories; two groups need one perimeter as well.
 * The ends are null where a mark leaves them unknown.
 */
export function ratio(a: Comparable, b: Comparable): Comparison {
  if (!samePeriod(a, b)) return otherPeriods(a, b)
  if (a.group === b.group) {
    if (a.unit !== b.unit)
      return refuse(
        `« ${a.indicator_name} » et « ${b.indicator_name} » ne se comptent pas dans la même unité.`
      )
    if (a.indicator === b.indicator && samePerimeter(a, b))
      return refuse(
        `« ${a.indicator_name} » est publié deux fois pour ${scope(a)} : ce ne sont pas deux choses à comparer.`
      )
  } else if (!samePerimeter(a, b)) return otherPerimeters(a, b)
  const barred = NO_RATE.find(
    ({ one, other }) =>
      (one.includes(a.indicator) && other.includes(b.indicator)) ||
      (one.includes(b.indicator) && other.includes(a.indicator))
  )
  if (barred !== undefined) return refuse(barred.reason)
  // A divisor so near to 0 that the quotient is no number is no better than 0.
  if (!Number.isFinite(a.value / b.value))
    return refuse(`Rien ne se divise par zéro : « ${b.indicator_name} » vaut 0.`)
  return {
    ok: true,
    value: a.value / b.value,
    ...divideBounds(boundsOf(a), boundsOf(b)),
    formula: `${written(a)} ÷ ${written(b)}`
  }
}

/** a − b of one group and one period, in their unit: refused wherever a ratio of the two would be. */
export function difference(a: Comparable, b: Comparable): Comparison {
  if (a.group !== b.group)
    return refuse(`« ${a.indicator_name} » et « ${b.indicator_name} » ne comptent pas la même chose.`)
  const allowed = ratio(a, b.value === 0 ? { ...b, value: 1 } : b)
  if (!allowed.ok) return allowed
  return {
    ok: true,
    value: a.value - b.value,
    ...subtractBounds(boundsOf(a), boundsOf(b)),
    formula: `${written(a)} − ${written(b)}`
  }
}

/**
 * What `part` is of the sum of itself and `others`, 0 to 1. Its own rounding stands on both sides of the
 * division, so the ends are narrower than those of a ratio: lowest part of the largest rest, and the reverse.
 */
export function share<G extends string>(
  part: Measured<G>,
  others: readonly Measured<G>[],
  group: Pick<Group, 'id' | 'additive' | 'why_not'>,
  ancestors: Ancestors = () => []
): Comparison {
  const whole = sum([part, ...others], group, ancestors)
  if (!whole.ok) return whole
  if (whole.value === 0) return refuse('Rien ne se divise par zéro : la somme vaut 0.')
  const [own, rest] = [boundsOf(part), addBounds(others.map(boundsOf))]
  const end = (mine: number | null, theirs: number | null): number | null =>
    mine === null || theirs === null || mine + theirs === 0 ? null : mine / (mine + theirs)
  return {
    ok: true,
    value: part.value / whole.value,
    low: end(own.low, rest.high),
    high: end(own.high, rest.low),
    formula: `${written(part)} ÷ ${formatMeasure(whole.value, part.unit)}`
  }
}

/** after − before, in the unit of both: one indicator, one perimeter, and the same days of two years. */
export function evolution(before: Comparable, after: Comparable): Comparison {
  if (before.indicator !== after.indicator || before.unit !== after.unit)
    return refuse(
      `« ${before.indicator_name} » et « ${after.indicator_name} » ne comptent pas la même chose.`
    )
  if (!samePerimeter(before, after)) return otherPerimeters(before, after)
  const years = [before, after].map((row) =>
    [row.period_start, row.period_end].map((day) => Number(day.slice(0, 4)))
  )
  const [[start = 0, end = 0] = [], [laterStart = 0, laterEnd = 0] = []] = years
  const sameDays =
    before.period_start.slice(4) === after.period_start.slice(4) &&
    before.period_end.slice(4) === after.period_end.slice(4)
  if (!sameDays || laterStart - start !== laterEnd - end || laterStart <= start)
    return refuse(
      `Les deux périodes ne se suivent pas d’une année sur l’autre : ${period(before)} et ${period(after)}.`
    )
  const bounds = subtractBounds(boundsOf(after), boundsOf(before))
  return {
    ok: true,
    value: after.value - before.value,
    ...bounds,
    formula: `${written(after)} − ${written(before)}`
  }
}

/** Per inhabitant, for a commune or an arrondissement with a published population, and for its own rows alone. */
export function perInhabitant(
  row: Comparable,
  territory: Pick<Territory, 'id' | 'name' | 'kind' | 'population' | 'population_year'>
): Comparison {
  const { kind, population, population_year: year } = territory
  if (kind !== 'commune' && kind !== 'arrondissement')
    return refuse(
      `${territory.name} n’est ni une commune ni un arrondissement : aucun chiffre par habitant n’y a de sens.`
    )
  if (row.territory !== territory.id)
    return refuse(`« ${row.indicator_name} » couvre ${row.territory_name}, pas ${territory.name}.`)
  if (population === null || population <= 0 || year === null)
    return refuse(`La population de ${territory.name} n’est pas publiée ici.`)
  const { low, high } = divideBounds(boundsOf(row), { low: population, high: population })
  const formula = `${written(row)} ÷ ${formatNumber(population)} habitants (${year})`
  return { ok: true, value: row.value / population, low, high, formula }
}

/** "entre 4,61 et 4,63", rounded outward; "4,5" when both ends are it; "au moins …", or "bornes inconnues". */
export function boundsWords(bounds: Bounds, decimals = 2): string {
  const { low, high } = roundOutward(bounds, decimals)
  if (low === null && high === null) return 'bornes inconnues'
  if (low === null || high === null)
    return low === null
      ? `au plus ${formatNumber(high ?? 0, decimals)}`
      : `au moins ${formatNumber(low, decimals)}`
  if (low === high) return formatNumber(low, decimals)
  // Both ends as exact as the more exact: "entre 19,0 et 19,1".
  const digits = Math.max(...[low, high].map((end) => formatNumber(end, decimals).split(',')[1]?.length ?? 0))
  return `entre ${formatNumber(low, decimals, digits)} et ${formatNumber(high, decimals, digits)}`
}
