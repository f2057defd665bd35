import { describe, expect, it } from 'vitest'
import { checkCell, type CellContext } from './check-cell.ts'
import { judgedFields, judgeTexts } from './judge-texts.ts'
import { JOURNAL } from './journal.ts'
import { KnownCodes } from './known-codes.ts'
import { relationProblem } from './relations.ts'
import { likeliestRules, matchColumns, missingFields } from './match-columns.ts'
import { OBSERVATIONS } from './observations.ts'
import type { CellValue } from './check-cell.ts'
import type { FieldRule, Relation, RuleType } from './rules.ts'

/** Made anew by each test. */
const codes = (): KnownCodes =>
  new KnownCodes({
    territories: [
      { id: 'orvault', name: 'Orvault', insee: '44114', spellings: 'Orvaux|ORVAULT' },
      { id: 'caen', name: 'Caen', aliases: 'ville-de-caen' },
      { id: 'nameless' }
    ],
    sites: [
      { id: 'orvault', name: 'Site d’Orvault' },
      { id: 'blosne', name: 'Le Blosne' }
    ],
    indicators: [
      { id: 'calls', name: 'appels', unit: 'acts', kind: 'acts' },
      { id: 'revenue', name: 'produit', unit: 'eur', kind: 'money' }
    ]
  })

describe('codes', () => {
  it.each([
    ['places', 'orvaux', { id: 'orvault' }],
    ['places', '44114', { id: 'orvault' }],
    ['places', 'site d orvault', { id: 'orvault' }],
    ['places', 'Ville de Caen', { id: 'caen' }],
    ['territories', 'Le Blosne', null],
    ['acts', 'appels', { id: 'calls' }],
    ['acts', 'produit', null],
    ['indicators', 'produit', { id: 'revenue' }],
    ['programmes', 'produit', null],
    ['places', '', null],
    ['places', '€', null]
  ] as const)('%s: %j is %j', (list, text, expected) => {
    expect(codes().find(list, text)).toEqual(expected)
  })

  it.each([
    ['Orvaut', 'orvault'],
    ['le-blosn', 'blosne'],
    ['caem', 'caen'],
    ['ca', ''],
    ['cxe', 'caen'],
    ['xyz', ''],
    ['caen sur mer la jolie ville', ''],
    ['44115', 'orvault']
  ])('nearest to %j is %j', (text, id) => {
    expect(codes().nearest('places', text)).toBe(id)
  })

  it('prefers the spelling of the same length', () => {
    const near = new KnownCodes({
      programmes: [
        { id: 'long', name: 'mediationxy' },
        { id: 'short', name: 'mediatiom' }
      ]
    })
    expect(near.nearest('programmes', 'mediation')).toBe('long')
    expect(near.nearest('programmes', 'mediatiox')).toBe('short')
  })

  it('knows the columns of a row, the territory before the site of one id', () => {
    expect(codes().column('places', 'orvault', 'name')).toBe('Orvault')
    expect(codes().column('places', 'blosne', 'name')).toBe('Le Blosne')
    expect(codes().column('indicators', 'calls', 'unit')).toBe('acts')
    expect(codes().column('indicators', 'calls', 'colour')).toBe('')
    expect(codes().column('indicators', 'none', 'unit')).toBe('')
  })

  it('offers each id once with its name, its id where it has none', () => {
    expect(codes().choices('territories')).toEqual([
      { id: 'orvault', name: 'Orvault' },
      { id: 'caen', name: 'Caen' },
      { id: 'nameless', name: 'nameless' }
    ])
    expect(codes().choices('places')).toHaveLength(4)
    expect(codes().choices('programmes')).toEqual([])
  })
})

const context = (): CellContext => ({ known: codes(), today: '2023-06-30' })
const field = (type: RuleType, required = false): FieldRule => ({
  key: 'x',
  name: 'x',
  title: 'x',
  description: '',
  type,
  required,
  synonyms: [],
  example: ''
})
const marks: RuleType = {
  is: 'word',
  many: true,
  words: [
    { code: 'exact', french: ['exact', 'exacte'] },
    { code: 'about', french: ['environ'] },
    { code: 'raw', french: [] },
    { code: 'euro', french: ['€'] }
  ]
}

