// Where are the page, the embed, the image and the oEmbed answer of a figure or of a fiche? Paths, without origin and base.

import { shareImage } from '../figures/share/share-image.ts'

export interface Place {
  /** Id of a figure, or 'territoires' for the fiche of `territory`. */
  id: string
  /** null: all of Optima. */
  territory: string | null
  /** A released version for what is frozen on it; null for what follows the data. */
  version: string | null
}

export const FICHES = 'territoires'

/** `/v/2021.85a0925c` before a frozen address. */
const root = ({ version }: Place): '' | `/v/${string}` => (version === null ? '' : `/v/${version}`)
const tail = ({ id, territory }: Place): string => (territory === null ? id : `${id}/${territory}`)

export function pagePath(place: Place): `/${string}/` {
  return place.id === FICHES ? `/${tail(place)}/` : `${root(place)}/figures/${tail(place)}/`
}

export function embedPath(place: Place): `/${string}/` {
  return `${root(place)}/embed/${tail(place)}/`
}

/** PNG of 1200 × 630 px. */
export function imagePath(place: Place): string {
  return shareImage(pagePath(place))
}

/** The folder of a page becomes the name of a file. */
export function oembedPath(place: Place): `/oembed/${string}.json` {
  return `/oembed${pagePath(place).slice(0, -1)}.json` as `/oembed/${string}.json`
}
