import { describe, expect, it } from 'vitest'
import type { Row } from '../engine/engine.ts'
import { toCatalogue } from './catalogue.ts'
import { askCodes, codeQuestions } from './codes.ts'
import { toGroup } from './compare.ts'
import { engagementsQuestion, toFigureEngagement } from './engagements.ts'
import {
  toEngagement,
  toFicheTerritory,
  toHighlight,
  toOffice,
  toPartner,
  toProgramme,
  toSite
} from './fiche.ts'
import { toFigureRow, toSecretRow } from './figure-row.ts'
import { allYearsQuestion, observationsQuestion } from './observations.ts'
import { placesQuestion, toPlace } from './places.ts'
import { publishedQuestion, yearQuestion } from './published.ts'
import { splitRows } from './secrets.ts'
import { storyQuestion } from './story.ts'

const without = (row: object, column: string): object =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== column))

const sourced = { section: 'Page 4', quote: 'les **mots** du [#rapport](#)' }
const quoted = { section: 'Page 4', quote: 'les mots du #rapport' }
const number: Row = {
  id: 'a',
  indicator: 'calls',
  indicator_name: 'appels',
  indicator_singular: 'appel',
  wording: '**appels**',
  unit: 'acts',
  kind: 'acts',
  group: 'calls',
  group_name: 'Appels',
  territory: 'rennes',
  territory_name: 'Rennes',
  region: 'region-rennes',
  hue: 'rennes',
  programme: 'jour',
  programme_name: 'Jour',
  family: 'ecole',
  value: 3.5,
  mark: 'about|rounded',
  perimeter: 'rennes:jour',
  period_start: '2021-01-01',
  period_end: '2021-12-31',
  source: 'rapport-2021',
  formula: '',
  contradicts: 'b|c',
  note: 'Note',
  selected: true,
  ...sourced
}
const figureRow = {
  ...without(number, 'mark'),
  ...quoted,
  wording: 'appels',
  marks: ['about', 'rounded'],
  contradicts: ['b', 'c']
}
const secret: Row = { ...number, value: null, mark: 'secret' }
const secretRow = { ...without(figureRow, 'value'), marks: ['secret'] }

const territory: Row = {
  id: 'orvault',
  name: 'Orvault',
  kind: 'commune',
  parent: 'region-nantes',
  insee: '44114',
  departement: '44',
  aliases: 'orvaux|orvo',
  spellings: '',
  lon: -1.6,
  lat: 47.3,
  precision: 'commune_centre',
  hue: 'nantes',
  population: 27_000,
  population_year: 2021,
  note: '',
  region: 'region-nantes'
}
const place: Row = {
  id: 'orvault',
  name: 'Orvault',
  kind: 'commune',
  parent: 'region-nantes',
  region: 'region-nantes',
  hue: 'nantes',
  families: 'siege|ecole',
  programmes: 'A|B',
  lon: -1.6,
  lat: 47.3,
  precision: 'commune_centre',
  counted: 5,
  since: '2018',
  selected: true
}
const dated = { territory: 'orvault', since: '2018', until: '', note: '' }
const engagement: Row = {
  id: 'x',
  kind: 'new',
  title: 'Contrat',
  territory: 'orvault',
  programme: 'jour',
  start: '2021',
  end: '',
  mark: 'to_verify|at_least',
  note: '',
  ...sourced
}
const joined = {
  territory_name: 'Orvault',
  region: 'region-nantes',
  hue: 'nantes',
  programme_name: 'Jour',
  source: 'rapport-2021'
}
const office: Row = {
  id: 'siege',
  name: 'Siège',
  territory: 'rennes',
  agency_of: 'region-rennes',
  address: '1 rue A',
  postcode: '35000',
  city: 'Rennes',
  phone: '',
  email: '',
  ...sourced
}
const highlight: Row = {
  id: 'h',
  start: '2021-06',
  end: '',
  title: 'Un fait',
  text: 'Ce qui fut fait',
  territory: 'rennes',
  ...sourced
}
const partner: Row = { id: 'p', name: 'Ville', programme: '', role: 'orders', ...dated, ...sourced }
const site: Row = {
  id: 's',
  name: 'École',
  kind: 'counted',
  programmes: 'jour|nuit',
  count: 4,
  ...dated,
  ...sourced
}
const programme: Row = {
  id: 'jour',
  name: 'Médiation de jour',
  short_name: 'Jour',
  family: 'ecole',
  definition: 'x'
}
const group: Row = { id: 'g', name: 'G', kind: 'acts', definition: 'd', additive: true, why_not: 'w' }

