// Does every computed row hold what its own formula gives, from numbers that are published?

import { pieces } from './cell.ts'
import { evaluate, exactly, readFrenchNumber, wordsOf } from './expression.ts'
import { quotePieces } from './fold.ts'
import { shown, type Problem } from './problem.ts'
import type { Tables } from './read-tables.ts'

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2021, month, 1))
  )
)
const NUMBER = String.raw`(\d[\d \u00a0\u202f]*(?:,\d+)?)`
/** left = result, rounded: "1477 × 10 % = 147,7, arrondi à 148", "avril à novembre = 8 mois". */
const FORMULA = new RegExp(`^(.+) = ${NUMBER}(?:(?: mois)?(?:, dont .+)?|, arrondi à ${NUMBER})$`)
const FORMS =
  '« termes = résultat », « …, arrondi à n », « juin, juillet = 2 mois », « avril à juin = 3 mois » ou « nombre de … dans la liste = n »'

/** What stands left of "=", and the numbers it takes from elsewhere; null when it is in no form we know. */
function leftSide(left: string, quote: string): { value: number; terms: number[] } | null {
  if (/^nombre d.* dans la liste$/.test(left))
    return { value: quotePieces(quote).flatMap((piece) => piece.split(', ')).length, terms: [] }
  const listed = left.split(', ')
  if (listed.every((word) => MONTHS.includes(word))) return { value: new Set(listed).size, terms: [] }
  const [from = -1, to = -1] = left.split(' à ').map((word) => MONTHS.indexOf(word))
  if (from >= 0 && to >= from) return { value: to - from + 1, terms: [] }
  const read = (word: string): ReturnType<typeof exactly> | null => {
    const number = readFrenchNumber(word)
    return number === null ? null : exactly(number)
  }
  const result = evaluate(left, read)
  return (
    result && {
      value: result.value,
      terms: wordsOf(left).map((word) => readFrenchNumber(word) ?? Number.NaN)
    }
  )
}

/** What is wrong with a formula, or null. @param published values that a term may have */
export function formulaFault(
  formula: string,
  quote: string,
  value: number,
  published: ReadonlySet<number>
): { wrong: string; expected: string } | null {
  const [, left = '', resultText = '', roundedText] = FORMULA.exec(formula) ?? []
  const side = left === '' ? null : leftSide(left, quote)
  const result = readFrenchNumber(resultText)
  if (side === null || result === null) return { wrong: `${shown(formula)} ne se lit pas.`, expected: FORMS }
  if (side.value !== result)
    return {
      wrong: `${shown(left)} donne ${side.value}, pas ${result}.`,
      expected: 'le résultat de la formule'
    }
  const final = roundedText === undefined ? result : readFrenchNumber(roundedText)
  if (roundedText !== undefined && final !== Math.round(result))
    return { wrong: `${result} ne s’arrondit pas à ${roundedText}.`, expected: `${Math.round(result)}` }
  if (final !== value)
    return {
      wrong: `la formule donne ${final}, la ligne dit ${value}.`,
      expected: 'la valeur que donne la formule'
    }
  const foreign = side.terms.find((term) => !published.has(term))
  return foreign === undefined
    ? null
    : { wrong: `${foreign} n’est la valeur d’aucune observation publiée.`, expected: 'des termes publiés' }
}

/** Terms are looked for among the published observations of the same millésime. */
export function checkFormulas({ observations }: Tables): Problem[] {
  const isComputed = (mark: unknown): boolean => pieces(mark as string).includes('computed')
  return observations.flatMap(({ file, line, millesime, values }) => {
    const { formula, quote, value, mark } = values
    if (!isComputed(mark) || typeof formula !== 'string' || formula === '' || typeof value !== 'number')
      return []
    const same = observations.filter((row) => row.millesime === millesime && !isComputed(row.values.mark))
    const published = new Set(same.map((row) => Number(row.values.value)))
    const fault = formulaFault(formula, String(quote ?? ''), value, published)
    return fault === null ? [] : [{ file, row: line, column: 'formula', value: formula, ...fault }]
  })
}
