import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../csv/read-csv.ts'
import {
  boundsWords,
  difference,
  evolution,
  inGroup,
  perInhabitant,
  ratio,
  share,
  sum,
  type Comparable
} from './comparability.ts'
import type { Mark } from './rows.ts'

const read = (file: string): Record<string, string>[] => {
  const { header, rows } = readCsv(readFileSync(`data/${file}.csv`, 'utf8'))
  return rows.map(({ cells }) =>
    Object.fromEntries(header.map((column, index) => [column, cells[index] ?? '']))
  )
}
const byId = (file: string): Map<string, Record<string, string>> =>
  new Map(read(file).map((row) => [row.id ?? '', row]))
const indicators = byId('reference/indicators')
const territories = byId('reference/territories')
const programmes = byId('reference/programmes')
const groups = new Map(
  [...byId('reference/groups')].map(([id, row]) => [
    id,
    { id, additive: row.additive === 'true', why_not: row.why_not ?? '' }
  ])
)

type Row = Comparable & { id: string }
const rows = read('2021/observations').map((row): Row => ({
  ...(row as unknown as Row),
  value: Number(row.value),
  marks: (row.mark ?? '').split('|') as Mark[],
  group: indicators.get(row.indicator ?? '')?.group ?? '',
  indicator_name: indicators.get(row.indicator ?? '')?.name ?? '',
  territory_name: territories.get(row.territory ?? '')?.name ?? '',
  programme_name: programmes.get(row.programme ?? '')?.name ?? ''
}))
const observation = (id: string): Row => {
  const found = rows.find((row) => row.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const ancestors = (id: string): string[] => {
  const parent = territories.get(id)?.parent ?? ''
  return parent === '' ? [] : [parent, ...ancestors(parent)]
}
const revenue = groups.get('revenue') ?? { id: '', additive: false, why_not: '' }
const parts = [
  'revenue-rennes-2021',
  'revenue-nantes-2021',
  'revenue-idf-2021',
  'revenue-angers-2021',
  'revenue-formation-2021'
]

describe('sums', () => {
  it('does not compile for two groups', () => {
    const [day] = inGroup(rows, 'interventions_day')
    const [pools] = inGroup(rows, 'interventions_pools')
    if (day === undefined || pools === undefined) throw new Error('no rows')
    // @ts-expect-error two groups are never summed
    expect(sum([day, pools], { id: 'interventions_day', additive: true, why_not: 'non' })).toEqual({
      ok: false,
      reason: 'non'
    })
    // @ts-expect-error a row whose group nobody has looked at is not a Measured
    sum([observation('interventions-jour-rennes-2021')], revenue)
    // @ts-expect-error nothing has no sum
    expect(() => sum(inGroup(rows, 'revenue'), revenue)).not.toThrow()
  })

  const summed = (ids: readonly string[]): ReturnType<typeof sum> => {
    const [first, ...others] = inGroup(ids.map(observation), 'revenue')
    if (first === undefined) throw new Error('no rows')
    return sum([first, ...others], revenue, ancestors)
  }
  it('adds the published parts of the produit, with their ends', () => {
    expect(summed(parts)).toMatchObject({ ok: true, value: 3852226, low: 3850726, high: 3853726 })
  })
  it.each([
    ['a part and its whole', [...parts, 'revenue-total-2021'], /deux fois.*Rennes.*Tout Optima/],
    ['a value twice', ['revenue-rennes-2021', 'revenue-rennes-2021'], /deux fois/]
  ])('refuses %s', (_name, ids, reason) => {
    expect(summed(ids)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) as string })
  })
})

