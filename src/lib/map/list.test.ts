import { expect, test } from 'vitest'
import { fixtureCircles, fixturePlaces } from './fixture.ts'
import { groupPlaces, unmapped } from './list.ts'

test('every place is in exactly one group; a region is the head of its own', () => {
  const groups = groupPlaces(fixturePlaces(), fixtureCircles())
  const listed = groups.flatMap((group) => group.places.map((place) => place.id))
  const expected = fixturePlaces().filter((place) => place.kind !== 'region')
  expect(listed.toSorted()).toEqual(expected.map((place) => place.id).toSorted())
  expect(groups.map(({ name, value, note, count }) => [name, value, note, count])).toContainEqual([
    'Région de Nantes',
    '2\u202f076\u00a0k€',
    'arrondi',
    '7\u00a0lieux'
  ])
})

test('places of an unknown territory are not lost', () => {
  const groups = groupPlaces(fixturePlaces(), [])
  expect(groups.flatMap((group) => group.places)).toHaveLength(
    fixturePlaces().filter((place) => place.kind !== 'region').length
  )
})

test('the selected territory comes first', () => {
  const keep = (region: string): boolean => region === 'angers'
  expect(groupPlaces(fixturePlaces(keep), fixtureCircles(keep))[0]?.id).toBe('angers')
})

test('what has no point says so, with its count', () => {
  const eds = fixturePlaces().find((place) => place.id === 'loire-atlantique')
  expect(eds && unmapped(eds)).toBe('5\u00a0sites, non cartographiés')
  expect(eds && unmapped({ ...eds, counted: 0 })).toBe('non cartographié')
  expect(eds && unmapped({ ...eds, lon: 1, lat: 47 })).toBe('')
})
