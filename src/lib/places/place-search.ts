// What does a search by place need from the page that holds it, and how are its answers named?

import type { FoundPlace } from '../domain/place-search.ts'
import { KIND_NAMES } from '../map/list.ts'
import { departementName } from './departements.ts'

export interface PlaceLinks {
  /** Address of /data/places.json, asked for when the reader reaches a field. */
  source: string
  /** Address of a fiche. */
  href: (id: string) => string
  /** Goes to the fiche. */
  onopen: (id: string) => void
  /** Address of the list of all the territories. */
  list: string
  /** Whom to call where the report names nobody closer. */
  phone: string
  email: string
}

/** "Commune · Loire-Atlantique · 44700", by which a reader tells two places of one name apart. */
export function identityOf(place: FoundPlace): string {
  const kind = KIND_NAMES[place.kind as keyof typeof KIND_NAMES]
  return [kind, departementName(place.departement), place.code].filter((word) => word !== '').join(' · ')
}

/** One text for one place: no two places of the list have the same. */
export function keyOf(place: FoundPlace): string {
  return [place.id, place.name, place.code, place.departement].join('|')
}
