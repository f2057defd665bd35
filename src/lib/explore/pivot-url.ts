// How is a cross table written in an address, and read from one?

import { knownFilters } from '../domain/catalogue.ts'
import {
  DIMENSIONS,
  MEASURES,
  yearOf,
  type Dimension,
  type PivotChoice,
  type PivotData,
  type PivotMeasure
} from './pivot.ts'

/** What exists: ids, and aliases that mean them. */
export interface KnownPivot {
  territories: ReadonlyMap<string, string>
  programmes: ReadonlySet<string>
  years: readonly number[]
}

export function knownPivot({ rows, territories, programmes }: PivotData): KnownPivot {
  const years = [...new Set(rows.map(yearOf))].toSorted((a, b) => a - b)
  const known = knownFilters({ territories: [...territories], programmes: [...programmes], years })
  return { territories: known.territories, programmes: new Set(programmes.map(({ id }) => id)), years }
}

export interface PivotIssue {
  parameter: string
  value: string
}

export const FIRST_PIVOT: PivotChoice = {
  measure: 'actes',
  rows: 'indicateur',
  columns: 'region',
  territory: null,
  programme: null,
  year: null,
  form: 'tableau'
}

const NONE = 'aucune'
const isMeasure = (value: string): value is PivotMeasure => Object.hasOwn(MEASURES, value)
const dimensionOf = (value: string): Dimension | undefined => DIMENSIONS.find((one) => one === value)

/** Never throws. Names that are not ours are ignored in silence; a bad value of ours is ignored and said. */
export function decodePivot(
  search: string,
  known: KnownPivot
): { choice: PivotChoice; issues: PivotIssue[] } {
  const params = new URLSearchParams(search)
  const choice = { ...FIRST_PIVOT }
  const issues: PivotIssue[] = []
  const read = (parameter: string, accept: (value: string) => boolean): void => {
    const value = params.get(parameter)
    if (value === null || value === '' || accept(value)) return
    issues.push({ parameter, value: value.slice(0, 80) })
  }
  read('mesure', (value) => isMeasure(value) && ((choice.measure = value), true))
  read('lignes', (value) => {
    const found = dimensionOf(value)
    if (found !== undefined) choice.rows = found
    return found !== undefined
  })
  read('colonnes', (value) => {
    const found = value === NONE ? null : dimensionOf(value)
    if (found !== undefined) choice.columns = found
    return found !== undefined
  })
  read('territoire', (value) => {
    const found = known.territories.get(value.toLowerCase())
    if (found !== undefined) choice.territory = found === 'optima' ? null : found
    return found !== undefined
  })
  read('dispositif', (value) => known.programmes.has(value) && ((choice.programme = value), true))
  read('annee', (value) => {
    const found = known.years.find((year) => String(year) === value)
    if (found !== undefined) choice.year = found
    return found !== undefined
  })
  read('forme', (value) => {
    if (value !== 'tableau' && value !== 'graphique') return false
    choice.form = value
    return true
  })
  // A table crossed with itself is a list.
  if (choice.columns === choice.rows) choice.columns = null
  return { choice, issues }
}

/** The query without question mark: only what differs from the first table, in a fixed order. Inverse of `decodePivot`. */
export function encodePivot(choice: PivotChoice): string {
  const params = new URLSearchParams()
  const add = (name: string, value: string | null, first: string | null): void => {
    if (value !== first && value !== null) params.set(name, value)
  }
  add('mesure', choice.measure, FIRST_PIVOT.measure)
  add('lignes', choice.rows, FIRST_PIVOT.rows)
  const columns = choice.columns === choice.rows ? null : choice.columns
  add('colonnes', columns ?? NONE, FIRST_PIVOT.columns)
  add('territoire', choice.territory, null)
  add('dispositif', choice.programme, null)
  add('annee', choice.year === null ? null : String(choice.year), null)
  add('forme', choice.form, FIRST_PIVOT.form)
  return params.toString()
}