describe('ratios', () => {
  it('compares two territories of one group', () => {
    const times = ratio(observation('revenue-nantes-2021'), observation('revenue-rennes-2021'))
    if (!times.ok) throw new Error(times.reason)
    expect(boundsWords(times)).toBe('entre 4,61 et 4,63')
    expect(times.formula).toBe('2\u202f076\u00a0k€ ÷ 449\u00a0k€')
  })
  it('divides within one perimeter', () => {
    expect(
      ratio(observation('interventions-jour-rennes-2021'), observation('days-jour-rennes-2021'))
    ).toMatchObject({ ok: true, value: 5806 / 260 })
    expect(ratio(observation('msads-passed-2021'), observation('msads-presented-2021'))).toMatchObject({
      ok: true,
      value: 11 / 13
    })
    // The new ones are a part of the contracts won, which the report says.
    expect(ratio(observation('tenders-new-2021'), observation('tenders-won-2021'))).toMatchObject({
      ok: true,
      value: 4 / 6
    })
  })
  it.each(['tenders-won-2021', 'tenders-new-2021', 'tenders-renewed-2021'])(
    'makes no rate of %s and answers',
    (id) => {
      const [won, answered] = [observation(id), observation('tenders-answered-2021')]
      const refused = {
        ok: false,
        reason:
          'Un marché gagné peut répondre à un appel d’offres d’une autre année : réponses et marchés gagnés ne font pas un taux.'
      }
      expect(ratio(won, answered)).toEqual(refused)
      expect(ratio(answered, won)).toEqual(refused)
    }
  )
  it.each([
    [
      'interventions-jour-rennes-2021',
      'revenue-rennes-2021',
      'Les deux valeurs ne couvrent pas le même périmètre : « interventions » (Médiation de jour, Rennes) et « produit » (tous les dispositifs, Région de Rennes).'
    ],
    [
      'mediations-conv-idf-2021',
      'orders-idf-2021',
      'Une médiation peut venir d’une commande d’une autre année : commandes et médiations ne font pas un taux.'
    ],
    [
      'mediations-conv-idf-2021',
      'orders-idf-2020',
      'Les deux valeurs ne couvrent pas la même période : 2021 et 2020.'
    ],
    [
      'people-angers-2021',
      'people-eds-2021',
      'Les deux valeurs ne couvrent pas la même période : 2021 et d’octobre à décembre 2021.'
    ],
    [
      'training-modules-2021',
      'training-modules-key-2021',
      '« modules de formation » est publié deux fois pour Formation, Tout Optima : ce ne sont pas deux choses à comparer.'
    ],
    [
      'coordinators-quartier-nantes-2021',
      'referent-conseils-2021',
      '« coordinateurs » et « référents des animateurs » ne se comptent pas dans la même unité.'
    ],
    [
      'staff-trained-2019',
      'graduates-2021',
      'Les deux valeurs ne couvrent pas la même période : 2019 et 2021.'
    ]
  ])('refuses %s over %s', (a, b, reason) => {
    expect(ratio(observation(a), observation(b))).toEqual({ ok: false, reason })
  })
})

describe('over time', () => {
  it('follows one perimeter from year to year', () => {
    expect(evolution(observation('orders-idf-2020'), observation('orders-idf-2021'))).toMatchObject({
      ok: true,
      value: 0,
      low: 0,
      high: 0
    })
  })
  it.each([
    ['waste-tonnes-rennes-2020', 'waste-tonnes-2021', /périmètre/],
    ['staff-trained-2019', 'staff-more-2020', /ne comptent pas la même chose/],
    ['employees-2019', 'employees-2021', /ne se suivent pas/],
    ['orders-idf-2021', 'orders-idf-2020', /ne se suivent pas/]
  ])('refuses %s to %s', (a, b, reason) => {
    expect(evolution(observation(a), observation(b))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(reason) as string
    })
  })
})

/** Two made-up rows of one group, perimeter and year, but for what is given. */
const made = (more: Partial<Comparable> = {}): Comparable => ({
  indicator: 'acts',
  indicator_name: 'actes',
  group: 'acts',
  value: 10,
  unit: 'acts',
  marks: ['exact'],
  perimeter: 'rennes:jour',
  period_start: '2021-01-01',
  period_end: '2021-12-31',
  territory: 'rennes',
  territory_name: 'Rennes',
  programme: 'jour',
  programme_name: 'Médiation de jour',
  ...more
})
const group = { id: 'acts', additive: true, why_not: 'non' }
const reasonOf = (result: ReturnType<typeof ratio>): string => (result.ok ? 'ok' : result.reason)

