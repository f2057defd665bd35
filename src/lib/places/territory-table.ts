// Which territories are there, what is done in each, and what is published of it? The page that lists them all.

import type { FigureRow } from '../domain/figure-rows.ts'
import { formatLabel } from '../domain/format.ts'
import { marksInWords } from '../domain/marks.ts'
import type { Family, Hue, Mark, TerritoryKind } from '../domain/rows.ts'
import { FAMILIES } from '../domain/rows.ts'
import { capitalise } from '../domain/sentence.ts'
import { PART_ORDER } from '../figures/chiffres-cles/chiffres-cles.ts'
import { KIND_NAMES } from '../map/list.ts'
import type { FicheData } from './fiche-data.ts'

export interface TerritoryValue {
  indicator: string
  value: number
  unit: string
  marks: Mark[]
}

export interface TerritoryLine {
  id: string
  name: string
  kind: TerritoryKind
  /** "Commune", "Arrondissement" */
  kindName: string
  insee: string
  population: number | null
  families: Family[]
  programmes: string[]
  /** Published values of the millésime, computed ones left out. */
  published: number
  /** One a measure: the largest of its own rows. */
  values: TerritoryValue[]
}

export interface TerritoryGroup {
  id: string
  name: string
  hue: Hue
  lines: TerritoryLine[]
}

export interface TerritoryTable {
  groups: TerritoryGroup[]
  /** Indicators that may be chosen: each is one comparability group, so that a column can be sorted. */
  measures: { id: string; name: string }[]
}

const isOwn = (row: FigureRow, year: number): boolean =>
  row.period_end >= `${year}-01-01` && !row.marks.includes('computed')

function valuesOf(rows: readonly FigureRow[], measures: readonly string[]): TerritoryValue[] {
  return measures.flatMap((indicator) => {
    const [row] = rows.filter((one) => one.indicator === indicator).toSorted((a, b) => b.value - a.value)
    return row === undefined ? [] : [{ indicator, value: row.value, unit: row.unit, marks: row.marks }]
  })
}

export function territoryTable(data: FicheData, year: number): TerritoryTable {
  const rows = data.rows.filter((row) => isOwn(row, year) && row.territory !== 'optima')
  const measures = PART_ORDER.filter((indicator) => rows.some((row) => row.indicator === indicator))
  const programmes = new Map(data.programmes.map((one) => [one.id, one]))
  const toLine = (territory: FicheData['territories'][number]): TerritoryLine => {
    const own = rows.filter((row) => row.territory === territory.id)
    const done = [
      ...new Set([
        ...data.sites.filter((site) => site.territory === territory.id).flatMap((site) => site.programmes),
        ...own.map(({ programme }) => programme)
      ])
    ].flatMap((id) => programmes.get(id) ?? [])
    return {
      id: territory.id,
      name: territory.name,
      kind: territory.kind,
      kindName: KIND_NAMES[territory.kind],
      insee: territory.insee,
      population: territory.population,
      families: FAMILIES.filter((family) => done.some((one) => one.family === family)),
      programmes: done.map((one) => one.short_name),
      published: own.length,
      values: valuesOf(own, measures)
    }
  }
  const shown = data.territories.filter(({ id }) => id !== 'optima')
  const tops = shown.filter(({ id, region }) => id === region)
  const group = (id: string, name: string, hue: Hue, members: typeof shown): TerritoryGroup => ({
    id,
    name,
    hue,
    lines: members.toSorted((a, b) => Number(b.id === id) - Number(a.id === id)).map(toLine)
  })
  const outside = shown.filter(({ region }) => region === 'optima')
  return {
    groups: [
      ...tops.map((top) =>
        group(
          top.id,
          top.name,
          top.hue,
          shown.filter(({ region }) => region === top.id)
        )
      ),
      ...(outside.length > 0 ? [group('ailleurs', 'Ailleurs', 'neutral', outside)] : [])
    ],
    measures: measures.map((id) => ({
      id,
      name: capitalise(data.rows.find(({ indicator }) => indicator === id)?.indicator_name ?? id)
    }))
  }
}

export type SortKey = 'order' | 'name' | 'population' | 'published' | 'measure'

/** Inside each group; what is not published comes last whichever way the column is sorted. */
export function sortTable(
  { groups }: TerritoryTable,
  key: SortKey,
  descending: boolean,
  measure: string
): TerritoryGroup[] {
  if (key === 'order') return groups
  const numberOf = (line: TerritoryLine): number | null =>
    key === 'population'
      ? line.population
      : key === 'published'
        ? line.published
        : (line.values.find(({ indicator }) => indicator === measure)?.value ?? null)
  const compare = (a: TerritoryLine, b: TerritoryLine): number => {
    const sign = descending ? -1 : 1
    if (key === 'name') return sign * a.name.localeCompare(b.name, 'fr')
    const [left, right] = [numberOf(a), numberOf(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right) || a.name.localeCompare(b.name, 'fr')
  }
  return groups.map((group) => ({ ...group, lines: group.lines.toSorted(compare) }))
}

/** A line of the list for a spreadsheet. */
export interface CsvLine extends Record<string, string | number | null> {
  valeur: number | null
}

/** One line a territory and published value; one without value for a territory that has none. */
export function tableCsvRows({ groups, measures }: TerritoryTable): CsvLine[] {
  const nameOf = (id: string): string => measures.find((one) => one.id === id)?.name ?? id
  return groups.flatMap((group) =>
    group.lines.flatMap((line): CsvLine[] => {
      const base = {
        id: line.id,
        nom: line.name,
        nature: line.kindName,
        region: group.name,
        insee: line.insee,
        habitants: line.population,
        dispositifs: line.programmes.join(' | ')
      }
      if (line.values.length === 0)
        return [{ ...base, mesure: '', valeur: null, affichage: 'non publié', marques: '' }]
      return line.values.map(({ indicator, value, unit, marks }) => ({
        ...base,
        mesure: nameOf(indicator),
        valeur: value,
        affichage: formatLabel(value, unit, marks),
        marques: marksInWords(marks)
      }))
    })
  )
}
