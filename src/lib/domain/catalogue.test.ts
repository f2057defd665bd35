import { expect, it } from 'vitest'
import { type Catalogue, type CatalogueTerritory, knownFilters, territoryGroups } from './catalogue.ts'

const territory = (id: string, region: string, aliases: string[] = []): CatalogueTerritory => ({
  id,
  name: id,
  kind: 'commune',
  parent: region,
  region,
  aliases
})
const catalogue: Catalogue = {
  territories: [
    territory('optima', 'optima'),
    territory('caen', 'optima'),
    territory('orvault', 'region-nantes', ['44114', 'Orvault']),
    territory('region-nantes', 'region-nantes'),
    territory('angers', 'angers', ['region-nantes'])
  ],
  programmes: [{ id: 'mediation-ecole', name: 'Médiation à l’école' }],
  years: [2021]
}

it('knows ids and aliases, and lets an id win over an alias', () => {
  const known = knownFilters(catalogue)
  expect(known.territories.get('44114')).toBe('orvault')
  expect(known.territories.has('Orvault')).toBe(false)
  expect(known.years).toEqual([2021])
  expect(known.territories.get('region-nantes')).toBe('region-nantes')
  expect(known.programmes.get('mediation-ecole')).toBe('mediation-ecole')
})

it('groups every territory once, the top one first, what is outside last', () => {
  const groups = territoryGroups(catalogue).map(({ id, territories }) => [
    id,
    territories.map((one) => one.id)
  ])
  expect(groups).toEqual([
    ['region-nantes', ['region-nantes', 'orvault']],
    ['angers', ['angers']],
    ['autres', ['caen']]
  ])
})

it('has no group for what is outside when nothing is', () => {
  const inside = catalogue.territories.filter(({ id }) => id !== 'caen')
  expect(territoryGroups({ ...catalogue, territories: inside }).map(({ id, name }) => [id, name])).toEqual([
    ['region-nantes', 'region-nantes'],
    ['angers', 'angers']
  ])
  expect(territoryGroups(catalogue).at(-1)?.name).toBe('Ailleurs')
})
