import { expect, test } from 'vitest'
import { textWidth } from './text-width.ts'

// Measured in Chromium 156 with the shipped Inter: the estimate must cover it, and by no more than 8 %.
test.each([
  ['Saint-Jacques-de-la-Lande', 14, true, 187.8],
  ['Saint-Jacques-de-la-Lande', 12, false, 156.8]
])('%s at %i px, bold %s', (text, size, bold, measured) => {
  const width = textWidth(text, size, bold)
  expect(width).toBeGreaterThanOrEqual(measured)
  expect(width).toBeLessThan(measured * 1.08)
})

test('an accent takes no room of its own, narrow and no-break spaces are spaces', () => {
  expect(textWidth('Rezé', 14)).toBe(textWidth('Reze', 14))
  expect(textWidth('2\u202f076\u00a0k', 14)).toBe(textWidth('2 076 k', 14))
  expect(textWidth('', 14)).toBe(0)
})
