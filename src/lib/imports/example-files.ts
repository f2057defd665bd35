// Which files help to prepare an import: for each shape its schema, a template and an example?

import { FRENCH_EXCEL, writeCsv } from '../csv/write-csv.ts'
import { exampleRows, type ExampleRow } from '../domain/schemas/example-rows.ts'
import type { TableRules } from '../domain/schemas/rules.ts'
import { SCHEMAS } from '../domain/schemas/schemas.ts'
import { tableSchema } from '../domain/schemas/table-schema.ts'

export interface ExampleFile {
  /** Last part of its address under /donnees/. */
  file: string
  label: string
  /** MIME type. */
  type: string
  content: () => string
}

function csv({ fields }: TableRules, rows: readonly ExampleRow[]): string {
  const named = rows.map((row) => Object.fromEntries(fields.map(({ key, name }) => [name, row[key] ?? ''])))
  return writeCsv(
    fields.map(({ name }) => name),
    named,
    FRENCH_EXCEL
  )
}

const CSV = 'text/csv; charset=utf-8'

export const filesOf = (rules: TableRules): ExampleFile[] => [
  {
    file: `${rules.id}-modele.csv`,
    label: 'Modèle vide (CSV)',
    type: CSV,
    content: () => csv(rules, [])
  },
  {
    file: `${rules.id}-exemple.csv`,
    label: 'Exemple fictif (CSV)',
    type: CSV,
    content: () => csv(rules, exampleRows(rules))
  },
  {
    file: `${rules.id}.schema.json`,
    label: 'Schéma (Table Schema, JSON)',
    type: 'application/json',
    content: () => `${JSON.stringify(tableSchema(rules), null, 2)}\n`
  }
]

export const EXAMPLE_FILES: readonly ExampleFile[] = SCHEMAS.flatMap(filesOf)
