import fc from 'fast-check'
import highsLoader from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { cubeOf, type Cube, type CubeLeaf } from './secrecy-cube.ts'
import { hideSmall, isSmall, type SecretCell, type SecretSum } from './secrecy.ts'

let highs: Awaited<ReturnType<typeof highsLoader>>
beforeAll(async () => {
  highs = await highsLoader()
})

/** 1,000 in test:long. */
const JOURNALS = Math.min(1000, Number(process.env.FC_RUNS ?? 60))

/** The smallest and largest value that each hidden cell can have for who knows all the rest: HiGHS, another solver than ours. */
function attack(
  cells: readonly SecretCell[],
  sums: readonly SecretSum[],
  hidden: ReadonlySet<string>
): Map<string, [number, number]> {
  const values = new Map(cells.map(({ id, value }) => [id, value]))
  const names = new Map([...hidden].map((id, index) => [id, `x${index}`]))
  const rows = sums.flatMap(({ total, parts }, index) => {
    const signed = [...parts.map((id) => ({ id, sign: 1 })), { id: total, sign: -1 }]
    const unknown = signed.filter(({ id }) => hidden.has(id))
    if (unknown.length === 0) return []
    const known = signed
      .filter(({ id }) => !hidden.has(id))
      .reduce((sum, { id, sign }) => sum + sign * (values.get(id) ?? 0), 0)
    const left = unknown.map(({ id, sign }) => `${sign > 0 ? '+' : '-'} ${names.get(id) ?? ''}`).join(' ')
    return [` c${index}: ${left} = ${-known}`]
  })
  // HiGHS wants a row; this one says nothing.
  const constraints = rows.length > 0 ? rows : [` c: ${[...names.values()][0] ?? ''} >= 0`]
  const end = (id: string, sense: 'Minimize' | 'Maximize'): number => {
    const text = `${sense}\n o: ${names.get(id) ?? ''}\nSubject To\n${constraints.join('\n')}\nEnd\n`
    const solution = highs.solve(text)
    if (solution.Status === 'Unbounded' || solution.Status === 'Primal infeasible or unbounded')
      return Infinity
    if (solution.Status !== 'Optimal') throw new Error(solution.Status)
    return solution.ObjectiveValue
  }
  return new Map([...hidden].map((id) => [id, [end(id, 'Minimize'), end(id, 'Maximize')]]))
}

const hiddenIds = (cells: readonly SecretCell[], sums: readonly SecretSum[]): Set<string> =>
  new Set(hideSmall(cells, sums).map(({ id }) => id))

function expectSafe(cells: readonly SecretCell[], sums: readonly SecretSum[]): void {
  const hidden = hiddenIds(cells, sums)
  for (const cell of cells) {
    if (!hidden.has(cell.id)) expect(isSmall(cell), `${cell.id} = ${cell.value} is published`).toBe(false)
  }
  const byId = new Map(cells.map((cell) => [cell.id, cell]))
  for (const [id, [low, high]] of attack(cells, sums, hidden)) {
    const cell = byId.get(id)!
    expect(high - low, `${id} = ${cell.value} between ${low} and ${high}`).toBeGreaterThanOrEqual(
      cell.threshold - 1e-6
    )
    expect(low).toBeLessThanOrEqual(cell.value + 1e-6)
    expect(high).toBeGreaterThanOrEqual(cell.value - 1e-6)
  }
}

const cell = (id: string, value: number, threshold = 5): SecretCell => ({ id, value, threshold })

