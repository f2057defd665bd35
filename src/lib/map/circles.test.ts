import { expect, test } from 'vitest'
import { circleRadius, PRODUIT_SCALE } from './circles.ts'

test('2 076 k€ has a radius of 46 px, and area is proportional to value', () => {
  expect(circleRadius(2_076_000, PRODUIT_SCALE)).toBe(46)
  const [whole, quarter] = [circleRadius(800_000, PRODUIT_SCALE), circleRadius(200_000, PRODUIT_SCALE)]
  expect(quarter).toBeCloseTo(whole / 2, 10)
})

test.each([null, 0, -3, Number.NaN])('what is not published draws no circle: %s', (value) => {
  expect(circleRadius(value, PRODUIT_SCALE)).toBe(0)
})
