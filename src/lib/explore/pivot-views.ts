// How does a cross table become a drawing of the registry's marks, and a file?

import type { Cell } from '../csv/write-csv.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import { marksInWords } from '../domain/marks.ts'
import { capitalise } from '../domain/sentence.ts'
import type { FigureContext } from '../figures/figure.ts'
import { barLines, barsPanel, drawingOf, wordsOf } from '../figures/frame/bars.ts'
import type { BarsPanel, Drawing } from '../figures/frame/drawing.ts'
import { boundsOfCell, rowsOfCell, type Pivot, type PivotChoice } from './pivot.ts'

interface Placed {
  row: FigureRow
  /** Head of its line. */
  label: string
  column: string
}

function placed(pivot: Pivot): Placed[] {
  return pivot.rows.flatMap((line, r) =>
    pivot.columns.flatMap((column, c) =>
      rowsOfCell(pivot.cells[r]?.[c] ?? { kind: 'none' }).map((row) => ({
        row,
        label: line.label,
        column: column.id
      }))
    )
  )
}

/** What tells a bar apart beside its head: what is counted, where, for which dispositif, as far as the heads do not say. */
export function detailOf(row: FigureRow, { rows, columns }: PivotChoice): string {
  const said = [rows, columns]
  return [
    said.includes('indicateur') ? '' : row.indicator_name,
    said.includes('territoire') || row.territory === 'optima' ? '' : row.territory_name,
    said.includes('dispositif') ? '' : row.programme_name,
    said.includes('annee') ? '' : row.period_end.slice(0, 4)
  ]
    .filter((word) => word !== '')
    .join(', ')
}

/** One panel a column and comparability group: a group has its own axis, the same in every column. */
export function pivotDrawing(pivot: Pivot, choice: PivotChoice): Drawing {
  const all = placed(pivot)
  const context: FigureContext = {
    filters: { territory: null, programme: null, year: choice.year ?? 0, measure: 'interventions' },
    territory: null,
    programme: null
  }
  const rows = all.map(({ row }) => row)
  const groups = [...new Map(rows.map((row) => [row.group, row.group_name])).entries()]
  const panels = groups.flatMap(([group, name]) =>
    pivot.columns.flatMap((column): BarsPanel[] => {
      const own = all.filter((one) => one.row.group === group && one.column === column.id)
      if (own.length === 0) return []
      const labels = new Map(own.map(({ row, label }) => [row.id, label]))
      const lines = barLines(
        own.map(({ row }) => row),
        rows,
        context,
        { label: (row) => labels.get(row.id) ?? '', detail: (row) => detailOf(row, choice) }
      ).map((line) => ({ ...line, territory: '' }))
      const title = column.id === '' ? capitalise(name) : `${capitalise(name)}, ${column.label}`
      return [barsPanel(`${group}-${column.id}`, title, lines, { words: wordsOf(own.map(({ row }) => row)) })]
    })
  )
  return drawingOf(panels, 'columns')
}

/** Fixed: other people's scripts read them by name. */
export const PIVOT_COLUMNS = [
  'ligne',
  'colonne',
  'ce_qui_est_compte',
  'territoire',
  'dispositif',
  'debut',
  'fin',
  'valeur',
  'unite',
  'marques',
  'borne_basse',
  'borne_haute',
  'formule',
  'pas_de_somme',
  'source',
  'section',
  'citation',
  'id',
  'version'
] as const

type PivotRecord = Record<(typeof PIVOT_COLUMNS)[number], Cell>
const NOTHING = Object.fromEntries(PIVOT_COLUMNS.map((column) => [column, ''])) as PivotRecord

/** One row a value, so that what is no sum keeps its parts. */
export function pivotCsvRows(pivot: Pivot, version: string): PivotRecord[] {
  return pivot.rows.flatMap((line, r) =>
    pivot.columns.flatMap((column, c) => {
      const cell = pivot.cells[r]?.[c] ?? { kind: 'none' }
      const base = { ligne: line.label, colonne: column.id === '' ? '' : column.label, version }
      if (cell.kind === 'secret') return [{ ...NOTHING, ...base, marques: marksInWords(['secret']) }]
      return rowsOfCell(cell).map((row) => {
        const { low, high } = boundsOfCell(cell, row)
        return {
          ...base,
          ce_qui_est_compte: row.indicator_name,
          territoire: row.territory_name,
          dispositif: row.programme_name || 'tous',
          debut: row.period_start,
          fin: row.period_end,
          valeur: row.value,
          unite: row.unit,
          marques: marksInWords(row.marks),
          borne_basse: low,
          borne_haute: high,
          formule: row.formula,
          pas_de_somme: cell.kind === 'several' ? cell.reason : '',
          source: row.source,
          section: row.section,
          citation: row.quote,
          id: row.id
        }
      })
    })
  )
}
