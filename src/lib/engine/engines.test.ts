import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine, Scalar, TableFile } from './engine.ts'
import { createNativeEngine } from './native.ts'
import { writeParquet, type ParquetColumn } from './parquet.ts'
import { createWasmNodeEngine } from './wasm-node.ts'

const COLUMNS: ParquetColumn[] = [
  { name: 'id', type: 'VARCHAR' },
  { name: 'group', type: 'VARCHAR' },
  { name: 'value', type: 'DOUBLE' },
  { name: 'year', type: 'INTEGER' },
  { name: 'additive', type: 'BOOLEAN' }
]
const ROWS = Array.from({ length: 5000 }, (_, index) => ({
  id: `d'été ${index}`,
  group: index % 3 ? 'à' : '',
  value: index % 5 ? index / 3 : null,
  year: index % 7 ? 2021 : null,
  additive: index % 2 === 0
}))
/** Billions of pairs, of which the engine gives one number: long enough to be stopped. */
const HEAVY = 'SELECT count(DISTINCT a.range * 7919 % 100003) AS n FROM range(5000000000) a'

let folder: string
let tables: TableFile[]
const write = async (name: string, rows: typeof ROWS): Promise<TableFile> => {
  await writeParquet(join(folder, name), COLUMNS, rows)
  return { name, bytes: new Uint8Array(await readFile(join(folder, name))) }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engines-'))
  tables = [await write('rows', ROWS), await write('none', [])]
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('writes the same bytes for the same rows', async () => {
  expect((await write('again', ROWS)).bytes).toEqual(tables[0]!.bytes)
})

it.each([
  { id: 3 },
  { value: 'x' },
  { value: Number.NaN },
  { year: 1.5 },
  { year: 2 ** 31 },
  { additive: 1 }
])('refuses to write %o', async (row) => {
  await expect(writeParquet(join(folder, 'bad'), COLUMNS, [row])).rejects.toMatchObject({
    code: 'data_unreadable'
  })
})

const makers: [string, () => Promise<Engine>][] = [
  ['native', createNativeEngine],
  ['wasm', async () => (await createWasmNodeEngine()).engine]
]

describe.each(makers)('%s', (_name, make) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await make()
    await engine.load(tables)
  })
  afterAll(() => engine.close())
  const ask = (sql: string, ...params: Scalar[]) => engine.query({ sql, params })

  it('gives back the rows that were written', async () => {
    expect(await ask('SELECT * FROM rows')).toEqual(ROWS)
    expect(await ask('SELECT * FROM none')).toEqual([])
  })

  it('gives plain values @fault-13', async () => {
    const sql = `SELECT sum(year) AS s, count(*) AS c, 1.25 AS d, DATE '2021-03-04' AS day,
      TIMESTAMP '2021-03-04 05:06:07.5' AS t, 7::HUGEINT AS h, 5::UBIGINT AS u, 2.5::FLOAT AS f, NULL AS n, true AS b FROM rows`
    expect(await ask(sql)).toEqual([
      {
        s: 4285 * 2021,
        c: 5000,
        d: 1.25,
        day: '2021-03-04',
        t: '2021-03-04T05:06:07.500Z',
        h: 7,
        u: 5,
        f: 2.5,
        n: null,
        b: true
      }
    ])
    await expect(ask('SELECT [1, 2] AS l')).rejects.toMatchObject({
      code: 'query_failed',
      evidence: { column: 'l' }
    })
  })

  it('binds any value as a value', async () => {
    const sql = 'SELECT ?::VARCHAR AS text, ?::DOUBLE AS number, ?::BOOLEAN AS truth, ?::VARCHAR AS absent'
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom("'", "');DROP TABLE rows;--", '\\', '$1', '?', '--', '/*')
    )
    const property = fc.asyncProperty(
      hostile,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      async (text, number, truth) => {
        const [row] = await ask(sql, text, number, truth, null)
        expect(row).toEqual({
          text: text.replaceAll('\0', '\uFFFD').toWellFormed(),
          number: number + 0,
          truth,
          absent: null
        })
      }
    )
    await fc.assert(property, { numRuns: 300, seed: 1 })
    expect(await ask('SELECT count(*) AS n FROM rows')).toEqual([{ n: 5000 }])
    await expect(ask(sql, 'x', Number.NaN, true, null)).rejects.toMatchObject({ code: 'query_failed' })
  })

  it('answers each question with its own rows when many are asked at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => ask('SELECT ?::INTEGER AS n', n)))
    expect(answers).toEqual(Array.from({ length: 30 }, (_, n) => [{ n }]))
  })

  it('is locked once loaded @fault-08', async () => {
    for (const sql of [
      "SELECT * FROM read_parquet('rows.parquet')",
      "SET memory_limit = '1GB'",
      "COPY rows TO 'x.csv'",
      "SELECT * FROM 'https://x.test/a.parquet'"
    ]) {
      await expect(ask(sql)).rejects.toMatchObject({ code: 'query_failed' })
    }
  })

  it('says what failed', async () => {
    await expect(ask('SELECT nothing FROM rows')).rejects.toMatchObject({
      code: 'query_failed',
      evidence: { sql: 'SELECT nothing FROM rows' }
    })
  })

  it('stops a question at once and answers the next within a second @fault-09', async () => {
    const controller = new AbortController()
    const started = performance.now()
    const heavy = engine.query({ sql: HEAVY, params: [] }, { signal: controller.signal })
    const waiting = engine.query({ sql: 'SELECT 1', params: [] }, { signal: controller.signal })
    const next = ask('SELECT 2 AS n')
    setTimeout(() => controller.abort(), 200)
    await expect(heavy).rejects.toMatchObject({ code: 'query_cancelled' })
    await expect(waiting).rejects.toMatchObject({ code: 'query_cancelled' })
    expect(await next).toEqual([{ n: 2 }])
    expect(performance.now() - started).toBeLessThan(5000)
    await expect(
      engine.query({ sql: 'SELECT 1', params: [] }, { signal: AbortSignal.abort() })
    ).rejects.toMatchObject({ code: 'query_cancelled' })
  })

  it('names the file that is not Parquet', async () => {
    const whole = tables[0]!.bytes
    const flipped = whole.slice().fill(0, 4, 400)
    for (const bytes of [
      new Uint8Array(0),
      new TextEncoder().encode('<!doctype html>'),
      whole.slice(0, 9000),
      flipped
    ]) {
      const other = await make()
      await expect(other.load([{ name: 'rows', bytes }])).rejects.toMatchObject({
        code: 'data_unreadable',
        evidence: { file: 'rows.parquet' }
      })
      await other.close()
    }
  })

  it('rejects what is pending when it is closed', async () => {
    const other = await make()
    const pending = [other.query({ sql: HEAVY, params: [] }), other.query({ sql: 'SELECT 1', params: [] })]
    setTimeout(() => void other.close(), 100)
    for (const question of pending) await expect(question).rejects.toMatchObject({ code: 'engine_lost' })
    await expect(other.query({ sql: 'SELECT 1', params: [] })).rejects.toMatchObject({ code: 'engine_lost' })
  })
})

