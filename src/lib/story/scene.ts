// What does the map show at a step of the year: which frame, which places lit, and in which words?

import type { Place } from '../domain/figure-rows.ts'
import { french } from '../domain/format.ts'
import { capitalise, listWords, withIn } from '../domain/sentence.ts'
import type { TerritoryKind } from '../domain/rows.ts'
import { type ViewId, viewOf, viewOfRegion } from '../map/views.ts'

/** What a scene needs to know of a territory. */
export interface StoryTerritory {
  id: string
  name: string
  kind: TerritoryKind
  /** '' for the root. */
  parent: string
  /** Its top-level territory. */
  region: string
}

export interface Scene {
  view: ViewId
  /** Ids of the places that are lit; the others are outlines. */
  lit: string[]
  /** The one that stands out, null where several are lit. */
  selected: string | null
  /** What the map shows of the step, in a sentence. */
  caption: string
}

const ROOT = 'optima'

function ancestors(id: string, territories: ReadonlyMap<string, StoryTerritory>): string[] {
  const parent = territories.get(id)?.parent ?? ''
  return parent === '' ? [] : [parent, ...ancestors(parent, territories)]
}

/** The territory of the step first, then those of the facts beside it that say more than what contains them. */
function toldPlaces(ids: readonly string[], territories: ReadonlyMap<string, StoryTerritory>): string[] {
  const [first] = ids
  if (first === ROOT) return [ROOT]
  const above = new Set(ids.flatMap((id) => ancestors(id, territories)))
  return [...new Set(ids)].filter((id) => id !== ROOT && !above.has(id))
}

function captionOf(told: readonly StoryTerritory[], points: number): string {
  if (told.length === 0) return 'Tous les lieux d’Optima.'
  const where = capitalise(listWords(told.map(({ name, kind }) => withIn(name, kind))))
  return points === 0 ? `${where}, sans lieu nommé : la carte n’en invente aucun.` : `${where}.`
}

/** @param ids territory of the step, then those of the facts told with it */
export function sceneOf(
  ids: readonly string[],
  places: readonly Place[],
  territories: ReadonlyMap<string, StoryTerritory>
): Scene {
  const told = toldPlaces(ids, territories).flatMap((id) => territories.get(id) ?? [])
  const whole = told.some(({ id }) => id === ROOT)
  const names = new Set(told.map(({ id }) => id))
  const lit = places.filter(
    (place) => whole || [place.id, ...ancestors(place.id, territories)].some((id) => names.has(id))
  )
  const points = lit.filter(({ lon, kind }) => lon !== null || kind === 'line')
  const views = new Set(
    told.map((one) => {
      const own = places.find(({ id }) => id === one.id)
      return own === undefined || own.kind === 'region' ? viewOfRegion(one.region) : viewOf(own)
    })
  )
  const [view] = views
  const [only] = points
  return {
    view: whole || view === undefined || views.size > 1 ? 'tout' : view,
    lit: lit.map(({ id }) => id),
    selected: points.length === 1 && only !== undefined ? only.id : null,
    caption: french(captionOf(whole ? [] : told, points.length))
  }
}
