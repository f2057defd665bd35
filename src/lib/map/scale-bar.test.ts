import { expect, test } from 'vitest'
import { scaleBar } from './scale-bar.ts'
import { viewCamera, VIEWS } from './views.ts'

test.each(VIEWS.map((view) => view.id))('a round distance that fits: %s', (id) => {
  const { width, label } = scaleBar(viewCamera(id, { width: 546, height: 440 }), 90)
  expect(width).toBeLessThanOrEqual(90)
  expect(width).toBeGreaterThan(90 / 2.6)
  expect(label).toMatch(/^\d+\u00a0(km|m)$/)
})
