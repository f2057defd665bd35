// Which frames can the reader ask for by name, and which one shows a given place?

import { fitBounds } from './projection.ts'
import type { Bounds, Camera, Size } from './projection.ts'

/** Narrower than this, legend and credits stand under the map, and buttons are for fingers. */
export const NARROW = 480

export const VIEW_IDS = ['tout', 'rennes', 'nantes', 'angers', 'ile-de-france', 'brest'] as const
export type ViewId = (typeof VIEW_IDS)[number]

export interface View {
  id: ViewId
  /** What the chip says. */
  name: string
  /** Id of the territory whose places it frames, '' for all of them. */
  region: string
  bounds: Bounds
  /** Closer frame for a phone, where neither card nor legend stands on the map. */
  phone?: Bounds
  /** Lower corner where the legend of circle sizes stands when the map is wide enough for it. */
  legend: 'left' | 'right'
  /** Its arrondissements as tiles, in the upper left corner of a wide map or under a narrow one. */
  inset?: 'paris'
}

export const VIEWS: readonly View[] = [
  {
    id: 'tout',
    name: 'Tout',
    region: '',
    bounds: [-5.1, 46, 3.1, 49.85],
    phone: [-5.1, 46.45, 3.1, 49.85],
    legend: 'left'
  },
  {
    id: 'rennes',
    name: 'Rennes',
    region: 'region-rennes',
    bounds: [-1.845, 48.035, -1.545, 48.19],
    legend: 'right'
  },
  {
    id: 'nantes',
    name: 'Nantes',
    region: 'region-nantes',
    bounds: [-3.06, 46.46, -0.63, 47.83],
    phone: [-2.72, 46.98, -0.9, 47.82],
    legend: 'right'
  },
  { id: 'angers', name: 'Angers', region: 'angers', bounds: [-0.84, 47.35, -0.28, 47.59], legend: 'right' },
  {
    id: 'ile-de-france',
    name: 'Île-de-France',
    region: 'region-ile-de-france',
    bounds: [1.92, 48.585, 2.72, 49.015],
    phone: [2.06, 48.61, 2.74, 49.01],
    legend: 'left',
    inset: 'paris'
  },
  {
    id: 'brest',
    name: 'Brest',
    region: 'region-rennes',
    bounds: [-4.8, 48.27, -4.17, 48.51],
    legend: 'right'
  }
]

export function viewById(id: ViewId): View {
  return VIEWS.find((view) => view.id === id) ?? (VIEWS[0] as View)
}

export function viewCamera(id: ViewId, size: Size): Camera {
  const { bounds, phone } = viewById(id)
  return fitBounds(size.width < NARROW ? (phone ?? bounds) : bounds, size)
}

/**
 * The closest view that frames a place: by its point when it has one, else by its territory.
 * 'tout' when none does (Caen).
 */
export function viewOf(place: { region: string; lon: number | null; lat: number | null }): ViewId {
  const { lon, lat } = place
  const named = VIEWS.filter((view) => view.region !== '')
  if (lon !== null && lat !== null) {
    const framing = named.find(
      ({ bounds: [west, south, east, north] }) => lon > west && lon < east && lat > south && lat < north
    )
    return framing?.id ?? 'tout'
  }
  return viewOfRegion(place.region)
}

/** The main view of a territory, 'tout' when it has none. */
export function viewOfRegion(region: string): ViewId {
  return VIEWS.find((view) => view.region === region && region !== '')?.id ?? 'tout'
}

/** The view that a page of one territory opens on, 'tout' for all of them. */
export function viewOfChoice(
  places: readonly { id: string; kind: string; region: string; lon: number | null; lat: number | null }[],
  territory: string | null
): ViewId {
  const place = places.find(({ id }) => id === territory)
  return place === undefined || place.kind === 'region' ? viewOfRegion(territory ?? '') : viewOf(place)
}

/**
 * Zoom from which the places of a territory stand apart, so that each has its own symbols; below it
 * the territory has one circle and one strip. About half a zoom before the view of a phone.
 */
export function expandsAt(region: string): number {
  const zooms: Record<string, number> = { 'region-rennes': 8.3, 'region-ile-de-france': 8 }
  return zooms[region] ?? 6.7
}