describe('cells', () => {
  it.each<[RuleType, string, CellValue]>([
    [{ is: 'text', max: 3 }, ' abc ', 'abc'],
    [{ is: 'text' }, 'x'.repeat(4000), 'x'.repeat(4000)],
    [{ is: 'text' }, '   ', null],
    [{ is: 'id' }, 'a-1_b', 'a-1_b'],
    [{ is: 'number' }, '-1,5', -1.5],
    [{ is: 'number', min: 0, max: 2 }, '0', 0],
    [{ is: 'number', min: 0, max: 2 }, '2', 2],
    [{ is: 'number' }, '-0', 0],
    [{ is: 'integer' }, '9007199254740991', 9007199254740991],
    [{ is: 'day', min: '1993-01-01', max: '2099-12-31' }, '01/01/1993', '1993-01-01'],
    [{ is: 'day', min: '1993-01-01', max: '2099-12-31' }, '31/12/2099', '2099-12-31'],
    [{ is: 'day', min: '1993-01-01', max: 'today' }, '30/06/2023', '2023-06-30'],
    [{ is: 'duration', min: 0, max: 1440 }, '1h30', 90],
    [{ is: 'duration', min: 0, max: 1440 }, '45', 45],
    [{ is: 'duration', min: 0, max: 1440 }, '24h', 1440],
    [{ is: 'code', of: 'places' }, 'Orvaux', 'orvault'],
    [marks, 'EXACTE | environ', 'exact|about'],
    [marks, '€', 'euro'],
    [{ is: 'word', words: marks.words }, 'raw', 'raw'],
    [{ is: 'rows' }, 'a | b', 'a|b']
  ])('%j reads %j', (type, cell, value) => {
    expect(checkCell(field(type), cell, context())).toEqual({ value })
  })

  it.each<[RuleType, string, string, string]>([
    [{ is: 'text', max: 3 }, 'abcd', 'too_long', '3'],
    [{ is: 'text' }, 'x'.repeat(4001), 'too_long', '4000'],
    [{ is: 'id' }, 'a b', 'not_id', ''],
    [{ is: 'id' }, '-a', 'not_id', ''],
    [{ is: 'id' }, 'a-', 'not_id', ''],
    [{ is: 'number' }, '9'.repeat(400), 'not_number', ''],
    [{ is: 'number' }, '1,5 M€', 'scaled_number', '1500000'],
    [{ is: 'number' }, '449 K', 'scaled_number', '449000'],
    [{ is: 'number' }, '12 34 k', 'scaled_number', ''],
    [{ is: 'number', min: 1 }, '0', 'too_low', '1'],
    [{ is: 'number', max: 1 }, '1,01', 'too_high', '1'],
    [{ is: 'integer' }, '9007199254740993', 'not_integer', ''],
    [{ is: 'day', min: '1993-01-01', max: '2099-12-31' }, '31/12/1992', 'too_early', '1993-01-01'],
    [{ is: 'day', min: '1993-01-01', max: '2022-12-31' }, '01/01/2023', 'too_late', '2022-12-31'],
    [{ is: 'day', min: '1993-01-01', max: '2099-12-31' }, '00/13/2022', 'no_such_day', ''],
    [{ is: 'day', min: '1993-01-01', max: '2099-12-31' }, '30/02/2022', 'no_such_day', ''],
    [{ is: 'duration', min: 0, max: 1440 }, '24h01', 'too_high', '1440'],
    [{ is: 'duration', min: 10, max: 1440 }, '9', 'too_low', '10'],
    [{ is: 'duration', min: 0, max: 1440 }, 'une heure', 'not_duration', ''],
    [marks, 'exact|à peu près', 'unknown_word', 'exact, environ, raw, €'],
    [marks, '!', 'unknown_word', 'exact, environ, raw, €'],
    [marks, 'exact|exacte', 'twin_word', 'exact'],
    [{ is: 'word', words: marks.words }, 'exact|environ', 'unknown_word', 'exact, environ, raw, €']
  ])('%j refuses %j: %s %s', (type, cell, code, detail) => {
    expect(checkCell(field(type), cell, context())).toEqual({ code, detail })
  })

  it('may be empty, or not', () => {
    expect(checkCell(field({ is: 'id' }), ' ', context())).toEqual({ value: null })
    expect(checkCell(field({ is: 'id' }, true), ' ', context())).toEqual({ code: 'missing', detail: '' })
  })

  it('are judged once for each text', () => {
    expect(judgeTexts(field({ is: 'integer', max: 9 }), ['3', '', '10'], context())).toEqual({
      good: [
        { text: '3', value: '3' },
        { text: '', value: null }
      ],
      bad: [{ text: '10', code: 'too_high', detail: '9' }]
    })
    expect(judgedFields(JOURNAL).map(({ key }) => key)).not.toContain('id')
    expect(judgedFields(JOURNAL)).toHaveLength(JOURNAL.fields.length - 1)
  })
})

