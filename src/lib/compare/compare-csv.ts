// What does a spreadsheet get? One line a value, published or computed, with its bounds, source, quote and formula.

import { boundsOf } from '../domain/bounds.ts'
import type { Entry } from '../figures/frame/entry.ts'
import { toEntry } from '../figures/frame/entry.ts'
import { marksInWords } from '../domain/marks.ts'
import type { CompareData } from './compare-data.ts'
import type { Cell, CellValue, Comparison } from './model.ts'
import { columnOf, type Overview } from './overview.ts'

export const CSV_COLUMNS = [
  'rubrique',
  'ligne',
  'colonne',
  'compte',
  'territoire',
  'dispositif',
  'valeur',
  'borne_basse',
  'borne_haute',
  'unite',
  'affichage',
  'marques',
  'debut',
  'fin',
  'source',
  'page',
  'citation',
  'formule',
  'note'
] as const

export type CsvRow = Record<(typeof CSV_COLUMNS)[number], string | number | null>

const provenance = (
  entry: Entry
): Omit<
  CsvRow,
  'rubrique' | 'ligne' | 'colonne' | 'valeur' | 'borne_basse' | 'borne_haute' | 'unite' | 'affichage'
> => ({
  compte: entry.what,
  territoire: entry.territory === 'optima' ? 'Tout Optima' : entry.territory_name,
  dispositif: entry.programme_name,
  marques: marksInWords(entry.marks),
  debut: entry.period_start,
  fin: entry.period_end,
  source: entry.source,
  page: entry.section,
  citation: entry.quote,
  formule: entry.formula,
  note: entry.note
})

const absent = (words: string): Omit<CsvRow, 'rubrique' | 'ligne' | 'colonne'> => ({
  compte: '',
  territoire: '',
  dispositif: '',
  valeur: null,
  borne_basse: null,
  borne_haute: null,
  unite: '',
  affichage: words,
  marques: '',
  debut: '',
  fin: '',
  source: '',
  page: '',
  citation: '',
  formule: '',
  note: ''
})

const valueRow = (value: CellValue): Omit<CsvRow, 'rubrique' | 'ligne' | 'colonne'> => ({
  ...provenance(value.entry),
  valeur: value.value,
  borne_basse: value.low,
  borne_haute: value.high,
  unite: value.unit,
  affichage: value.text
})

const cellRows = ({ values, words }: Cell): Omit<CsvRow, 'rubrique' | 'ligne' | 'colonne'>[] => [
  ...values.map(valueRow),
  ...(words === '' ? [] : [absent(words)])
]

/** The comparison as it is shown: absences and refusals have their line and their reason. */
export function comparisonCsv({ subjects, sections, alone }: Comparison): CsvRow[] {
  const shown = sections.flatMap((section) =>
    section.lines.flatMap((line) =>
      line.cells.flatMap((cell, column) =>
        cellRows(cell).map((row) => ({
          rubrique: section.title,
          ligne: line.label,
          colonne: subjects[column]?.name ?? '',
          ...row
        }))
      )
    )
  )
  const single = alone.flatMap(({ subject, values }) =>
    values.map((value) => ({
      rubrique: 'Sans équivalent',
      ligne: value.what,
      colonne: subject.name,
      ...valueRow(value)
    }))
  )
  return [...shown, ...single]
}

/** The table of everything: every published row once, and one line for each absence. */
export function overviewCsv({ columns, groups }: Overview, data: CompareData): CsvRow[] {
  const rows = new Map(data.rows.map((row) => [row.id, row]))
  return groups.flatMap((group) =>
    group.lines.flatMap((line) =>
      line.cells.flatMap(({ values, words }, column) => {
        const base = { rubrique: group.name, ligne: line.name, colonne: columns[column]?.name ?? '' }
        const shown = values.flatMap(({ id, text }) => {
          const row = rows.get(id)
          if (row === undefined || columnOf(row) !== columns[column]?.id) return []
          const { low, high } = boundsOf(row)
          return [
            {
              ...base,
              ...provenance(toEntry(row)),
              valeur: row.value,
              borne_basse: low,
              borne_haute: high,
              unite: row.unit,
              affichage: text
            }
          ]
        })
        return words === '' ? shown : [...shown, { ...base, ...absent(words) }]
      })
    )
  )
}
