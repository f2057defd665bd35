import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectDialect } from './detect-dialect.ts'
import { detectEncoding, ENCODINGS } from './detect-encoding.ts'
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
    ['date;lieu\n1;<b>gras</b>\n', 'text'],
    ['"a";"b"\n', 'text'],
    ['[date];[lieu]\n', 'text']
  ])('%j', (text, expected) => {
    const all = Uint8Array.from(text, (one) => one.charCodeAt(0))
    expect(fileKind(all, all.length)).toEqual(expected)
  })

  it('a text of 500 MB is refused before it is read @fault-29', () => {
    expect(fileKind(bytes('a;b\n1;2\n'), 500_000_000)).toEqual({
      refused: { code: 'too_big', bytes: 500_000_000, most: 200_000_000 }
    })
  })
})
