import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paletteOf } from './palette.ts'
import { balance, measure, typesOf, wrap } from './text.ts'

const { body, title } = typesOf(paletteOf('light'))

it('never passes its width, and loses no letter', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'm', ' ', 'é', '1', '\u00a0'), maxLength: 80 })
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 300 }), (words, width) => {
      const lines = wrap(words, body, width)
      for (const line of lines) expect(measure(line, body)).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''))
    })
  )
})

it('keeps a number and its sign on one line', () => {
  expect(wrap('« + 42 000 » dans', body, 66)).toEqual(['«', '+ 42 000', '» dans'])
  expect(wrap('en 2021 un', body, 56)).toEqual(['en 2021', 'un'])
})

it('makes the lines of a title even', () => {
  const text = 'Nantes concentre plus de la moitié du produit ventilé'
  const lines = balance(text, title, 450)
  expect(lines).toHaveLength(wrap(text, title, 450).length)
  expect(lines).toHaveLength(2)
  const [first = '', second = ''] = lines
  expect(Math.abs(measure(first, title) - measure(second, title))).toBeLessThan(60)
})
