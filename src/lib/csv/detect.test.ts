import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectDialect } from './detect-dialect.ts'
import { detectEncoding, ENCODINGS, holdsNul } from './detect-encoding.ts'
import { encode } from './encode-fixture.ts'
import { fileKind } from './file-kind.ts'
import { PieceDecoder } from './piece-decoder.ts'

const bytes = (text: string): Uint8Array => encode(text, 'windows-1252')

describe('encoding', () => {
  const TEXT = 'date;lieu;durée\r\n14/03/2022;Châteaubriant;1h30\r\n15/03/2022;Rezé;45\r\n'

  it.each(ENCODINGS)('%s without a mark', (encoding) => {
    expect(detectEncoding(encode(TEXT, encoding))).toMatchObject({ encoding, undecided: false })
  })
  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('%s with its mark', (encoding) => {
    expect(detectEncoding(encode(TEXT, encoding, true))).toMatchObject({ encoding, bom: true })
  })
  it.each([
    ['ASCII', 'a;b\n1;2\n', { encoding: 'utf-8', undecided: true }],
    ['quotes of Word', '\u0093mot\u0094 \u0092', { encoding: 'windows-1252' }],
    ['euro', 'prix \u0080', { encoding: 'windows-1252' }]
  ])('%s', (_name, text, expected) => {
    expect(detectEncoding(Uint8Array.from(text, (one) => one.charCodeAt(0)))).toMatchObject(expected)
  })

  const sequences: [string, number[], boolean][] = [
    ['first of two', [0xc2, 0x80], true],
    ['last of two', [0xdf, 0xbf], true],
    ['two, overlong', [0xc1, 0xbf], false],
    ['two, no second', [0xc3, 0x28], false],
    ['two, second too high', [0xc3, 0xc0], false],
    ['first of three', [0xe0, 0xa0, 0x80], true],
    ['three, overlong', [0xe0, 0x9f, 0xbf], false],
    ['three', [0xe1, 0x80, 0x80], true],
    ['before the surrogates', [0xed, 0x9f, 0xbf], true],
    ['a surrogate', [0xed, 0xa0, 0x80], false],
    ['after the surrogates', [0xee, 0x80, 0x80], true],
    ['last of three', [0xef, 0xbf, 0xbf], true],
    ['three, no third', [0xe2, 0x82, 0x41], false],
    ['first of four', [0xf0, 0x90, 0x80, 0x80], true],
    ['four, overlong', [0xf0, 0x8f, 0xbf, 0xbf], false],
    ['four', [0xf1, 0x80, 0x80, 0x80], true],
    ['last of four', [0xf4, 0x8f, 0xbf, 0xbf], true],
    ['past the last', [0xf4, 0x90, 0x80, 0x80], false],
    ['five', [0xf5, 0x80, 0x80, 0x80], false],
    ['a continuation alone', [0x80], false]
  ]
  it.each(sequences)('%s: a letter of UTF-8 or not', (_name, sequence, good) => {
    const around = Uint8Array.from([0x61, ...sequence, 0x62])
    expect(detectEncoding(around).encoding).toBe(good ? 'utf-8' : 'windows-1252')
  })

  it.each([
    [4, 1, 'utf-8'],
    [3, 1, 'windows-1252'],
    [8, 2, 'utf-8'],
    [7, 2, 'windows-1252']
  ])('%i letters of UTF-8 and %i bytes that are none are %s', (good, bad, encoding) => {
    const damaged = [...encode('é'.repeat(good), 'utf-8'), ...Array.from({ length: bad }, () => 0xff)]
    expect(detectEncoding(Uint8Array.from(damaged)).encoding).toBe(encoding)
  })

  it.each([
    ['half of a mark of UTF-8', [0xef, 0xbb], { bom: false }],
    ['two thirds of one', [0xef, 0xbb, 0x41], { bom: false, encoding: 'windows-1252' }],
    ['no mark', [0xef, 0x80, 0xbf], { bom: false, encoding: 'utf-8' }],
    ['half of a mark of UTF-16', [0xff, 0x41], { bom: false, encoding: 'windows-1252' }],
    ['half of the other', [0xfe, 0x41], { bom: false, encoding: 'windows-1252' }],
    ['UTF-16 with a third of other letters', [0x41, 0, 0x42, 0, 0x20, 0x20], { encoding: 'utf-16le' }],
    ['zeros on both sides', [0, 0, 0, 0, 0, 0], { encoding: 'utf-8', undecided: true }],
    ['zeros now and then', [0x41, 0, 0x42, 0x43, 0x44, 0x45], { encoding: 'utf-8', undecided: true }],
    ['nothing', [], { encoding: 'utf-8', bom: false, undecided: true }]
  ])('%s', (_name, start, expected) => {
    expect(detectEncoding(Uint8Array.from(start))).toMatchObject(expected)
  })

  it('a text holds no NUL, but UTF-16 is full of it', () => {
    const holds = (text: string, encoding: 'utf-8' | 'utf-16le'): boolean => {
      const all = encode(text, encoding)
      return holdsNul(all, { encoding, bom: false, undecided: false })
    }
    expect([holds('a\u0000', 'utf-8'), holds('a', 'utf-8'), holds('a', 'utf-16le')]).toEqual([
      true,
      false,
      false
    ])
  })

  it('a sample cut inside a letter is still UTF-8', () => {
    const whole = encode('école à Rezé, médiation €', 'utf-8')
    for (let end = 2; end <= whole.length; end += 1)
      expect(detectEncoding(whole.subarray(0, end)).encoding).toBe('utf-8')
  })

  it('a damaged letter does not make a UTF-8 text another', () => {
    const damaged = Uint8Array.from([...encode('é'.repeat(20), 'utf-8'), 0xe9, 0x3b])
    expect(detectEncoding(damaged).encoding).toBe('utf-8')
  })

  it.each(ENCODINGS)('%s: pieces of any size give the text, however late its first accent', (encoding) => {
    const text = fc.string({ unit: fc.constantFrom('a', ';', '\n', 'é', '€', 'œ', '1') })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (tail, size) => {
        const whole = `${'ascii;seul\n'.repeat(3)}${tail}`
        const all = encode(whole, encoding)
        const guess = detectEncoding(encode('ascii', encoding))
        const decoder = new PieceDecoder(guess.undecided ? null : encoding)
        let read = ''
        for (let at = 0; at < all.length; at += size)
          read += decoder.decode(all.slice(at, at + size), at + size >= all.length)
        // A piece of one byte cannot tell whether the letter it begins is UTF-8.
        if (encoding !== 'windows-1252' || size > 4)
          expect(read.length).toBeGreaterThanOrEqual(whole.length - 4)
        if (encoding === 'utf-8' || !/[é€œ]/.test(tail)) expect(read).toBe(whole)
      })
    )
  })

  it('an accent that comes late decides for Windows-1252 @fault-26', () => {
    const decoder = new PieceDecoder(null)
    expect(decoder.decode(bytes('a;b\n'), false) + decoder.decode(bytes('Rezé;2\n'), true)).toBe(
      'a;b\nRezé;2\n'
    )
    expect(decoder.encoding).toBe('windows-1252')
  })
})

