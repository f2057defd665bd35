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
    ['mesure=constructor', 'mesure', 'constructor']
  ])('"%s" is ignored and said', (query, parameter, value) => {
    expect(decode(query)).toEqual({ filters: defaultFilters(known), issues: [{ parameter, value }] })
  })

  it('survives any string', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        const { filters, issues } = decode(query)
        expect(known.years).toContain(filters.year)
        expect(issues.every(({ value }) => value.length <= 80)).toBe(true)
      })
    )
  })
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
