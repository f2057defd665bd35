import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dialect } from './dialect.ts'
import { RecordReader, type RawRow } from './record-reader.ts'

const SEMICOLON: Dialect = { delimiter: ';', quote: '"', sepLine: false }

function read(text: string, size = Infinity, dialect = SEMICOLON): { rows: RawRow[]; reader: RecordReader } {
  const reader = new RecordReader(dialect)
  const rows: RawRow[] = []
  for (let at = 0; at === 0 || at < text.length; at += size)
    rows.push(...reader.push(text.slice(at, at + size), at + size >= text.length))
  return { rows, reader }
}
const brief = (text: string): [number, string[], boolean][] =>
  read(text).rows.map(({ line, cells, broken }) => [line, cells, broken])

describe('rows and their lines', () => {
  it.each<[string, string, [number, string[], boolean][]]>([
    [
      'newlines in a cell',
      'a;b\n1;"x\ny"\n2;z\n',
      [
        [1, ['a', 'b'], false],
        [2, ['1', 'x\ny'], false],
        [4, ['2', 'z'], false]
      ]
    ],
    [
      'blank lines and lines of delimiters',
      '\na;b\n\n;\n1;2\n',
      [
        [2, ['a', 'b'], false],
        [5, ['1', '2'], false]
      ]
    ],
    [
      'mixed newlines',
      'a;b\r\n1;2\n3;4\r5;6',
      [
        [1, ['a', 'b'], false],
        [2, ['1', '2'], false],
        [3, ['3', '4'], false],
        [4, ['5', '6'], false]
      ]
    ],
    [
      'a quote that is never closed',
      'a;b\n1;"x\n2;y\n3;z\n',
      [
        [1, ['a', 'b'], false],
        [2, ['1', '"x'], true],
        [3, ['2', 'y'], false],
        [4, ['3', 'z'], false]
      ]
    ],
    [
      'a quote that another one closes',
      'a;b\n1;"x\n2;y\n3;"z"\n4;t\n',
      [
        [1, ['a', 'b'], false],
        [2, ['1', '"x'], true],
        [3, ['2', 'y'], false],
        [4, ['3', 'z'], false],
        [5, ['4', 't'], false]
      ]
    ],
    [
      'text after a closing quote',
      'a;b\n1;"x"y\n2;z\n',
      [
        [1, ['a', 'b'], false],
        [2, ['1', '"x"y'], true],
        [3, ['2', 'z'], false]
      ]
    ],
    [
      'doubled quotes, and quotes inside of a bare cell',
      'a;b\n1;"dit ""oui"""\n2;5" x 7"\n',
      [
        [1, ['a', 'b'], false],
        [2, ['1', 'dit "oui"'], false],
        [3, ['2', '5" x 7"'], false]
      ]
    ],
    ['nothing', '', []]
  ])('%s', (_name, text, expected) => expect(brief(text)).toEqual(expected))

  it('passes the line that only names the delimiter @fault-25', () => {
    expect(read('sep=;\na;b\n1;2\n', Infinity, { ...SEMICOLON, sepLine: true }).rows).toEqual([
      { line: 2, cells: ['a', 'b'], broken: false },
      { line: 3, cells: ['1', '2'], broken: false }
    ])
  })
})

it('sees newlines outside of quotes, blank lines and unreadable characters', () => {
  const { sightings } = read('a;b\r\n1;"x\ny"\r\n;\r\n2;\ufffd\r\n3;\u0000\ufffd\r\n').reader
  expect(sightings).toEqual({
    newlines: { crlf: true, lf: false, cr: false },
    blankLines: 1,
    unreadable: { count: 3, line: 5 }
  })
  expect(read('a;b\n1;2\r\n').reader.sightings.newlines).toEqual({ crlf: true, lf: true, cr: false })
})

const hostile = fc.string({
  unit: fc.constantFrom(
    '"',
    '"',
    ';',
    '\n',
    '\n',
    '\r',
    '\r\n',
    'a',
    'é',
    ' ',
    '\ufeff',
    '""',
    '";"',
    '"\n"'
  ),
  maxLength: 200
})

it('gives the same rows whatever the pieces', () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 1, max: 40 }), (text, size) => {
      expect(read(text, size).rows).toEqual(read(text).rows)
      expect(read(text, size).reader.sightings).toEqual(read(text).reader.sightings)
    }),
    { numRuns: 1000 }
  )
})

it('loses no line: each is the start of a row, inside of one, or blank @fault-27', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const lines = text.split(/\r\n|\r|\n/)
      const { rows } = read(text)
      const told = new Set<number>()
      for (const [index, { line, cells, broken }] of rows.entries()) {
        expect(line).toBeGreaterThan(rows[index - 1]?.line ?? 0)
        const spans = broken ? 0 : cells.join('').split('\n').length - 1
        for (let at = line; at <= line + spans; at += 1) told.add(at)
      }
      for (const [index, content] of lines.entries())
        if (/[^\s";\ufeff]/.test(content)) expect(told).toContain(index + 1)
    }),
    { numRuns: 1000 }
  )
})

it('a bad quote on every line does not make it slow', () => {
  const lines = 40_000
  const { rows } = read(`a;b\n${'1;"x"y\n'.repeat(lines)}`, 262_144)
  expect(rows.filter(({ broken }) => broken)).toHaveLength(lines)
})

it('an open quote at the start of a long file costs its line alone', () => {
  const lines = 60_000
  const { rows } = read(`a;b\n1;"x\n${'2;yyyyyyyy\n'.repeat(lines)}`, 262_144)
  expect(rows).toHaveLength(lines + 2)
  expect(rows.filter(({ broken }) => broken).map(({ line }) => line)).toEqual([2])
})
