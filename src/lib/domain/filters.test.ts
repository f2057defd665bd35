import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MEASURES,
  type Filters,
  type Known,
  decodeFilters,
  defaultFilters,
  encodeFilters
} from './filters.ts'

const known: Known = {
  territories: new Map([
    ['optima', 'optima'],
    ['region-ile-de-france', 'region-ile-de-france'],
    ['region-paris', 'region-ile-de-france'],
    ['orvault', 'orvault'],
    ['44114', 'orvault']
  ]),
  programmes: new Map([['mediation-ecole', 'mediation-ecole']]),
  years: [2021, 2022]
}
const decode = (query: string): ReturnType<typeof decodeFilters> => decodeFilters(query, known)

describe('reading the address', () => {
  it.each<[string, Partial<Filters>]>([
    ['', {}],
    ['territoire=orvault', { territory: 'orvault' }],
    ['territoire=44114', { territory: 'orvault' }],
    ['territoire=Region-Paris', { territory: 'region-ile-de-france' }],
    ['territoire=optima', {}],
    [
      'dispositif=mediation-ecole&annee=2021&mesure=personnes',
      { programme: 'mediation-ecole', year: 2021, measure: 'personnes' }
    ],
    ['territoire=', {}],
    ['utm_source=x&fbclid=y&theme=dark', {}]
  ])('"%s"', (query, expected) => {
    expect(decode(query)).toEqual({ filters: { ...defaultFilters(known), ...expected }, issues: [] })
  })

  it.each([
    ['territoire=atlantide', 'territoire', 'atlantide'],
    ['dispositif=<script>', 'dispositif', '<script>'],
    ['annee=1e3', 'annee', '1e3'],
    ['annee=2030', 'annee', '2030'],
    ['annee=2021.0', 'annee', '2021.0'],
    ['annee= 2021', 'annee', ' 2021'],
    ['annee=02021', 'annee', '02021'],
    ['annee=20212', 'annee', '20212'],
    ['mesure=constructor', 'mesure', 'constructor']
  ])('"%s" is ignored and said', (query, parameter, value) => {
    expect(decode(query)).toEqual({ filters: defaultFilters(known), issues: [{ parameter, value }] })
  })

  it('a long value is said by its beginning', () => {
    expect(decode(`territoire=${'x'.repeat(200)}`).issues).toEqual([
      { parameter: 'territoire', value: 'x'.repeat(80) }
    ])
  })

  it('starts with the newest year and the produit', () => {
    expect(defaultFilters(known)).toEqual({
      territory: null,
      programme: null,
      year: 2022,
      measure: 'produit'
    })
  })

  it('survives any string @fault-32', () => {
    const name = fc.constantFrom(
      'territoire',
      'dispositif',
      'annee',
      'mesure',
      't',
      '__proto__',
      'constructor'
    )
    const ours = fc
      .array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 6 })
      .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'))
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), ours), (query) => {
        const { filters, issues } = decode(query)
        if (!known.years.includes(filters.year)) return false
        // What was read of a stranger's address is written as our own, and read again as the same.
        const again = decode(encodeFilters(filters, known))
        return issues.every(({ value }) => value.length <= 80) && again.issues.length === 0
      }),
      { numRuns: 4 * Number(process.env.FC_RUNS ?? 125) }
    )
  })
})

it('writes only what differs from the default', () => {
  expect(encodeFilters(defaultFilters(known), known)).toBe('')
  expect(encodeFilters({ ...defaultFilters(known), year: 2021 }, known)).toBe('annee=2021')
  expect(encodeFilters({ ...defaultFilters(known), measure: 'personnes' }, known)).toBe('mesure=personnes')
})

it('writes what it reads', () => {
  const filters = fc.record({
    territory: fc.constantFrom(null, 'orvault', 'region-ile-de-france'),
    programme: fc.constantFrom(null, 'mediation-ecole'),
    year: fc.constantFrom(...known.years),
    measure: fc.constantFrom(...MEASURES)
  })
  fc.assert(
    fc.property(filters, (wanted) => {
      expect(decode(encodeFilters(wanted, known))).toEqual({ filters: wanted, issues: [] })
    })
  )
})
