// What would a mayor paste in a mail? Three plain sentences, computed from the rows of the fiche.

import type { FigureRow } from '../domain/figure-rows.ts'
import { french } from '../domain/format.ts'
import { capitalise, listWords, withIn } from '../domain/sentence.ts'
import type { Activity, Contract } from './activities.ts'
import type { Lineage } from './lineage.ts'
import type { FicheNumber } from './numbers.ts'

export interface LeadInput {
  line: Lineage
  numbers: readonly FicheNumber[]
  activities: readonly Activity[]
  contracts: readonly Contract[]
  year: number
  /** Published rows of the territory itself. */
  dated: readonly FigureRow[]
}

const MOST_NAMED = 4

function doing({ line, activities, year, dated }: LeadInput): string {
  const { name, kind } = line.territory
  const where = withIn(name, kind)
  const names = activities.map((one) => one.name)
  const named = names.slice(0, MOST_NAMED)
  const more = names.length - named.length
  const list = more === 0 ? listWords(named) : `${named.join(', ')} et ${more} autre${more > 1 ? 's' : ''}`
  if (names.length === 0)
    return `Le rapport d’activité ${year} d’Optima nomme ${name} sans dire ce qui s’y fait.`
  const past = dated.length > 0 && dated.every((row) => row.period_end < `${year}-01-01`)
  const word = names.length === 1 ? 'un dispositif' : `${names.length} dispositifs`
  return past
    ? `Le rapport d’activité ${year} d’Optima nomme ${where} ${word} (${list}) ; il n’en donne de dates que pour une année passée.`
    : `En ${year}, le rapport d’activité d’Optima nomme ${where} ${word} : ${list}.`
}

function counting(numbers: readonly FicheNumber[]): string {
  const published = numbers.filter(({ marks }) => !marks.includes('computed'))
  const doubt = (number: FicheNumber): string => (number.marks.includes('to_verify') ? ' (à vérifier)' : '')
  return published.length === 0
    ? 'Il n’y publie aucun chiffre propre : absent n’est pas zéro.'
    : `Il y publie ${listWords(published.map((number) => `${number.words}${doubt(number)}`))}.`
}

function signing(contracts: readonly Contract[]): string {
  const [first] = contracts
  if (first === undefined) return ''
  const period = first.period === '' ? '' : `, ${first.period}`
  const doubt = first.marks.includes('to_verify') ? ' (à vérifier)' : ''
  return `${capitalise(first.title)}${period}${doubt}.`
}

export function leadOf(input: LeadInput): string {
  return french(
    [doing(input), counting(input.numbers), signing(input.contracts)].filter((text) => text !== '').join(' ')
  )
}
