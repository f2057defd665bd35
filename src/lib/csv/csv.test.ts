import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, type CsvIssue } from './read-csv.ts'
import { FRENCH_EXCEL, STANDARD, writeCsv } from './write-csv.ts'

describe('reading', () => {
  it('numbers the lines of the file, not the rows', () => {
    const text = 'id,quote\n1,"two\nlines"\n\n2,"«a»,""b"""\n3,x\n'
    expect(readCsv(text)).toEqual({
      header: ['id', 'quote'],
      rows: [
        { line: 2, cells: ['1', 'two\nlines'] },
        { line: 5, cells: ['2', '«a»,"b"'] },
        { line: 6, cells: ['3', 'x'] }
      ],
      issues: []
    })
  })

  it.each([
    ['BOM', '\uFEFFa,b\n1,2\n'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['mixed newlines', 'a,b\r\n1,2\n'],
    ['CR', 'a,b\r1,2\r'],
    ['no last newline', 'a,b\n1,2']
  ])('%s', (_name, text) => {
    expect(readCsv(text)).toEqual({ header: ['a', 'b'], rows: [{ line: 2, cells: ['1', '2'] }], issues: [] })
  })

  it.each<[string, CsvIssue]>([
    ['', { code: 'empty_file', line: 1 }],
    ['a,,b\n', { code: 'blank_header', line: 1, position: 2 }],
    ['a,b,a\n', { code: 'twin_header', line: 1, column: 'a' }],
    ['a,b\n1,2\n\n1,2,3\n', { code: 'ragged_row', line: 4, expected: 2, found: 3 }],
    ['a,b\n1,2\n1\n', { code: 'ragged_row', line: 3, expected: 2, found: 1 }],
    ['a,b\n1,2\n3,"open\n', { code: 'bad_quote', line: 3 }]
  ])('%j says what is wrong', (text, issue) => {
    expect(readCsv(text).issues).toContainEqual(issue)
  })

  it('says each thing once, in its place', () => {
    expect(readCsv('a,b,a,\n1,2,3,4\n').issues).toEqual([
      { code: 'twin_header', line: 1, column: 'a' },
      { code: 'blank_header', line: 1, position: 4 }
    ])
    expect(readCsv('\n \na,b\n""\n').rows.map(({ line, cells }) => [line, cells])).toEqual([[4, ['']]])
    expect(readCsv('a;b\n1;2\n', ';').rows).toEqual([{ line: 2, cells: ['1', '2'] }])
  })

  it.each([
    ['"x\r\ny",b\n1,2\n', 'x\r\ny', 3],
    ['"x\ny",b\r\n1,2\r\n', 'x\ny', 3],
    ['"x ""\n"" y",b\r1,2\r', 'x "\n" y', 2]
  ])('%j keeps the newlines of its cells', (text, cell, line) => {
    const { header, rows } = readCsv(text)
    expect(header).toEqual([cell, 'b'])
    expect(rows).toEqual([{ line, cells: ['1', '2'] }])
  })

  it('keeps columns of any name', () => {
    expect(readCsv('__proto__,constructor\n1,2\n').header).toEqual(['__proto__', 'constructor'])
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '\uFEFF', 'é') }), (text) => {
        const { rows } = readCsv(text)
        expect(rows.every(({ line }, index) => line > (rows[index - 1]?.line ?? 0))).toBe(true)
      })
    )
  })
})

describe('writing', () => {
  it('writes for programs', () => {
    const rows = [
      { id: 'a', value: -1.5, on: true },
      { id: '=b', value: null, on: false }
    ]
    expect(writeCsv(['id', 'value', 'on'], rows)).toBe('id,value,on\na,-1.5,true\n=b,,false\n')
  })

  it('writes for French Excel', () => {
    const text = writeCsv(['nom', 'valeur'], [{ nom: 'a;"b"', valeur: 81.9 }], FRENCH_EXCEL)
    expect(text).toBe('\uFEFFnom;valeur\r\n"a;""b""";81,9\r\n')
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+ 42 000 actions', "'+ 42 000 actions"],
    ['-2+3', "'-2+3"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['-12,5', '-12,5'],
    ['+33', '+33'],
    ['-12.5', '-12.5'],
    ['-12.5.1', "'-12.5.1"],
    ['-1x', "'-1x"],
    ['- 1', "'- 1"],
    ['a=1', 'a=1']
  ])('a spreadsheet does not run %j @fault-31', (cell, expected) => {
    const [row] = readCsv(writeCsv(['a', 'b'], [{ a: cell, b: '' }], FRENCH_EXCEL), ';').rows
    expect(row?.cells[0]).toBe(expected)
  })

  it.each([
    ['standard', STANDARD],
    ['French Excel', { ...FRENCH_EXCEL, formulaSafe: false }]
  ] as const)('%s: reads back what was written', (_name, flavour) => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', ' ', 'é', "'") })
    )
    const width = fc.integer({ min: 1, max: 4 })
    const table = width.chain((size) =>
      fc.array(fc.array(cell, { minLength: size, maxLength: size }), { minLength: 1 })
    )
    fc.assert(
      fc.property(table, (cells) => {
        const columns = Array.from({ length: cells[0]?.length ?? 1 }, (_, index) => `c${index}`)
        const rows = cells.map((row) =>
          Object.fromEntries(columns.map((column, index) => [column, row[index] ?? '']))
        )
        const read = readCsv(writeCsv(columns, rows, flavour), flavour.delimiter)
        expect(read.issues).toEqual([])
        expect(read.header).toEqual(columns)
        expect(read.rows.map((row) => row.cells)).toEqual(cells)
      }),
      { numRuns: 500 }
    )
  })
})
