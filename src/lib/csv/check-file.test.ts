import { describe, expect, it } from 'vitest'
import { AcceptedRows } from './accepted-rows.ts'
import { checkFile } from './check-file.ts'
import { NO_CORRECTIONS, type Corrections } from './corrections.ts'
import { encode, sourceOf } from './encode-fixture.ts'
import { ReportBuilder, type ImportReport } from './import-report.ts'
import { openFile } from './open-file.ts'
import { problemsCsv } from './problems-csv.ts'
import { readCsv } from './read-csv.ts'
import { JOURNAL } from '../domain/schemas/journal.ts'
import { KnownCodes } from '../domain/schemas/known-codes.ts'
import { matchColumns } from '../domain/schemas/match-columns.ts'
import { OBSERVATIONS } from '../domain/schemas/observations.ts'
import type { TableRules } from '../domain/schemas/rules.ts'

const known = new KnownCodes({
  territories: [{ id: 'orvault', name: 'Orvault', insee: '44114' }],
  programmes: [{ id: 'eds', name: 'Espaces' }],
  indicators: [{ id: 'calls', name: 'appels', unit: 'acts', kind: 'acts' }]
})

async function check(
  text: string,
  rules: TableRules = JOURNAL,
  corrections: Corrections = NO_CORRECTIONS
): Promise<{ report: ImportReport; csv: string }> {
  const source = sourceOf(encode(text, 'windows-1252'))
  const opened = await openFile(source)
  if (opened.kind !== 'text') throw new Error(JSON.stringify(opened))
  const columns = matchColumns(rules, opened.header)
  const options = { rules, columns, corrections, known, today: '2023-06-30', published: [] }
  const builder = new ReportBuilder()
  const rows = new AcceptedRows(rules)
  for await (const piece of checkFile(source, opened, options, 64)) {
    builder.add(piece)
    rows.add(piece.accepted)
  }
  return { report: builder.report(opened.notes), csv: [...rows.csv()].join('') }
}

const HEADER = 'date;commune;dispositif;nature;nombre;durée\n'
const GOOD = '14/03/2022;Orvault;eds;appels;1 234;1h30\n'

describe('a journal', () => {
  it('is accepted row by row', async () => {
    const { report, csv } = await check(`${HEADER}${GOOD}${GOOD.replace('1 234', '5')}`)
    expect(report).toMatchObject({ rows: 2, accepted: 2, refused: 0, warned: 0, kinds: [] })
    expect(report.encoding).toBe('windows-1252')
    expect(csv).toBe(
      'id,date,place,programme,act,count,people,duration\n,2022-03-14,orvault,eds,calls,1234,,90\n,2022-03-14,orvault,eds,calls,5,,90\n'
    )
  })

  it('explains every other row, with line, column and value', async () => {
    const { report } = await check(
      `${HEADER}14/03/2022;Orvaut;eds;appels;x;\n14/03/2022;Orvault\n"14/03;\n${GOOD}${GOOD}14/03/2022;Orvaut;eds;appels;2;;\n`
    )
    expect(report).toMatchObject({ rows: 6, accepted: 2, refused: 4, warned: 1 })
    expect(report.kinds.map(({ code, field, count }) => [code, field, count])).toEqual([
      ['unknown_code', 'place', 2],
      ['not_number', 'count', 1],
      ['ragged_row', '', 1],
      ['open_quote', '', 1],
      ['repeated', '', 1]
    ])
    expect(report.kinds[0]).toMatchObject({
      first: [{ line: 2, value: 'Orvaut', detail: 'orvault' }, { line: 7 }],
      values: [{ value: 'Orvaut', detail: 'orvault', count: 2, lines: [2, 7] }]
    })
    expect(report.refusedRows.map(({ line, fits }) => [line, fits])).toEqual([
      [2, true],
      [3, false],
      [4, false],
      [7, true]
    ])
  })

  it('is read anew with what the reader corrects, here and everywhere', async () => {
    const text = `${HEADER}14/03/2022;Orvaut;eds;appels;x;\n15/03/2022; Orvaut ;eds;appels;2;\n`
    const everywhere = { place: { Orvaut: 'Orvault' } }
    const here = await check(text, JOURNAL, { cells: {}, everywhere })
    expect(here.report).toMatchObject({ accepted: 1, refused: 1 })
    const both = await check(text, JOURNAL, { cells: { 2: { count: '3' } }, everywhere })
    expect(both.report).toMatchObject({ accepted: 2, refused: 0 })
  })

  it('a replacement that was wrong is replaced in its turn, and a ring of them ends', async () => {
    const text = `${HEADER}14/03/2022;Orvaut;eds;appels;1;\n15/03/2022;a;eds;appels;2;\n`
    const everywhere = { place: { Orvaut: 'Orvolt', Orvolt: 'Orvault', a: 'b', b: 'a' } }
    const { report } = await check(text, JOURNAL, { cells: {}, everywhere })
    expect(report).toMatchObject({ accepted: 1, refused: 1 })
  })

  it('a hostile value is replaced only when it was asked for', async () => {
    const { report } = await check(`${HEADER}14/03/2022;constructor;eds;appels;1;\n`, JOURNAL, {
      cells: {},
      everywhere: { place: {} }
    })
    expect(report.kinds.map(({ code }) => code)).toEqual(['unknown_code'])
  })
})

it('rows that name rows wait for the end', async () => {
  const keys = OBSERVATIONS.fields.map(({ key }) => key)
  const row = (id: string, contradicts: string): string =>
    `${id};calls;orvault;;;01/01/2022;31/12/2022;1;acts;${contradicts === '' ? 'exact' : 'to_verify'};p;s;t;q;;${contradicts};\n`
  const { report, csv } = await check(
    `${keys.join(';')}\n${row('a', 'b')}${row('b', 'a')}${row('c', 'd')}`,
    OBSERVATIONS
  )
  expect(report).toMatchObject({ rows: 3, accepted: 2, refused: 1 })
  expect(report.kinds).toMatchObject([{ code: 'unknown_row', field: 'contradicts', first: [{ line: 4 }] }])
  expect(csv.split('\n')[1]).toMatch(/^a,calls,orvault/)
})

it('problems are taken away as a table', async () => {
  const { report } = await check(`${HEADER}14/03/2022;=1+1;eds;appels;-1;\n`)
  const problems = report.kinds.flatMap(({ first }) => first)
  const { header, rows } = readCsv(problemsCsv(JOURNAL, problems), ';')
  expect(header).toEqual(['ligne', 'colonne', 'valeur', 'gravité', 'raison', 'remède'])
  expect(rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
    ['2', 'lieu', "'=1+1", 'refusée'],
    ['2', 'nombre', '-1', 'refusée']
  ])
  expect(problemsCsv(JOURNAL, problems, false)).not.toContain('raison')
})