describe('what is hidden', () => {
  it.each<[string, SecretCell, boolean]>([
    ['0', cell('a', 0), false],
    ['1', cell('a', 1), true],
    ['threshold − 1', cell('a', 4), true],
    ['threshold', cell('a', 5), false],
    ['10 pupils', cell('a', 10, 11), true],
    ['40 acts for 3 people', { ...cell('a', 40), people: 3 }, true],
    ['40 acts for people who were not counted', { ...cell('a', 40), people: 0 }, false]
  ])('%s', (_name, one, small) => {
    expect(isSmall(one)).toBe(small)
  })

  it('hides a second part, the cheapest, when the total is published', () => {
    const cells = [cell('total', 107), cell('a', 3), cell('b', 90), cell('c', 14)]
    const sums = [{ total: 'total', parts: ['a', 'b', 'c'] }]
    expect(hideSmall(cells, sums)).toEqual([
      { id: 'a', reason: 'small', of: [] },
      { id: 'c', reason: 'protects', of: ['a'] }
    ])
    expectSafe(cells, sums)
  })

  it('hides the total when there is no second part', () => {
    const cells = [cell('total', 3), cell('a', 3), cell('b', 0)]
    expect([...hiddenIds(cells, [{ total: 'total', parts: ['a', 'b'] }])]).toEqual(['total', 'a'])
  })

  it('does not think two small counts protect each other when their sum is told @fault-19', () => {
    const cells = [cell('total', 103), cell('a', 1), cell('b', 2), cell('c', 100)]
    const sums = [{ total: 'total', parts: ['a', 'b', 'c'] }]
    expect(hiddenIds(cells, sums)).toEqual(new Set(['a', 'b', 'c']))
    expectSafe(cells, sums)
  })

  it('hides a small count that is in no sum, alone', () => {
    expect(hideSmall([cell('a', 3), cell('b', 9)], [])).toEqual([{ id: 'a', reason: 'small', of: [] }])
  })

  it.each([
    [12, ['a', 'b']],
    [10, ['a', 'b', 'c']]
  ])('looks for as much as the rule of the count asks, beside a count of %i', (beside, hidden) => {
    const cells = [cell('a', 8, 11), cell('b', beside), cell('c', 60), cell('d', 100)]
    const total = cell('total', 168 + beside, 11)
    const sums = [{ total: 'total', parts: ['a', 'b', 'c', 'd'] }]
    expect([...hiddenIds([total, ...cells], sums)]).toEqual(hidden)
    expectSafe([total, ...cells], sums)
  })

  it('tells whom a count protects, through totals that are one part', () => {
    // The region is its one commune: both are shown, or none.
    const cells = [cell('all', 33), cell('region', 3), cell('commune', 3), cell('other', 30)]
    const sums = [
      { total: 'all', parts: ['region', 'other'] },
      { total: 'region', parts: ['commune'] }
    ]
    expect(hideSmall(cells, sums)).toEqual([
      { id: 'region', reason: 'small', of: [] },
      { id: 'commune', reason: 'small', of: [] },
      { id: 'other', reason: 'protects', of: ['commune'] }
    ])
    expectSafe(cells, sums)
  })

  it('holds equal counts to the strictest rule and the fewest people of any', () => {
    const twins = (more: Partial<SecretCell>): string[] => [
      ...hiddenIds([cell('total', 8), { ...cell('part', 8), ...more }], [{ total: 'total', parts: ['part'] }])
    ]
    expect(twins({})).toEqual([])
    expect(twins({ threshold: 11 })).toEqual(['total', 'part'])
    expect(twins({ people: 4 })).toEqual(['total', 'part'])
    expect(twins({ people: 0 })).toEqual([])
  })

  it('solves apart what no sum joins', () => {
    const cells = [
      ...[cell('t1', 103), cell('a1', 3), cell('b1', 100)],
      ...[cell('t2', 80), cell('a2', 20), cell('b2', 60)]
    ]
    const sums = [
      { total: 't1', parts: ['a1', 'b1'] },
      { total: 't2', parts: ['a2', 'b2'] }
    ]
    expect([...hiddenIds(cells, sums)]).toEqual(['a1', 'b1'])
  })

  it('never moves what is zero', () => {
    const cells = [cell('total', 53), cell('a', 3), cell('b', 50), cell('none', 0)]
    const sums = [{ total: 'total', parts: ['a', 'none', 'b'] }]
    expect([...hiddenIds(cells, sums)]).toEqual(['a', 'b'])
    expectSafe(cells, sums)
  })

  it('hides nothing where nothing is small', () => {
    expect(
      hideSmall([cell('t', 30), cell('a', 10), cell('b', 20)], [{ total: 't', parts: ['a', 'b'] }])
    ).toEqual([])
  })

  it('is not fooled by two sums that share their parts @fault-19', () => {
    // x + y + z and y + z: neither alone gives x, the two do.
    const cells = [cell('xyz', 33), cell('yz', 30), cell('x', 3), cell('y', 10), cell('z', 20)]
    const sums = [
      { total: 'xyz', parts: ['x', 'y', 'z'] },
      { total: 'yz', parts: ['y', 'z'] }
    ]
    expectSafe(cells, sums)
  })
})

