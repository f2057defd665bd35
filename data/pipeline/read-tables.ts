// Which rows do the CSVs of data/ hold, cell by cell checked, and what is wrong with them?

import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readCsv, type CsvTable } from '../../src/lib/csv/read-csv.ts'
import type { TableName } from '../../src/lib/domain/rows.ts'
import type { Row } from '../../src/lib/engine/engine.ts'
import { readCell } from './cell.ts'
import { headerProblems, issueProblems, wholeFile } from './csv-problems.ts'
import { isOfJournal, NOT_OF_A_JOURNAL, preparedSource } from './journal/prepared-year.ts'
import type { Problem } from './problem.ts'
import { fieldsOf, RECONCILIATION_SCHEMA, TABLES, YEARLY, type Field } from './schema.ts'

export interface DataRow {
  file: string
  line: number
  /** Year of the folder; null in reference/. */
  millesime: number | null
  /** By column; a cell that was refused is absent. */
  values: Row
}
export type Tables = Record<TableName, DataRow[]>

export interface Reading {
  tables: Tables
  /** Sums and quotients to be held against what is published; see `reconcile.ts`. */
  reconciliations: DataRow[]
  /** Oldest first. */
  millesimes: number[]
  /** File name -> text of each report. */
  sources: Map<string, string>
  problems: Problem[]
}

type Fields = readonly (readonly [string, Field])[]

const ABSENT = 'fichier absent.'
const RECONCILIATION = 'reconciliation'
/** Files of a millésime that may be absent: sums to check, and sources that came with its folder. */
const OPTIONAL: readonly string[] = [RECONCILIATION, 'sources']

/** UTF-8 text, or the problem that it is not there or not that. */
export async function readText(folder: string, file: string): Promise<string | Problem> {
  const name = `data/${file}`
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(folder, file)))
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (missing) return wholeFile(name, ABSENT, '')
    return wholeFile(name, 'fichier illisible.', 'un texte en UTF-8')
  }
}

/** A row of another length has no columns to speak of: it is reported as such, and not read. */
function readRows(
  fields: Fields,
  file: string,
  millesime: number | null,
  csv: CsvTable,
  problems: Problem[]
): DataRow[] {
  return csv.rows
    .filter(({ cells }) => cells.length === csv.header.length)
    .map(({ line, cells }) => {
      const values: Row = {}
      for (const [column, field] of fields) {
        const value = cells[csv.header.indexOf(column)]
        if (value === undefined) continue
        const result = readCell(field, value)
        if (result.ok) values[column] = result.value
        else problems.push({ file, row: line, column, value, wrong: result.wrong, expected: result.expected })
      }
      return { file, line, millesime, values }
    })
}

/** @param name without extension, in the folder of the millésime or in reference/ */
async function readRowsOf(
  folder: string,
  name: string,
  fields: Fields,
  millesime: number | null,
  problems: Problem[],
  optional = OPTIONAL.includes(name)
): Promise<DataRow[]> {
  const path = `${millesime ?? 'reference'}/${name}.csv`
  const file = `data/${path}`
  const text = await readText(folder, path)
  if (typeof text !== 'string') {
    if (text.wrong !== ABSENT || millesime === null || !optional) problems.push(text)
    return []
  }
  const csv = readCsv(text)
  const header =
    csv.header.length === 0
      ? []
      : headerProblems(
          file,
          csv.header,
          fields.map(([column]) => column)
        )
  problems.push(...issueProblems(file, csv.issues, header.length > 0), ...header)
  return readRows(fields, file, millesime, csv, problems)
}

async function readFolder(folder: string): Promise<{ folders: string[]; problems: Problem[] }> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  const folders = (entries ?? []).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  if (entries === null) return { folders, problems: [wholeFile('data/', 'dossier absent.', '')] }
  const problems = ['reference', 'sources']
    .filter((name) => !folders.includes(name))
    .map((name) => wholeFile(`data/${name}/`, 'dossier absent.', ''))
  const years = folders.some((name) => /^\d{4}$/.test(name))
  return {
    folders,
    problems: years
      ? problems
      : [
          ...problems,
          wholeFile(
            'data/',
            'aucun millésime.',
            'au moins un dossier nommé comme une année, par exemple data/2021/'
          )
        ]
  }
}

/** Reads all that is in `folder` (data/). Never throws on what it finds there. */
export async function readTables(folder: string): Promise<Reading> {
  const { folders, problems } = await readFolder(folder)
  const millesimes = folders
    .filter((name) => /^\d{4}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b)
  const tables = Object.fromEntries(TABLES.map((table): [TableName, DataRow[]] => [table, []])) as Tables
  for (const table of TABLES) {
    const years = YEARLY.includes(table) ? millesimes : folders.includes('reference') ? [null] : []
    for (const year of years) {
      const spared =
        year !== null && NOT_OF_A_JOURNAL.includes(table) && isOfJournal(tables.observations, year)
      tables[table].push(...(await readRowsOf(folder, table, fieldsOf(table), year, problems, spared)))
    }
  }
  const fields = Object.entries<Field>(RECONCILIATION_SCHEMA)
  const reconciliations: DataRow[] = []
  for (const year of millesimes)
    reconciliations.push(...(await readRowsOf(folder, RECONCILIATION, fields, year, problems)))
  for (const year of millesimes)
    tables.sources.push(...(await readRowsOf(folder, 'sources', fieldsOf('sources'), year, problems)))
  const sources = new Map<string, string>()
  const named = new Set(tables.sources.map(({ values }) => String(values.id)))
  for (const { file, line, values, millesime } of folders.includes('sources') ? tables.sources : []) {
    const name = values.file
    if (typeof name !== 'string') continue
    // What a millésime brings along, a journal's statement for one, stands in its own folder.
    const place = `${millesime ?? 'sources'}/${name}`
    const text = await readText(folder, place)
    if (typeof text === 'string') sources.set(name, text)
    else
      problems.push({
        file,
        row: line,
        column: 'file',
        value: name,
        wrong: `data/${place} : ${text.wrong}`,
        expected: text.expected
      })
  }
  for (const year of millesimes) {
    const prepared = preparedSource(tables.observations, year, named)
    if (prepared === null) continue
    tables.sources.push(prepared.row)
    sources.set(String(prepared.row.values.file), prepared.text)
  }
  return { tables, reconciliations, millesimes, sources, problems }
}
