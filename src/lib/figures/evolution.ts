// Has a figure changed since an earlier year? Only where the two years count the same thing; else the page says why not.

import { boundsWords, type Comparison, evolution } from '../domain/comparability.ts'
import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import { formatMeasure, formatPeriod, formatWords, french } from '../domain/format.ts'
import { capitalise } from '../domain/sentence.ts'
import { allYearsQuestion } from '../query/observations.ts'
import { splitRows } from '../query/secrets.ts'
import type { Ask } from './dashboard.ts'
import type { Figure } from './figure.ts'

export interface Evolution {
  /** One sentence on how many years there are. */
  sentence: string
  /** Pairs of two years, oldest first: the change, or why there is none. */
  pairs: { id: string; title: string; text: string; ok: boolean }[]
}

/** Of a published number, or of one that is secret. */
type AnyRow = FigureRow | SecretRow

/** Two readings of one thing: the same place, or one place and the whole association, which may hold it. */
const related = (a: SecretRow, b: SecretRow): boolean =>
  a.programme === b.programme &&
  (a.territory === b.territory || a.territory === 'optima' || b.territory === 'optima')

const signed = (value: number, row: SecretRow): string =>
  value === 0
    ? 'sans changement'
    : `${value > 0 ? '+' : '−'}\u00a0${formatMeasure(Math.abs(value), row.unit, row.marks)}`

const isSecret = (row: SecretRow): boolean => row.marks.includes('secret')

/** A secret makes no evolution: one that is known would give it back. */
function changeOf(before: AnyRow, after: AnyRow): ReturnType<typeof evolution> {
  if ('value' in before && 'value' in after) return evolution(before, after)
  const secret = [before, after].filter(isSecret).map((row) => row.period_end.slice(0, 4))
  return { ok: false, reason: `Le nombre de ${secret.join(' et celui de ')} est secret.` }
}

/** What the marks of the two values leave open: " ; au plus −25 695". */
function boundsOfChange({ value, low, high }: Extract<Comparison, { ok: true }>): string {
  if (low === value && high === value) return ''
  return ` ; ${boundsWords({ low, high }, 0)}`
}

function pairOf(before: AnyRow, after: AnyRow): Evolution['pairs'][number] {
  const change = changeOf(before, after)
  const values = [before, after]
    .map(
      (row) =>
        `${'value' in row ? formatWords(row.value, row.unit, row.marks) : 'secret'} (${formatPeriod(row.period_start, row.period_end)})`
    )
    .join(', puis ')
  const where = after.territory === 'optima' ? '' : `, ${after.territory_name}`
  return {
    id: `${before.id} ${after.id}`,
    title: `${capitalise(after.indicator_name)}${where}`,
    ok: change.ok,
    text: french(
      change.ok
        ? `${values} : ${signed(change.value, after)} (calculé : ${change.formula}${boundsOfChange(change)}).`
        : `${values}. Ce n’est pas une évolution. ${change.reason}`
    )
  }
}

/**
 * Pairs of related rows of one indicator in two years, the later of them in the newest millésime.
 * @param rows of all years, any order
 * @param years published millésimes, oldest first
 */
function evolutionPairs(rows: readonly AnyRow[], years: readonly number[]): Evolution['pairs'] {
  const newest = years.at(-1) ?? 0
  const yearOf = (row: SecretRow): number => Number(row.period_end.slice(0, 4))
  const counted = rows.filter(({ marks }) => !marks.includes('computed'))
  return counted
    .filter((row) => yearOf(row) === newest)
    .flatMap((after) =>
      counted
        .filter(
          (before) =>
            before.indicator === after.indicator && related(before, after) && yearOf(before) < newest
        )
        .toSorted((a, b) => (a.period_end < b.period_end ? -1 : 1))
        .map((before) => pairOf(before, after))
    )
}

/** @throws what `ask` throws. */
export async function evolutionOf(ask: Ask, figure: Figure, years: readonly number[]): Promise<Evolution> {
  const answer = figure.indicators.length === 0 ? [] : await ask(allYearsQuestion(figure.indicators))
  const { rows, secrets } = splitRows(answer)
  const [first] = years
  return {
    sentence:
      years.length < 2
        ? `Un seul millésime est publié, ${first ?? ''}\u00a0: il n’y a pas encore d’évolution à montrer.`
        : `${years.length}\u00a0millésimes sont publiés, de ${first ?? ''} à ${years.at(-1) ?? ''}.`,
    pairs: evolutionPairs([...rows, ...secrets], years)
  }
}
