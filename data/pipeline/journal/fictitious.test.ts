import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '../../../src/lib/csv/read-csv.ts'
import { openWorkbench, type Workbench } from '../../../src/lib/engine/workbench.ts'
import { FAULTS, fictitiousSql, slotsFor } from './fictitious.ts'
import { generate } from './generate.ts'

let bench: Workbench
let folder: string
beforeAll(async () => {
  bench = await openWorkbench({ memoryLimit: '1GB' })
  folder = await mkdtemp(join(tmpdir(), 'fictif-'))
})
afterAll(async () => {
  bench.close()
  await rm(folder, { recursive: true })
})

const year = 2022

describe('a made-up journal', () => {
  it('is the same for the same seed, and another for another', async () => {
    const rows = (seed: number): Promise<unknown> => bench.run(fictitiousSql({ rows: 200, seed, year }))
    expect(await rows(1)).toEqual(await rows(1))
    expect(await rows(1)).not.toEqual(await rows(2))
  })

  it('says so in every row, and keeps to the year', async () => {
    const [row] = await bench.run(
      `SELECT count(*) AS n, count(*) FILTER (fictif = 'fictif') AS marked, min(year(date)) AS first, max(year(date)) AS last
       FROM (${fictitiousSql({ rows: 20_000, seed: 3, year })})`
    )
    expect(row).toEqual({ n: 20_000, marked: 20_000, first: year, last: year })
  })

  it('has seasons and weeks: pools in summer, schools neither on Sundays nor in August', async () => {
    const rows = await bench.run(
      `SELECT dispositif, min(month(date)) AS first, max(month(date)) AS last,
         count(*) FILTER (isodow(date) >= 6) AS weekend, count(*) FILTER (month(date) = 8) AS august
       FROM (${fictitiousSql({ rows: 200_000, seed: 4, year })})
       WHERE dispositif IN ('mediation-piscines', 'mediation-ecole') GROUP BY 1 ORDER BY 1`
    )
    expect(rows[0]).toMatchObject({ dispositif: 'mediation-ecole', weekend: 0, august: 0 })
    expect(rows[1]).toMatchObject({ dispositif: 'mediation-piscines', first: 6, last: 8 })
  })

  it('holds every fault that is asked for', async () => {
    for (const { column, text } of Object.values(FAULTS)) {
      const [row] = await bench.run(
        `SELECT count(*)::DOUBLE AS n FROM (${fictitiousSql({ rows: 5000, seed: 5, year, faultsPerThousand: 100 })}) WHERE "${column}" = ?`,
        [text]
      )
      expect(row?.n, text).toBeGreaterThan(10)
    }
  })

  it('is written as French Excel reads it', async () => {
    const out = join(folder, 'journal.csv')
    await generate({ rows: 100, seed: 1, year, out })
    const { header, rows, issues } = readCsv(await readFile(out, 'utf8'), ';')
    expect(header).toEqual(['date', 'lieu', 'dispositif', 'nature', 'nombre', 'personnes', 'duree', 'fictif'])
    expect([rows.length, issues]).toEqual([100, []])
  })

  it('gives each index its draws, none to what weighs nothing', () => {
    expect(slotsFor([3, 0, 1], 8)).toEqual([
      { from: 0, to: 6 },
      { from: 6, to: 6 },
      { from: 6, to: 8 }
    ])
  })
})
