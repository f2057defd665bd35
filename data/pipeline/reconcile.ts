// Do the sums and quotients that can be made from the report give what it publishes?
//
// Which ones is data: data/2021/reconciliation.csv holds an expression of observation ids a line.
// A row of ours that its terms do not give stops the build; a disagreement of the report does not, but
// the row must then be marked.

import { boundsOf, roundOutward, subtractBounds, withinBounds } from '../../src/lib/domain/bounds.ts'
import type { Reconciliation, Verdict } from '../../src/lib/domain/reconciliation.ts'
import type { Mark } from '../../src/lib/domain/rows.ts'
import { pieces } from './cell.ts'
import { evaluate, exactly, readFrenchNumber, wordsOf, type Quantity } from './expression.ts'
import { sentenceOf, type Facts, type Term } from './reconcile-sentence.ts'
import { didYouMean, shown, type Problem } from './problem.ts'
import type { DataRow, Reading } from './read-tables.ts'

/** What we computed has no bounds of its own and is taken as it stands; "environ" stays unbounded. */
function toTerm({ values }: DataRow): Term {
  const value = Number(values.value)
  const unit = String(values.unit)
  const marks = pieces(values.mark) as Mark[]
  const bounds = marks.includes('computed') ? { low: value, high: value } : boundsOf({ value, marks, unit })
  return { id: String(values.id), unit, marks, value, bounds }
}

/** Held against a sum, "environ 2 482" is what rounds to 2 482. */
function heldAgainst(term: Term): Quantity {
  const { value, bounds } = term
  return bounds.low === null && bounds.high === null
    ? { value, bounds: boundsOf({ value, marks: ['rounded'], unit: '' }) }
    : term
}

function verdictOf(relation: string, difference: Quantity): Verdict {
  if (difference.value === 0) return 'equal'
  if (withinBounds(0, difference.bounds)) return 'within_rounding'
  return relation === 'whole' && difference.value > 0 ? 'remainder' : 'contradiction'
}

/** A row of ours: rounded as it is written, or not at all. */
function computedVerdict(computed: number, published: number): Verdict {
  const decimals = String(published).split('.')[1]?.length ?? 0
  if (computed === published) return 'equal'
  return Math.abs(computed - published) <= 0.5 * 10 ** -decimals ? 'within_rounding' : 'contradiction'
}

function toReconciliation(
  row: DataRow,
  terms: ReadonlyMap<string, Term>,
  computed: Quantity,
  held: Quantity
): Reconciliation {
  const [relation, expression, published, reading] = ['relation', 'expression', 'published', 'reading'].map(
    (name) => String(row.values[name] ?? '')
  )
  const used = [...new Set(wordsOf(expression ?? '').filter((word) => terms.has(word)))]
  const unit = (terms.get(published ?? '') ?? terms.get(used[0] ?? ''))?.unit ?? ''
  const difference = {
    value: Number((held.value - computed.value).toFixed(6)) + 0,
    bounds: subtractBounds(held.bounds, computed.bounds)
  }
  const facts: Facts = {
    id: String(row.values.id),
    millesime: row.millesime ?? 0,
    title: String(row.values.title),
    terms: used,
    published_id: terms.has(published ?? '') ? (published ?? '') : '',
    unit,
    computed: computed.value,
    computed_bounds: roundOutward(computed.bounds, 4),
    published: held.value,
    difference: difference.value,
    difference_bounds: roundOutward(difference.bounds, 4),
    verdict:
      relation === 'computed'
        ? computedVerdict(computed.value, held.value)
        : verdictOf(relation ?? '', difference)
  }
  const sentence = sentenceOf(facts, relation ?? '', expression ?? '', terms)
  return { ...facts, sentence: reading === '' ? sentence : `${sentence} ${reading ?? ''}` }
}

/** What must stop the build: a row of ours that is wrong, a disagreement of the report that no mark tells. */
function faultOf(row: DataRow, result: Reconciliation, held: Term | undefined): Problem | null {
  const at = { file: row.file, row: row.line, column: 'published', value: String(row.values.published ?? '') }
  if (row.values.relation === 'computed') {
    if (held !== undefined && !held.marks.includes('computed'))
      return {
        ...at,
        wrong: `${shown(held.id)} n’est pas une valeur calculée.`,
        expected: 'une observation marquée « computed »'
      }
    if (result.verdict !== 'contradiction') return null
    return {
      ...at,
      wrong: `les termes de « ${result.id} » donnent ${result.computed}, la ligne calculée dit ${result.published}.`,
      expected: `${result.computed}`
    }
  }
  const told =
    result.verdict === 'equal' ||
    result.verdict === 'within_rounding' ||
    (held?.marks.includes('to_verify') ?? false)
  return told
    ? null
    : {
        ...at,
        wrong: `« ${result.id} » : les termes donnent ${result.computed}, ${result.published} est publié, et rien ne le signale.`,
        expected: 'la marque « to_verify » sur l’observation publiée'
      }
}

/** Every reconciliation of every millésime, in the order of the files. Pure. */
export function reconcile({ tables, reconciliations }: Reading): {
  results: Reconciliation[]
  problems: Problem[]
} {
  const terms = new Map(tables.observations.map((row) => [String(row.values.id), toTerm(row)]))
  const results: Reconciliation[] = []
  const problems: Problem[] = []
  for (const row of reconciliations) {
    const read = (column: 'expression' | 'published'): Quantity | null => {
      const value = String(row.values[column] ?? '')
      const unknown = wordsOf(value).find((word) => !terms.has(word) && readFrenchNumber(word) === null)
      const resolve = (word: string): Quantity | null => {
        const term = terms.get(word)
        if (term !== undefined) return column === 'published' ? heldAgainst(term) : term
        const number = readFrenchNumber(word)
        return number === null ? null : exactly(number)
      }
      const result = evaluate(value, resolve)
      if (result !== null) return result
      const wrong =
        unknown === undefined
          ? `${shown(value)} ne se calcule pas.`
          : `${shown(unknown)} est inconnu${didYouMean(unknown, terms.keys())}.`
      problems.push({
        file: row.file,
        row: row.line,
        column,
        value,
        wrong,
        expected: 'des identifiants d’observations et des nombres, reliés par + − × ÷ ( ) %'
      })
      return null
    }
    const [computed, held] = [read('expression'), read('published')]
    if (computed === null || held === null) continue
    const result = toReconciliation(row, terms, computed, held)
    const fault = faultOf(row, result, terms.get(result.published_id))
    if (fault !== null) problems.push(fault)
    results.push(result)
  }
  return { results, problems }
}
