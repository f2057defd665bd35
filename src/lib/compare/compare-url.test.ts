// Does the address hold the whole comparison, and what does it say of what it cannot hold?

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeSelection, encodeSelection, type KnownSubjects } from './compare-url.ts'
import { issueWords } from './guard.ts'
import type { SubjectKind } from './subjects.ts'

const TERRITORIES = ['region-rennes', 'region-nantes', 'angers', 'orvault', 'paris-10', 'tram-t12']
const PROGRAMMES = ['mediation-jour', 'mediation-ecole', 'eds', 'formation']
const known: KnownSubjects = new Map<string, { id: string; kind: SubjectKind }>([
  ...PROGRAMMES.map((id) => [id, { id, kind: 'programme' }] as const),
  ...[...TERRITORIES, 'optima'].map((id) => [id, { id, kind: 'territory' }] as const),
  ['44114', { id: 'orvault', kind: 'territory' }],
  ['chapigny', { id: 'angers', kind: 'territory' }]
])
const START = ['region-rennes', 'region-nantes', 'angers']
const decode = (search: string): ReturnType<typeof decodeSelection> => decodeSelection(search, known, START)

describe('the address', () => {
  it.each([
    ['', START, []],
    ['?t=', START, []],
    ['?utm_source=x&territoire=orvault', START, []],
    ['?t=orvault,angers', ['orvault', 'angers'], []],
    ['?t=44114,%20Angers', ['orvault', 'angers'], []],
    ['?t=mediation-jour,eds', ['mediation-jour', 'eds'], []],
    ['?t=orvault,orvault', ['orvault'], ['twice']],
    ['?t=orvault,44114,angers', ['orvault', 'angers'], ['twice']],
    ['?t=nulle-part', START, ['unknown']],
    ['?t=optima,angers', ['angers'], ['whole']],
    ['?t=angers,eds,orvault', ['angers', 'orvault'], ['mixed']],
    ['?t=region-rennes,region-nantes,angers,orvault,paris-10', TERRITORIES.slice(0, 4), ['many']],
    ['?t=angers,orvault&t=eds', ['angers', 'orvault'], []]
  ])('%s', (search, ids, issues) => {
    const selection = decode(search)
    expect(selection.ids).toEqual(ids)
    expect(selection.issues.map(({ kind }) => kind)).toEqual(issues)
  })

  it('is read back as it was written, for every comparison', () => {
    const one = fc.oneof(
      fc.uniqueArray(fc.constantFrom(...TERRITORIES), { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(fc.constantFrom(...PROGRAMMES), { minLength: 1, maxLength: 4 })
    )
    fc.assert(
      fc.property(one, (ids) => {
        const query = encodeSelection(ids, START)
        expect(decode(query)).toEqual({ ids, issues: [] })
        expect(encodeURI(query)).toBe(query)
      })
    )
  })

  it('takes any string: one to four columns of one kind, none twice, each refusal in words', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(...TERRITORIES, ...PROGRAMMES, '__proto__', '%', '<script>')
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => `t=${all.join(',')}`)
        ),
        (search) => {
          const { ids, issues } = decode(search)
          expect(ids.length).toBeGreaterThan(0)
          expect(ids.length).toBeLessThanOrEqual(4)
          expect(new Set(ids).size).toBe(ids.length)
          expect(new Set(ids.map((id) => known.get(id)?.kind)).size).toBe(1)
          for (const issue of issues) expect(issueWords(issue).length).toBeLessThan(260)
        }
      ),
      { numRuns: process.env.FC_RUNS === undefined ? 100 : 10_000 }
    )
  })

  it('writes nothing for the comparison it starts with', () => {
    expect(encodeSelection(START, START)).toBe('')
    expect(encodeSelection(START.toReversed(), START)).toBe(`t=${START.toReversed().join(',')}`)
  })
})
