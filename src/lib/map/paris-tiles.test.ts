import { expect, test } from 'vitest'
import { fixturePlaces } from './fixture.ts'
import { ACROSS, IN_FRAME, parisTiles, tilesLabel, tilesWidth, UNDER_MAP } from './paris-tiles.ts'
import type { Tile } from './paris-tiles.ts'

/** Longitude and latitude of the true centres, to 100 m; the 12e and the 16e without their woods. */
const CENTRES: Record<number, [lon: number, lat: number]> = {
  1: [2.336, 48.863],
  2: [2.343, 48.868],
  3: [2.36, 48.863],
  4: [2.357, 48.854],
  5: [2.351, 48.844],
  6: [2.333, 48.849],
  7: [2.312, 48.856],
  8: [2.313, 48.873],
  9: [2.338, 48.877],
  10: [2.361, 48.876],
  11: [2.38, 48.859],
  12: [2.395, 48.84],
  13: [2.362, 48.828],
  14: [2.327, 48.833],
  15: [2.293, 48.84],
  16: [2.262, 48.86],
  17: [2.307, 48.887],
  18: [2.348, 48.893],
  19: [2.385, 48.887],
  20: [2.401, 48.863]
}
const tiles = parisTiles(fixturePlaces()) ?? []
const lines = Array.from({ length: ACROSS }, (_, index) => index)
const lon = ({ number }: Tile): number => CENTRES[number]?.[0] ?? NaN
const lat = ({ number }: Tile): number => CENTRES[number]?.[1] ?? NaN

test('each arrondissement has one tile, and no two share a cell', () => {
  expect(tiles.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
    Object.keys(CENTRES).map(Number)
  )
  expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(20)
})

test.each(lines)('row %i goes from west to east', (row) => {
  const inRow = tiles.filter((tile) => tile.row === row).toSorted((a, b) => a.column - b.column)
  expect(inRow.length).toBeGreaterThan(1)
  expect(inRow.map(lon)).toEqual(inRow.map(lon).toSorted((a, b) => a - b))
})

test.each(lines)('column %i goes from north to south', (column) => {
  const inColumn = tiles.filter((tile) => tile.column === column).toSorted((a, b) => a.row - b.row)
  expect(inColumn.length).toBeGreaterThan(1)
  expect(inColumn.map(lat)).toEqual(inColumn.map(lat).toSorted((a, b) => b - a))
})

test('the eight of the report have their place, the others none', () => {
  const named = tiles.filter(({ place }) => place !== null)
  expect(named.map(({ number, place }) => `${number} ${place?.id}`).toSorted()).toEqual(
    [10, 11, 13, 14, 17, 18, 19, 20].map((number) => `${number} paris-${number}`)
  )
})

test('where the report names none there are no tiles; a name that only looks like one makes none', () => {
  expect(parisTiles(fixturePlaces().filter(({ id }) => !id.startsWith('paris-')))).toBeNull()
  const [place] = fixturePlaces()
  expect(parisTiles([{ ...place!, id: 'paris-est' }])).toBeNull()
})

test('said in words, in the order of the numbers', () => {
  expect(tilesLabel(tiles)).toBe(
    'Paris en tuiles schématiques\u00a0: arrondissements nommés, 10e, 11e, 13e, 14e, 17e, 18e, 19e et 20e. Les 12 autres ne sont pas nommés dans le rapport.'
  )
  const all = tiles.map((tile) => ({ ...tile, place: tile.place ?? fixturePlaces()[0]! }))
  expect(tilesLabel(all)).toMatch(/nommés, 1er, 2e, .* et 20e\.$/)
})

test('tiles are as wide as what points at them asks', () => {
  expect(IN_FRAME.side).toBeGreaterThanOrEqual(26)
  expect(UNDER_MAP.side).toBeGreaterThanOrEqual(44)
  expect(tilesWidth({ side: 10, gap: 2 })).toBe(58)
})
