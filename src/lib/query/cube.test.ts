// Does the cube answer what the rows would, for every chart under every choice, on both engines?

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine, Question, Scalar, TableFile } from '../engine/engine.ts'
import { createNativeEngine } from '../engine/native.ts'
import { writeParquet, type ParquetColumn } from '../engine/parquet.ts'
import { createWasmNodeEngine } from '../engine/wasm-node.ts'
import { binFor, Cube } from './cube.ts'
import { cubeQuestion } from './cube-question.ts'
import type { CubeFilters, CubeSpec, Kept } from './cube-spec.ts'
import { cellsTables } from './cube-tables.ts'

type D = 'day' | 'place' | 'act' | 'hour'
type M = 'acts' | 'people' | 'timed'

const SPEC: CubeSpec<D, M> = {
  rows: 'journal',
  cells: 'cells',
  dimensions: {
    day: { column: 'date', bin: 'week' },
    place: { column: 'place' },
    act: { column: 'act' },
    hour: { column: 'hour' }
  },
  measures: { acts: { sum: 'count' }, people: { sum: 'people' }, timed: { count: 'duration' } }
}
const COLUMNS: ParquetColumn[] = [
  { name: 'date', type: 'VARCHAR' },
  { name: 'place', type: 'VARCHAR' },
  { name: 'act', type: 'VARCHAR' },
  { name: 'hour', type: 'INTEGER' },
  { name: 'count', type: 'INTEGER' },
  { name: 'people', type: 'INTEGER' },
  { name: 'duration', type: 'INTEGER' }
]
const PLACES = ['orvault', "l'île d'été", 'rennes', '', null]
const ACTS = ['interventions', 'appels', null]
/** What the week of a day is called, told without the engine. */
const monday = (day: string): string => {
  const date = new Date(`${day}T00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
const day = fc
  .integer({ min: Date.UTC(2020, 11, 20) / 864e5, max: Date.UTC(2021, 2, 10) / 864e5 })
  .map((days) => new Date(days * 864e5).toISOString().slice(0, 10))
const amount = fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 3 })
const journal = fc.record({
  date: fc.option(day, { freq: 20 }),
  place: fc.constantFrom(...PLACES),
  act: fc.constantFrom(...ACTS),
  hour: fc.option(fc.integer({ min: 0, max: 23 }), { freq: 9 }),
  count: amount,
  people: amount,
  duration: amount
})

let folder: string
let native: Engine
let wasm: Engine
/** On each engine, and held by the page; new ones keep no answer, so that each choice is asked. */
let cubes: () => Promise<Cube<D, M>[]>
const ENGINE_ONLY = 0
const on = (engine: Engine): Promise<Cube<D, M>> =>
  Cube.open(SPEC, (question) => engine.query(question), ENGINE_ONLY)
const held = (): Promise<Cube<D, M>> => Cube.open(SPEC, (question) => native.query(question))
const rows = fc.sample(journal, { numRuns: 800, seed: 7 })

async function tables(): Promise<TableFile[]> {
  return [{ name: 'journal', bytes: new Uint8Array(await readFile(join(folder, 'journal'))) }]
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cube-'))
  await writeParquet(join(folder, 'journal'), COLUMNS, rows)
  native = await createNativeEngine()
  wasm = (await createWasmNodeEngine()).engine
  await native.load(await tables(), cellsTables(SPEC))
  await wasm.load(await tables(), cellsTables(SPEC))
  cubes = () => Promise.all([on(native), on(wasm), held()])
}, 60_000)
afterAll(async () => {
  await Promise.all([native.close(), wasm.close()])
  await rm(folder, { recursive: true, force: true })
})

const NAIVE: Record<D, string> = {
  day: `date_trunc('week', date::DATE)::DATE`,
  place: 'place',
  act: 'act',
  hour: 'hour'
}

/** One chart asked of the rows, with the filters of the others written out. */
function naive(by: readonly D[], filters: CubeFilters<D>): Question {
  const params: Scalar[] = []
  const where = Object.entries<Kept | undefined>(filters).flatMap(([id, kept]) => {
    if (kept === undefined || by.includes(id as D)) return []
    const column = NAIVE[id as D]
    if ('from' in kept) {
      params.push(kept.from, kept.to)
      return [
        `(${column} >= ?${id === 'day' ? '::DATE' : ''} AND ${column} <= ?${id === 'day' ? '::DATE' : ''})`
      ]
    }
    const either = kept.in.map((value) => {
      if (value === null) return `${column} IS NULL`
      params.push(value)
      return `${column} = ?${id === 'day' ? '::DATE' : ''}`
    })
    return [`(${either.length === 0 ? 'false' : either.join(' OR ')})`]
  })
  const keys = by.map((id, index) => `${NAIVE[id]} AS k${index}`)
  return {
    sql: `SELECT ${[...keys, 'count(*)::DOUBLE AS n', 'sum(count)::DOUBLE AS acts', 'sum(people)::DOUBLE AS people', 'count(duration)::DOUBLE AS timed'].join(', ')}
      FROM journal WHERE ${['true', ...where].join(' AND ')} GROUP BY ${by.length === 0 ? '()' : by.map((_, index) => index + 1).join(', ')}
      HAVING count(*) > 0`,
    params
  }
}

const sorted = (groups: unknown[]): unknown[] =>
  groups.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

async function checked(charts: readonly (readonly D[])[], filters: CubeFilters<D>): Promise<number> {
  const [answer = [], ...others] = await Promise.all(
    (await cubes()).map(async (cube) => (await cube.groups(charts, filters)).map(sorted))
  )
  expect(others).toEqual([answer, answer])
  const expected = await Promise.all(
    charts.map(async (by) =>
      sorted(
        (await native.query(naive(by, filters))).map((row) => ({
          key: by.map((_, index) => row[`k${index}`]),
          rows: row.n,
          measures: { acts: row.acts, people: row.people, timed: row.timed }
        }))
      )
    )
  )
  expect(answer).toEqual(expected)
  return answer.flat().length
}

const CHARTS: (readonly D[])[] = [['day'], ['place'], ['act', 'hour'], []]

describe('the same as the rows', () => {
  it('when nothing is chosen', async () => {
    expect(await checked(CHARTS, {})).toBeGreaterThan(50)
  })

  it('a chart heeds the choices made on the others, and not its own', async () => {
    const filters: CubeFilters<D> = { place: { in: ['orvault'] } }
    const [places = [], acts = []] = await (await on(native)).groups([['place'], ['act']], filters)
    expect(places).toHaveLength(PLACES.length)
    const orvault = rows.filter(({ place }) => place === 'orvault')
    expect(acts.reduce((sum, group) => sum + group.rows, 0)).toBe(orvault.length)
  })

  it('what is absent is null, never 0, and a null is a value that can be chosen', async () => {
    await checked(CHARTS, { place: { in: [null] } })
    await checked(CHARTS, { place: { in: [null, 'rennes'] }, hour: { in: [null] } })
    await checked(CHARTS, { day: { in: [null, monday('2021-01-06')] } })
  })

  it('a choice that was taken back is none', async () => {
    const takenBack: object = { place: undefined }
    await checked(CHARTS, { ...takenBack, act: { in: ['appels'] } })
  })

  it('of no rows there is no group', async () => {
    const spec = { ...SPEC, rows: 'nothing', cells: 'no_cells' }
    const engine = await createNativeEngine()
    await engine.load(await tables(), [
      { name: 'nothing', sql: 'SELECT * FROM journal WHERE false' },
      ...cellsTables(spec)
    ])
    for (const mostHeld of [0, -1]) {
      const cube = await Cube.open(spec, (question) => engine.query(question), mostHeld)
      expect(await cube.groups(CHARTS, {})).toEqual(CHARTS.map(() => []))
    }
    await engine.close()
  })

  it('a choice of nothing empties every chart but its own', async () => {
    for (const cube of await cubes()) {
      const [days, places, acts, total] = await cube.groups(CHARTS, { act: { in: [] } })
      expect([days, places, total]).toEqual([[], [], []])
      expect(acts?.length).toBeGreaterThan(0)
    }
  })

  const value = (of: readonly Scalar[]): fc.Arbitrary<Kept> =>
    fc.record({ in: fc.uniqueArray(fc.constantFrom(...of), { maxLength: 5 }) })
  const kept = fc.record<CubeFilters<D>>(
    {
      day: fc.oneof(
        fc.tuple(day, day).map(([from, to]) => ({ from: monday(from), to: monday(to) })),
        fc.record({ in: fc.array(day.map(monday), { maxLength: 4 }) })
      ),
      place: value(PLACES),
      act: value(ACTS),
      hour: fc.oneof(
        fc.record({ from: fc.integer({ min: -2, max: 25 }), to: fc.integer({ min: -2, max: 25 }) }),
        value([0, 7, 12, null])
      )
    },
    { requiredKeys: [] }
  )
  const charts = fc.array(fc.subarray<D>(['day', 'place', 'act', 'hour']), { minLength: 1, maxLength: 5 })

  it('for any charts under any choice', async () => {
    await fc.assert(
      fc.asyncProperty(charts, kept, async (by, filters) => {
        await checked(by, filters)
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 25) }
    )
  }, 60_000)
})

describe('bins', () => {
  it.each(['year', 'month', 'week', 'day'] as const)('%s: the first day names it', async (bin) => {
    const spec = { ...SPEC, dimensions: { day: { column: 'date', bin } } } as const
    const engine = await createNativeEngine()
    await engine.load(await tables(), cellsTables(spec))
    const cube = await Cube.open(spec, (question) => engine.query(question))
    const [days = []] = await cube.groups([['day']], {})
    const name = (date: string): string =>
      ({
        year: `${date.slice(0, 4)}-01-01`,
        month: `${date.slice(0, 7)}-01`,
        week: monday(date),
        day: date
      })[bin]
    const expected = new Set(rows.map(({ date }) => (date === null ? null : name(date))))
    expect(new Set(days.map(({ key }) => key[0]))).toEqual(expected)
    await engine.close()
  })

  it.each([
    [365, 1200, 'day'],
    [365, 640, 'week'],
    [3652, 1600, 'week'],
    [3652, 640, 'month'],
    [400_000, 320, 'year'],
    [36_525, 320, 'year']
  ] as const)('%i days on %i pixels: by %s', (days, pixels, bin) => {
    expect(binFor(days, pixels)).toBe(bin)
  })
})

describe('what a cube is not asked', () => {
  it('what does not add up is refused by type', () => {
    const spec = (measure: CubeSpec<'place', 'x'>['measures']['x']): CubeSpec<'place', 'x'> => ({
      rows: 'journal',
      cells: 'cells',
      dimensions: { place: { column: 'place' } },
      measures: { x: measure }
    })
    // @ts-expect-error people met in May and in June may be the same
    expect(() => cellsTables(spec({ distinct: 'people' }))).toThrow()
    // @ts-expect-error the median of medians is no median
    expect(() => cellsTables(spec({ median: 'duration' }))).toThrow()
    // @ts-expect-error nor beside what does add up
    spec({ sum: 'people', distinct: 'people' })
  })

  it('no chart is no question', async () => {
    const { known } = await on(native)
    expect(() => cubeQuestion(SPEC, known, [], {})).toThrow(expect.objectContaining({ code: 'query_failed' }))
    for (const cube of await cubes()) expect(await cube.groups([], {})).toEqual([])
  })

  it('a dimension that is not its own is refused, by type and at run time', async () => {
    for (const cube of await cubes()) {
      // @ts-expect-error not a dimension
      await expect(cube.groups([['town']], {})).rejects.toMatchObject({ code: 'query_failed' })
      const filters: object = { constructor: { in: ['x'] } }
      await expect(cube.groups(CHARTS, filters)).rejects.toMatchObject({ code: 'query_failed' })
    }
  })

  it.each(['2021-02-30', '2021', '', "2021-01-01'; DROP TABLE cells; --", 12, null, true])(
    'no day but a day: %j',
    async (day) => {
      for (const cube of await cubes()) {
        const asked = cube.groups([['place']], { day: { from: day as string, to: '2021-03-01' } })
        await expect(asked).rejects.toMatchObject({ code: 'query_failed' })
      }
    }
  )

  it.each([`journal"; DROP TABLE journal; --`, '', 'a b', 'é'])('no name but a name: %j', (rows) => {
    expect(() => cellsTables({ ...SPEC, rows })).toThrow(expect.objectContaining({ code: 'query_failed' }))
  })

  it('values that no row has keep nothing, whatever they hold', async () => {
    const all = await cubes()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { maxLength: 6 }), async (values) => {
        const kept = rows.filter(({ place }) => values.some((value) => value === place)).length
        for (const cube of all) {
          const [, , total = []] = await cube.groups([['place'], ['act'], []], { place: { in: values } })
          expect(total[0]?.rows ?? 0).toBe(kept)
        }
      }),
      { numRuns: 25 }
    )
  })

  it('no value of a file or of a reader stands in a text', async () => {
    const { known } = await on(native)
    const filters: CubeFilters<D> = {
      place: { in: ["l'île d'été", 'x"; DROP TABLE cells'] },
      hour: { in: [7] }
    }
    const { sql, params } = cubeQuestion(SPEC, known, CHARTS, filters)
    expect(sql).not.toMatch(/['$?]|île|DROP/)
    expect(params).toEqual([])
  })
})

