// Which place does a reader mean by what they type? Names, codes, abbreviations, small errors; the nearest of ours.

import { at } from './at.ts'

/** Content of /data/places.json, made by data/pipeline/place-list.ts: arrays, since there are 1 800 of them. */
export interface PlaceList {
  /** id, name, kind, département, longitude, latitude, codes, spellings of the report. */
  territories: [string, string, string, string, number | null, number | null, string[], string[]][]
  /** INSEE code, name, département, postcodes, longitude, latitude; communes where the report does not name Optima. */
  communes: [string, string, string, string[], number | null, number | null][]
}

export interface FoundPlace {
  /** Id of a territory with a fiche, '' for a commune where the report does not name Optima. */
  id: string
  name: string
  kind: string
  departement: string
  /** Postcode that the reader would recognise, '' when there is none. */
  code: string
  lon: number | null
  lat: number | null
}

interface Entry {
  place: FoundPlace
  /** Folded names, the one shown first. */
  names: string[]
  /** The same without blanks, which count for nothing in a typing error. */
  bare: string[]
  /** Codes, digits alone. */
  codes: string[]
}

export type PlaceIndex = readonly Entry[]

/** Lower case, no accent, one blank between words; "St" and "Ste" are "saint" and "sainte"; a rank loses its ending. */
export function foldPlace(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(/\b(\d{1,2})(?:er|eme|e|ieme)\b/g, '$1')
    .replace(/\b(?:arrondissement|arrdt|arr)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** An arrondissement is also "18", "18 paris", "paris18". */
function namesOf(name: string, kind: string, spellings: readonly string[]): Pick<Entry, 'names' | 'bare'> {
  const folded = [name, ...spellings].map(foldPlace)
  const number = kind === 'arrondissement' ? /\d+/.exec(name)?.[0] : undefined
  const more = number === undefined ? [] : [`${number} paris`, `paris${number}`, number]
  const names = [...new Set([...folded, ...more])].filter((text) => text !== '')
  return { names, bare: names.map((text) => text.replaceAll(' ', '')) }
}

export function indexPlaces({ territories, communes }: PlaceList): PlaceIndex {
  const isCode = (text: string): boolean => /^\d{4,9}$/.test(text)
  return [
    ...territories.map(([id, name, kind, departement, lon, lat, codes, spellings]): Entry => {
      const digits = codes.filter(isCode)
      const words = codes.filter((code) => !isCode(code))
      const code = digits.find((one, index) => index > 0 && one.length === 5) ?? ''
      const place = { id, name, kind, departement, code, lon, lat }
      return { place, ...namesOf(name, kind, [...spellings, ...words]), codes: digits }
    }),
    ...communes.map(([insee, name, departement, postcodes, lon, lat]): Entry => ({
      place: { id: '', name, kind: 'commune', departement, code: postcodes[0] ?? '', lon, lat },
      ...namesOf(name, 'commune', []),
      codes: [insee, ...postcodes]
    }))
  ]
}

/**
 * Letters to add, drop, change or swap to go from one text to the other, or to a beginning of it; more than `most` is
 * said as `most + 1`.
 */
export function typingErrors(typed: string, name: string, most: number): number {
  if (typed.length > name.length + most) return most + 1
  const width = Math.min(name.length, typed.length + most)
  let before: number[] = []
  let last = Array.from({ length: width + 1 }, (_, index) => index)
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= width; j += 1) {
      const same = typed[i - 1] === name[j - 1] ? 0 : 1
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same)
      const swapped = i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1]
      if (swapped) cost = Math.min(cost, at(before, j - 2) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > most) return most + 1
    ;[before, last] = [last, row]
  }
  return Math.min(most + 1, Math.min(...last))
}

/** Errors forgiven for a text of that length: none below 4 letters. */
const forgiven = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** How well an entry answers without any typing error, smaller is better; null when it does not. */
function closeness({ names, codes }: Entry, typed: string, digits: string): number | null {
  if (digits !== '' && codes.includes(digits)) return 0
  if (digits !== '' && codes.some((code) => code.startsWith(digits))) return 3
  const costs = names.flatMap((name, rank) => {
    const later = rank > 0 ? 0.3 : 0
    if (name === typed) return [0.1 + later]
    if (name.startsWith(typed)) return [1 + later]
    return typed.length > 1 && name.includes(` ${typed}`) ? [2 + later] : []
  })
  return costs.length === 0 ? null : Math.min(...costs)
}

