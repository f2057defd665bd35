import { expect, test } from 'vitest'
import { SOURCES, themePaint } from './layers.ts'
import { mapStyle } from './style.ts'

const theme = {
  sea: 'rgb(1, 1, 1)',
  land: 'rgb(2, 2, 2)',
  river: 'rgb(3, 3, 3)',
  dep: 'rgb(4, 4, 4)',
  depink: 'rgb(5, 5, 5)'
}
const empty = { type: 'FeatureCollection' as const, features: [] }
const style = mapStyle(theme, { land: empty, departements: empty, communes: empty, rivers: empty })

test('asks nobody for anything: no glyphs, no sprite, no URL', () => {
  expect(style.glyphs).toBeUndefined()
  expect(style.sprite).toBeUndefined()
  expect(JSON.stringify(style)).not.toMatch(/https?:|url/)
})

test('every source is drawn, and every colour of the theme can be changed on the living map', () => {
  const layers = new Map(style.layers.map((layer) => [layer.id, layer.paint as Record<string, unknown>]))
  expect(style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : []))).toEqual([...SOURCES])
  for (const [layer, property, colour] of themePaint(theme))
    expect(layers.get(layer)?.[property]).toBe(colour)
})
