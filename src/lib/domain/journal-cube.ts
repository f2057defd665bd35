// Which counts of a journal make which cells: what is counted, at which place in which, and how few people are behind?

import { thresholdOf, type JournalRule } from './journal-rules.ts'
import type { CubeLeaf } from './secrecy-cube.ts'

/** What the journal says of one act in one place, all its days together. */
export interface JournalCount {
  /** Id of a site or of a territory. */
  place: string
  programme: string
  /** Indicator of the acts. */
  act: string
  /** Acts. */
  count: number
  /** People of the rows that count them; null when none does. */
  people: number | null
  /** Rows that do not count their people. */
  uncounted: number
}

export interface JournalPlaces {
  territories: readonly { id: string; parent: string }[]
  sites: readonly { id: string; territory: string }[]
}

/** The part of a territory that lies in none of the territories below it. */
const ownPart = (territory: string): string => `${territory}#own`

const sitePlace = (site: string): string => `${site}#site`

/** From the place that was named to the root; a territory and a site of one id are told apart. */
function pathOf(place: string, { territories, sites }: JournalPlaces): string[] {
  const parents = new Map(territories.map(({ id, parent }) => [id, parent]))
  // As the declared rules read it: an id of both is the territory.
  const site = parents.has(place) ? undefined : sites.find(({ id }) => id === place)
  const territory = site?.territory ?? place
  const path = [site === undefined ? `${territory}#direct` : sitePlace(site.id), ownPart(territory)]
  for (let id = territory; id !== '' && !path.includes(id); id = parents.get(id) ?? '') path.push(id)
  return path
}

/** What a cell's place is to a reader; null for the parts that are no place of their own. */
export function placeOf(cell: string): { place: string; level: 'site' | 'territoire' } | null {
  const [place = '', part] = cell.split('#')
  if (part === undefined) return { place, level: 'territoire' }
  return part === 'site' ? { place, level: 'site' } : null
}

export interface Counted {
  indicator: string
  leaves: CubeLeaf[]
  /** Territories whose people were not counted on every row, with their dispositif: `territory programme`. */
  partly: Set<string>
}

/** The leaves of each indicator: acts under their own, people under that of their dispositif. */
export function countedOf(
  counts: readonly JournalCount[],
  places: JournalPlaces,
  rules: readonly JournalRule[],
  year: number
): Counted[] {
  const found = new Map<string, Counted>()
  const into = (indicator: string): Counted => {
    const known = found.get(indicator) ?? { indicator, leaves: [], partly: new Set<string>() }
    found.set(indicator, known)
    return known
  }
  for (const { place, programme, act, count, people, uncounted } of counts) {
    const path = pathOf(place, places)
    const threshold = thresholdOf(rules, programme)
    const leaf = { path, programme, year, threshold }
    into(act).leaves.push({ ...leaf, value: count, ...(people === null ? {} : { people }) })
    const indicator = rules.find((rule) => rule.programme === programme)?.people_indicator ?? ''
    if (indicator === '' || people === null) continue
    const counted = into(indicator)
    counted.leaves.push({ ...leaf, value: people })
    if (uncounted > 0) counted.partly.add(`${(path[1] ?? '').replace('#own', '')} ${programme}`)
  }
  return [...found.values()]
}