/** How a row is read, a good one, what it becomes, and the columns that may hold anything. */
const shapes: [string, (row: Row) => object, Row, object, string[]][] = [
  ['a number', toFigureRow, number, figureRow, ['selected']],
  ['a secret', toSecretRow, secret, secretRow, ['value', 'selected']],
  [
    'a territory',
    toFicheTerritory,
    territory,
    { ...territory, aliases: ['orvaux', 'orvo'], spellings: [] },
    []
  ],
  ['a dispositif', toProgramme, programme, programme, []],
  ['a site', toSite, site, { ...site, ...quoted, programmes: ['jour', 'nuit'] }, []],
  ['a partner', toPartner, partner, { ...partner, ...quoted }, []],
  [
    'an engagement',
    toEngagement,
    engagement,
    { ...without(engagement, 'mark'), ...quoted, marks: ['at_least', 'to_verify'] },
    []
  ],
  [
    'an engagement to draw',
    toFigureEngagement,
    { ...engagement, ...joined, selected: true },
    {
      ...without(engagement, 'mark'),
      ...joined,
      ...quoted,
      marks: ['at_least', 'to_verify'],
      selected: true
    },
    ['selected']
  ],
  ['a highlight', toHighlight, highlight, { ...highlight, ...quoted }, []],
  ['an office', toOffice, office, { ...office, ...quoted }, []],
  ['a group', toGroup, group, group, ['additive']],
  [
    'a place',
    toPlace,
    place,
    { ...place, families: ['ecole', 'siege'], programmes: ['A', 'B'] },
    ['selected']
  ]
]

describe.each(shapes)('%s', (_name, read, row, expected, free) => {
  it('is read from its columns', () => {
    expect(read(row)).toEqual(expected)
  })

  it('is refused for a column of another type, which is named', () => {
    for (const column of Object.keys(row).filter((one) => !free.includes(one))) {
      const wrong = typeof row[column] === 'number' ? '12' : 12
      expect(() => read({ ...row, [column]: wrong }), column).toThrow(
        expect.objectContaining({
          code: 'data_unreadable',
          evidence: { file: 'observations', column, row: column === 'id' ? '12' : row.id }
        })
      )
    }
  })
})

it.each<[string, (row: Row) => object, Row, string, unknown]>([
  ['no family', toFigureRow, { ...number, family: '' }, 'family', ''],
  ['no mark', toFigureRow, { ...number, mark: '' }, 'marks', []],
  ['not selected', toFigureRow, { ...number, selected: false }, 'selected', false],
  ['nothing said of the choice', toPlace, { ...place, selected: null }, 'selected', false],
  ['not selected', toFigureEngagement, { ...engagement, ...joined, selected: false }, 'selected', false],
  ['not additive', toGroup, { ...group, additive: false }, 'additive', false],
  ['no point', toPlace, { ...place, lon: null }, 'lon', null],
  ['no latitude', toPlace, { ...place, lat: null }, 'lat', null],
  ['no point', toFicheTerritory, { ...territory, lon: null, lat: null }, 'lat', null],
  ['no population', toFicheTerritory, { ...territory, population: null }, 'population', null]
])('%s: what is absent stays so', (_name, read, row, key, value) => {
  expect(read(row)).toHaveProperty(key, value)
})

