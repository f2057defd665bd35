import { expect, test } from 'vitest'
import { fixtureCircles, fixturePlaces } from './fixture.ts'
import { groupPlaces } from './list.ts'
import { linesOf } from './list-moves.ts'
import { lookUp, NOTHING, PAUSE, typed } from './type-ahead.ts'

const groups = groupPlaces(fixturePlaces(), fixtureCircles())
const lines = linesOf(groups, () => true)
const folded = linesOf(groups, ({ id }) => id === 'region-rennes')

test.each([
  ['a name', 'orvault', 'Orvault'],
  ['capitals', 'ORV', 'Orvault'],
  ['no accents', 'reze', 'Rezé'],
  ['accents', 'Rezé', 'Rezé'],
  ['an accent that the name has not', 'stâ', 'Stains'],
  ['a blank for a hyphen', 'saint h', 'Saint-Herblain'],
  ['a hyphen', 'saint-h', 'Saint-Herblain'],
  ['a later word', 'nazaire', 'Saint-Nazaire'],
  ['a beginning before a later word', 'rennes', 'Rennes'],
  ['a head', 'île', 'Île-de-France'],
  ['a number', 'paris 13', 'Paris 13e'],
  ['nothing like it', 'xyz', undefined],
  ['a blank alone', ' ', undefined],
  ['a blank where no name has one', 'orv ', undefined]
])('%s', (_, text, name) => {
  expect(lookUp(lines, 'region-rennes', text)?.name).toBe(name)
})

test('the same letter again goes on to the next name, and round', () => {
  const names: (string | undefined)[] = []
  let at = 'region-ile-de-france'
  for (const text of ['v', 'vv', 'vvv', 'vvvv', 'vvvvv']) {
    const line = lookUp(lines, at, text)
    names.push(line?.name)
    at = line?.key ?? at
  }
  expect(names).toEqual(['Vincennes', 'Villejuif', 'Valenton', 'Villeneuve-Saint-Georges', 'Vezin-le-Coquet'])
})

test('more letters stay on a name that still answers', () => {
  expect(lookUp(lines, 'region-nantes/saint-nazaire', 'sai')?.name).toBe('Saint-Nazaire')
})

test('what is shown comes before what is in a closed group, which still is found', () => {
  expect(lookUp(folded, 'region-rennes', 'v')?.name).toBe('Vezin-le-Coquet')
  expect(lookUp(folded, 'region-rennes', 'nantes')?.key).toBe('region-nantes')
  expect(lookUp(folded, 'region-rennes', 'orv')).toMatchObject({ name: 'Orvault', open: false })
})

test('letters add up, and a pause begins another word', () => {
  const first = typed(NOTHING, 'o', 1000)
  expect(first).toEqual({ text: 'o', at: 1000 })
  expect(typed(first, 'r', 1000 + PAUSE)).toEqual({ text: 'or', at: 1000 + PAUSE })
  expect(typed(first, 'r', 1001 + PAUSE)).toEqual({ text: 'r', at: 1001 + PAUSE })
})
