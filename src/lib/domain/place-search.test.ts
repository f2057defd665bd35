// Does a reader find the place they mean, however they type it?

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlaceIndex, PlaceList } from './place-search.ts'
import {
  foldPlace,
  indexPlaces,
  meantPlace,
  nearestPlaces,
  nearestTerritory,
  searchPlaces,
  typingErrors
} from './place-search.ts'

const index: PlaceIndex = indexPlaces(
  JSON.parse(readFileSync('static/data/places.json', 'utf8')) as PlaceList
)
const first = (text: string): string => {
  const [place] = searchPlaces(index, text)
  return place === undefined ? '' : place.id || `${place.name} (${place.departement})`
}

describe('the first answer', () => {
  it.each([
    // as written
    ['Orvault', 'orvault'],
    ['Rennes', 'rennes'],
    ['Paris', 'paris'],
    ['Nantes', 'nantes'],
    ['Brest', 'brest'],
    ['Tram T12', 'tram-t12'],
    ['t12', 'tram-t12'],
    ['Plaine Commune', 'plaine-commune'],
    ['Loire-Atlantique', 'loire-atlantique'],
    ['région de Rennes', 'region-rennes'],
    ['Île-de-France', 'region-ile-de-france'],
    // accents
    ['Reze', 'reze'],
    ['REZÉ', 'reze'],
    ['chateaubriant', 'chateaubriant'],
    ['Châteaubriant', 'chateaubriant'],
    ['ile de france', 'region-ile-de-france'],
    // case
    ['ANGERS', 'angers'],
    ['vInCeNnEs', 'vincennes'],
    // hyphens, apostrophes, blanks
    ['saint nazaire', 'saint-nazaire'],
    ['saint-jacques de la lande', 'saint-jacques-de-la-lande'],
    ['  villeneuve   saint georges ', 'villeneuve-saint-georges'],
    ['champigny sur marne', 'champigny-sur-marne'],
    ['mitry mory', 'mitry-mory'],
    ["L'Haÿ-les-Roses", "L'Haÿ-les-Roses (94)"],
    // abbreviations
    ['St Herblain', 'saint-herblain'],
    ['st-nazaire', 'saint-nazaire'],
    ['St. Jacques', 'saint-jacques-de-la-lande'],
    ['Ste Luce', 'Sainte-Luce-sur-Loire (44)'],
    ['villeneuve st georges', 'villeneuve-saint-georges'],
    // codes
    ['44114', 'orvault'],
    ['44700', 'orvault'],
    ['35238', 'rennes'],
    ['35000', 'rennes'],
    ['94300', 'vincennes'],
    ['77290', 'mitry-mory'],
    ['200057867', 'plaine-commune'],
    ['75056', 'paris'],
    ['44400', 'reze'],
    // arrondissements
    ['Paris 18', 'paris-18'],
    ['75018', 'paris-18'],
    ['paris 18e', 'paris-18'],
    ['18e', 'paris-18'],
    ['18e arrondissement', 'paris-18'],
    ['Paris 10ème', 'paris-10'],
    ['75110', 'paris-10'],
    ['paris18', 'paris-18'],
    ['20eme arr', 'paris-20'],
    // spellings of the report
    ['Chapigny', 'champigny-sur-marne'],
    ['Vézin', 'vezin-le-coquet'],
    ['Plaine Communes', 'plaine-commune'],
    ['Charenton', 'charenton-le-pont'],
    ['Tram 12', 'tram-t12'],
    ['RÉGION DE PARIS', 'region-ile-de-france'],
    // beginnings
    ['orv', 'orvault'],
    ['ville', 'villejuif'],
    ['saint her', 'saint-herblain'],
    // typing errors
    ['orvaut', 'orvault'],
    ['orvualt', 'orvault'],
    ['vincenne', 'vincennes'],
    ['vincnnes', 'vincennes'],
    ['chateaubriand', 'chateaubriant'],
    ['villejuife', 'villejuif'],
    ['sain nazaire', 'saint-nazaire'],
    ['charanton', 'charenton-le-pont'],
    // where Optima is not
    ['Montreuil', 'Montreuil (93)'],
    ['Saint-Malo', 'Saint-Malo (35)'],
    ['Quimper', 'Quimper (29)'],
    ['Cholet', 'Cholet (49)'],
    ['92012', 'Boulogne-Billancourt (92)'],
    ['guingamp', ''],
    // nonsense
    ['', ''],
    ['   ', ''],
    ['xyzzyqwk', ''],
    ['!!!', ''],
    ['99999', ''],
    ['<script>', '']
  ])('%j -> %s', (typed, expected) => {
    expect(first(typed)).toBe(expected)
  })
})

