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
