// Which sentences of the report does a fiche show? Those of its year, of its contracts, of what is done there.

import { quotesOf } from '../figures/sources.ts'
import type { Fiche } from './fiche.ts'

export interface Quote {
  text: string
  section: string
}

/** The pieces of a quoted row, each with the section or sections it comes from. */
export function toQuotes({ quote, section }: { quote: string; section: string }): Quote[] {
  return quotesOf(quote).map((text) => ({ text, section: section.replaceAll(' | ', ', ') }))
}

/** Each once, the longest of those that hold one another; the contract before the event. */
export function quotesToShow(
  fiche: Pick<Fiche, 'contracts' | 'events' | 'activities'> & { named: readonly Quote[] }
): Quote[] {
  const all = [
    ...fiche.contracts.flatMap(({ quotes }) => quotes),
    ...fiche.events.flatMap(({ quotes }) => quotes),
    ...fiche.activities.flatMap(({ quotes }) => quotes),
    ...fiche.named
  ]
  return all.filter(
    ({ text }, index) =>
      all.findIndex((other) => other.text === text) === index &&
      !all.some((other) => other.text !== text && other.text.includes(text))
  )
}
