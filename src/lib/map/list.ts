// In which groups and in which order does the list name the places?

import type { Place } from '../domain/figure-rows.ts'
import type { Hue, TerritoryKind } from '../domain/rows.ts'
import type { MapCircle } from './circles.ts'

export interface PlaceGroup {
  /** Id of the territory, or 'optima' for what belongs to none (formation, siège). */
  id: string
  name: string
  hue: Hue
  /** Value and marks of the territory, '' when it has none. */
  value: string
  note: string
  /** "6 lieux", "1 lieu", "17 sites, non cartographiés". */
  count: string
  selected: boolean
  /** The region as one, to be chosen in a row of its own; null where a place or nothing stands for it. */
  whole: Place | null
  places: Place[]
}

export const KIND_NAMES: Record<TerritoryKind, string> = {
  organisation: 'Association',
  region: 'Région',
  departement: 'Département',
  epci: 'Intercommunalité',
  commune: 'Commune',
  arrondissement: 'Arrondissement',
  line: 'Ligne'
}

const plural = (count: number, word: string, many: string): string =>
  `${count}\u00a0${count > 1 ? many : word}`

/** Under the name of a place that has no point; '' for one that has. */
export function unmapped(place: Place): string {
  if (place.lon !== null && place.lat !== null) return ''
  return place.counted > 1 ? `${place.counted}\u00a0sites, non cartographiés` : 'non cartographié'
}

/** Circles give groups and order, selected ones first; each place is in exactly one group. */
export function groupPlaces(places: readonly Place[], circles: readonly MapCircle[]): PlaceGroup[] {
  const known = new Set(circles.map((circle) => circle.id))
  const left = places.filter((place) => !known.has(place.region))
  const groups = circles.map((circle): PlaceGroup => {
    const all = places.filter((place) => place.region === circle.id)
    return {
      id: circle.id,
      name: circle.name,
      hue: circle.hue,
      value: circle.value === null ? 'non publié' : (circle.short ?? circle.label),
      note: circle.short === undefined ? '' : (circle.note ?? ''),
      selected: circle.selected,
      ...rows(all, circle.id, circle.selected)
    }
  })
  const rest = [...new Set(left.map((place) => place.region))].map((region): PlaceGroup => {
    const all = left.filter((place) => place.region === region)
    const selected = all.some((place) => place.selected)
    return {
      id: region,
      name: all.find((place) => place.id === region)?.name ?? 'Formation et siège',
      hue: all[0]?.hue ?? 'neutral',
      value: '',
      note: '',
      selected,
      ...rows(all, region, selected)
    }
  })
  return [...groups, ...rest].toSorted((a, b) => Number(b.selected) - Number(a.selected))
}

/** The territory itself is the head of its group, not a row, unless it is a commune (Angers). */
function rows(
  all: readonly Place[],
  id: string,
  selected: boolean
): Pick<PlaceGroup, 'places' | 'count' | 'whole'> {
  const isHead = (place: Place): boolean =>
    place.id === id && (place.kind === 'region' || place.kind === 'organisation')
  const head = all.find(isHead)
  const named = all.filter((place) => !isHead(place))
  const parts = [
    ...(named.length > 0 ? [plural(named.length, 'lieu', 'lieux')] : []),
    ...(head && head.counted > 0
      ? [`${plural(head.counted, 'site', 'sites')} non cartographié${head.counted > 1 ? 's' : ''}`]
      : [])
  ]
  return {
    places: named,
    count: parts.join(', '),
    whole: head?.kind === 'region' ? { ...head, selected } : null
  }
}
