import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCsv } from '../../csv/read-csv.ts'
import { FRENCH_EXCEL, STANDARD } from '../../csv/write-csv.ts'
import { CSV_COLUMNS, figureCsv } from './csv.ts'
import type { Entry } from './entry.ts'

const entry: Entry = {
  id: 'revenue-nantes-2021',
  what: 'produit',
  group: 'revenue',
  territory: 'region-nantes',
  territory_name: 'Région de Nantes',
  region: 'region-nantes',
  programme: '',
  programme_name: '',
  hue: 'nantes',
  value: 2_076_000,
  text: '',
  unit: 'eur',
  marks: ['rounded', 'to_verify'],
  period_start: '2021-01-01',
  period_end: '2021-12-31',
  source: 'rapport-2021',
  section: 'Région de Nantes',
  quote: '2 076 K€ de produit* en 2021',
  formula: '',
  note: '',
  selected: true
}
const cellsOf = (one: Entry, excel = false): Record<string, string> => {
  const text = figureCsv([one], 'v', excel ? FRENCH_EXCEL : STANDARD)
  const { header, rows, issues } = readCsv(text, excel ? ';' : ',')
  expect(issues).toEqual([])
  return Object.fromEntries(header.map((name, i) => [name, rows[0]?.cells[i] ?? '']))
}

it('says unit, marks, bounds and source', () => {
  expect(cellsOf(entry)).toEqual({
    id: 'revenue-nantes-2021',
    ce_qui_est_compte: 'produit',
    territoire: 'Région de Nantes',
    dispositif: 'tous',
    valeur: '2076000',
    unite: '€',
    marques: 'arrondi, à vérifier',
    borne_basse: '2075500',
    borne_haute: '2076500',
    debut: '2021-01-01',
    fin: '2021-12-31',
    source: 'rapport-2021',
    section: 'Région de Nantes',
    citation: '2 076 K€ de produit* en 2021',
    formule: '',
    note: '',
    version: 'v'
  })
})

it('writes what a spreadsheet in French reads', () => {
  const text = figureCsv([{ ...entry, value: 81.9, unit: 'tonnes', marks: [] }], 'v', FRENCH_EXCEL)
  expect(text.startsWith(`\uFEFF${CSV_COLUMNS.join(';')}\r\n`)).toBe(true)
  expect(text).toContain(';81,9;t;;81,85;81,95;')
  expect(text.endsWith('\r\n')).toBe(true)
})

it('leaves open what is not known, and writes a contract by its kind', () => {
  expect(cellsOf({ ...entry, marks: ['at_least'] })).toMatchObject({
    borne_basse: '2076000',
    borne_haute: ''
  })
  expect(cellsOf({ ...entry, value: null, text: 'renouvelé', unit: '' })).toMatchObject({
    valeur: 'renouvelé',
    unite: '',
    borne_basse: ''
  })
})

it('runs nothing in a spreadsheet', () => {
  for (const quote of ['=1+1', '+ 42 000 actions', '-2+3', '@SUM(A1)', '\t=1'])
    expect(cellsOf({ ...entry, quote }, true).citation).toBe(`'${quote}`)
})

it('reads back what it wrote, whatever the words', () => {
  const words = fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', 'é', 'a', ' ', '|', '<') })
  fc.assert(
    fc.property(words, words, fc.double({ noNaN: true, noDefaultInfinity: true }), (quote, note, value) => {
      expect(cellsOf({ ...entry, quote, note, value })).toMatchObject({ citation: quote, note })
      expect(Number(cellsOf({ ...entry, value }).valeur)).toBeCloseTo(value)
      expect(cellsOf({ ...entry, quote, note }, true)).toMatchObject({ citation: quote, note })
    })
  )
})
