import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../csv/read-csv.ts'
import { COLUMNS } from '../rows.ts'
import { CODE_LISTS, foldCode } from './code-lists.ts'
import { JOURNAL } from './journal.ts'
import { OBSERVATIONS, UNIT_WORDS } from './observations.ts'
import { PROBLEM_CODES, severityOf, TODAY } from './rules.ts'

describe.each([JOURNAL, OBSERVATIONS])('$id', ({ fields, unique, relations }) => {
  const keys = fields.map(({ key }) => key)

  it('no header means two columns', () => {
    const words = fields.flatMap(({ key, name, title, synonyms }) => [
      ...new Set([key, name, title, ...synonyms].map(foldCode))
    ])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })

  it('names fields that exist, and synonyms as they are compared', () => {
    for (const key of unique) expect(keys).toContain(key)
    for (const relation of relations) {
      const named = relation.is === 'order' ? [relation.low, relation.high] : [relation.field]
      for (const key of named) expect(keys).toContain(key)
    }
    for (const synonym of fields.flatMap(({ synonyms }) => synonyms)) expect(foldCode(synonym)).toBe(synonym)
  })

  it('bounds days by days', () => {
    for (const { type } of fields)
      if (type.is === 'day')
        for (const bound of [type.min, type.max]) expect(bound).toMatch(/^\d{4}-\d{2}-\d{2}$|^today$/)
    expect(TODAY).toBe('today')
  })
})

it('observations are the columns of data/', () => {
  expect(OBSERVATIONS.fields.map(({ key }) => key)).toEqual(COLUMNS.observations)
})

it('every published unit has its French words', () => {
  const { header, rows } = readCsv(readFileSync('data/reference/indicators.csv', 'utf8'))
  const units = new Set(rows.map(({ cells }) => cells[header.indexOf('unit')]))
  expect(new Set(UNIT_WORDS.map(({ code }) => code))).toEqual(units)
})

it('code lists name columns that exist', () => {
  for (const list of Object.values(CODE_LISTS).flat())
    for (const column of list.columns) expect(COLUMNS[list.table]).toContain(column)
})

it('only a repeated row is kept', () => {
  expect(PROBLEM_CODES.filter((code) => severityOf({ code }) === 'warning')).toEqual(['repeated'])
})

it.each([
  ['Saint-Jacques-de-la-Lande', 'saint jacques de la lande'],
  ['  ÉCOLE  ', 'ecole'],
  ['Nature de l’acte', 'nature de l acte'],
  ['cœur', 'coeur'],
  ['€', '']
])('folds %j', (text, folded) => expect(foldCode(text)).toBe(folded))
