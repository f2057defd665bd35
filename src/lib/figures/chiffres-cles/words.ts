// What do the key numbers say in a title and in a sentence? Their marks as words.

import { formatBefore, formatPeriod, french } from '../../domain/format.ts'
import { capitalise, listWords } from '../../domain/sentence.ts'
import { type FigureContext, isFiltered } from '../figure.ts'
import { whoPublishes } from '../words.ts'
import type { KeyNumber } from './chiffres-cles.ts'

/** h1 of the dashboard for this choice: "L’activité d’Optima en 2021", "Région de Nantes, 2021". */
export function pageTitle(context: FigureContext): string {
  const { territory, programme, filters } = context
  if (territory === null && programme === null) return `L’activité d’Optima en ${filters.year}`
  const words = [programme?.name, territory?.name].filter((word) => word !== undefined)
  return `${words.join(', ')}, ${filters.year}`
}

/** The sentence beside the h1, made of the numbers shown. */
export function pageSentence(numbers: readonly KeyNumber[], context: FigureContext): string {
  if (numbers.length === 0) return french('Le rapport n’y publie aucun chiffre : absent n’est pas zéro.')
  const find = (indicator: string): KeyNumber | undefined =>
    numbers.find(({ row }) => row.indicator === indicator)
  const mediators = find('mediators_total')
  const trainees = find('trainees')
  if (!isFiltered(context) && mediators !== undefined && trainees !== undefined)
    return french(
      `${mediators.value} ${mediators.label} dans quatre territoires et ${trainees.value} ${trainees.label} en formation.`
    )
  const published = numbers.map(({ row }) => row)
  return french(
    `${capitalise(whoPublishes(published, 'y '))} ${listWords(numbers.slice(0, 3).map((one, i, all) => said(one, all[i + 1])))}.`
  )
}

/** A number in a sentence, its marks as words, its part of the year unless the next has the same: "au moins 42 000 actions", "11 personnes rencontrées (d’octobre à décembre 2021)". */
export function said({ row, value, label }: KeyNumber, next?: KeyNumber): string {
  const signed = row.marks.includes('at_least') || row.marks.includes('about')
  const period = formatPeriod(row.period_start, row.period_end)
  const again = next !== undefined && period === formatPeriod(next.row.period_start, next.row.period_end)
  const when = row.marks.includes('partial_period') && !again ? ` (${period})` : ''
  if (row.indicator === 'end_hour') return `une fin de service à ${value}${when}`
  const rounded = row.marks.includes('rounded') ? ' (arrondi)' : ''
  return `${signed ? formatBefore(row.value, row.unit, row.marks) : value} ${label}${rounded}${when}`
}
