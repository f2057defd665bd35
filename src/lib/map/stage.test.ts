import { expect, test } from 'vitest'
import { reasonSentence, Stage } from './stage.svelte.ts'
import { viewCamera } from './views.ts'

const SIZE = { width: 546, height: 440 }

function stage(): Stage {
  const made = new Stage(() => 'nantes')
  made.width = SIZE.width
  made.height = SIZE.height
  return made
}

test('starts in the frame of its view and comes back to it', () => {
  const one = stage()
  expect(one.camera).toEqual(viewCamera('nantes', SIZE))
  one.zoomBy(1)
  expect(one.camera.zoom).toBeCloseTo(viewCamera('nantes', SIZE).zoom + 1)
  one.recentre()
  expect(one.camera).toEqual(viewCamera('nantes', SIZE))
})

test('a step to a side is kept until the view is asked for again, and steps add up while the map moves', () => {
  const one = stage()
  one.start()
  one.ready()
  one.panBy('east')
  const first = one.target
  // The living map is on its way, not there yet.
  one.moved({ ...first, lon: first.lon - 0.1 }, false)
  one.panBy('east')
  expect(one.target.lon - first.lon).toBeCloseTo(first.lon - viewCamera('nantes', SIZE).lon)
  one.recentre()
  expect(one.target).toEqual(viewCamera('nantes', SIZE))
})

test('at the edge a step is refused', () => {
  const one = stage()
  while (one.canPan('north')) one.panBy('north')
  const before = one.target
  one.panBy('north')
  expect(one.target).toBe(before)
  expect(one.canPan('south')).toBe(true)
})

test('follows the living map while it lives, the SVG map when it is lost or failed', () => {
  const one = stage()
  const moved = { lon: -1, lat: 47, zoom: 8 }
  one.start()
  expect(one.status).toBe('starting')
  one.ready()
  one.moved(moved, false)
  expect(one.camera).toEqual(moved)
  one.fail('context')
  expect([one.status, one.reason]).toEqual(['failed', 'context'])
  expect(one.camera).toEqual(viewCamera('nantes', SIZE))
  one.start()
  expect([one.status, one.reason]).toEqual(['starting', null])
})

test('a place reached by hand survives the loss of the living map', () => {
  const one = stage()
  one.start()
  one.ready()
  one.moved({ lon: -1, lat: 47, zoom: 8 }, true)
  one.lost()
  expect(one.camera).toEqual({ lon: -1, lat: 47, zoom: 8 })
})

test('every reason has its sentence', () => {
  for (const reason of ['webgl', 'context', 'module', 'data', 'worker'] as const) {
    expect(reasonSentence(reason)).toMatch(/^Carte simplifiée\u00a0: .+\.$/)
  }
})
