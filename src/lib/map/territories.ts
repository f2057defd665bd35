// Which territories stand on the map as one, where, and with which value?

import { circleRadius } from './circles.ts'
import type { MapCircle } from './circles.ts'
import type { Disc, SceneInput, TextLine } from './marks.ts'

export interface Territory extends Disc {
  name: string
  /** null when the measure has no value of its own to show there: the territory then is its name and its strip. */
  circle: MapCircle | null
}

/** Those with a circle, then those that only have a point as a place; a territory without either is in the list only. */
export function territoriesOf({ circles, places, project, scale }: SceneInput): Territory[] {
  const drawn = circles.flatMap((circle): Territory[] => {
    const { id, name, hue, lon, lat, value, selected } = circle
    if (lon === null || lat === null) return []
    return [
      { ...project(lon, lat), r: circleRadius(value, scale), id, name, hue, context: !selected, circle }
    ]
  })
  const known = new Set(drawn.map(({ id }) => id))
  const others = places.flatMap((place): Territory[] => {
    const { id, name, hue, lon, lat } = place
    if (id !== place.region || known.has(id) || lon === null || lat === null) return []
    const context = !places.some((one) => one.region === id && one.selected)
    return [{ ...project(lon, lat), r: 0, id, name, hue, context, circle: null }]
  })
  return [...drawn, ...others]
}

/** Under the name of a territory: its value with its marks. */
export function ownValue(circle: MapCircle | null): TextLine[] {
  if (!circle) return []
  return [{ text: circle.value === null ? 'non publié' : circle.label, role: 'value' }]
}

/** Under the name of its chief place: the value, said of the region so that nobody reads it as the commune's. */
export function valueAt(placeId: string, circle: MapCircle | null, measure: string): TextLine[] {
  if (!circle) return []
  const value = circle.value === null ? 'non publié' : (circle.short ?? circle.label)
  const note = circle.short === undefined ? '' : (circle.note ?? '')
  const said = [measure, note].filter((text) => text !== '').join(', ')
  return [
    { text: placeId === circle.id ? value : `région\u00a0: ${value}`, role: 'value' },
    ...(said === '' ? [] : [{ text: said, role: 'note' as const }])
  ]
}
