import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asSubject,
  capitalise,
  countWord,
  headlineName,
  listWords,
  plural,
  withDe,
  withIn,
  withoutEmphasis
} from './sentence.ts'

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a et b'],
  [['a', 'b', 'c'], 'a, b et c']
])('lists %j as "%s"', (words, text) => {
  expect(listWords(words)).toBe(text)
})

it.each([
  [0, 'site'],
  [1, 'site'],
  [1.5, 'site'],
  [2, 'sites']
])('%s takes %s', (count, word) => {
  expect(plural(count, 'site', 'sites')).toBe(word)
})

it.each([
  ['Rennes', 'de Rennes', 'commune', 'à Rennes', 'Rennes'],
  ['Orvault', 'd’Orvault', 'commune', 'à Orvault', 'Orvault'],
  ['Le Rheu', 'du Rheu', 'commune', 'au Rheu', 'Le Rheu'],
  ['Les Mureaux', 'des Mureaux', 'commune', 'aux Mureaux', 'Les Mureaux'],
  ['Région de Nantes', 'de la région de Nantes', 'region', 'dans la région de Nantes', 'la région de Nantes'],
  ['Île-de-France', 'd’Île-de-France', 'region', 'en Île-de-France', 'l’Île-de-France'],
  ['Loire-Atlantique', 'de Loire-Atlantique', 'departement', 'en Loire-Atlantique', 'la Loire-Atlantique'],
  ['Tram T12', 'du tram T12', 'line', 'le long du tram T12', 'le tram T12'],
  ['Rennes Métropole', 'de Rennes Métropole', 'epci', 'à Rennes Métropole', 'Rennes Métropole'],
  ['Le Grand Ouest', 'du Grand Ouest', 'epci', 'à Le Grand Ouest', 'Le Grand Ouest'],
  ['Paris 18e', 'de Paris 18e', 'arrondissement', 'dans le 18e arrondissement de Paris', 'Paris 18e'],
  ['Paris 1er', 'de Paris 1er', 'arrondissement', 'dans le 1er arrondissement de Paris', 'Paris 1er'],
  // The words of a name count at its beginning alone.
  ['Saint Le Bas', 'de Saint Le Bas', 'commune', 'à Saint Le Bas', 'Saint Le Bas'],
  ['Port Les Bains', 'de Port Les Bains', 'commune', 'à Port Les Bains', 'Port Les Bains'],
  ['La Région de Sel', 'de La Région de Sel', 'commune', 'à La Région de Sel', 'La Région de Sel'],
  ['Le Tram Vert', 'du Tram Vert', 'commune', 'au Tram Vert', 'Le Tram Vert'],
  ['Gare Tram Vert', 'de Gare Tram Vert', 'commune', 'à Gare Tram Vert', 'Gare Tram Vert']
])('%s: %s, %s -> %s, %s', (name, de, kind, where, subject) => {
  expect(withDe(name)).toBe(de)
  expect(withIn(name, kind)).toBe(where)
  expect(asSubject(name)).toBe(subject)
})

it('shortens, counts and capitalises', () => {
  expect(headlineName('Région de Nantes')).toBe('Nantes')
  expect(headlineName('La Région de Sel')).toBe('La Région de Sel')
  expect(countWord(3)).toBe('trois')
  expect(countWord(12)).toBe('12')
  expect(capitalise('île')).toBe('Île')
})

it('shows a quote without the emphasis of its transcription, and keeps a single star', () => {
  expect(withoutEmphasis('Mitry-Mory** a décidé | **par la VAE**')).toBe('Mitry-Mory a décidé | par la VAE')
  expect(withoutEmphasis('454 854 € de produit* en 2021')).toBe('454 854 € de produit* en 2021')
  expect(withoutEmphasis('les [#piscines](#) à [#Rennes](#) […]')).toBe('les #piscines à #Rennes […]')
})

describe('grammar, whatever the words', () => {
  const word = fc.string({
    minLength: 1,
    unit: fc.constantFrom('a', 'A', 'e', 'E', 'é', 'É', 'h', 'H', 'n', 'N', 't', 'T', '-', '’')
  })

  it('lists every word once, with one « et » and no stray comma', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = listWords(words)
        expect(text).not.toMatch(/ ,|, ,| {2}|^,|, et /)
        expect(text.split(/, | et /).filter((one) => one !== '')).toEqual(words)
      })
    )
  })

  it('elides before a vowel and only there', () => {
    fc.assert(
      fc.property(word, (name) => {
        expect(withDe(name)).toBe(/^[aeéh]/i.test(name) ? `d’${name}` : `de ${name}`)
      })
    )
  })

  it('keeps the singular below two, on both sides of zero', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (count) => {
        expect(plural(count, 'un', 'deux')).toBe(count > -2 && count < 2 ? 'un' : 'deux')
      })
    )
  })
})
