// What does the map say aloud when the selection has changed, for who does not see it move?

import type { Place } from '../domain/figure-rows.ts'

/**
 * One or two sentences; never empty, so that giving a selection back is said too.
 * @param place the selected place or region, undefined when there is none
 * @param kind "Commune · Loire-Atlantique", of that place
 */
export function spokenSelection(places: readonly Place[], place: Place | undefined, kind: string): string {
  if (place && place.kind !== 'region')
    return `${place.name} sélectionné. ${[kind, ...place.programmes].join(', ')}.`
  const named = places.filter((one) => one.kind !== 'region')
  const kept = named.filter((one) => one.selected)
  const count =
    kept.length === named.length
      ? `Aucune sélection\u00a0: les ${named.length}\u00a0lieux sont montrés.`
      : `${kept.length}\u00a0${kept.length > 1 ? 'lieux' : 'lieu'} sur ${named.length} dans la sélection.`
  return place ? `${place.name} sélectionnée. ${count}` : count
}