describe('made-up values', () => {
  const summed = (one: Partial<Comparable>, other: Partial<Comparable>): ReturnType<typeof sum> => {
    const [first, ...others] = inGroup([made(one), made(other)], 'acts')
    return sum([first!, ...others], group, (id) => above[id] ?? [])
  }
  const above: Record<string, string[]> = { blosne: ['rennes', 'optima'], rennes: ['optima'] }

  it.each<[string, Partial<Comparable>, Partial<Comparable>, string]>([
    ['other units', {}, { unit: 'count', territory: 'nantes' }, 'non'],
    [
      'other years',
      {},
      { period_start: '2020-01-01', period_end: '2020-12-31', territory: 'nantes' },
      'Les deux valeurs ne couvrent pas la même période : 2021 et 2020.'
    ],
    [
      'another end',
      {},
      { period_end: '2021-06-30', territory: 'nantes' },
      'Les deux valeurs ne couvrent pas la même période : 2021 et de janvier à juin 2021.'
    ],
    [
      'a place in the other',
      { territory: 'blosne', territory_name: 'Le Blosne' },
      {},
      'Une somme compterait deux fois la même chose : Médiation de jour, Le Blosne et Médiation de jour, Rennes se recouvrent.'
    ],
    [
      'a place in all the dispositifs of the other',
      { territory: 'blosne', territory_name: 'Le Blosne' },
      { programme: '', programme_name: '' },
      'Une somme compterait deux fois la même chose : Médiation de jour, Le Blosne et tous les dispositifs, Rennes se recouvrent.'
    ],
    [
      'all the dispositifs of a place in one of the other',
      { programme: '', programme_name: '' },
      { territory: 'blosne', territory_name: 'Le Blosne' },
      'Une somme compterait deux fois la même chose : tous les dispositifs, Rennes et Médiation de jour, Le Blosne se recouvrent.'
    ],
    [
      'all dispositifs of a place below one of a place that is in another',
      { territory: 'blosne', territory_name: 'Le Blosne', programme: '', programme_name: '' },
      {},
      'Une somme compterait deux fois la même chose : tous les dispositifs, Le Blosne et Médiation de jour, Rennes se recouvrent.'
    ]
  ])('are not summed: %s', (_name, one, other, reason) => {
    expect(reasonOf(summed(one, other))).toBe(reason)
  })

  it.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['places side by side', {}, { territory: 'nantes' }],
    ['dispositifs side by side', {}, { programme: 'nuit' }],
    ['other dispositifs in a place of the other', { territory: 'blosne' }, { programme: 'nuit' }],
    [
      'what the whole association counts for a dispositif is in no place',
      { territory: 'blosne', programme: '' },
      { territory: 'optima', programme: 'nuit' }
    ]
  ])('are summed: %s', (_name, one, other) => {
    expect(summed(one, other)).toEqual({ ok: true, value: 20, low: 20, high: 20, formula: '10 + 10' })
  })

  it('do not overlap when nobody knows what lies in what', () => {
    const [a, b] = inGroup([made(), made({ territory: 'blosne' })], 'acts')
    expect(sum([a!, b!], group)).toMatchObject({ ok: true, value: 20 })
    expect(share(a!, [b!], group)).toMatchObject({ ok: true, value: 0.5, formula: '10 ÷ 20' })
  })

  it('are not divided by nothing', () => {
    const reason = 'Rien ne se divise par zéro : « actes » vaut 0.'
    for (const value of [0, 5e-324])
      expect(ratio(made(), made({ territory: 'nantes', value }))).toEqual({ ok: false, reason })
    expect(difference(made(), made({ territory: 'nantes', value: 0 }))).toEqual({
      ok: true,
      value: 10,
      low: 10,
      high: 10,
      formula: '10 − 0'
    })
  })

  it('make a rate of two groups in one perimeter alone', () => {
    const other = { group: 'days', indicator: 'days', indicator_name: 'jours', value: 4 }
    expect(ratio(made(), made(other))).toMatchObject({ ok: true, value: 2.5, formula: '10 ÷ 4' })
    for (const place of [{ territory: 'nantes' }, { programme: 'nuit' }, { perimeter: 'rennes' }])
      expect(reasonOf(ratio(made(), made({ ...other, ...place })))).toMatch(/le même périmètre/)
    expect(reasonOf(difference(made(), made(other)))).toBe(
      '« actes » et « jours » ne comptent pas la même chose.'
    )
  })

  const year = (number: number, more: Partial<Comparable> = {}): Comparable =>
    made({ period_start: `${number}-01-01`, period_end: `${number}-12-31`, ...more })
  it('follow one another from a year to another', () => {
    expect(evolution(year(2019, { value: 4 }), year(2021))).toEqual({
      ok: true,
      value: 6,
      low: 6,
      high: 6,
      formula: '10 − 4'
    })
    const [autumn, next] = [2020, 2021].map((one) =>
      made({ period_start: `${one}-10-01`, period_end: `${one + 1}-03-31` })
    )
    expect(evolution(autumn!, next!)).toMatchObject({ ok: true, value: 0 })
  })
  it.each<[string, Comparable, Comparable, RegExp]>([
    ['the same year', year(2021), year(2021), /ne se suivent pas d’une année sur l’autre : 2021 et 2021/],
    ['a longer time', year(2020), year(2021, { period_end: '2022-12-31' }), /ne se suivent pas/],
    ['another end', year(2020), year(2021, { period_end: '2021-12-30' }), /ne se suivent pas/],
    ['another start', year(2020), year(2021, { period_start: '2021-01-02' }), /ne se suivent pas/],
    ['another unit', year(2020), year(2021, { unit: 'count' }), /ne comptent pas la même chose/]
  ])('do not follow: %s', (_name, before, after, reason) => {
    expect(reasonOf(evolution(before, after))).toMatch(reason)
  })

  it('have no share of nothing, and no end where a part has none', () => {
    const part = (value: number, marks: Mark[] = ['exact'], territory = 'rennes') =>
      inGroup([made({ value, marks, territory })], 'acts')[0]!
    expect(share(part(0), [part(0, ['exact'], 'nantes')], group)).toEqual({
      ok: false,
      reason: 'Rien ne se divise par zéro : la somme vaut 0.'
    })
    expect(share(part(10, ['at_least']), [part(30, ['exact'], 'nantes')], group)).toMatchObject({
      value: 0.25,
      low: 0.25,
      high: null
    })
    expect(share(part(10), [part(30, ['at_least'], 'nantes')], group)).toMatchObject({
      low: null,
      high: 0.25
    })
    expect(share(part(10), [part(30, ['about'], 'nantes')], group)).toMatchObject({ low: null, high: null })
    expect(share(part(0), [part(0.5, ['rounded'], 'nantes')], group)).toMatchObject({ low: 0, high: 0 })
  })

  const place = {
    id: 'rennes',
    name: 'Rennes',
    kind: 'commune',
    population: 4,
    population_year: 2023
  } as const
  it.each(['commune', 'arrondissement'] as const)('by inhabitant of a %s', (kind) => {
    expect(perInhabitant(made(), { ...place, kind })).toEqual({
      ok: true,
      value: 2.5,
      low: 2.5,
      high: 2.5,
      formula: '10 ÷ 4 habitants (2023)'
    })
  })
  it.each([
    [
      { kind: 'region' },
      'Rennes n’est ni une commune ni un arrondissement : aucun chiffre par habitant n’y a de sens.'
    ],
    [{ id: 'nantes', name: 'Nantes' }, '« actes » couvre Rennes, pas Nantes.'],
    [{ population: null }, 'La population de Rennes n’est pas publiée ici.'],
    [{ population: 0 }, 'La population de Rennes n’est pas publiée ici.'],
    [{ population_year: null }, 'La population de Rennes n’est pas publiée ici.']
  ] as const)('not by inhabitant of %j', (change, reason) => {
    expect(perInhabitant(made(), { ...place, ...change })).toEqual({ ok: false, reason })
  })

  it.each([
    [null, null, 'bornes inconnues'],
    [2, null, 'au moins 2'],
    [null, 3.5, 'au plus 3,5'],
    [4.5, 4.5, '4,5'],
    [4.611, 4.629, 'entre 4,61 et 4,63']
  ])('between %s and %s: %s', (low, high, words) => {
    expect(boundsWords({ low, high })).toBe(words)
  })
})

