// Which sentences of the report does a fiche show? Those of its year, of its contracts, of what is done there.

import { quotesOf, sectionWords } from '../figures/sources.ts'

export interface Quote {
  text: string
  section: string
}

/** The pieces of a quoted row, each with the section or sections it comes from. */
export function toQuotes({ quote, section }: { quote: string; section: string }): Quote[] {
  return quotesOf(quote).map((text) => ({ text, section: sectionWords(section) }))
}

/** Each once, the longest of those that hold one another, in order. */
export function quotesToShow(all: readonly Quote[]): Quote[] {
  return all.filter(
    ({ text }, index) =>
      all.findIndex((other) => other.text === text) === index &&
      !all.some((other) => other.text !== text && other.text.includes(text))
  )
}
