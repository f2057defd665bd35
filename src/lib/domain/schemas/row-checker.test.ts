import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../csv/read-csv.ts'
import type { TableName } from '../rows.ts'
import { FirstSeen, hashText } from './first-seen.ts'
import { exampleRows } from './example-rows.ts'
import { JOURNAL } from './journal.ts'
import { KnownCodes, type CodeTables } from './known-codes.ts'
import { likeliestRules, matchColumns, missingFields } from './match-columns.ts'
import { OBSERVATIONS } from './observations.ts'
import { problemWords } from './problem-words.ts'
import { RowChecker } from './row-checker.ts'
import { PROBLEM_CODES, type TableRules } from './rules.ts'

function referenceTable(name: string): Record<string, string>[] {
  const { header, rows } = readCsv(readFileSync(`data/reference/${name}.csv`, 'utf8'))
  return rows.map(({ cells }) =>
    Object.fromEntries(header.map((column, index) => [column, cells[index] ?? '']))
  )
}
const tables: CodeTables = Object.fromEntries(
  (['territories', 'sites', 'programmes', 'indicators'] satisfies TableName[]).map((name) => [
    name,
    referenceTable(name)
  ])
)
const known = new KnownCodes(tables)
const context = { known, today: '2023-06-30' }

/** A good row, with some cells replaced. */
function row(rules: TableRules, cells: Record<string, string> = {}): string[] {
  return rules.fields.map(({ key, example }) => cells[key] ?? example)
}
function problemsOf(rules: TableRules, cells: Record<string, string>): string[] {
  return new RowChecker(rules, context)
    .check(2, row(rules, cells))
    .problems.map(({ field, code, detail }) => `${field} ${code} ${detail}`.trim())
}

describe.each([JOURNAL, OBSERVATIONS])('$id', (rules) => {
  it('its examples are a good row', () => {
    const { values, problems } = new RowChecker(rules, context).check(2, row(rules))
    expect(problems).toEqual([])
    expect(values).toHaveLength(rules.fields.length)
  })

  it('accepts or explains any row', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '12', '2022-01-01', 'rennes', '=1+1', '__proto__'))
    fc.assert(
      fc.property(fc.array(cell, { maxLength: rules.fields.length + 2 }), (cells) => {
        const checker = new RowChecker(rules, context)
        const { values, problems } = checker.check(2, cells)
        expect(values === null).toBe(problems.length > 0)
        for (const problem of [...problems, ...checker.finish()]) {
          const { reason, remedy } = problemWords(rules, problem)
          expect(reason).toMatch(/[.?]$/)
          expect(remedy).toMatch(/[.?]$/)
        }
      })
    )
  })
})

it.each([
  [{ date: '' }, 'date missing'],
  [{ date: '31/02/2022' }, 'date no_such_day'],
  [{ date: '02/01/1900' }, 'date too_early 1993-01-01'],
  [{ date: '01/07/2023' }, 'date too_late 2023-06-30'],
  [{ date: '44634' }, 'date serial_day 2022-03-14'],
  [{ date: '14/03/22' }, 'date short_year'],
  [{ place: 'Orvaut' }, 'place unknown_code orvault'],
  [{ place: 'Atlantide' }, 'place unknown_code'],
  [{ act: 'salariés' }, 'act unknown_code'],
  [{ count: '-3' }, 'count too_low 0'],
  [{ count: '1,5' }, 'count not_integer'],
  [{ count: '2 k' }, 'count scaled_number 2000'],
  [{ count: '1.234' }, 'count ambiguous_number'],
  [{ people: 'deux' }, 'people not_number'],
  [{ duration: '25h' }, 'duration too_high 1440'],
  [{ id: 'x'.repeat(65) }, 'id too_long 64']
])('a journal with %j: %s', (cells, problem) => expect(problemsOf(JOURNAL, cells)).toEqual([problem]))

it.each([
  [{ id: 'Été' }, 'id not_id'],
  [{ unit: 'euros' }, 'unit disagrees acts'],
  [{ unit: 'pommes' }, /^unit unknown_word actes, /],
  [{ period_end: '31/12/2021' }, 'period_end wrong_order 2022-01-01'],
  [{ formula: '1 + 1' }, 'formula given_without computed'],
  [{ mark: 'calculé' }, 'formula lacks computed'],
  [{ mark: 'exact|environ' }, 'mark not_alone about'],
  [{ mark: 'exact|exact' }, 'mark twin_word exact']
])('observations with %j: %s', (cells, problem) => {
  const found = problemsOf(OBSERVATIONS, cells)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(problem)
})

