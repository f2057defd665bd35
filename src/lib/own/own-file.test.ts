// Do a visitor's accepted rows become the tables that the dashboard and the cube ask for, on both engines?

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readManifest } from '../domain/manifest.ts'
import { defaultFilters } from '../domain/filters.ts'
import { exampleRows } from '../domain/schemas/example-rows.ts'
import { JOURNAL } from '../domain/schemas/journal.ts'
import { knownFilters } from '../domain/catalogue.ts'
import type { Engine, Question, TableFile } from '../engine/engine.ts'
import { createNativeEngine } from '../engine/native.ts'
import { createWasmNodeEngine } from '../engine/wasm-node.ts'
import { askCatalogue, askDashboard } from '../figures/dashboard.ts'
import { toFigureRow } from '../query/figure-row.ts'
import { everyRow } from '../query/own.ts'
import { Cube } from '../query/cube.ts'
import { openJournal } from './open-journal.ts'
import { askJournal, EVERYTHING, JOURNAL_CUBE } from './journal-cube.ts'
import { journalModel, placesBelow } from './journal-model.ts'
import { fillOwn, saysFictitious } from './own-file.ts'

const OBSERVATIONS = `id,indicator,territory,site,programme,period_start,period_end,value,unit,mark,perimeter,source,section,quote,formula,contradicts,note
fictif-a,mediations_regulations,orvault,,citoyennete-prevention,2022-01-01,2022-12-31,412,acts,exact,orvault:citoyennete-prevention,exemple,Exemple,"412 ""médiations"", et
régulations",,,fictif
fictif-b,revenue,region-rennes,,,2022-01-01,2022-12-31,451000,eur,rounded,region-rennes:produit,exemple,Exemple,451 K€,,,
`
const JOURNAL_ROWS = `id,date,place,programme,act,count,people,duration
,2022-03-14,orvault,citoyennete-prevention,mediations_regulations,3,,45
,2022-03-15,orvault,citoyennete-prevention,mediations_regulations,1,2,
,2022-04-01,rennes-ecoles,mediation-ecole,conflict_management_school,2,5,30
`

let tables: TableFile[]
beforeAll(async () => {
  const manifest = readManifest(JSON.parse(await readFile('static/data/manifest.json', 'utf8')))
  tables = await Promise.all(
    manifest.tables.map(async ({ name, parquet }) => ({
      name,
      bytes: new Uint8Array(await readFile(`static/data/${parquet.file}`))
    }))
  )
})

describe.each<[string, () => Promise<Engine>]>([
  ['native', createNativeEngine],
  ['wasm', async () => (await createWasmNodeEngine()).engine]
])('%s', (_name, make) => {
  const engines: Engine[] = []
  afterAll(() => Promise.all(engines.map((engine) => engine.close())))
  async function opened(
    schema: 'journal' | 'observations',
    rows: string
  ): Promise<(question: Question) => ReturnType<Engine['query']>> {
    const engine = await make()
    engines.push(engine)
    await fillOwn({ schema, rows: new Blob([rows]) })(engine, tables)
    return (question) => engine.query(question)
  }

  it('observations stand beside the published ones, under the same questions', async () => {
    const ask = await opened('observations', OBSERVATIONS)
    const catalogue = await askCatalogue(ask)
    expect(catalogue.years).toEqual([2022])
    const answer = await askDashboard(ask, defaultFilters(knownFilters(catalogue)))
    expect(answer.published.map(({ id, value }) => [id, value])).toEqual([
      ['fictif-a', 412],
      ['fictif-b', 451_000]
    ])
    expect(answer.published[0]).toMatchObject({ quote: '412 "médiations", et\nrégulations', formula: '' })
    const published = (await ask(everyRow('published'))).map(toFigureRow)
    expect(published.length).toBeGreaterThan(100)
    expect(published.some(({ id }) => id.startsWith('fictif'))).toBe(false)
    await expect(ask({ sql: 'SELECT * FROM own_rows', params: [] })).rejects.toMatchObject({
      code: 'query_failed'
    })
  })

  it('a journal becomes cells, and every drawing is made of one answer', async () => {
    const ask = await opened('journal', JOURNAL_ROWS)
    const journal = await openJournal(ask)
    expect(journal.names).toMatchObject({ first: '2022-03-14', last: '2022-04-01' })
    const below = (territory: string): string[] => placesBelow(territory, journal.names)
    const cube = await Cube.open(JOURNAL_CUBE, ask)
    const all = journalModel(await askJournal(cube, EVERYTHING, 'day', below), journal.names)
    expect(all.counted).toBe('rows')
    expect(all.totals).toEqual({ rows: 3, days: 3, acts: null, people: 7, peopled: 2, minutes: 75, timed: 2 })
    expect(all.timeline).toHaveLength(19)
    expect(all.timeline.filter(({ value }) => value !== null).map(({ start }) => start)).toEqual([
      '2022-03-14',
      '2022-03-15',
      '2022-04-01'
    ])
    const nantes = { ...EVERYTHING, territory: 'region-nantes' }
    const part = journalModel(await askJournal(cube, nantes, 'month', below), journal.names)
    expect(part.counted).toBe('acts')
    expect(part.totals).toMatchObject({ rows: 2, acts: 4, people: 2, days: 2 })
    expect(part.territories.map(({ id, value, solid }) => [id, value, solid])).toContainEqual([
      'orvault',
      4,
      true
    ])
    const march = { ...EVERYTHING, range: { from: '2022-03-01', to: '2022-03-01' } }
    const brushed = journalModel(await askJournal(cube, march, 'month', below), journal.names)
    expect(brushed.totals).toMatchObject({ rows: 2, days: 2 })
    expect(brushed.timeline.map(({ value, kept }) => [value, kept])).toEqual([
      [4, true],
      [2, false]
    ])
    expect(brushed.months).toEqual(['2022-03-01'])
  })
})

it('made-up rows say so', async () => {
  const ids = exampleRows(JOURNAL).map(({ id = '' }) => `${id},2022-03-14,orvault`)
  expect(await saysFictitious(['date', 'Fictif'], new Blob(['id,date\n']))).toBe(true)
  expect(await saysFictitious(['id'], new Blob([`id,date,place\n${ids.join('\n')}`]))).toBe(true)
  expect(await saysFictitious(['id'], new Blob(['id,date\n1,fictif-2\n']))).toBe(false)
})