it('settles every promise when the worker is killed from outside @fault-10', async () => {
  const { engine, worker } = await createWasmNodeEngine()
  await engine.load(tables)
  const pending = engine.query({ sql: HEAVY, params: [] })
  setTimeout(() => void worker.terminate(), 100)
  await expect(pending).rejects.toMatchObject({ code: 'engine_lost' })
  await expect(engine.load(tables)).rejects.toMatchObject({ code: 'engine_lost' })
})

it('ends a worker that would not stop, and says so to those who wait @fault-09', async () => {
  const { engine } = await createWasmNodeEngine()
  const controller = new AbortController()
  const sql = 'SELECT count(*) AS n FROM range(100000000) a, range(10000) b WHERE (a.range * b.range) % 7 = 3'
  const heavy = engine.query({ sql, params: [] }, { signal: controller.signal })
  const next = engine.query({ sql: 'SELECT 1 AS n', params: [] })
  setTimeout(() => controller.abort(), 100)
  await expect(heavy).rejects.toMatchObject({ code: 'query_cancelled' })
  // Either the join stops within the grace (the next is answered) or the worker ends; neither hangs.
  const settled = await next.catch((error: unknown) => error)
  if (Array.isArray(settled)) expect(settled).toEqual([{ n: 1 }])
  else expect(settled).toMatchObject({ code: 'engine_lost', evidence: { reason: 'would not stop' } })
  await engine.close()
})
