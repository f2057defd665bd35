import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCsv } from '../../src/lib/csv/read-csv.ts'
import { DICTIONARY } from '../../src/lib/domain/dictionary.ts'
import { fixture, SITE, writeFiles } from './fixture.ts'
import { readTables } from './read-tables.ts'
import { publishedColumns, TABLES } from './schema.ts'
import { writeTableFiles } from './table-files.ts'

it('the dictionary says every published column, in its order', () => {
  expect(DICTIONARY.map(({ name }) => name)).toEqual(TABLES)
  for (const { name, columns } of DICTIONARY) {
    expect(columns.map((column) => column.name)).toEqual(publishedColumns(name).map((column) => column.name))
    for (const { name: column, description } of columns) expect(description, `${name}.${column}`).not.toBe('')
  }
})

it('the same rows in JSON, with licence and version, and for French Excel', async () => {
  const source = await writeFiles(fixture())
  const folder = await mkdtemp(join(tmpdir(), 'tables-'))
  const { tables } = await readTables(source)
  await writeTableFiles(folder, tables, { version: '2021.00000000', site: SITE })
  const json = JSON.parse(await readFile(join(folder, 'observations.json'), 'utf8')) as Record<
    string,
    unknown
  >
  expect(json).toMatchObject({ table: 'observations', version: '2021.00000000', licence: 'Licence Ouverte' })
  const { rows } = readCsv(await readFile(join(folder, 'observations-excel.csv'), 'utf8'), ';')
  expect(rows).toHaveLength((json.rows as unknown[]).length)
  await Promise.all([source, folder].map((path) => rm(path, { recursive: true })))
})
