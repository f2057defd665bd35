import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { COLOURS, hueOf, mix, paletteOf } from './palette.ts'

it('holds the colours of ui/tokens.css, both themes', () => {
  const css = readFileSync(new URL('../../../ui/tokens.css', import.meta.url), 'utf8')
  for (const [token, [light, dark]] of Object.entries(COLOURS))
    expect(css, token).toContain(`--${token}: light-dark(${light}, ${dark});`)
})

it('gives a hue to a territory, ink to what has none', () => {
  expect(hueOf(paletteOf('light'), 'nantes')).toEqual({ mark: '#bd540c', text: '#a34608' })
  expect(hueOf(paletteOf('dark'), 'neutral')).toEqual({ mark: '#a79d8e', text: '#cbc2b4' })
})

it.each([
  ['#000000', '#ffffff', 0.2, '#cccccc'],
  ['#1a4f9e', '#fbf8f3', 1, '#1a4f9e'],
  ['#1a4f9e', '#fbf8f3', 0, '#fbf8f3']
])('%s over %s at %d is %s', (over, under, share, expected) => {
  expect(mix(over, under, share)).toBe(expected)
})
