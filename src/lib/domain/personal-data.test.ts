import { describe, expect, it } from 'vitest'
import { personalColumn, personalColumns, personalText, type PersonalKind } from './personal-data.ts'

const kindOf = (name: string, samples: readonly string[] = [], declared = false): PersonalKind | null =>
  personalColumn({ name, samples, declared })?.kind ?? null

describe('refused by its name', () => {
  it.each<[string, PersonalKind]>([
    ['Nom', 'name'],
    ['PRÉNOM', 'name'],
    ['nom_usager', 'name'],
    ['Médiatrice', 'name'],
    ['saisi par', 'name'],
    ['Initiales', 'name'],
    ['E-mail', 'email'],
    ['courriel du contact', 'email'],
    ['Tél.', 'phone'],
    ['téléphone portable', 'phone'],
    ['Date de naissance', 'birth_date'],
    ['Né le', 'birth_date'],
    ['NIR', 'social_number'],
    ['n° sécurité sociale', 'social_number'],
    ['IBAN', 'bank'],
    ['Adresse', 'address'],
    ['GPS', 'coordinates'],
    ['latitude', 'coordinates'],
    ['Commentaires', 'free_text'],
    ['compte-rendu', 'free_text']
  ])('%s', (name, kind) => expect(kindOf(name)).toBe(kind))
})

describe('refused by what stands in it', () => {
  it.each<[string, PersonalKind, string[]]>([
    ['one address among many codes', 'email', ['A12', 'A13', 'jeanne@exemple.fr', 'A14']],
    ['telephones', 'phone', ['0612345678', '06 12 34 56 79', '+33 6 12 34 56 78', '02.99.00.00.00']],
    ['social numbers with their key', 'social_number', ['2 55 08 14 168 025 38']],
    ['social numbers without', 'social_number', ['1840675123456']],
    ['bank accounts', 'bank', ['FR76 3000 6000 0112 3456 7890 189']],
    ['streets', 'address', ['12 bis, rue de Brest', '3 place des Lices']],
    ['pairs of coordinates', 'coordinates', ['48.11273, -1.67442', '47.21725, -1.55336']],
    ['one precise coordinate', 'coordinates', ['48.11273', '47.21725', '48.85341']],
    ['births', 'birth_date', ['14/03/1957', '02/11/1983', '30/07/2004', '01/01/1999']],
    ['births without a century', 'birth_date', ['14/03/57', '02/11/83', '30/07/04']],
    ['first name and name', 'name', ['Jeanne Le Goff', 'Karim B.', 'DUPONT Sylvie']],
    ['names with a civility', 'name', ['M. Untel', 'Mme Unetelle']],
    ['unknown names', 'name', ['Loeiza Kervella', 'KERVELLA Loeiza', 'Gwendal Tanguy']],
    ['sentences', 'free_text', ['le fils de la gardienne du 3e a encore frappé', 'RAS']]
  ])('%s', (_name, kind, samples) => expect(kindOf('colonne 9', samples)).toBe(kind))

  it('also in a declared column', () => {
    expect(kindOf('numero', ['2022-1', 'jeanne@exemple.fr'], true)).toBe('email')
    expect(kindOf('lieu', ['Rennes', '3 rue de Brest'], true)).toBe('address')
    expect(kindOf('personnes', ['1', '2 55 08 14 168 025 38'], true)).toBe('social_number')
  })
})

describe('let through', () => {
  it.each<[string, string[]]>([
    ['fictif', ['fictif']],
    ['quartier', ['Le Blosne', 'Villejean', 'Maurepas', 'Nord - Saint-Martin']],
    ['météo', ['pluie', 'soleil']],
    ['heure', ['08:30', '17:45']],
    ['binôme', ['oui', 'non']],
    ['équipe', ['A', 'B']],
    ['saisie', ['2022-03-14', '2022-03-15', '14/03/2022']],
    ['tarif', ['12,50', '3,20']],
    ['semaine', ['1', '2', '52']],
    ['numéro de fiche', ['2022-000124', '2022-000125', '612345678']],
    ['vide', []]
  ])('%s', (name, samples) => expect(kindOf(name, samples)).toBeNull())

  it.each<[string, string[]]>([
    ['lieu', ['Blosne', 'Orvault', 'Paris 10e', 'Saint-Jacques-de-la-Lande']],
    ['date', ['2022-03-14', '01/01/1900']],
    ['usagers', ['1', '2', '14']],
    ['nature', ['actions favorisant des projets', 'situations de gestion de conflits']]
  ])('declared: %s', (name, samples) => expect(kindOf(name, samples, true)).toBeNull())
})

it('says which column, why, and what to do, and no value', () => {
  const found = personalColumn({ name: 'réf', samples: ['0612345678', 'A1'], declared: false })!
  expect(personalText(found)).toBe(
    'Colonne « réf » : On y lit ce qui ressemble à des numéros de téléphone (1 des 2 valeurs lues). Retirez la colonne.'
  )
})

it('looks at every column', () => {
  const column = (name: string) => ({ name, samples: [], declared: false })
  const found = personalColumns(['quartier', 'Nom', 'tél'].map(column))
  expect(found.map(({ column: name }) => name)).toEqual(['Nom', 'tél'])
})
