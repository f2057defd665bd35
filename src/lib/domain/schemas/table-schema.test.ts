import { expect, it } from 'vitest'
import { ID_PATTERN } from './grammar.ts'
import { TODAY, type FieldRule, type RuleType, type TableRules } from './rules.ts'
import { tableSchema } from './table-schema.ts'

const field = (key: string, type: RuleType, more: Partial<FieldRule> = {}): FieldRule => ({
  key,
  name: `nom ${key}`,
  title: `Titre ${key}`,
  description: `De ${key}.`,
  type,
  required: false,
  synonyms: [],
  example: '',
  ...more
})
const rules = (fields: FieldRule[], unique: string[] = []): TableRules => ({
  id: 'journal',
  title: 'Journal',
  description: 'Une ligne par acte.',
  fields,
  relations: [],
  unique,
  repeated: 'free'
})

it.each<[RuleType, object]>([
  [{ is: 'text' }, { type: 'string', constraints: {} }],
  [
    { is: 'text', max: 64 },
    { type: 'string', constraints: { maxLength: 64 } }
  ],
  [{ is: 'id' }, { type: 'string', constraints: { pattern: ID_PATTERN } }],
  [
    { is: 'number', min: 0 },
    { type: 'number', decimalChar: ',', constraints: { minimum: 0 } }
  ],
  [
    { is: 'integer', min: 0, max: 9 },
    { type: 'integer', constraints: { minimum: 0, maximum: 9 } }
  ],
  [
    { is: 'day', min: '1993-01-01', max: '2099-12-31' },
    { type: 'date', format: '%d/%m/%Y', constraints: { minimum: '1993-01-01', maximum: '2099-12-31' } }
  ],
  [
    { is: 'day', min: '1993-01-01', max: TODAY },
    { type: 'date', format: '%d/%m/%Y', constraints: { minimum: '1993-01-01' } }
  ],
  [
    { is: 'duration', min: 0, max: 1440 },
    { type: 'string', constraints: {} }
  ],
  [
    { is: 'code', of: 'places' },
    { type: 'string', constraints: {} }
  ],
  [{ is: 'rows' }, { type: 'string', constraints: {} }],
  [
    {
      is: 'word',
      words: [
        { code: 'acts', french: ['actes', 'acte'] },
        { code: 'kg', french: [] }
      ]
    },
    { type: 'string', constraints: { enum: ['actes', 'kg'] } }
  ],
  [
    { is: 'word', words: [{ code: 'acts', french: ['actes'] }], many: true },
    { type: 'string', constraints: {} }
  ]
])('%j as the standard says it', (type, expected) => {
  const words = { name: 'nom x', title: 'Titre x', description: 'De x.' }
  expect(tableSchema(rules([field('x', type)])).fields).toEqual([{ ...words, ...expected }])
})

it('says what is required, unique and an example', () => {
  const id = field('id', { is: 'id' }, { required: true, example: 'a-1' })
  const number = field('n', { is: 'text' })
  const schema = tableSchema(rules([number, id], ['n', 'id']))
  expect(schema.fields[1]).toMatchObject({
    example: 'a-1',
    constraints: { required: true, unique: true, pattern: ID_PATTERN }
  })
  expect(schema.fields[0]?.constraints).toEqual({ unique: true })
  expect(schema.primaryKey).toEqual(['nom id'])
  expect(schema).toMatchObject({
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    name: 'journal',
    title: 'Journal',
    description: 'Une ligne par acte.',
    lang: 'fr',
    missingValues: ['']
  })
})

it.each([
  ['is unique', field('x', { is: 'id' }, { required: true }), []],
  ['is always given', field('x', { is: 'id' }), ['x']]
])('has no primary key where none %s', (_name, only, unique) => {
  expect(tableSchema(rules([only], unique))).not.toHaveProperty('primaryKey')
})
