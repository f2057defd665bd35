import fc from 'fast-check'
import { expect, it } from 'vitest'
import { element, escapeXml, moved, round } from './svg.ts'

it.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  [`"a" & 'b'`, '&quot;a&quot; &amp; &#39;b&#39;'],
  ['a\u0000b\u0008c\ud800d', 'a\ufffdb\ufffdc\ufffdd'],
  ['\u{1f600} ]]>', '\u{1f600} ]]&gt;'],
  ['deux\tmots', 'deux\tmots']
])('%j is written %j', (text, expected) => {
  expect(escapeXml(text)).toBe(expected)
})

it('lets no text become markup, whatever it holds', () => {
  const hostile = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '\u0000', '\ud800', ']') })
  fc.assert(
    fc.property(hostile, (text) => {
      const written = element('text', { id: text }, escapeXml(text))
      expect(written.match(/</g)).toHaveLength(2)
      expect(written.match(/"/g)).toHaveLength(2)
      expect(() => encodeURIComponent(written)).not.toThrow()
    })
  )
})

it.each([
  [1 / 3, '0.33'],
  [-0.001, '0'],
  [12, '12'],
  [Number.NaN, '0'],
  [Infinity, '0']
])('%d is written %s', (value, expected) => {
  expect(round(value)).toBe(expected)
})

it('leaves out what is not said, and moves nothing by nothing', () => {
  expect(element('rect', { x: 1.005, fill: undefined })).toBe('<rect x="1"/>')
  expect(moved('<a/>', 0, 0)).toBe('<a/>')
  expect(moved('<a/>', 2, 0.5)).toBe('<g transform="translate(2 0.5)"><a/></g>')
})