it('counts by inhabitant in communes alone', () => {
  const place = (id: string, kind: 'commune' | 'region', population: number | null) => ({
    id,
    name: id,
    kind,
    population,
    population_year: 2023
  })
  const people = observation('people-angers-2021')
  expect(perInhabitant(people, place('angers', 'commune', 159022))).toMatchObject({
    ok: true,
    formula: '11\u202f355 ÷ 159\u202f022 habitants (2023)'
  })
  for (const other of [
    place('angers', 'region', 159022),
    place('rennes', 'commune', 230890),
    place('angers', 'commune', null)
  ])
    expect(perInhabitant(people, other).ok).toBe(false)
})

describe('every pair of the published data', () => {
  it('is never divided across periods, nor across perimeters but in one group', () => {
    let allowed = 0
    for (const a of rows)
      for (const b of rows) {
        const result = ratio(a, b)
        if (!result.ok) {
          expect(result.reason).toMatch(/^[A-Z«].*\.$/)
          continue
        }
        allowed += 1
        expect([a.period_start, a.period_end]).toEqual([b.period_start, b.period_end])
        expect(a.group === b.group || a.perimeter === b.perimeter).toBe(true)
        if (a.group !== b.group) expect([a.territory, a.programme]).toEqual([b.territory, b.programme])
        if (result.low !== null) expect(result.low).toBeLessThanOrEqual(result.value)
        if (result.high !== null) expect(result.high).toBeGreaterThanOrEqual(result.value)
      }
    expect(allowed).toBeGreaterThan(50)
  })

  it('is never summed across groups, nor where the group says no', () => {
    for (const a of rows)
      for (const b of rows) {
        const group = groups.get(a.group) ?? revenue
        // What a caller that hides the groups from the compiler would do.
        const [one] = inGroup([a], a.group)
        const [other] = inGroup([b], b.group)
        if (one === undefined || other === undefined) throw new Error('no group')
        const result = sum([one, other], group, ancestors)
        if (result.ok) {
          expect([b.group, group.additive, a.unit]).toEqual([a.group, true, b.unit])
          expect([a.period_start, a.period_end]).toEqual([b.period_start, b.period_end])
          // Disjoint: not one thing twice, not a part and its whole without any programme.
          expect(a.id).not.toBe(b.id)
          const above = [
            [a, b],
            [b, a]
          ].find(([low, high]) => ancestors(low!.territory).includes(high!.territory))
          if (above !== undefined) expect(above[1]?.programme).not.toBe('')
          if (a.territory === b.territory) expect(a.programme).not.toBe(b.programme)
        }
        if (a.group !== b.group) expect(result).toEqual({ ok: false, reason: group.why_not })
      }
  })
})

