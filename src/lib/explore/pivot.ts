// Which cells does a cross table hold, and which of them may be summed? The guard decides; what it refuses is listed.

import { boundsOf, type Bounds } from '../domain/bounds.ts'
import { inGroup, sum, type Ancestors } from '../domain/comparability.ts'
import type { CatalogueTerritory } from '../domain/catalogue.ts'
import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import { secretWords } from '../domain/marks.ts'
import { MARKS, type Group, type IndicatorKind, type Mark } from '../domain/rows.ts'
import { capitalise } from '../domain/sentence.ts'

export const DIMENSIONS = ['indicateur', 'region', 'territoire', 'dispositif', 'annee'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What may be counted, by the word of the address. */
export const MEASURES = {
  produit: 'money',
  actes: 'acts',
  personnes: 'people',
  moyens: 'means',
  lieux: 'places',
  formation: 'training',
  diplomes: 'diplomas',
  encombrants: 'waste',
  support: 'support',
  effectif: 'staff',
  'appels-offres': 'tenders'
} as const satisfies Record<string, IndicatorKind>
export type PivotMeasure = keyof typeof MEASURES

export interface PivotChoice {
  measure: PivotMeasure
  rows: Dimension
  /** null: one column. */
  columns: Dimension | null
  /** Id of a territory, which counts with all that lies in it. */
  territory: string | null
  programme: string | null
  /** Year of the last day counted. */
  year: number | null
  form: 'tableau' | 'graphique'
}

/** All that the explorer reads, once. */
export interface PivotData {
  rows: readonly FigureRow[]
  /** Counted in a journal, and hidden. */
  secrets: readonly SecretRow[]
  groups: readonly Pick<Group, 'id' | 'additive' | 'why_not'>[]
  territories: readonly CatalogueTerritory[]
  programmes: readonly { id: string; name: string }[]
}

export type PivotCell =
  | { kind: 'none' }
  /** Counted, and hidden: where nothing else stands. */
  | { kind: 'secret'; count: number }
  /** As published. */
  | { kind: 'value'; row: FigureRow }
  /** Summed by us: disjoint perimeters of one group. */
  | { kind: 'sum'; row: FigureRow; bounds: Bounds; of: readonly FigureRow[] }
  /** Several that are no sum, and why. */
  | { kind: 'several'; rows: readonly FigureRow[]; reason: string }

export interface PivotHead {
  id: string
  label: string
}

export interface Pivot {
  rows: PivotHead[]
  columns: PivotHead[]
  /** By row, then by column. */
  cells: PivotCell[][]
}

const ALL: PivotHead = { id: '', label: 'Valeur' }

export const yearOf = (row: SecretRow): number => Number(row.period_end.slice(0, 4))

/** Each territory with all that it lies in. */
function ancestorsOf({ territories }: Pick<PivotData, 'territories'>): Ancestors {
  const parents = new Map(territories.map(({ id, parent }) => [id, parent]))
  return (territory) => {
    const chain: string[] = []
    for (let id = parents.get(territory) ?? ''; id !== '' && !chain.includes(id); id = parents.get(id) ?? '')
      chain.push(id)
    return chain
  }
}

function headOf(row: SecretRow, dimension: Dimension, { territories }: PivotData): PivotHead {
  switch (dimension) {
    case 'indicateur':
      return { id: row.indicator, label: capitalise(row.indicator_name) }
    case 'region':
      return {
        id: row.region,
        label: territories.find(({ id }) => id === row.region)?.name ?? row.region
      }
    case 'territoire':
      return { id: row.territory, label: row.territory_name }
    case 'dispositif':
      return { id: row.programme, label: row.programme_name || 'Tous les dispositifs' }
    case 'annee':
      return { id: String(yearOf(row)), label: String(yearOf(row)) }
  }
}

/** Heads in the order in which the rows bring them; years in theirs. */
function headsOf(rows: readonly SecretRow[], dimension: Dimension | null, data: PivotData): PivotHead[] {
  if (dimension === null) return [ALL]
  const heads = [
    ...new Map(
      rows.map((row) => {
        const head = headOf(row, dimension, data)
        return [head.id, head] as const
      })
    ).values()
  ]
  return dimension === 'annee' ? heads.toSorted((a, b) => a.id.localeCompare(b.id)) : heads
}

/** A number that two pages of a report say alike counts once. */
function distinct(rows: readonly FigureRow[]): FigureRow[] {
  const key = (row: FigureRow): string =>
    [row.indicator, row.perimeter, row.period_start, row.period_end, row.value, row.marks].join(' ')
  return [...new Map(rows.toReversed().map((row) => [key(row), row])).values()].toReversed()
}

/** Doubts of the terms stay with their sum; `exact` does not. */
function marksOfSum(rows: readonly FigureRow[]): Mark[] {
  const found = new Set<Mark>(['computed', ...rows.flatMap(({ marks }) => marks)])
  return MARKS.filter((mark) => mark !== 'exact' && found.has(mark))
}

function cellOf(
  all: readonly FigureRow[],
  secrets: number,
  data: PivotData,
  ancestors: Ancestors
): PivotCell {
  const rows = distinct(all)
  const [first, ...others] = rows
  if (first === undefined) return secrets === 0 ? { kind: 'none' } : { kind: 'secret', count: secrets }
  if (secrets > 0)
    return { kind: 'several', rows, reason: `${capitalise(secretWords(secrets))} dans cette case.` }
  if (others.length === 0) return { kind: 'value', row: first }
  const group = data.groups.find(({ id }) => id === first.group)
  if (group === undefined) return { kind: 'several', rows, reason: '' }
  const [head, ...tail] = inGroup(rows, first.group)
  const stranger = rows.find((row) => row.group !== first.group)
  if (head === undefined || stranger !== undefined) {
    const other = data.groups.find(({ id }) => id === stranger?.group)
    return { kind: 'several', rows, reason: other?.why_not ?? group.why_not }
  }
  const result = sum([head, ...tail], group, ancestors)
  if (!result.ok) return { kind: 'several', rows, reason: result.reason }
  const { value, low, high, formula } = result
  const marks = marksOfSum(rows)
  const row = { ...first, id: rows.map(({ id }) => id).join('+'), value, marks, formula }
  return { kind: 'sum', row, bounds: { low, high }, of: rows }
}

/** Is a row of the choice? */
function chosen(data: PivotData, choice: PivotChoice): (row: SecretRow) => boolean {
  const ancestors = ancestorsOf(data)
  const { territory, programme, year } = choice
  return (row) =>
    row.kind === MEASURES[choice.measure] &&
    (territory === null || row.territory === territory || ancestors(row.territory).includes(territory)) &&
    (programme === null || row.programme === programme) &&
    (year === null || yearOf(row) === year)
}

/** The rows of a choice, in the order of the table. */
export function pivotRows(data: PivotData, choice: PivotChoice): FigureRow[] {
  return data.rows.filter(chosen(data, choice))
}

export function pivotOf(data: PivotData, choice: PivotChoice): Pivot {
  const rows = pivotRows(data, choice)
  const secrets = data.secrets.filter(chosen(data, choice))
  const all: SecretRow[] = [...rows, ...secrets]
  const ancestors = ancestorsOf(data)
  const [across, down] = [headsOf(all, choice.columns, data), headsOf(all, choice.rows, data)]
  const idIn = (row: SecretRow, dimension: Dimension | null): string =>
    dimension === null ? '' : headOf(row, dimension, data).id
  return {
    rows: down,
    columns: across,
    cells: down.map((line) =>
      across.map((column) => {
        const here = (row: SecretRow): boolean =>
          idIn(row, choice.rows) === line.id && idIn(row, choice.columns) === column.id
        return cellOf(rows.filter(here), secrets.filter(here).length, data, ancestors)
      })
    )
  }
}

/** Values of a cell: one, none, or those that are no sum. */
export function rowsOfCell(cell: PivotCell): readonly FigureRow[] {
  switch (cell.kind) {
    case 'none':
    case 'secret':
      return []
    case 'value':
    case 'sum':
      return [cell.row]
    case 'several':
      return cell.rows
  }
}

/** Ends of what is shown; a sum has those of its terms. */
export const boundsOfCell = (cell: PivotCell, row: FigureRow): Bounds =>
  cell.kind === 'sum' ? cell.bounds : boundsOf(row)
