// Is a visitor's Parquet judged as their CSV would be, on both engines, and refused kindly when it cannot be read?

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fictitiousSql } from '../../../data/pipeline/journal/fictitious.ts'
import { readJournalReference } from '../../../data/pipeline/journal/journal-reference.ts'
import { checkFile } from '../csv/check-file.ts'
import { ReportBuilder } from '../csv/import-report.ts'
import { openFile, type ByteSource } from '../csv/open-file.ts'
import { JOURNAL } from '../domain/schemas/journal.ts'
import { judgedFields, judgeTexts } from '../domain/schemas/judge-texts.ts'
import type { KnownCodes } from '../domain/schemas/known-codes.ts'
import { matchColumns } from '../domain/schemas/match-columns.ts'
import type { Engine, TableFile } from '../engine/engine.ts'
import { createNativeEngine } from '../engine/native.ts'
import { createWasmNodeEngine } from '../engine/wasm-node.ts'
import { openWorkbench } from '../engine/workbench.ts'
import { fillParquet, OwnRefused, type Judge, type ParquetCheck } from './parquet.ts'

const TODAY = '2026-01-01'
let folder: string
let known: KnownCodes
let judge: Judge

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-parquet-'))
  known = (await readJournalReference('data')).known
  const fields = new Map(judgedFields(JOURNAL).map((field) => [field.key, field]))
  judge = async (texts) =>
    Object.fromEntries(
      Object.entries(texts).map(([key, list]) => [
        key,
        judgeTexts(fields.get(key)!, list, { known, today: TODAY })
      ])
    )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function written(name: string, sql: string): Promise<Uint8Array<ArrayBuffer>> {
  const bench = await openWorkbench()
  const path = join(folder, name)
  const format = name.endsWith('.parquet')
    ? '(FORMAT parquet, COMPRESSION zstd)'
    : "(FORMAT csv, DELIMITER ';', HEADER)"
  await bench.run(`COPY (${sql}) TO '${path}' ${format}`)
  bench.close()
  return new Uint8Array(await readFile(path))
}

/** The report of the CSV reader on the same rows. */
async function csvReport(bytes: Uint8Array): Promise<ReturnType<ReportBuilder['report']>> {
  const source: ByteSource = {
    name: 'journal.csv',
    size: bytes.length,
    read: async (start, end) => bytes.slice(start, end)
  }
  const opened = await openFile(source)
  if (opened.kind !== 'text') throw new Error('no text')
  const options = {
    rules: JOURNAL,
    columns: matchColumns(JOURNAL, opened.header),
    corrections: { cells: {}, everywhere: {} },
    known,
    today: TODAY,
    published: []
  }
  const builder = new ReportBuilder()
  for await (const piece of checkFile(source, opened, options)) builder.add(piece)
  return builder.report()
}

describe.each<[string, () => Promise<Engine>]>([
  ['native', createNativeEngine],
  ['wasm', async () => (await createWasmNodeEngine()).engine]
])('%s', (_name, make) => {
  const engines: Engine[] = []
  afterAll(() => Promise.all(engines.map((engine) => engine.close())))
  async function filled(bytes: Uint8Array<ArrayBuffer>): Promise<{ engine: Engine; check: ParquetCheck }> {
    const engine = await make()
    engines.push(engine)
    let check: ParquetCheck | null = null
    await fillParquet(new Blob([bytes]), judge, (found) => (check = found))(engine, [] as TableFile[])
    return { engine, check: check! }
  }

  it('a faulty journal has the problems that its CSV has', async () => {
    const sql = fictitiousSql({ rows: 4000, seed: 5, year: 2022, faultsPerThousand: 60 })
    const { engine, check } = await filled(await written('faulty.parquet', sql))
    const csv = await csvReport(await written('faulty.csv', sql))
    const kinds = ({ kinds: all }: typeof csv) =>
      all
        .filter(({ code }) => code !== 'repeated')
        .map(({ code, field, count, values, first }) =>
          [field, code, count, first[0]?.value, values.length].join(' ')
        )
        .sort()
    expect(kinds(check.report)).toEqual(kinds(csv))
    expect(check.report.accepted).toBe(csv.accepted)
    expect(check).toMatchObject({ fictitious: true, numbersUnknown: false })
    const [sum] = await engine.query({
      sql: 'SELECT sum("rows") AS n, sum(m_acts) AS acts FROM cells',
      params: []
    })
    expect(sum?.n).toBe(csv.accepted)
    await expect(engine.query({ sql: 'SELECT * FROM own_file', params: [] })).rejects.toThrow()
  })

  it('a number that stands twice is refused, the first row keeps it', async () => {
    const rows = [1, 1, 2, 3]
      .map((id) => `(${id}, DATE '2022-03-14', 'Orvault', 'eds', 'appels', 2)`)
      .join(', ')
    const sql = `SELECT * FROM (VALUES ${rows}) t(numero, date, lieu, dispositif, nature, nombre)`
    const { check } = await filled(await written('twins.parquet', sql))
    expect(check.report).toMatchObject({ rows: 4, accepted: 3, refused: 1 })
    expect(check.report.kinds.map(({ code, field, count }) => [code, field, count])).toEqual([
      ['taken', 'id', 1]
    ])
  })

  it('a time is its day, and a text may hold any character', async () => {
    const rows = ['2022-03-14 08:30:00', '2022-03-14 17:00:00', '2022-03-15 00:00:00']
      .map((time, id) => `(chr(${0xe000 + id}), TIMESTAMP '${time}', 'Orvault', 'eds', 'appels', 2)`)
      .join(', ')
    const sql = `SELECT * FROM (VALUES ${rows})
      t(numero, date, lieu, dispositif, nature, nombre)`
    const { engine, check } = await filled(await written('times.parquet', sql))
    expect(check.report).toMatchObject({ rows: 3, accepted: 3, refused: 0 })
    const days = await engine.query({
      sql: 'SELECT d_day, sum("rows")::DOUBLE AS n FROM cells GROUP BY 1 ORDER BY 1',
      params: []
    })
    expect(days.map(({ n }) => n)).toEqual([2, 1])
  })

  it('what cannot be read says why', async () => {
    const other = await written('other.parquet', `SELECT 1 AS a, 'x' AS date`)
    await expect(filled(other)).rejects.toThrow(
      /n’est pas un journal.*« lieu ».*Colonnes lues : « a », « date »/
    )
    const none = fictitiousSql({ rows: 0, seed: 1, year: 2022 })
    await expect(filled(await written('none.parquet', none))).rejects.toThrow(/aucune ligne/)
    const good = await written('good.parquet', fictitiousSql({ rows: 500, seed: 1, year: 2022 }))
    await expect(filled(good.slice(0, 900))).rejects.toBeInstanceOf(OwnRefused)
    const holed = good.slice()
    holed.fill(0x55, 100, 1200)
    await expect(filled(holed)).rejects.toThrow(/abîmé/)
  })
})
