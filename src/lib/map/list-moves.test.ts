import { expect, test } from 'vitest'
import { fixtureCircles, fixturePlaces } from './fixture.ts'
import { groupPlaces } from './list.ts'
import { linesOf, move, stopOf } from './list-moves.ts'

const groups = groupPlaces(fixturePlaces(), fixtureCircles())
/** Rennes is open, all others are closed; it comes first in the fixture. */
const lines = linesOf(groups, ({ id }) => id === 'region-rennes')
const [RENNES, NANTES, LAST] = ['region-rennes', 'region-nantes', 'optima'] as const

test('the fixture begins with Rennes, then Nantes, and ends with what belongs to no territory', () => {
  expect(groups.map(({ id }) => id)).toEqual([RENNES, NANTES, 'angers', 'region-ile-de-france', LAST])
})

test.each([
  ['down into an open group', RENNES, 'ArrowDown', { to: `${RENNES}/${RENNES}` }],
  ['down over rows', `${RENNES}/rennes`, 'ArrowDown', { to: `${RENNES}/saint-jacques-de-la-lande` }],
  ['down from the last row to the next head', `${RENNES}/brest`, 'ArrowDown', { to: NANTES }],
  ['down over a closed group', NANTES, 'ArrowDown', { to: 'angers' }],
  ['no further down than the last head', LAST, 'ArrowDown', null],
  ['up from a head to the row above', NANTES, 'ArrowUp', { to: `${RENNES}/brest` }],
  ['no further up than the first head', RENNES, 'ArrowUp', null],
  ['home', 'angers', 'Home', { to: RENNES }],
  ['end, the last that shows', RENNES, 'End', { to: LAST }],
  ['right opens a closed group', NANTES, 'ArrowRight', { to: NANTES, open: true }],
  ['right goes into an open group', RENNES, 'ArrowRight', { to: `${RENNES}/${RENNES}` }],
  ['right does nothing on a row', `${RENNES}/brest`, 'ArrowRight', null],
  ['left goes from a row to its head', `${RENNES}/brest`, 'ArrowLeft', { to: RENNES }],
  ['left closes an open group', RENNES, 'ArrowLeft', { to: RENNES, open: false }],
  ['left does nothing on a closed group', NANTES, 'ArrowLeft', null],
  ['another key leads nowhere', RENNES, 'Enter', null],
  ['a row of a closed group is not a place to start from', `${NANTES}/orvault`, 'ArrowDown', null]
] as const)('%s', (_, at, key, step) => {
  expect(move(lines, at, key)).toEqual(step)
})

test.each([
  ['the wanted line', `${RENNES}/brest`, `${RENNES}/brest`],
  ['the head of its group when that is closed', `${NANTES}/orvault`, NANTES],
  ['the first line when nothing is wanted', undefined, RENNES],
  ['the first line when the wanted one is gone', 'atlantis', RENNES]
])('Tab reaches %s', (_, wanted, stop) => {
  expect(stopOf(lines, wanted)).toBe(stop)
})

test('down from the first line passes every shown line once', () => {
  const all = linesOf(groups, () => true)
  const seen: string[] = []
  for (let at: string | undefined = all[0]?.key; at !== undefined;) {
    seen.push(at)
    at = move(all, at, 'ArrowDown')?.to
  }
  expect(seen).toEqual(all.map(({ key }) => key))
  expect(new Set(seen).size).toBe(seen.length)
})
