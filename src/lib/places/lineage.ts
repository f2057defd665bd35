// Which territories stand above, under and beside one?

import type { FicheTerritory } from '../domain/fiche-rows.ts'

export interface Lineage {
  territory: FicheTerritory
  /** Its own id and those of everything under it. */
  inside: ReadonlySet<string>
  /** Root left out, farthest first. */
  above: FicheTerritory[]
  /** The département of the same code, when it is a territory of its own and not already above. */
  departement: FicheTerritory | null
  below: FicheTerritory[]
  /** Others with the same parent. */
  beside: FicheTerritory[]
}

/** @throws TypeError when the id is unknown. */
export function lineage(id: string, territories: readonly FicheTerritory[]): Lineage {
  const byId = new Map(territories.map((one) => [one.id, one]))
  const territory = byId.get(id)
  if (territory === undefined) throw new TypeError(`no territory ${id}`)
  const chain = (one: FicheTerritory): FicheTerritory[] => {
    const parent = byId.get(one.parent)
    return parent === undefined || parent.id === 'optima' ? [] : [...chain(parent), parent]
  }
  const inside = new Set(
    territories.filter((one) => one.id === id || chain(one).some((up) => up.id === id)).map((one) => one.id)
  )
  const above = chain(territory)
  const same = territories.find(
    (one) => one.kind === 'departement' && one.departement !== '' && one.departement === territory.departement
  )
  return {
    territory,
    inside,
    above,
    departement: same === undefined || inside.has(same.id) || above.includes(same) ? null : same,
    below: territories.filter((one) => one.parent === id),
    beside: territories.filter(
      (one) => one.id !== id && one.parent === territory.parent && one.parent !== 'optima'
    )
  }
}