describe('dialect', () => {
  it.each([
    ['date;lieu;nombre\n14/03/2022;Rezé;1,5\n15/03/2022;Orvault;2,75\n', ';'],
    ['date,lieu,nombre\n2022-03-14,Rezé,1.5\n', ','],
    ['date\tlieu\tnombre\n14/03/2022\tRezé, centre\t1,5\n', '\t'],
    ['date|lieu|nombre\n14/03/2022|Rezé|1,5\n', '|'],
    ['"date";"lieu, précis";"nombre"\n"14/03/2022";"Rezé, centre";"1,5"\n', ';'],
    ['lieu,note\n"Rezé","un; deux; trois"\n"Orvault","quatre; cinq"\n', ','],
    ['date;valeur\n1/1/2022;1,5\n2/1/2022;2,5\n3/1/2022;3,5\n', ';'],
    ['id;marques\n1;exact|about\n2;exact\n', ';'],
    ['date;lieu;nombre\n1;2\n14/03/2022;Rezé;1,5\n15/03/2022;Rezé;2,5\n', ';']
  ])('%j is cut at %j', (text, delimiter) => {
    expect(detectDialect(text, true)).toMatchObject({ delimiter, quote: '"', sepLine: false })
  })

  it.each([
    ['sep=,\r\na,b;c\r\n1,2;3\r\n', ','],
    ['sep=;\na;b\n1;2\n', ';'],
    ['\ufeffSEP=\t\na\tb\n', '\t']
  ])('%j says it', (text, delimiter) => {
    expect(detectDialect(text, true)).toMatchObject({ delimiter, sepLine: true })
  })

  it.each([
    ['a share of the rows', 'a;b\n1;2\n3\n4;5\n6\n', 0.5],
    ['no row', 'a;b\n', 1],
    ['nothing', '', 0],
    ['a quote that is never closed', 'a;b\n1;"2\n3;4\n', 0.5]
  ])('%s agrees with the header', (_name, text, agreement) => {
    expect(detectDialect(text, true)).toMatchObject({ delimiter: ';', agreement })
  })

  it.each([
    ['more columns', 'a,b;c;d\n1,2;3;4\n', ';'],
    ['names before numbers', 'a;b,1,2\n1;2,3,4\n', ';'],
    ['names even where they are less', '1,2,3\n', ','],
    ['a delimiter that is said, whatever the rows', 'sep=|\na;b\n1;2\n', '|'],
    ['none that is no delimiter', 'sep=!;b\n1;2\n', ';'],
    ['none that is said later', 'a;b\nsep=,\n1;2\n', ';']
  ])('prefers %s', (_name, text, delimiter) => {
    expect(detectDialect(text, true).delimiter).toBe(delimiter)
  })

  it('one column of decimals is one column @fault-25', () => {
    const text = 'valeur\n1,5\n2,5\n3\n'
    const { delimiter, agreement } = detectDialect(text, true)
    expect(delimiter).not.toBe(',')
    expect(agreement).toBe(1)
  })

  it('cells may be wrapped in apostrophes, and l’apostrophe is not one', () => {
    expect(detectDialect("'date';'lieu; centre'\n'1';'Rezé; centre'\n", true).quote).toBe("'")
    expect(detectDialect("date;lieu\n1;l'école\n2;d'Orvault\n", true).quote).toBe('"')
  })

  it('never fails', () => {
    fc.assert(fc.property(fc.string(), fc.boolean(), (text, whole) => void detectDialect(text, whole)))
  })
})

