import { expect, it } from 'vitest'
import type { FigureModel } from '../figure.ts'
import { drawingOf } from './bars.ts'
import type { Entry } from './entry.ts'
import { alternativeText, caption, creditText, sourceLine } from './words.ts'

const entry: Entry = {
  id: 'a',
  what: 'actions',
  group: 'g',
  territory: 'angers',
  territory_name: 'Angers',
  region: 'angers',
  programme: 'urbaine',
  programme_name: 'Médiation urbaine',
  hue: 'angers',
  value: 42_000,
  text: '',
  unit: 'acts',
  marks: ['at_least', 'to_verify'],
  period_start: '2021-01-01',
  period_end: '2021-12-31',
  source: 's',
  section: 'Angers',
  quote: '+ 42 000 actions',
  formula: '',
  note: '',
  selected: true
}
const model: FigureModel = {
  title: 'Un titre',
  subtitle: 'Ce qui est compté, 2021',
  sentence: 'Une phrase.',
  note: 'Une note.',
  entries: [entry],
  drawing: drawingOf([]),
  empty: null
}
const when = { year: 2021, version: '2021.aa' }
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

it('says in the alternative text every value with its marks as words', () => {
  expect(plain(alternativeText(model))).toBe(
    'Graphique. Une phrase. Valeurs : Angers, Médiation urbaine : au moins 42 000 actions (à vérifier).'
  )
  const many = { ...model, entries: Array.from({ length: 13 }, (_, i) => ({ ...entry, id: String(i) })) }
  expect(plain(alternativeText(many))).toMatch(/ ; la suite est dans le tableau de la figure\.$/)
  expect(plain(alternativeText({ ...model, sentence: '', entries: [] }))).toBe('Graphique. Un titre.')
})

it('names contracts and the whole of Optima', () => {
  const contract = { ...entry, value: null, text: 'renouvelé', what: 'la convention', marks: [] }
  const total = {
    ...entry,
    territory: 'optima',
    programme: '',
    programme_name: '',
    marks: [],
    unit: 'eur',
    what: 'produit'
  }
  expect(plain(alternativeText({ ...model, entries: [contract, total] }))).toContain(
    'Angers, Médiation urbaine : la convention, renouvelé ; Tout Optima : 42 000 € de produit.'
  )
})

it('writes caption, credit and source', () => {
  expect(plain(caption(model, when))).toBe(
    'Un titre. Ce qui est compté, 2021. Une note. Source : rapport d’activité 2021 d’Optima.'
  )
  expect(plain(creditText(model, when, { name: 'Optima en chiffres', licence: 'L' }))).toBe(
    'Source : rapport d’activité 2021 d’Optima, « Angers » — Optima en chiffres, données 2021.aa, licence : L'
  )
  expect(plain(sourceLine(model.entries, when))).toBe(
    'Source : rapport d’activité 2021 d’Optima, « Angers » · Millésime 2021 · Données 2021.aa'
  )
})

it('names the journal where the rows come from one', () => {
  const [row] = model.entries
  const journal = { ...(row as Entry), source: 'journal-2022', section: 'Journal 2022' }
  expect(plain(sourceLine([journal], { ...when, year: 2022 }))).toMatch(
    /^Source : journal des interventions 2022 d’Optima, « Journal 2022 »/
  )
  expect(plain(caption({ ...model, entries: [...model.entries, journal] }, when))).toMatch(
    /Source : rapport d’activité 2021 d’Optima et journal des interventions 2021 d’Optima\.$/
  )
})