/** Places in places, one to three dispositifs of two thresholds, one or two years; counts mostly small. */
const journal: fc.Arbitrary<Cube> = fc
  .record({
    regions: fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3
    }),
    programmes: fc.constantFrom(['a'], ['a', 'école'], ['a', 'b', 'école']),
    years: fc.constantFrom([2022], [2021, 2022]),
    counts: fc.infiniteStream(
      fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: 0, max: 12 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }) },
        { weight: 1, arbitrary: fc.constant(0) }
      )
    )
  })
  .map(({ regions, programmes, years, counts }) => {
    const paths = regions.flatMap((communes, r) =>
      communes.flatMap((sites, c) =>
        Array.from({ length: sites }, (_, s) => [`s${r}.${c}.${s}`, `c${r}.${c}`, `r${r}`, 'optima'])
      )
    )
    const leaves = paths.flatMap((path) =>
      programmes.flatMap((programme) =>
        years.map((year): CubeLeaf => {
          const value = counts.next().value as number
          const people = counts.next().value as number
          const threshold = programme === 'école' ? 11 : 5
          return { path, programme, year, value, threshold, ...(people % 3 === 0 ? { people } : {}) }
        })
      )
    )
    return cubeOf(leaves)
  })

describe('a cube of counts', () => {
  it('adds up: places in places, dispositifs, years', () => {
    const leaf = { threshold: 5, path: ['blosne', 'rennes', 'optima'] }
    const { cells, sums } = cubeOf([
      { ...leaf, programme: 'a', year: 2021, value: 3 },
      { ...leaf, programme: 'b', year: 2021, value: 4, threshold: 11 },
      { ...leaf, programme: 'a', year: 2022, value: 7, path: ['nantes', 'optima'] }
    ])
    const valueOf = (id: string): number | undefined => cells.find((one) => one.id === id)?.value
    expect(valueOf('optima  ')).toBe(14)
    expect(valueOf('optima a ')).toBe(10)
    expect(valueOf('rennes  2021')).toBe(7)
    expect(cells.find(({ id }) => id === 'rennes  2021')?.threshold).toBe(11)
    for (const { total, parts } of sums)
      expect(
        parts.reduce((sum, id) => sum + (valueOf(id) ?? Number.NaN), 0),
        total
      ).toBe(valueOf(total))
  })

  const one = { path: ['rennes', 'optima'], programme: 'a', year: 2021, value: 3, threshold: 5 }
  it('has one dispositif and one year as they are, without their sums', () => {
    const { cells, sums } = cubeOf([one, { ...one, path: ['nantes', 'optima'] }])
    expect(cells.map(({ id }) => id)).toEqual(['rennes a 2021', 'optima a 2021', 'nantes a 2021'])
    expect(sums).toEqual([{ total: 'optima a 2021', parts: ['rennes a 2021', 'nantes a 2021'] }])
  })

  it('has sums over dispositifs and over years where there are several', () => {
    const { cells, sums } = cubeOf([one, { ...one, programme: 'b', year: 2022 }])
    expect(cells).toHaveLength(14)
    expect(cells.find(({ id }) => id === 'rennes  ')).toMatchObject({
      place: 'rennes',
      programme: '',
      year: null,
      value: 6
    })
    expect(sums).toContainEqual({ total: 'rennes  ', parts: ['rennes a ', 'rennes b '] })
    expect(sums).toContainEqual({ total: 'rennes  ', parts: ['rennes  2021', 'rennes  2022'] })
    expect(sums).toContainEqual({ total: 'rennes a ', parts: ['rennes a 2021'] })
    expect(sums).toContainEqual({ total: 'optima b 2022', parts: ['rennes b 2022'] })
    expect(sums.every(({ parts }) => parts.length > 0)).toBe(true)
  })

  it('knows people where all were counted, and keeps to the strictest rule of what is not zero', () => {
    const cellOf = (...leaves: Partial<CubeLeaf>[]) =>
      cubeOf(leaves.map((more) => ({ ...one, ...more }))).cells[0]
    expect(cellOf({ people: 2 }, { people: 4 })).toMatchObject({ value: 6, people: 6 })
    expect(cellOf({ people: 2 }, {})).not.toHaveProperty('people')
    expect(cellOf({}, { people: 2 })).not.toHaveProperty('people')
    expect(cellOf({}, { threshold: 11 })).toMatchObject({ threshold: 11 })
    expect(cellOf({ threshold: 11 }, {})).toMatchObject({ threshold: 11 })
    expect(cellOf({}, { threshold: 11, value: 0 })).toMatchObject({ threshold: 5 })
  })

  it(
    `gives nothing back to a solver that knows all the sums (${JOURNALS} journals)`,
    { timeout: 1_800_000 },
    () => {
      fc.assert(
        fc.property(journal, ({ cells, sums }) => expectSafe(cells, sums)),
        { numRuns: JOURNALS, seed: 20221, endOnFailure: true }
      )
    }
  )
})