it.each<[string, (row: Row) => object, Row]>([
  ['value', toFigureRow, { ...number, value: Infinity }],
  ['family', toFigureRow, { ...number, family: 'other' }],
  ['mark', toFigureRow, { ...number, mark: 'about|certain' }],
  ['mark', toSecretRow, { ...secret, mark: 'about' }],
  ['kind', toFicheTerritory, { ...territory, kind: 'planet' }],
  ['role', toPartner, { ...partner, role: 'spies' }]
])('a %s that we do not know is refused', (column, read, row) => {
  expect(() => read(row)).toThrow(
    expect.objectContaining({ evidence: expect.objectContaining({ column }) as unknown })
  )
})

it('a row without an id is named by nothing', () => {
  expect(() => toGroup({ ...group, id: null })).toThrow(
    expect.objectContaining({ evidence: { file: 'observations', column: 'id', row: '' } })
  )
})

it('numbers and secrets part, each in its order', () => {
  const { rows, secrets } = splitRows([number, secret, { ...number, id: 'z', value: 0 }])
  expect(rows.map(({ id, value }) => [id, value])).toEqual([
    ['a', 3.5],
    ['z', 0]
  ])
  expect(secrets).toEqual([secretRow])
})

it('a catalogue has every name that a reader may type', () => {
  const named: Row = { ...territory, spellings: 'Orvault-44' }
  const { territories, programmes, years } = toCatalogue({
    territories: [named, { ...territory, id: 'optima', insee: '', aliases: '' }],
    programmes: [programme],
    years: [{ millesime: 2021 }]
  })
  expect(territories.map(({ aliases }) => aliases)).toEqual([['44114', 'orvaux', 'orvo', 'Orvault-44'], []])
  expect(territories[0]).toMatchObject({
    id: 'orvault',
    name: 'Orvault',
    kind: 'commune',
    parent: 'region-nantes',
    region: 'region-nantes'
  })
  expect(programmes).toEqual([{ id: 'jour', name: 'Médiation de jour' }])
  expect(years).toEqual([2021])
})

it('codes are the texts of the tables, and what is published by its id', async () => {
  const { tables, published } = await askCodes((question) =>
    Promise.resolve(
      question === codeQuestions.published
        ? [{ id: 'a' }, { id: 'b' }]
        : [{ id: 'x', insee: '', n: 3, name: 'X' }]
    )
  )
  expect(published).toEqual(['a', 'b'])
  expect(tables.territories).toEqual([{ id: 'x', name: 'X' }])
  expect(Object.keys(tables)).not.toContain('published')
})

describe('parameters stand in the order of their marks', () => {
  const some = { territory: 'rennes', programme: 'jour', year: 2021, measure: 'produit' } as const
  const all = { ...some, territory: null, programme: null }
  it.each([
    [
      'observations',
      observationsQuestion(['a', 'b'], some),
      ['a', 'b', 'rennes', 'jour', 2021, '2021-01-01']
    ],
    ['all observations', observationsQuestion(['a'], all), ['a', 2021, '2021-01-01']],
    ['all years', allYearsQuestion(['a', 'b']), ['a', 'b']],
    ['published', publishedQuestion(some), [2021, '2021-01-01', 'rennes', 'jour']],
    ['the year', yearQuestion(some), ['rennes', 'jour', 2021, '2021-01-01']],
    ['engagements', engagementsQuestion(some), ['rennes', 'jour', 2021]],
    ['all engagements', engagementsQuestion(all), [2021]],
    ['places', placesQuestion(some), ['jour', 'rennes']],
    ['all places', placesQuestion(all), []],
    ['story', storyQuestion(2021), [2021]]
  ])('%s', (_name, { sql, params }, expected) => {
    expect(params).toEqual(expected)
    expect(sql.match(/\?/g) ?? []).toHaveLength(expected.length)
  })
})
