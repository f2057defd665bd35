// Which counts can a reader know or make of what is published? Places in places, all dispositifs, all years: cells and sums.

import type { SecretCell, SecretSum } from './secrecy.ts'

/** What was counted at the finest: one kind of count, in one place, for one dispositif, in one year. */
export interface CubeLeaf {
  /** From the finest place to the root: site, commune, region, all. */
  path: readonly string[]
  programme: string
  year: number
  value: number
  threshold: number
  people?: number
}

export interface CubeCell extends SecretCell {
  place: string
  /** '' for all of them together. */
  programme: string
  /** null for all years together. */
  year: number | null
}

export interface Cube {
  cells: CubeCell[]
  sums: SecretSum[]
}

const keyOf = (place: string, programme: string, year: number | null): string =>
  [place, programme, year ?? ''].join(' ')

/** The thresholds of what is summed differ: the strictest that is concerned holds for the sum. */
function merge(cell: CubeCell, leaf: CubeLeaf): void {
  cell.value += leaf.value
  if (leaf.value > 0) cell.threshold = Math.max(cell.threshold, leaf.threshold)
  if (cell.people === undefined || leaf.people === undefined) delete cell.people
  else cell.people += leaf.people
}

/** Every pair of a place and the place above it, once. */
function nestings(leaves: readonly CubeLeaf[]): Map<string, Set<string>> {
  const children = new Map<string, Set<string>>()
  for (const { path } of leaves)
    for (const [index, place] of path.entries()) {
      const above = path[index + 1]
      if (above !== undefined) children.set(above, (children.get(above) ?? new Set()).add(place))
    }
  return children
}

/** Cells at every place of the paths, for each dispositif and for all, for each year and for all; and how they add up. */
export function cubeOf(leaves: readonly CubeLeaf[]): Cube {
  const programmes = [...new Set(leaves.map(({ programme }) => programme))]
  const years = [...new Set(leaves.map(({ year }) => year))]
  const cells = new Map<string, CubeCell>()
  for (const leaf of leaves) {
    for (const place of leaf.path)
      for (const programme of programmes.length > 1 ? [leaf.programme, ''] : [leaf.programme])
        for (const year of years.length > 1 ? [leaf.year, null] : [leaf.year]) {
          const id = keyOf(place, programme, year)
          const cell = cells.get(id)
          if (cell === undefined) {
            const { value, threshold, people } = leaf
            cells.set(id, {
              id,
              place,
              programme,
              year,
              value,
              threshold,
              ...(people === undefined ? {} : { people })
            })
          } else merge(cell, leaf)
        }
  }
  const children = nestings(leaves)
  const sums: SecretSum[] = []
  const add = (total: CubeCell, parts: readonly string[]): void => {
    const known = parts.filter((id) => cells.has(id))
    if (known.length > 0) sums.push({ total: total.id, parts: known })
  }
  for (const cell of cells.values()) {
    const { place, programme, year } = cell
    add(
      cell,
      [...(children.get(place) ?? [])].map((child) => keyOf(child, programme, year))
    )
    if (programme === '' && programmes.length > 1)
      add(
        cell,
        programmes.map((one) => keyOf(place, one, year))
      )
    if (year === null)
      add(
        cell,
        years.map((one) => keyOf(place, programme, one))
      )
  }
  return { cells: [...cells.values()], sums }
}