it.each([
  ['44114', 'orvault'],
  ['ORVAULT', 'orvault'],
  ['Saint Jacques de la Lande', 'saint-jacques-de-la-lande'],
  ['Écoles de Rennes', 'rennes-ecoles'],
  ['region-paris', 'region-ile-de-france']
])('the place %j is %s', (text, id) => expect(known.find('places', text)).toEqual({ id }))

it('reads the French way', () => {
  expect(new RowChecker(JOURNAL, context).check(2, row(JOURNAL)).values).toEqual([
    '2022-000124',
    '2022-03-14',
    'orvault',
    'citoyennete-prevention',
    'mediations_regulations',
    1,
    2,
    45
  ])
})

it('says that a name means two codes', () => {
  const twins = new KnownCodes({
    sites: [
      { id: 'a', name: 'École' },
      { id: 'b', name: 'ecole' }
    ]
  })
  expect(twins.find('sites', 'ÉCOLE')).toEqual({ ambiguous: ['a', 'b'] })
  expect(twins.find('places', 'a')).toEqual({ id: 'a' })
})

it('tells a taken id and a repeated row, with the first line', () => {
  const checker = new RowChecker(JOURNAL, context)
  const bare = row(JOURNAL, { id: '' })
  expect(checker.check(2, row(JOURNAL)).problems).toEqual([])
  expect(checker.check(3, row(JOURNAL, { count: '4' })).problems).toMatchObject([
    { line: 3, field: 'id', code: 'taken', detail: '2' }
  ])
  expect(checker.check(4, bare).problems).toEqual([])
  const again = checker.check(5, bare)
  expect(again.values).not.toBeNull()
  expect(again.problems).toEqual([{ line: 5, field: '', value: '', code: 'repeated', detail: '4' }])
})

it('says of every bad cell of a row what stands in it', () => {
  const { values, problems } = new RowChecker(JOURNAL, context).check(
    7,
    row(JOURNAL, { date: 'hier', count: '-1' })
  )
  expect(values).toBeNull()
  expect(problems).toEqual([
    { line: 7, field: 'date', value: 'hier', code: 'not_day', detail: '' },
    { line: 7, field: 'count', value: '-1', code: 'too_low', detail: '0' }
  ])
})

it('says of cells that do not agree, and of a taken id, what stands in them', () => {
  const checker = new RowChecker(OBSERVATIONS, context)
  expect(checker.check(2, row(OBSERVATIONS, { unit: 'jours' })).problems).toEqual([
    { line: 2, field: 'unit', value: 'jours', code: 'disagrees', detail: 'acts' }
  ])
  const [id] = row(OBSERVATIONS)
  expect(checker.check(3, row(OBSERVATIONS)).problems).toEqual([])
  expect(checker.check(4, row(OBSERVATIONS)).problems).toEqual([
    { line: 4, field: 'id', value: id, code: 'taken', detail: '3' }
  ])
})

it('an absent column is an empty cell', () => {
  const { values } = new RowChecker(JOURNAL, context).check(2, row(JOURNAL, { id: '' }).slice(0, 6))
  expect(values?.slice(5)).toEqual([1, null, null])
  expect(new RowChecker(JOURNAL, context).check(2, []).problems[0]).toEqual({
    line: 2,
    field: 'date',
    value: '',
    code: 'missing',
    detail: ''
  })
})

it('rows with ids of their own are not repeated, nor any where that is free', () => {
  const checker = new RowChecker(JOURNAL, context)
  expect(checker.check(2, row(JOURNAL, { id: 'a' })).problems).toEqual([])
  expect(checker.check(3, row(JOURNAL, { id: 'b' })).problems).toEqual([])
  const free = new RowChecker({ ...JOURNAL, repeated: 'free' }, context)
  for (const line of [2, 3]) expect(free.check(line, row(JOURNAL, { id: '' })).problems).toEqual([])
})

