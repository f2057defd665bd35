import { expect, test } from 'vitest'
import { fixturePlaces } from './fixture.ts'
import { spokenSelection } from './spoken.ts'

const all = fixturePlaces()
const nantes = fixturePlaces((region) => region === 'region-nantes')
const find = (id: string) => all.find((place) => place.id === id)

test.each([
  ['nothing selected', all, undefined, 'Aucune sélection\u00a0: les 32\u00a0lieux sont montrés.'],
  ['a place', nantes, find('orvault'), 'Orvault sélectionné. Commune, Médiation sociale.'],
  [
    'a region',
    nantes,
    find('region-nantes'),
    'Région de Nantes sélectionnée. 7\u00a0lieux sur 32 dans la sélection.'
  ],
  [
    'a choice that is no place',
    fixturePlaces((region) => region === 'optima'),
    undefined,
    '1\u00a0lieu sur 32 dans la sélection.'
  ]
])('%s', (_, places, place, sentence) => {
  expect(spokenSelection(places, place, 'Commune')).toBe(sentence)
})
