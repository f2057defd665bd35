// Does every question give the same rows on both engines: DuckDB 1.5 of the build, 0.9.1 of the browser?

import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Filters } from '../domain/filters.ts'
import { readManifest } from '../domain/manifest.ts'
import type { Engine, Question, TableFile } from '../engine/engine.ts'
import { createNativeEngine } from '../engine/native.ts'
import { createWasmNodeEngine } from '../engine/wasm-node.ts'
import { askCodes, codeQuestions } from './codes.ts'
import { catalogueQuestions, toCatalogue } from './catalogue.ts'
import { toFigureRow, toSecretRow } from './figure-row.ts'
import { engagementsQuestion } from './engagements.ts'
import { ficheQuestions } from './fiche.ts'
import { methodQuestions } from './method.ts'
import { observationsQuestion } from './observations.ts'
import { placesQuestion, toPlace } from './places.ts'
import { everySecret, publishedQuestion, secretsQuestion, yearQuestion } from './published.ts'

let native: Engine
let wasm: Engine
const whole: Filters = { territory: null, programme: null, year: 2021, measure: 'produit' }
const INDICATORS = ['revenue', 'interventions_day', 'actions_urban', 'trainees', 'people_met']

/** Anew for each engine: loading may take the bytes away. */
async function read(): Promise<TableFile[]> {
  const folder = 'static/data'
  const manifest = readManifest(JSON.parse(await readFile(`${folder}/manifest.json`, 'utf8')))
  return Promise.all(
    manifest.tables.map(async ({ name, parquet }) => ({
      name,
      bytes: new Uint8Array(await readFile(`${folder}/${parquet.file}`))
    }))
  )
}

beforeAll(async () => {
  native = await createNativeEngine()
  wasm = (await createWasmNodeEngine()).engine
  await native.load(await read())
  await wasm.load(await read())
}, 60_000)

afterAll(async () => {
  await Promise.all([native.close(), wasm.close()])
})

async function same(question: Question): Promise<number> {
  const [ours, theirs] = await Promise.all([native.query(question), wasm.query(question)])
  expect(theirs).toEqual(ours)
  return ours.length
}

it('the codes of a visitor’s file are those of the reference', async () => {
  const { tables, published } = await askCodes((question) => native.query(question))
  expect(Object.keys(tables).toSorted()).toEqual(['indicators', 'programmes', 'sites', 'territories'])
  expect(tables.territories).toContainEqual(
    expect.objectContaining({ id: 'orvault', insee: '44114', name: 'Orvault' })
  )
  expect(tables.indicators?.[0]).toHaveProperty('unit')
  expect(published).toContain('revenue-total-2021')
})

describe('fixed questions', () => {
  it.each(Object.entries({ ...catalogueQuestions, ...methodQuestions, ...ficheQuestions, ...codeQuestions }))(
    '%s',
    async (_, question) => {
      expect(await same(question)).toBeGreaterThan(0)
    }
  )
})

it('what is secret is asked apart, and is in no question for numbers', async () => {
  const id = 'mediations-orvault-2021'
  const hidden = {
    name: 'observations',
    sql: `SELECT * REPLACE (CASE id WHEN '${id}' THEN NULL ELSE value END AS value,
      CASE id WHEN '${id}' THEN 'secret' ELSE mark END AS mark) FROM published`
  }
  const engines = [await createNativeEngine(), (await createWasmNodeEngine()).engine]
  for (const engine of engines) {
    const tables = await read()
    await engine.load(
      tables.map((table) => (table.name === 'observations' ? { ...table, name: 'published' } : table)),
      [hidden]
    )
    for (const question of [everySecret, secretsQuestion(whole)])
      expect((await engine.query(question)).map(toSecretRow)).toEqual([
        expect.objectContaining({ id, marks: ['secret'], territory_name: 'Orvault' })
      ])
    expect(await engine.query(secretsQuestion({ ...whole, territory: 'rennes' }))).toEqual([])
    expect(await engine.query(secretsQuestion({ ...whole, year: 2022 }))).toEqual([])
    const numbers = await engine.query(publishedQuestion(whole))
    expect(numbers.length).toBeGreaterThan(50)
    expect(numbers.map((row) => row.id)).not.toContain(id)
  }
  await Promise.all(engines.map((engine) => engine.close()))
})