/** The same with a typing error or two; blanks do not count. */
function likeness({ bare }: Entry, typed: string, most: number): number | null {
  let least: number | null = null
  for (const name of bare) {
    const errors = typingErrors(typed, name, most)
    if (errors > most) continue
    // A whole name with an error answers better than the beginning of a longer one with as many.
    const cost = errors + Math.min(0.9, Math.abs(name.length - typed.length) / 20)
    least = Math.min(least ?? cost, cost)
  }
  return least
}

const ORDER: Readonly<Record<string, number>> = { region: 0, commune: 1, arrondissement: 2 }

/** Places for what was typed, best first, ours before others that answer as well; [] for nothing or nonsense. */
export function searchPlaces(index: PlaceIndex, text: string, most = 8): FoundPlace[] {
  const typed = foldPlace(text.slice(0, 80))
  if (typed === '') return []
  const digits =
    /^[\d ]+$/.test(typed) && typed.replaceAll(' ', '').length > 2 ? typed.replaceAll(' ', '') : ''
  const rank = (costOf: (entry: Entry) => number | null): FoundPlace[] =>
    index
      .flatMap((entry, position) => {
        const cost = costOf(entry)
        return cost === null ? [] : [{ entry, position, cost: cost + (entry.place.id === '' ? 0.5 : 0) }]
      })
      .toSorted(
        (a, b) =>
          a.cost - b.cost ||
          (ORDER[a.entry.place.kind] ?? 3) - (ORDER[b.entry.place.kind] ?? 3) ||
          a.position - b.position
      )
      .slice(0, most)
      .map(({ entry }) => entry.place)
  const found = rank((entry) => closeness(entry, typed, digits))
  // Errors are looked for only when nothing answers as it was typed: it is the dear half of the work.
  const bare = typed.replaceAll(' ', '')
  const errors = forgiven(bare.length)
  if (found.length > 0 || digits !== '' || errors === 0) return found
  return rank((entry) => likeness(entry, bare, errors))
}

/** Great circle, kilometres. */
function kilometres(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const [dLat, dLon] = [radians(b.lat - a.lat), radians(b.lon - a.lon)]
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}

export interface NearPlace {
  place: FoundPlace
  /** Whole kilometres between the two centres; null when we have no point: then it is of the same département. */
  km: number | null
}

/** Ours that are nearest to a commune; without a point, ours of its département; [] when there is none. */
export function nearestPlaces(index: PlaceIndex, from: FoundPlace, most = 3): NearPlace[] {
  const ours = index
    .map(({ place }) => place)
    .filter(({ id, kind }) => id !== '' && (kind === 'commune' || kind === 'arrondissement'))
  const { lon, lat } = from
  if (lon === null || lat === null)
    return ours
      .filter(({ departement }) => departement === from.departement)
      .slice(0, most)
      .map((place) => ({ place, km: null }))
  return ours
    .flatMap((place) =>
      place.lon === null || place.lat === null
        ? []
        : [{ place, km: Math.round(kilometres({ lon, lat }, { lon: place.lon, lat: place.lat })) }]
    )
    .toSorted((a, b) => a.km - b.km)
    .slice(0, most)
}

/** The territory a mistyped address meant: "orvaut", "44114", "Saint Nazaire"; null when nothing is close. */
export function nearestTerritory(index: PlaceIndex, slug: string): FoundPlace | null {
  const found = searchPlaces(
    index.filter(({ place }) => place.id !== ''),
    slug.replaceAll('-', ' ')
  )
  return found[0] ?? null
}

/**
 * What such an address meant, the communes of others included: the place of exactly that name, else the nearest
 * territory, else whatever answers; null when nothing does.
 */
export function meantPlace(index: PlaceIndex, slug: string): FoundPlace | null {
  const words = slug.replaceAll('-', ' ')
  const [best] = searchPlaces(index, words)
  if (best !== undefined && foldPlace(best.name) === foldPlace(words)) return best
  return nearestTerritory(index, slug) ?? best ?? null
}
