// Where does each arrondissement of Paris stand as a tile, and which of them does the report name?
//
// No outline of arrondissements may be shipped, and on the map eight symbols crowd on one circle. Tiles say which
// is which; in every row and every column they keep the order of the true centres (the test holds them to it).

import type { Place } from '../domain/figure-rows.ts'
import { listWords } from '../domain/sentence.ts'

export interface Tile {
  /** 1 to 20. */
  number: number
  /** From 0, west to east and north to south. */
  column: number
  row: number
  /** What Optima does there; null when the report does not name it. */
  place: Place | null
}

export interface TileShape {
  /** Pixels across a tile, and between two. */
  side: number
  gap: number
}

/** 0: no tile there. */
const ROWS = [
  [0, 17, 18, 19, 0],
  [16, 8, 9, 10, 20],
  [7, 1, 2, 3, 11],
  [15, 6, 5, 4, 12],
  [0, 14, 13, 0, 0]
]
/** Tiles across, and down. */
export const ACROSS = ROWS.length

/** In the frame of a wide map: for a mouse. Under the map of a phone: for a finger. */
export const IN_FRAME: TileShape = { side: 26, gap: 2 }
export const UNDER_MAP: TileShape = { side: 44, gap: 2 }

/** What stands over and under the tiles; the notes are one text, cut for the width of the frame. */
export const TILE_WORDS = {
  title: 'Paris par arrondissement',
  notes: ['tuiles schématiques,', 'pas à l’échelle\u00a0; en gris,', 'non nommé dans le rapport']
} as const

/** The twenty tiles, row by row; null when the report names none. */
export function parisTiles(places: readonly Place[]): Tile[] | null {
  const named = new Map(
    places.flatMap((place) => {
      const number = /^paris-(\d{1,2})$/.exec(place.id)?.[1]
      return number === undefined ? [] : [[Number(number), place] as const]
    })
  )
  if (named.size === 0) return null
  return ROWS.flatMap((numbers, row) =>
    numbers.flatMap((number, column): Tile[] =>
      number === 0 ? [] : [{ number, column, row, place: named.get(number) ?? null }]
    )
  )
}

/** Pixels across the whole of the tiles. */
export function tilesWidth({ side, gap }: TileShape): number {
  return ACROSS * (side + gap) - gap
}

const ordinal = (number: number): string => (number === 1 ? '1er' : `${number}e`)

/** The same in words, a sentence with its full stop. */
export function tilesLabel(tiles: readonly Tile[]): string {
  const numbers = tiles.flatMap(({ place, number }) => (place ? [number] : [])).toSorted((a, b) => a - b)
  const left = tiles.length - numbers.length
  const others = left === 0 ? '' : ` Les ${left} autres ne sont pas nommés dans le rapport.`
  return `Paris en tuiles schématiques\u00a0: arrondissements nommés, ${listWords(numbers.map(ordinal))}.${others}`
}