describe('every choice of the filter bar', () => {
  // Where there is one engine only (tests/tools), there is nothing to compare.
  it.skipIf(process.env.ENGINES === 'one')(
    'gives equal rows on both engines',
    async () => {
      const [territories, programmes, years] = await Promise.all(
        Object.values(catalogueQuestions).map((question) => native.query(question))
      )
      const catalogue = toCatalogue({
        territories: territories ?? [],
        programmes: programmes ?? [],
        years: years ?? []
      })
      expect(catalogue.territories.length).toBeGreaterThan(30)
      const choices: Filters[] = [
        whole,
        ...catalogue.territories.map(({ id }) => ({ ...whole, territory: id })),
        ...catalogue.programmes.map(({ id }) => ({ ...whole, programme: id })),
        ...catalogue.programmes.map(({ id }) => ({
          ...whole,
          territory: 'region-ile-de-france',
          programme: id
        }))
      ]
      const counts: number[] = []
      const ofYear: number[] = []
      for (const filters of choices) {
        counts.push(await same(observationsQuestion(INDICATORS, filters)))
        await same(observationsQuestion(['days_per_week', 'mediators'], filters, 'earlier'))
        await same(engagementsQuestion(filters))
        await same(publishedQuestion(filters))
        ofYear.push(await same(yearQuestion(filters)))
        await same(placesQuestion(filters))
      }
      for (const sizes of [counts, ofYear])
        expect(new Set(sizes).size, 'filters select, they remove nothing').toBe(1)
    },
    120_000
  )
})

describe('what filters keep', () => {
  const selected = async (filters: Filters): Promise<string[]> => {
    const rows = (await native.query(observationsQuestion(INDICATORS, filters))).map(toFigureRow)
    return rows.filter((row) => row.selected).map((row) => row.id)
  }

  it.each([
    whole,
    { ...whole, territory: 'region-nantes' },
    { ...whole, programme: 'mediation-de-jour' },
    { ...whole, territory: 'brest' }
  ])('of the year is what is published, in its order: $territory $programme', async (filters) => {
    const year = (await native.query(yearQuestion(filters))).map(toFigureRow)
    const published = (await native.query(publishedQuestion(filters))).map(toFigureRow)
    expect(year.filter((row) => row.selected)).toEqual(published)
    expect(year.length).toBeGreaterThan(100)
  })

  it('is a territory with all below it', async () => {
    expect(await selected({ ...whole, territory: 'region-rennes' })).toEqual([
      'revenue-rennes-2021',
      'interventions-jour-rennes-2021',
      'people-jour-rennes-2021'
    ])
    expect(await selected({ ...whole, territory: 'rennes' })).not.toContain('revenue-rennes-2021')
  })

  it('is a programme wherever it is', async () => {
    expect(await selected({ ...whole, programme: 'mediation-urbaine-angers' })).toEqual([
      'revenue-angers-2021',
      'actions-angers-2021',
      'people-angers-2021'
    ])
  })

  it('is every row when nothing is chosen', async () => {
    const rows = await native.query(observationsQuestion(INDICATORS, whole))
    expect(await selected(whole)).toHaveLength(rows.length)
  })

  it('gives a place its families in their fixed order, and no point to what is only counted', async () => {
    const places = (await native.query(placesQuestion(whole))).map(toPlace)
    expect(places.find(({ id }) => id === 'nantes')?.families).toEqual([
      'sociale-urbaine',
      'ecole',
      'services-loisirs-prison'
    ])
    expect(places.find(({ id }) => id === 'loire-atlantique')).toMatchObject({
      lon: null,
      lat: null,
      counted: 5
    })
    expect(places.find(({ id }) => id === 'brest')?.families).toEqual(['non-precisee'])
    expect(new Set(places.map(({ region }) => region))).toEqual(
      new Set(['region-rennes', 'region-nantes', 'angers', 'region-ile-de-france', 'optima'])
    )
  })
})

it('binds whatever a choice holds: no string breaks or changes a question', async () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom("'; DROP TABLE observations; --", '?', '$1', "\u0000'")
  )
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (territory, programme) => {
      const filters = { ...whole, territory: `x${territory}`, programme: `x${programme}` }
      const rows = (await native.query(observationsQuestion(INDICATORS, filters))).map(toFigureRow)
      expect(rows.every((row) => !row.selected)).toBe(true)
      expect(await native.query(publishedQuestion(filters))).toEqual([])
    }),
    { numRuns: 25 }
  )
})

it.each([
  ['value', { value: '12' }],
  ['kind', { kind: 'gossip' }],
  ['mark', { mark: 'exact|certain' }],
  ['quote', { quote: null }]
])('refuses a row whose %s is of another shape, and names it', async (column, change) => {
  const [row = {}] = await native.query(observationsQuestion(INDICATORS, whole))
  expect(() => toFigureRow({ ...row, ...change })).toThrow(
    expect.objectContaining({
      code: 'data_unreadable',
      evidence: expect.objectContaining({ column }) as unknown
    })
  )
})
