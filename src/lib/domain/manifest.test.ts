import { expect, it } from 'vitest'
import { AppError } from './errors.ts'
import { MANIFEST_SCHEMA, readManifest } from './manifest.ts'

const file = { file: 'sites.csv', bytes: 0, sha256: 'a1'.repeat(32) }
const table = { name: 'sites', rows: 3, parquet: { ...file, file: 'sites.parquet' }, csv: file }
const site = {
  name: 'Optima en chiffres',
  origin: 'https://optima.example',
  base: '/chiffres',
  publisher: 'Optima',
  website: 'https://optima.example/',
  contact: { email: 'a@optima.example', phone: '' },
  licence: { code: 'MIT', data: 'Licence Ouverte 2.0' }
}
const good = { schema: MANIFEST_SCHEMA, version: '2021.3f9c2ab1', millesimes: [2021], site, tables: [table] }

function thrownBy(json: unknown): AppError {
  try {
    readManifest(json)
  } catch (error) {
    if (error instanceof AppError) return error
  }
  throw new Error('no AppError')
}

it.each([
  ['as it is published', {}],
  ['at the root of a host', { site: { ...site, base: '' } }],
  ['two folders down, on a port', { site: { ...site, origin: 'http://localhost:4173', base: '/a/b.c' } }]
])('reads a manifest %s', (_name, change) => {
  expect(readManifest({ ...good, ...change })).toEqual({ ...good, ...change })
})

it.each([
  ['version', { version: '2021.3f9c2ab' }],
  ['version', { version: 'v2021.3f9c2ab1' }],
  ['version', { version: '2021.3f9c2ab10' }],
  ['millesimes', { millesimes: [] }],
  ['millesimes.0', { millesimes: [2021.5] }],
  ['schema', { schema: '1' }],
  ['schema', { schema: 0 }],
  ['site.name', { site: { ...site, name: '' } }],
  ['site.origin', { site: { ...site, origin: 'https://optima.example/' } }],
  ['site.origin', { site: { ...site, origin: 'ftp://optima.example' } }],
  ['site.base', { site: { ...site, base: 'chiffres' } }],
  ['site.base', { site: { ...site, base: '/chiffres/' } }],
  ['site.website', { site: { ...site, website: 'optima' } }],
  ['site.contact.email', { site: { ...site, contact: { email: 'optima', phone: '' } } }],
  ['site.licence.code', { site: { ...site, licence: { ...site.licence, code: '' } } }],
  ['tables.0.name', { tables: [{ ...table, name: 'sites; DROP' }] }],
  ['tables.0.rows', { tables: [{ ...table, rows: -1 }] }],
  ['tables.0.csv.file', { tables: [{ ...table, csv: { ...file, file: '../secret.csv' } }] }],
  ['tables.0.csv.bytes', { tables: [{ ...table, csv: { ...file, bytes: 0.5 } }] }],
  ['tables.0.parquet.sha256', { tables: [{ ...table, parquet: { ...file, sha256: 'A1'.repeat(32) } }] }]
])('names the field %s of %j', (field, change) => {
  const { code, evidence } = thrownBy({ ...good, ...change })
  expect([code, evidence.file, evidence.field]).toEqual(['data_unreadable', 'manifest.json', field])
  expect(evidence.found).not.toBe('')
})

it('says what was expected, where one word can', () => {
  const { expected, found } = thrownBy({ ...good, tables: 'none' }).evidence
  expect([expected, found]).toEqual(['Array', '"none"'])
})

it.each([null, 'manifest', 3, undefined, []])('does not read %j', (json) => {
  expect(thrownBy(json).code).toBe('data_unreadable')
})

it('asks for a reload when the data are newer than the code', () => {
  const newer = thrownBy({ schema: MANIFEST_SCHEMA + 1 })
  expect(newer.code).toBe('data_newer')
  expect(newer.evidence).toEqual({ schema: MANIFEST_SCHEMA + 1, known: MANIFEST_SCHEMA })
})
