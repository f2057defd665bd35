import { expect, test } from 'vitest'
import { fixtureCircles, fixturePlaces } from './fixture.ts'
import { groupPlaces } from './list.ts'
import { ListKeys } from './list-keys.svelte.ts'
import { PAUSE } from './type-ahead.ts'

const groups = groupPlaces(fixturePlaces(), fixtureCircles())
const NANTES = 'region-nantes'

function keysOf(open: readonly string[] = [NANTES]): { keys: ListKeys; select: (id: string | null) => void } {
  let selected = $state<string | null>(null)
  const keys = new ListKeys(() => ({ groups, selected, isOpen: ({ id }) => open.includes(id) }))
  keys.ready = true
  return { keys, select: (id) => (selected = id) }
}
const stops = (keys: ListKeys): string[] =>
  keys.lines.filter(({ key }) => keys.tabindex(key) === 0).map(({ key }) => key)

test('one line is a stop, whatever happens', () => {
  const { keys, select } = keysOf()
  expect(stops(keys)).toEqual(['region-rennes'])
  keys.focused(`${NANTES}/orvault`)
  expect(stops(keys)).toEqual([`${NANTES}/orvault`])
  select('reze')
  expect(stops(keys)).toEqual([`${NANTES}/reze`])
  keys.toggled(NANTES, false)
  expect(stops(keys)).toEqual([NANTES])
  keys.toggled(NANTES, true)
  select(null)
  expect(stops(keys)).toEqual([`${NANTES}/orvault`])
})

test('without script each line is a stop', () => {
  const { keys } = keysOf()
  keys.ready = false
  expect(keys.lines.map(({ key }) => keys.tabindex(key))).toEqual(keys.lines.map(() => undefined))
})

test('a place selected here keeps the stop', () => {
  const { keys, select } = keysOf()
  keys.focused(`${NANTES}/orvault`)
  select('orvault')
  expect(stops(keys)).toEqual([`${NANTES}/orvault`])
})

test('a key that leads nowhere further is still answered, so that the page does not scroll', () => {
  expect(keysOf().keys.press('ArrowUp', 'region-rennes', 0)).toEqual({ to: 'region-rennes' })
})

test('keys that are not ours are left alone', () => {
  const { keys } = keysOf()
  for (const key of ['Enter', ' ', 'Tab', 'F5', 'Escape', '?'])
    expect(keys.press(key, 'region-rennes', 0)).toBeNull()
})

test('a blank belongs to the name while one is typed that has it, else it presses', () => {
  const { keys } = keysOf()
  const type = (text: string, from: number): unknown =>
    Array.from(text)
      .map((letter, nth) => keys.press(letter, NANTES, from + nth))
      .at(-1)
  expect(type('saint h', 0)).toEqual({ to: `${NANTES}/saint-herblain` })
  expect(type('orv ', 5000)).toBeNull()
  expect(type('orv', 9000)).toEqual({ to: `${NANTES}/orvault` })
  expect(keys.press(' ', NANTES, 9010 + PAUSE)).toBeNull()
})

test('a name of a closed group opens it', () => {
  expect(keysOf().keys.press('z', NANTES, 0)).toBeNull()
  expect(keysOf().keys.press('b', NANTES, 0)).toEqual({ to: 'region-rennes/brest', open: true })
})
