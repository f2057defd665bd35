// What is found of produit and activity together, as a title and as a sentence?

import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatBefore, formatWords, french } from '../../domain/format.ts'
import { asSubject, capitalise, listWords, plural, withIn } from '../../domain/sentence.ts'
import { REGION_NAMES } from '../actes/natures.ts'
import { choiceWords } from '../empty.ts'
import { type FigureContext, isFiltered } from '../figure.ts'
import type { Rate, Refusal } from './ratios.ts'

export interface Sides {
  parts: FigureRow[]
  activity: FigureRow[]
  rates: Rate[]
  refusals: Refusal[]
}

export const regionName = (id: string): string => REGION_NAMES[id as keyof typeof REGION_NAMES] || id
export const inRegion = (id: string): string =>
  withIn(regionName(id), id.startsWith('region-') ? 'region' : 'commune')
export const wordOf = (row: FigureRow): string =>
  plural(row.value, row.indicator_singular, row.indicator_name)

export function bothTitle({ parts, activity, rates }: Sides, context: FigureContext): string {
  const where = choiceWords(context)
  if (isFiltered(context)) {
    const [rate] = rates.filter(({ entry }) => entry.selected)
    if (rate !== undefined) return `${where} : ${rate.words}`
    const active = activity.some(({ selected }) => selected)
    if (!parts.some(({ selected }) => selected))
      return `${where} : ${active ? 'une activité publiée, aucun produit à ce niveau' : 'ni produit ni activité publiés'}`
    return `${where} : ${active ? 'produit et activité n’ont pas le même périmètre' : 'un produit publié, aucune activité'}`
  }
  const places = [...new Set(rates.map(({ region }) => inRegion(region)))]
  if (places.length === 0) return 'Produit et activité n’ont nulle part le même périmètre'
  return `Produit et activité n’ont le même périmètre ${listWords(places).replace(/^/, /^[àe]/.test(places[0] ?? '') ? 'qu’' : 'que ')}`
}

/** "2 076 k€ (arrondi) pour la région de Nantes" */
const moneyWords = (row: FigureRow): string =>
  `${formatWords(row.value, 'eur', row.marks)}${row.marks.includes('rounded') ? ' (arrondi)' : ''} pour ${asSubject(row.territory_name)}`

export function bothSentence({ parts, activity, rates, refusals }: Sides, context: FigureContext): string {
  const money = parts.filter(({ selected }) => selected)
  const acts = activity.filter(({ selected }) => selected).slice(0, 3)
  if (money.length + acts.length === 0) return ''
  const actWords = listWords(
    acts.map(
      (row) => `${formatBefore(row.value, row.unit, row.marks)} ${wordOf(row)} (${row.programme_name})`
    )
  )
  const own = rates.filter(({ entry }) => entry.selected)
  const regions = [...new Set(own.map(({ region }) => inRegion(region)))]
  const refused = refusals.some(({ produit }) => produit.selected)
  const what = [
    money.length === 0 ? '' : `un produit de ${listWords(money.map(moneyWords))}`,
    isFiltered(context) ? actWords : ''
  ].filter((text) => text !== '')
  const sentences = [
    `En ${context.filters.year}, le rapport publie ${what.join(', et à côté ')}.`,
    own.length === 0
      ? ''
      : `${capitalise(listWords(regions))}, au même périmètre, cela fait ${listWords(own.map(({ words }) => words))} (calculé).`,
    money.length === 0 ? 'Aucun produit n’est publié à ce niveau.' : '',
    refused
      ? `${own.length === 0 ? 'Ici' : 'Ailleurs'}, produit et activité n’ont pas le même périmètre et ne se divisent pas.`
      : ''
  ]
  return french(sentences.filter((text) => text !== '').join(' '))
}
