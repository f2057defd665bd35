// What can be chosen? Territories, dispositifs and years that exist, with the names readers type for them.

import type { Known } from './filters.ts'
import type { TerritoryKind } from './rows.ts'

export interface CatalogueTerritory {
  id: string
  name: string
  kind: TerritoryKind
  parent: string
  /** Top-level territory: itself for a region, 'optima' for what lies outside the four. */
  region: string
  /** INSEE codes, old ids and the spellings of the report. */
  aliases: string[]
}

export interface Catalogue {
  territories: CatalogueTerritory[]
  programmes: { id: string; name: string }[]
  /** Published millésimes, oldest first; never empty. */
  years: number[]
}

/** Ids and aliases that an address may hold, lower case. An id wins over an alias of the same text. */
export function knownFilters(catalogue: Catalogue): Known {
  const territories = new Map<string, string>()
  for (const { id, aliases } of catalogue.territories)
    for (const alias of aliases) territories.set(alias.toLowerCase(), id)
  for (const { id } of catalogue.territories) territories.set(id, id)
  return {
    territories,
    programmes: new Map(catalogue.programmes.map(({ id }) => [id, id])),
    years: catalogue.years
  }
}

export interface TerritoryGroup {
  id: string
  name: string
  territories: CatalogueTerritory[]
}

/** Territories under their top-level one, which comes first in its group; what is outside the regions comes last. */
export function territoryGroups(catalogue: Catalogue): TerritoryGroup[] {
  const named = catalogue.territories.filter(({ id }) => id !== 'optima')
  const tops = named.filter(({ id, region }) => region === id)
  const groups = tops.map((top) => ({
    id: top.id,
    name: top.name,
    territories: [top, ...named.filter(({ id, region }) => region === top.id && id !== top.id)]
  }))
  const outside = named.filter(({ region }) => region === 'optima')
  return outside.length === 0 ? groups : [...groups, { id: 'autres', name: 'Ailleurs', territories: outside }]
}
