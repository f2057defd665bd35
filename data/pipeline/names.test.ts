import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { findNames, readNames } from './names.ts'

const data = new URL('../', import.meta.url)
const report = readFileSync(new URL('sources/rapport-activite-2021.txt', data), 'utf8')
const names = readNames(readFileSync(new URL('sources/names-2021.txt', data), 'utf8'))

it('knows no name that the report does not hold', () => {
  expect(names.length).toBeGreaterThan(30)
  expect(findNames(report, names)).toEqual(names)
})

it.each([
  ['Merci à Philippe CANTIN.', true],
  ['philippe-cantin', true],
  ['La cantine de Nantes', false],
  ['Saint-Jacques-de-la-Lande, rue Olympe de Gouges', false]
])('"%s" holds a name: %s', (text, found) => {
  expect(findNames(text, names).length > 0).toBe(found)
})

const tables = ['reference', '2021'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, data)).map((file) => `${folder}/${file}`)
)

it.each(tables)('%s holds no personal name', (file) => {
  expect(findNames(readFileSync(new URL(file, data), 'utf8'), names)).toEqual([])
})
