// What does the share image of a fiche show? Its place, its one to three numbers with their marks, and where it is.

import type { Place } from '../domain/figure-rows.ts'
import { french } from '../domain/format.ts'
import { MARK_TEXT, wordMarks } from '../domain/marks.ts'
import { type Card, cardSource } from '../figures/share/card.ts'
import type { Outline } from '../map/outline.ts'
import { viewOfChoice } from '../map/views.ts'
import type { Fiche } from './fiche.ts'
import type { FicheNumber } from './numbers.ts'

/** "arrondi", "environ" and "et plus" are in the words already; what covers a part of a year says which. */
function said({ words, marks, detail }: FicheNumber): string {
  const more = wordMarks(marks).filter((mark) => mark === 'to_verify' || mark === 'computed')
  const notes = [
    marks.includes('partial_period') ? detail : '',
    ...more.map((mark) => MARK_TEXT[mark].short)
  ].filter((note) => note !== '')
  return notes.length === 0 ? words : `${words} (${notes.join(', ')})`
}

/** A fiche without a number says it: absent is not zero. */
export function ficheAlt({
  name,
  year,
  numbers,
  lead
}: Pick<Fiche, 'name' | 'year' | 'numbers' | 'lead'>): string {
  return numbers.length === 0
    ? lead
    : french(`${name}, dans le rapport d’activité ${year} d’Optima : ${numbers.map(said).join(' ; ')}.`)
}

export interface FicheCardOptions {
  places: readonly Place[]
  outline: Outline
  /** Name of the site. */
  site: string
}

export function ficheCard(fiche: Fiche, { places, outline, site }: FicheCardOptions): Card {
  const { id, name, kind, hue, year, numbers } = fiche
  return {
    hue,
    place: `Médiation sociale · ${year}`,
    title: name,
    body:
      numbers.length === 0
        ? { kind: 'words', text: fiche.lead }
        : {
            kind: 'values',
            heading: '',
            items: numbers.map(({ value, marks, label, detail }) => ({ value, marks, label, detail, hue }))
          },
    total: numbers.length,
    land: {
      outline,
      view: viewOfChoice(places, id),
      far: kind !== 'region',
      places: placesOf(id, places),
      circles: [],
      radius: () => 0,
      selected: id
    },
    source: cardSource(year),
    site,
    alt: ficheAlt(fiche)
  }
}

/** Of a place, its own dot is full and the others are rings; of a territory, all the dots that lie in it are full. */
function placesOf(id: string, places: readonly Place[]): Place[] {
  const inside = places.some((one) => one.region === id || one.parent === id)
  return places.map((one) => ({
    ...one,
    selected: one.id === id || (inside && (one.region === id || one.parent === id))
  }))
}