describe('folding', () => {
  it('is done once for all, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => foldPlace(foldPlace(text)) === foldPlace(text))
    )
  })

  it('never throws and never answers more than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (text) => searchPlaces(index, text, 5).length <= 5
      ),
      { numRuns: 60 }
    )
  })

  it('finds each place by its own name', () => {
    for (const { place } of index) {
      const found = searchPlaces(index, place.name, 12)
      expect(found, place.name).toContainEqual(place)
    }
  })
})

it.each([
  ['orvault', 'orvault', 0],
  ['orvaut', 'orvault', 1],
  ['orvualt', 'orvault', 1],
  ['orv', 'orvault', 0],
  ['zzzz', 'orvault', 3]
])('%s is %s with so many errors', (typed, name, expected) => {
  expect(typingErrors(typed, name, 2)).toBe(expected)
})

describe('the nearest places', () => {
  const absent = (name: string): (typeof index)[number]['place'] =>
    index.find(({ place }) => place.name === name && place.id === '')!.place

  it('come with their distance, nearest first', () => {
    const near = nearestPlaces(index, absent('Saint-Ouen-sur-Seine'))
    expect(near.map(({ place }) => place.id)).toContain('paris-18')
    expect(near.map(({ km }) => km ?? 0)).toEqual(near.map(({ km }) => km ?? 0).toSorted((a, b) => a - b))
    expect(nearestPlaces(index, absent('Montreuil'))[0]).toMatchObject({ place: { id: 'vincennes' }, km: 2 })
  })

  it('are of the same département where there is no point', () => {
    const lost = index.find(({ place }) => place.lon === null && place.departement === '44')!.place
    const near = nearestPlaces(index, lost)
    expect(near.length).toBeGreaterThan(0)
    expect(near.every(({ place, km }) => place.departement === '44' && km === null)).toBe(true)
  })
})

it.each([
  ['orvaut', 'orvault'],
  ['44114', 'orvault'],
  ['saint-nazaire-44', 'saint-nazaire'],
  ['paris-18e', 'paris-18'],
  ['zzzzzzzz', null]
])('the address /territoires/%s/ meant %s', (slug, expected) => {
  expect(nearestTerritory(index, slug)?.id ?? null).toBe(expected)
})

it.each([
  ['orvaut', 'orvault'],
  ['44114', 'orvault'],
  ['region-paris', 'region-ile-de-france'],
  ['agence-de-rennes', 'region-rennes'],
  ['montreuil', 'Montreuil (93)'],
  ['saint-denis', 'Saint-Denis (93)'],
  ['93048', 'Montreuil (93)'],
  ['zzzzzzzz', ''],
  ['<script>alert(1)</script>', '']
])('the address /territoires/%s/ meant %s, ours or not', (slug, expected) => {
  const place = meantPlace(index, slug)
  expect(place === null ? '' : place.id || `${place.name} (${place.departement})`).toBe(expected)
})

