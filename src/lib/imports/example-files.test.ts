import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXAMPLE_FILES, filesOf } from './example-files.ts'
import { checkFile } from '../csv/check-file.ts'
import { NO_CORRECTIONS } from '../csv/corrections.ts'
import { encode, sourceOf } from '../csv/encode-fixture.ts'
import { openFile, type OpenedText } from '../csv/open-file.ts'
import { readCsv } from '../csv/read-csv.ts'
import { likeliestRules, matchColumns } from '../domain/schemas/match-columns.ts'
import { KnownCodes, type CodeTables } from '../domain/schemas/known-codes.ts'
import { SCHEMAS, schemaOf, SCHEMA_IDS } from '../domain/schemas/schemas.ts'
import { match } from '../../params/importfile.ts'

const tables: CodeTables = Object.fromEntries(
  ['territories', 'sites', 'programmes', 'indicators'].map((name) => {
    const { header, rows } = readCsv(readFileSync(`data/reference/${name}.csv`, 'utf8'))
    return [
      name,
      rows.map(({ cells }) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])))
    ]
  })
)
const contentOf = (name: string): string => EXAMPLE_FILES.find(({ file }) => file === name)?.content() ?? ''

describe.each(SCHEMA_IDS)('%s', (id) => {
  const rules = schemaOf(id)

  it('its example is a file without any problem, as Excel writes it', async () => {
    const source = sourceOf(encode(contentOf(`${id}-exemple.csv`), 'utf-8'))
    const opened = (await openFile(source)) as OpenedText
    expect(opened).toMatchObject({ kind: 'text', encoding: 'utf-8', bom: true, agreement: 1, notes: [] })
    expect(likeliestRules(SCHEMAS, opened.header)).toBe(rules)
    const options = {
      rules,
      columns: matchColumns(rules, opened.header),
      corrections: NO_CORRECTIONS,
      known: new KnownCodes(tables),
      today: '2023-06-30',
      published: []
    }
    let accepted = 0
    for await (const piece of checkFile(source, opened, options)) {
      expect(piece.refused).toEqual([])
      expect(piece.warnings).toEqual([])
      accepted += piece.accepted.length
    }
    expect(accepted).toBeGreaterThan(2)
  })

  it('every row of its example says that it is invented', () => {
    const [, ...lines] = contentOf(`${id}-exemple.csv`).trim().split('\r\n')
    for (const line of lines) expect(line).toContain('fictif')
  })

  it('its template holds the French names alone', () => {
    expect(contentOf(`${id}-modele.csv`)).toBe(`\ufeff${rules.fields.map(({ name }) => name).join(';')}\r\n`)
  })

  it('its schema is a Table Schema of those names', () => {
    const schema = JSON.parse(contentOf(`${id}.schema.json`)) as { fields: { name: string; type: string }[] }
    expect(schema.fields.map(({ name }) => name)).toEqual(rules.fields.map(({ name }) => name))
    for (const { type } of schema.fields) expect(['string', 'number', 'integer', 'date']).toContain(type)
  })

  it('is three files', () => expect(filesOf(rules)).toHaveLength(3))
})

it('the addresses of the files are those that the route knows', () => {
  for (const { file } of EXAMPLE_FILES) expect(match(file)).toBe(true)
  for (const file of ['codes.json', 'importer', 'journal.csv', 'x-modele.csv'])
    expect(match(file)).toBe(false)
})
