import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DELAY, Preview } from './preview.svelte.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
const wait = (time: number): void => {
  vi.advanceTimersByTime(time)
}
function opened(id = 'orvault'): Preview {
  const preview = new Preview()
  preview.point(id)
  wait(DELAY.open)
  return preview
}

test('what the pointer rests on opens after a moment, and is underlined at once', () => {
  const preview = new Preview()
  preview.point('orvault')
  expect(preview).toMatchObject({ hovered: 'orvault', shown: null })
  wait(DELAY.open - 1)
  expect(preview.shown).toBeNull()
  wait(1)
  expect(preview.shown).toBe('orvault')
})

test('what is only passed over opens nothing', () => {
  const preview = new Preview()
  for (const id of ['orvault', null, 'reze', null]) {
    preview.point(id)
    wait(DELAY.open - 1)
  }
  wait(1000)
  expect(preview).toMatchObject({ hovered: null, shown: null })
})

test('moves over the same place do not put the card off', () => {
  const preview = new Preview()
  for (let time = 0; time < DELAY.open; time += 10) {
    preview.point('orvault')
    wait(10)
  }
  expect(preview.shown).toBe('orvault')
})

test('one card gives way to another without a gap', () => {
  const preview = opened()
  preview.point('reze')
  wait(DELAY.change - 1)
  expect(preview.shown).toBe('orvault')
  wait(1)
  expect(preview.shown).toBe('reze')
})

test('it closes a moment after the pointer left', () => {
  const preview = opened()
  preview.point(null)
  wait(DELAY.close - 1)
  expect(preview.shown).toBe('orvault')
  wait(1)
  expect(preview.shown).toBeNull()
})

test('the way to the card is as long as it takes, over whatever is on it', () => {
  const preview = opened()
  preview.point(null)
  for (let distance = 300; distance > 0; distance -= 10) {
    if (distance === 150) preview.point('reze')
    if (distance === 140) preview.point(null)
    preview.moved(distance)
    wait(DELAY.change - 10)
    expect(preview.shown).toBe('orvault')
  }
  preview.hold()
  wait(10_000)
  expect(preview.shown).toBe('orvault')
  preview.point('reze')
  wait(DELAY.change)
  expect(preview.shown).toBe('reze')
})

test('going away from the card does not keep it', () => {
  const preview = opened()
  preview.point(null)
  for (let time = 0; time <= DELAY.close; time += 50) {
    preview.moved(100 + time)
    wait(50)
  }
  expect(preview.shown).toBeNull()
})

test('dismissed, it stays closed until another place is pointed at', () => {
  const preview = opened()
  preview.dismiss()
  preview.point('orvault')
  wait(1000)
  expect(preview).toMatchObject({ hovered: null, shown: null })
  preview.point('reze')
  preview.dismiss()
  wait(1000)
  expect(preview.shown).toBeNull()
  preview.point('orvault')
  wait(DELAY.open)
  expect(preview.shown).toBe('orvault')
})

test('focus opens the same card, and a pointer that rests elsewhere does not close it', () => {
  const preview = new Preview()
  preview.focus('orvault')
  wait(DELAY.open)
  preview.point(null)
  wait(1000)
  expect(preview.shown).toBe('orvault')
  preview.focus(null)
  wait(DELAY.close)
  expect(preview.shown).toBeNull()
})