describe('relations', () => {
  const order: Relation = { is: 'order', low: 'from', high: 'to' }
  const agrees: Relation = { is: 'agrees', field: 'unit', by: 'act', list: 'indicators', column: 'unit' }
  const given: Relation = { is: 'given_with', field: 'formula', by: 'mark', word: 'computed' }
  const alone: Relation = { is: 'alone', field: 'mark', word: 'exact', others: ['about', 'at_least'] }
  it.each<[Relation, Record<string, string | null>]>([
    [order, { from: '2022-01-01', to: '2022-01-01' }],
    [order, { from: '', to: '2022-01-01' }],
    [order, { from: '2022-01-02', to: null }],
    [agrees, { unit: 'acts', act: 'calls' }],
    [agrees, { unit: 'acts', act: null }],
    [given, { formula: '1 + 1', mark: 'about|computed' }],
    [given, { formula: '', mark: 'about' }],
    [given, { formula: null, mark: null }],
    [alone, { mark: 'exact|to_verify' }],
    [alone, { mark: 'about|at_least' }]
  ])('%j holds of %j', (relation, row) => {
    expect(relationProblem(relation, (key) => row[key] ?? null, codes())).toBeNull()
  })
  it.each<[Relation, Record<string, string>, object]>([
    [
      order,
      { from: '2022-01-02', to: '2022-01-01' },
      { field: 'to', code: 'wrong_order', detail: '2022-01-02' }
    ],
    [agrees, { unit: 'eur', act: 'calls' }, { field: 'unit', code: 'disagrees', detail: 'acts' }],
    [
      given,
      { formula: '1 + 1', mark: 'about' },
      { field: 'formula', code: 'given_without', detail: 'computed' }
    ],
    [given, { formula: '', mark: 'computed' }, { field: 'formula', code: 'lacks', detail: 'computed' }],
    [alone, { mark: 'at_least|exact' }, { field: 'mark', code: 'not_alone', detail: 'at_least' }]
  ])('%j does not hold of %j', (relation, row, problem) => {
    expect(relationProblem(relation, (key) => row[key] ?? null, codes())).toEqual(problem)
  })
})

describe('columns of a file', () => {
  it('are none where a name stands twice, whatever the synonyms', () => {
    expect(matchColumns(JOURNAL, ['date', 'date', 'jour'])[1]).toBeNull()
  })
  it('a synonym that is the name of another field is not taken twice', () => {
    const header = ['total', 'nombre', 'valeur']
    expect(matchColumns(JOURNAL, header)[5]).toBe(1)
    expect(matchColumns(JOURNAL, ['total', 'valeur'])[5]).toBeNull()
  })
  it('are missing only where the file cannot be read without', () => {
    const match = matchColumns(JOURNAL, ['jour', 'ville', 'service', 'acte', 'nb'])
    expect(missingFields(JOURNAL, match)).toEqual([])
    expect(missingFields(JOURNAL, [])).toHaveLength(JOURNAL.fields.filter((one) => one.required).length)
  })
  it('speak for the schema with most names; the first of two that fit as well', () => {
    const schemas = [OBSERVATIONS, JOURNAL]
    expect(likeliestRules(schemas, ['dispositif'])?.id).toBe('observations')
    expect(likeliestRules(schemas, ['jour', 'dispositif'])?.id).toBe('journal')
    expect(likeliestRules(schemas, ['nature', 'reference'])?.id).toBe('journal')
    expect(likeliestRules(schemas, [])).toBeNull()
  })
})