describe('a list of our own', () => {
  interface More {
    departement?: string
    point?: [lon: number, lat: number]
    codes?: string[]
    spellings?: string[]
  }
  const territory = (
    id: string,
    name: string,
    kind: string,
    { departement = '35', point, codes = [], spellings = [] }: More = {}
  ): PlaceList['territories'][number] => [
    id,
    name,
    kind,
    departement,
    point?.[0] ?? null,
    point?.[1] ?? null,
    codes,
    spellings
  ]
  const list = (): PlaceIndex =>
    indexPlaces({
      territories: [
        territory('rennes', 'Rennes', 'commune', { point: [-1.68, 48.11], codes: ['35238', '35000', 'BZH'] }),
        territory('paris-18', 'Paris 18e', 'arrondissement', {
          departement: '75',
          codes: ['75118', '75018']
        }),
        territory('pays', 'Pays de Rennes', 'epci', { codes: ['243500139'] }),
        territory('ouest', 'Rennes Ouest', 'region', { spellings: ['Le Couchant', '!!!'] }),
        territory('bruz', 'Bruz', 'commune', { point: [-1.75, 48.03] }),
        territory('brest', 'Brest', 'commune', { departement: '29', point: [-4.49, 48.39] }),
        territory('vern', 'Vern', 'commune')
      ],
      communes: [
        ['35047', 'Cesson', '35', ['35510', '35511'], -1.6, 48.12],
        ['29019', 'Rennesville', '29', [], null, null]
      ]
    })
  const namesFor = (text: string, most?: number): string[] =>
    searchPlaces(list(), text, most).map(({ name }) => name)

  it('says what a reader recognises of each', () => {
    expect(list().map(({ place }) => [place.id, place.code])).toEqual([
      ['rennes', '35000'],
      ['paris-18', '75018'],
      ['pays', ''],
      ['ouest', ''],
      ['bruz', ''],
      ['brest', ''],
      ['vern', ''],
      ['', '35510'],
      ['', '']
    ])
    expect(list().at(-2)?.place).toEqual({
      id: '',
      name: 'Cesson',
      kind: 'commune',
      departement: '35',
      code: '35510',
      lon: -1.6,
      lat: 48.12
    })
  })

  it.each([
    ['rennes', ['Rennes', 'Rennes Ouest', 'Rennesville', 'Pays de Rennes']],
    ['r', ['Rennes Ouest', 'Rennes', 'Rennesville']],
    ['ouest', ['Rennes Ouest']],
    ['o', []],
    ['bzh', ['Rennes']],
    ['le couchant', ['Rennes Ouest']],
    ['le couch', ['Rennes Ouest']],
    ['18', ['Paris 18e']],
    ['18e arrondissement', ['Paris 18e']],
    ['18 paris', ['Paris 18e']],
    ['paris18', ['Paris 18e']],
    ['35238', ['Rennes']],
    ['35 000', ['Rennes']],
    ['350', ['Rennes', 'Cesson']],
    ['355', ['Cesson']],
    ['35511', ['Cesson']],
    ['35', []],
    ['99999', []],
    ['bru', ['Bruz']],
    ['brz', []],
    ['bruzz', ['Bruz']],
    ['bruxx', []],
    ['cezson', ['Cesson']],
    ['rennezvylle', ['Rennesville']],
    ['pays-de-renes', ['Pays de Rennes']],
    ['ren nes', ['Rennes', 'Rennesville', 'Rennes Ouest']]
  ])('%j is %j', (text, names) => {
    expect(namesFor(text).toSorted()).toEqual(names.toSorted())
    expect(namesFor(text)[0]).toBe(names[0])
  })

  it('answers as many as are asked for, eight unless told', () => {
    expect(namesFor('rennes', 2)).toEqual(['Rennes', 'Rennes Ouest'])
    const many = Array.from({ length: 12 }, (_, at) => territory(`t${at}`, `Ville ${at}`, 'commune'))
    expect(searchPlaces(indexPlaces({ territories: many, communes: [] }), 'ville')).toHaveLength(8)
  })

  it.each([
    ['Œuvre-d’Été', 'oeuvre d ete'],
    ['  St  Malo ', 'saint malo'],
    ['Ste-Anne', 'sainte anne'],
    ['Stade', 'stade'],
    ['1er arr.', '1'],
    ['2ème arrdt', '2'],
    ['3e Arrondissement', '3'],
    ['4ieme', '4'],
    ['123e', '123e']
  ])('%j is folded to %j', (text, folded) => {
    expect(foldPlace(text)).toBe(folded)
  })

  it.each([
    ['abcd', 'abdc', 1, 1],
    ['abcd', 'bacd', 1, 1],
    ['abcd', 'xbcd', 1, 1],
    ['abcd', 'bcd', 2, 1],
    ['abcd', 'abxcd', 2, 1],
    ['abcd', 'dcba', 2, 3],
    ['abc', '', 2, 3],
    ['ab', '', 2, 2],
    ['', 'abc', 2, 0],
    ['abcdef', 'abc', 2, 3],
    ['abcde', 'abc', 2, 2]
  ])('%j is %j but for the errors, %i at most: %i', (typed, name, most, errors) => {
    expect(typingErrors(typed, name, most)).toBe(errors)
  })

  it('ours that are near come with whole kilometres, nearest first', () => {
    const near = (most?: number) =>
      nearestPlaces(list(), list().at(-2)!.place, most).map(({ place, km }) => [place.id, km])
    expect(near()).toEqual([
      ['rennes', 6],
      ['bruz', 15],
      ['brest', 216]
    ])
    expect(near(1)).toEqual([['rennes', 6]])
  })

  it('ours without a point are near what has none, in one département', () => {
    const lost = { ...list().at(-1)!.place, departement: '35' }
    const near = nearestPlaces(list(), lost).map(({ place, km }) => [place.id, km])
    expect(near).toEqual([
      ['rennes', null],
      ['bruz', null],
      ['vern', null]
    ])
    expect(nearestPlaces(list(), { ...lost, lat: 48 }).map(({ km }) => km)).toEqual([null, null, null])
    expect(nearestPlaces(list(), { ...lost, departement: '01' })).toEqual([])
  })

  it('an address means the place of its name, else ours that is nearest, else any', () => {
    expect(meantPlace(list(), 'rennesville')?.name).toBe('Rennesville')
    expect(meantPlace(list(), 'rennesvile')?.name).toBe('Rennesville')
    expect(meantPlace(list(), 'pays-de-rennes')?.name).toBe('Pays de Rennes')
    expect(meantPlace(list(), 'zzzzzz')).toBeNull()
    expect(nearestTerritory(list(), 'rennesville')).toBeNull()
    expect(nearestTerritory(list(), 'le-couchant')?.id).toBe('ouest')
  })
})
