import { expect, test } from 'vitest'
import { isGoodConnection } from './when-wanted.ts'

test.each([
  [undefined, true],
  [{}, true],
  [{ effectiveType: '4g' }, true],
  [{ effectiveType: '3g' }, false],
  [{ effectiveType: '4g', saveData: true }, false]
])('%o is a good connection: %s', (connection, expected) => {
  expect(isGoodConnection(connection)).toBe(expected)
})