describe('kind of file', () => {
  it.each([
    ['', { refused: { code: 'empty' } }],
    [' \n\n\t ', { refused: { code: 'blank' } }],
    ['PK\u0003\u0004....[Content_Types].xml', { refused: { code: 'xlsx' } }],
    [
      'PK\u0003\u0004....mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
      { refused: { code: 'ods' } }
    ],
    ['PK\u0003\u0004....journal.csv', { refused: { code: 'zip' } }],
    ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', { refused: { code: 'xls' } }],
    ['\u001f\u008b\u0008', { refused: { code: 'gzip' } }],
    ['%PDF-1.7', { refused: { code: 'pdf' } }],
    ['\u0089PNG\r\n', { refused: { code: 'image' } }],
    ['<!DOCTYPE html><html>', { refused: { code: 'html' } }],
    ['<?xml version="1.0"?>', { refused: { code: 'xml' } }],
    ['[{"a":1}]', { refused: { code: 'json' } }],
    ['\u0001\u0002\u0003\u0004\u0005\u0006', { refused: { code: 'binary' } }],
    ['PAR1....', 'parquet'],
    ['PK\u0005\u0006', { refused: { code: 'zip' } }],
    ['PK\u0003\u0004....xl/workbook', { refused: { code: 'xlsx' } }],
    ['PK\u0003\u0004...._rels/.rels', { refused: { code: 'xlsx' } }],
    ['PK;KO\n1;2\n', 'text'],
    ['lieu;PDF\n1;%PDF\n', 'text'],
    ['\u00ff\u00d8\u00ff\u00e0', { refused: { code: 'image' } }],
    ['GIF89a', { refused: { code: 'image' } }],
    ['RIFF....WEBP', { refused: { code: 'image' } }],
    ['lieu;GIF8\n1;2\n', 'text'],
    ['\u00ef\u00bb\u00bf <html lang="fr">', { refused: { code: 'html' } }],
    ['<head><title>', { refused: { code: 'html' } }],
    ['<body>', { refused: { code: 'html' } }],
    ['<journal:rows a="1">', { refused: { code: 'xml' } }],
    ['<row>', { refused: { code: 'xml' } }],
    ['< 5 ans;lieu\n1;2\n', 'text'],
    ['<5;lieu\n1;2\n', 'text'],
    ['a<b>;lieu\n1;2\n', 'text'],
    ['{ "a": 1 }', { refused: { code: 'json' } }],
    ['{}', { refused: { code: 'json' } }],
    ['[ [1]]', { refused: { code: 'json' } }],
    ['{lieu};a\n1;2\n', 'text'],
    ['a;{"b"}\n1;2\n', 'text'],
    ['\u00ff\u00fe\u0000\u0000a\u0000\u0000\u0000', { refused: { code: 'binary' } }],
    ['\u0000\u0000\u00fe\u00ff\u0000\u0000\u0000a', { refused: { code: 'binary' } }],
    [`a;b\n${'1;2\n'.repeat(49)}\u0001`, 'text'],
    [`a;b\n${'1;2\n'.repeat(20)}\u0001`, { refused: { code: 'binary' } }],
    ['a\tb\r\n1\t2\r\n', 'text'],
    ['date;lieu\n1;<b>gras</b>\n', 'text'],
    ['"a";"b"\n', 'text'],
    ['[date];[lieu]\n', 'text']
  ])('%j', (text, expected) => {
    const all = Uint8Array.from(text, (one) => one.charCodeAt(0))
    expect(fileKind(all, all.length)).toEqual(expected)
  })

  it.each([
    ['a text at its most', 'a;b\n', 200_000_000, 'text'],
    [
      'a text past it',
      'a;b\n',
      200_000_001,
      { refused: { code: 'too_big', bytes: 200_000_001, most: 200_000_000 } }
    ],
    ['a Parquet at its most', 'PAR1', 300_000_000, 'parquet'],
    [
      'a Parquet past it',
      'PAR1',
      300_000_001,
      { refused: { code: 'too_big', bytes: 300_000_001, most: 300_000_000 } }
    ],
    ['a large archive', 'PK\u0003\u0004', 500_000_000, { refused: { code: 'zip' } }],
    ['a beginning of blanks', '   ', 4, 'text']
  ])('%s', (_name, text, size, expected) => {
    expect(fileKind(bytes(text), size)).toEqual(expected)
  })

  it('a text of 500 MB is refused before it is read @fault-29', () => {
    expect(fileKind(bytes('a;b\n1;2\n'), 500_000_000)).toEqual({
      refused: { code: 'too_big', bytes: 500_000_000, most: 200_000_000 }
    })
  })
})