describe('differences and shares', () => {
  it('carries the rounding of both terms into a difference', () => {
    const [nantes, rennes] = [observation('revenue-nantes-2021'), observation('revenue-rennes-2021')]
    expect(difference(nantes, rennes)).toMatchObject({
      ok: true,
      value: 1_627_000,
      low: 1_626_000,
      high: 1_628_000
    })
  })

  it.each([
    ['interventions-jour-rennes-2021', 'interventions-piscines-2021'],
    ['interventions-jour-rennes-2021', 'mediators-jour-rennes-2021'],
    ['people-jour-rennes-2021', 'people-eds-2021'],
    ['people-jour-rennes-2021', 'people-jour-rennes-2021']
  ])('refuses %s − %s', (a, b) => {
    expect(difference(observation(a), observation(b)).ok).toBe(false)
  })

  it('is a share of disjoint parts, its rounding counted once on both sides', () => {
    const [nantes, ...others] = inGroup(
      ['revenue-nantes-2021', ...parts.filter((id) => id !== 'revenue-nantes-2021')].map(observation),
      'revenue'
    )
    if (nantes === undefined) throw new Error('no rows')
    const own = share(nantes, others, revenue, ancestors)
    if (!own.ok) throw new Error(own.reason)
    expect(own.value).toBeCloseTo(2_076_000 / 3_852_226, 12)
    expect(own.low).toBeCloseTo(2_075_500 / (2_075_500 + 449_500 + 734_500 + 454_854 + 138_372), 12)
    expect(own.high).toBeCloseTo(2_076_500 / (2_076_500 + 448_500 + 733_500 + 454_854 + 138_372), 12)
    expect(boundsWords({ low: (own.low ?? 0) * 100, high: (own.high ?? 0) * 100 }, 1)).toBe(
      'entre 53,8 et 54,0'
    )
  })

  it('has no share of what may not be added', () => {
    const [first, ...others] = inGroup(rows, 'people_met')
    if (first === undefined) throw new Error('no rows')
    expect(share(first, others, { id: 'people_met', additive: false, why_not: 'non' })).toEqual({
      ok: false,
      reason: 'non'
    })
  })
})
