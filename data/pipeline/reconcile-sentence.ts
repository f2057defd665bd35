// How is a sum of the report said in one French sentence: terms, result, what is published, what is between?

import { roundOutward } from '../../src/lib/domain/bounds.ts'
import { formatMeasure, formatNumber, formatWords } from '../../src/lib/domain/format.ts'
import type { Reconciliation } from '../../src/lib/domain/reconciliation.ts'
import type { Mark } from '../../src/lib/domain/rows.ts'
import { readFrenchNumber, rewrite, type Quantity } from './expression.ts'

export interface Term extends Quantity {
  id: string
  unit: string
  marks: Mark[]
}

export type Facts = Omit<Reconciliation, 'sentence'>

/** French, with plain spaces round « » and before : ; — the page sets them. */
export function sentenceOf(
  facts: Facts,
  relation: string,
  expression: string,
  terms: ReadonlyMap<string, Term>
): string {
  const amount = (value: number): string => formatMeasure(value, facts.unit)
  const written = (term: Term): string => formatWords(term.value, term.unit, term.marks)
  // The sign % is said once, after the sum or by the expression itself.
  const say = (word: string): string => {
    const term = terms.get(word)
    if (term === undefined) return formatNumber(readFrenchNumber(word) ?? 0)
    return term.unit === 'percent' ? formatNumber(term.value) : written(term)
  }
  const held = terms.get(facts.published_id)
  const published = held === undefined ? amount(facts.published) : written(held)
  const alone = facts.terms.length === 1 ? terms.get(expression) : undefined
  const left =
    alone === undefined ? `${rewrite(expression, say)} = ${amount(facts.computed)}` : written(alone)
  const gap = `que le rapport n’explique pas : ${amount(Math.abs(facts.difference))}`
  if (relation === 'computed')
    return facts.verdict === 'equal' ? `${left}.` : `${left}, arrondi à ${amount(facts.published)}.`
  switch (facts.verdict) {
    case 'equal':
      if (alone !== undefined) return `Dans deux pages, le même nombre : ${published}.`
      return held === undefined ? `${left}.` : `${left} : c’est le nombre publié.`
    case 'within_rounding':
      return `${left} ; publié : ${published}, égal à l’arrondi près.`
    case 'remainder':
      return `${left} ; total publié : ${published}. Reste ${amount(facts.difference)}${spreadOf(facts, amount)}.`
    case 'contradiction':
      if (alone === undefined) return `${left} ; publié : ${published}. Un écart ${gap}.`
      if (alone.marks.includes('computed'))
        return `Compté par nous : ${left} ; publié : ${published}. Un écart ${gap}.`
      return `Publié : ${left} dans une page, ${published} dans une autre. Un écart ${gap}.`
  }
}

function spreadOf({ difference_bounds }: Facts, amount: (value: number) => string): string {
  const { low, high } = roundOutward(difference_bounds, 2)
  return low === null || high === null || low === high
    ? ''
    : `, entre ${amount(low)} et ${amount(high)} avec les arrondis`
}
