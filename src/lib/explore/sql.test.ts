import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DICTIONARY } from '../domain/dictionary.ts'
import { AppError } from '../domain/errors.ts'
import type { Engine, Row } from '../engine/engine.ts'
import { createNativeEngine } from '../engine/native.ts'
import { createWasmNodeEngine } from '../engine/wasm-node.ts'
import { SQL_EXAMPLES } from './sql-examples.ts'
import { MOST_ROWS, prepareSql, sqlProblem } from './sql-query.ts'

const engines: { native: Engine; wasm: Engine } = {} as never
const tables = async () =>
  Promise.all(
    DICTIONARY.map(async ({ name }) => ({
      name,
      bytes: new Uint8Array(await readFile(`static/data/${name}.parquet`))
    }))
  )
beforeAll(async () => {
  engines.native = await createNativeEngine()
  engines.wasm = (await createWasmNodeEngine()).engine
  await engines.native.load(await tables())
  await engines.wasm.load(await tables())
}, 60_000)
afterAll(() => Promise.all([engines.native.close(), engines.wasm.close()]))

const sent = (text: string): string => {
  const prepared = prepareSql(text)
  if (!prepared.ok) throw new Error(prepared.reason)
  return prepared.sql
}
const ask = (engine: Engine, text: string): Promise<Row[]> => engine.query({ sql: sent(text), params: [] })

it.each(SQL_EXAMPLES)('$title', async ({ sql }) => {
  const rows = await ask(engines.wasm, sql)
  expect(rows.length).toBeGreaterThan(1)
  expect(await ask(engines.native, sql)).toEqual(rows)
})

describe('what is sent', () => {
  it('keeps the order of the reader and a last comment', async () => {
    const rows = await ask(engines.wasm, 'SELECT value FROM observations ORDER BY value DESC; -- fin')
    const values = rows.map(({ value }) => Number(value))
    expect(values).toEqual(values.toSorted((a, b) => b - a))
  })

  it('is never endless', async () => {
    expect(await ask(engines.wasm, 'SELECT a.id FROM observations a, observations b, sites c')).toHaveLength(
      MOST_ROWS + 1
    )
  })

  it.each([
    ['', 'vide'],
    ['  -- rien\n', 'vide'],
    ['SELECT 1; DROP TABLE sites', 'Une seule requête'],
    ['DROP TABLE sites', 'ne fait que lire'],
    ["COPY sites TO 'a.csv'", 'ne fait que lire'],
    ['INSTALL httpfs', 'ne fait que lire']
  ])('%j is refused', (text, words) => {
    expect(prepareSql(text)).toMatchObject({ ok: false, reason: expect.stringContaining(words) as string })
  })

  it('does not take a quoted semicolon for an end', () => {
    expect(prepareSql("SELECT ';' -- ;\n").ok).toBe(true)
  })
})

describe('an error points at its place', () => {
  const long = `SELECT ${Array.from({ length: 40 }, (_, index) => `value AS v${index}`).join(', ')}, valeu AS w FROM observations`
  it.each([
    ['SELECT valeu FROM observations', 'valeu'],
    ['SELECT id,\n  value,\n  valeu\nFROM observations', 'valeu'],
    ['SELECT * FROM observation', 'observation'],
    ['SELECT id FROM observations WHERE', ''],
    ['SELECT count(id FROM observations', 'FROM'],
    ['SELECT idd FROM (SELECT id FROM sites)', 'idd'],
    ['SELECT nimporte(id) FROM sites', 'nimporte'],
    [`SELECT 'valeu' AS x, valeu FROM observations`, 'valeu FROM'],
    [long, 'valeu AS']
  ])('%s', async (text, word) => {
    const error = await ask(engines.wasm, text).catch((one: unknown) => one)
    expect(error).toBeInstanceOf(AppError)
    const problem = sqlProblem(String((error as AppError).evidence.message), text)
    expect(problem.message).not.toBe('')
    expect(problem.message).not.toContain('LINE')
    expect(text.slice(problem.at ?? text.length)).toMatch(new RegExp(`^${word}`))
  })
})

it('neither file nor network is reached', async () => {
  const { engine } = await createWasmNodeEngine()
  await engine.load(await tables())
  for (const name of ['https://exemple.fr/a.csv', '/etc/hostname'])
    await expect(ask(engine, `SELECT * FROM read_csv_auto('${name}')`)).rejects.toThrow('query_failed')
  expect(await ask(engine, 'SELECT id FROM sites')).not.toHaveLength(0)
  await engine.close()
})