it('a row that differs in one cell is another', () => {
  const checker = new RowChecker(JOURNAL, context)
  const changes = [
    {},
    { people: '3' },
    { people: '' },
    { duration: '' },
    { count: '2' },
    { date: '15/03/2022' }
  ]
  for (const [line, change] of changes.entries())
    expect(checker.check(line + 2, row(JOURNAL, { id: '', ...change })).problems).toEqual([])
  expect(checker.check(9, row(JOURNAL, { id: '', people: '' })).problems).toMatchObject([
    { code: 'repeated', detail: '4' }
  ])
})

it('the same fields written another way are the same row', () => {
  const checker = new RowChecker(JOURNAL, context)
  checker.check(2, row(JOURNAL, { id: '' }))
  const written = { id: '', date: '2022-03-14', place: ' 44114 ', duration: '45' }
  expect(checker.check(3, row(JOURNAL, written)).problems).toMatchObject([{ code: 'repeated', detail: '2' }])
})

it.each([JOURNAL, OBSERVATIONS])('the example of $id is a good file', (rules) => {
  const checker = new RowChecker(rules, context)
  const rows = exampleRows(rules)
  expect(rows.length).toBeGreaterThan(2)
  for (const [index, example] of rows.entries()) {
    const cells = rules.fields.map(({ key }) => example[key] ?? '')
    expect(checker.check(index + 2, cells).problems, JSON.stringify(example)).toEqual([])
    // It says that it is made up.
    expect(example.id).toMatch(/^fictif-/)
  }
  expect(checker.finish()).toEqual([])
})

it('knows at the end only which rows a row may name', () => {
  const checker = new RowChecker(OBSERVATIONS, context, ['old'])
  checker.check(2, row(OBSERVATIONS, { contradicts: 'b|old' }))
  checker.check(3, row(OBSERVATIONS, { id: 'b', contradicts: 'c', mark: 'à vérifier' }))
  expect(checker.finish()).toEqual([
    { line: 3, field: 'contradicts', value: 'c', code: 'unknown_row', detail: 'c' }
  ])
})

describe('columns', () => {
  it('are found by key, French name, title and synonym', () => {
    const header = ['Jour', 'Commune', 'Dispositif', 'Nature de l’acte', 'Nb', 'Remarque']
    expect(matchColumns(JOURNAL, header)).toEqual([null, 0, 1, 2, 3, 4, null, null])
    expect(
      matchColumns(
        OBSERVATIONS,
        OBSERVATIONS.fields.map(({ key }) => key)
      )
    ).toEqual(OBSERVATIONS.fields.map((_, index) => index))
  })

  it('are left to the reader when two are called the same', () => {
    const match = matchColumns(JOURNAL, ['date', 'lieu', 'dispositif', 'nature', 'nombre', 'nombre'])
    expect(missingFields(JOURNAL, match).map(({ key }) => key)).toEqual(['count'])
  })

  it('a name wins over a synonym', () => {
    expect(matchColumns(JOURNAL, ['total', 'nombre'])[5]).toBe(1)
  })

  it('tell which schema was meant', () => {
    const schemas = [OBSERVATIONS, JOURNAL]
    expect(likeliestRules(schemas, ['date', 'commune', 'dispositif'])?.id).toBe('journal')
    expect(likeliestRules(schemas, ['identifiant', 'indicateur', 'valeur'])?.id).toBe('observations')
    expect(likeliestRules(schemas, ['__proto__', 'x'])).toBeNull()
  })
})

it('every code has its words', () => {
  for (const code of PROBLEM_CODES)
    for (const detail of ['', '2', '2022-03-14'])
      expect(problemWords(OBSERVATIONS, { field: 'mark', value: '', code, detail }).reason).not.toBe('')
})

it('remembers the first line of every row', () => {
  const seen = new FirstSeen()
  const row = (index: number): void => {
    seen.begin()
    for (const cell of [String(index % 7), `text ${index}`, '']) seen.mix(hashText(cell))
  }
  for (let index = 0; index < 5000; index += 1) {
    row(index)
    expect(seen.line(index + 1)).toBe(0)
  }
  for (let index = 0; index < 5000; index += 1) {
    row(index)
    expect(seen.line(9)).toBe(index + 1)
  }
})
