// Which names do the filters stand for? The context every figure is built in.

import type { Filters } from '../domain/filters.ts'
import type { Catalogue } from '../domain/catalogue.ts'
import type { FigureContext } from './figure.ts'

/** Names of the choices; an id the catalogue does not know counts as no choice. */
export function contextOf(filters: Filters, catalogue: Catalogue): FigureContext {
  const territory = catalogue.territories.find(({ id }) => id === filters.territory)
  const region = catalogue.territories.find(({ id }) => id === territory?.region)
  const programme = catalogue.programmes.find(({ id }) => id === filters.programme)
  return {
    filters,
    territory:
      territory === undefined
        ? null
        : {
            id: territory.id,
            name: territory.name,
            region: territory.region,
            regionName: region?.name ?? ''
          },
    programme: programme === undefined ? null : { id: programme.id, name: programme.name }
  }
}