describe('how often it is asked', () => {
  /** A cube whose questions are counted, those of its opening left out. */
  async function counted(mostHeld = ENGINE_ONLY): Promise<{ cube: Cube<D, M>; asked: () => string[] }> {
    const asked: string[] = []
    const ask = (question: Question): ReturnType<Engine['query']> => {
      asked.push(question.sql)
      return native.query(question)
    }
    const cube = await Cube.open(SPEC, ask, mostHeld)
    asked.length = 0
    return { cube, asked: () => asked.splice(0) }
  }

  it('one question for all charts, and none for what a choice leaves as it was', async () => {
    const { cube, asked } = await counted()
    const first = await cube.groups(CHARTS, {})
    expect(asked()).toHaveLength(1)
    const filters: CubeFilters<D> = { place: { in: ['rennes'] } }
    const second = await cube.groups(CHARTS, filters)
    expect(second[1]).toBe(first[1])
    const [question = ''] = asked()
    expect(question).not.toMatch(/grouping\([^)]*d_place/)
    expect(await cube.groups(CHARTS, filters)).toEqual(second)
    expect(await cube.groups(CHARTS, {})).toEqual(first)
    expect(asked()).toEqual([])
  })

  it('cells that are few are read once, and no engine is asked again', async () => {
    const { cells } = (await on(native)).known
    const { cube, asked } = await counted(cells)
    await cube.groups(CHARTS, { place: { in: ['rennes'] } })
    await cube.groups(CHARTS, {})
    expect(asked()).toEqual([])
    const { cube: larger, asked: askedOf } = await counted(cells - 1)
    await larger.groups(CHARTS, {})
    expect(askedOf()).toHaveLength(1)
  })

  it('a chart asked for twice is read once', async () => {
    const { cube, asked } = await counted()
    const [one, two] = await cube.groups(
      [
        ['act', 'hour'],
        ['hour', 'act']
      ],
      {}
    )
    expect(
      asked()
        .join('')
        .match(/FROM "cells"/g)
    ).toHaveLength(1)
    expect(two?.map(({ key }) => key.toReversed())).toEqual(one?.map(({ key }) => key))
  })

  it('forgets the oldest answers', async () => {
    const { cube, asked } = await counted()
    await cube.groups([['act']], {})
    for (const hour of Array.from({ length: 70 }, (_, index) => index))
      await cube.groups([['place']], { hour: { from: 0, to: hour } })
    asked()
    await cube.groups([['act']], {})
    expect(asked()).toHaveLength(1)
  })

  it('an answer that failed is asked anew', async () => {
    let fails = true
    const cube = await on(native)
    const ask = (question: Question): ReturnType<Engine['query']> =>
      fails && question.sql.includes('AS chart') ? Promise.reject(new Error('late')) : native.query(question)
    const again = await Cube.open(SPEC, ask, ENGINE_ONLY)
    await expect(again.groups(CHARTS, {})).rejects.toThrow('late')
    fails = false
    expect((await again.groups(CHARTS, {})).map(sorted)).toEqual((await cube.groups(CHARTS, {})).map(sorted))
  })
})
