// Which part of the report does the reader look at, and how is that written in the address?

/** What the circles, the list and the key numbers speak of. */
export const MEASURES = ['produit', 'interventions', 'personnes', 'stagiaires'] as const
export type Measure = (typeof MEASURES)[number]

/** The choices of the filter bar; null means "all". Ids are those of the published tables. */
export interface Filters {
  territory: string | null
  programme: string | null
  /** Millésime: the year of the report. */
  year: number
  measure: Measure
}

/** What exists, so that a value of the address can be checked: ids by name or alias. */
export interface Known {
  /** Alias (lower case) or id -> id. */
  territories: ReadonlyMap<string, string>
  programmes: ReadonlyMap<string, string>
  /** Published millésimes, newest last; never empty. */
  years: readonly number[]
}

/** A value of ours that could not be read: it is ignored, and said. */
export interface FilterIssue {
  parameter: 'territoire' | 'dispositif' | 'annee' | 'mesure'
  value: string
}

/** The view without any choice: everything, newest millésime, produit. */
export function defaultFilters(known: Known): Filters {
  return { territory: null, programme: null, year: known.years.at(-1) ?? 0, measure: 'produit' }
}

/**
 * Reads the address. Names that are not ours are ignored in silence; a bad value of ours is ignored
 * and reported. Never throws, whatever the string. Of a repeated name the first value counts.
 * @param search the query of an address, with or without its question mark
 */
export function decodeFilters(search: string, known: Known): { filters: Filters; issues: FilterIssue[] } {
  const params = new URLSearchParams(search)
  const filters = defaultFilters(known)
  const issues: FilterIssue[] = []
  const read = (parameter: FilterIssue['parameter'], accept: (value: string) => boolean): void => {
    const value = params.get(parameter)
    if (value === null || value === '') return
    if (!accept(value)) issues.push({ parameter, value: value.slice(0, 80) })
  }
  read('territoire', (value) => {
    const id = known.territories.get(value.toLowerCase())
    if (id === undefined) return false
    filters.territory = id === 'optima' ? null : id
    return true
  })
  read('dispositif', (value) => {
    const id = known.programmes.get(value.toLowerCase())
    if (id === undefined) return false
    filters.programme = id
    return true
  })
  read('annee', (value) => {
    const year = /^\d{4}$/.test(value) ? Number(value) : Number.NaN
    if (!known.years.includes(year)) return false
    filters.year = year
    return true
  })
  read('mesure', (value) => {
    const measure = MEASURES.find((name) => name === value)
    if (measure === undefined) return false
    filters.measure = measure
    return true
  })
  return { filters, issues }
}

/** The query, without question mark: only what differs from the default view, in a fixed order. Inverse of `decodeFilters`. */
export function encodeFilters(filters: Filters, known: Known): string {
  const start = defaultFilters(known)
  const params = new URLSearchParams()
  if (filters.territory !== null) params.set('territoire', filters.territory)
  if (filters.programme !== null) params.set('dispositif', filters.programme)
  if (filters.year !== start.year) params.set('annee', String(filters.year))
  if (filters.measure !== start.measure) params.set('mesure', filters.measure)
  return params.toString()
}
