import { describe, expect, it } from 'vitest'
import { encode, sourceOf } from './encode-fixture.ts'
import { openFile, type OpenedFile, type ReadingChoice } from './open-file.ts'
import { DELIMITER_NAMES, ENCODING_NAMES, formatBytes, noteWords, refusalWords } from './refusal-words.ts'

const open = (text: string, choice?: ReadingChoice): Promise<OpenedFile> =>
  openFile(sourceOf(encode(text, 'windows-1252')), choice)

/** What a reader is told of a file that opens. */
async function notesOf(text: string): Promise<string[]> {
  const opened = await open(text)
  return opened.kind === 'text' ? opened.notes.map(noteWords) : [opened.kind]
}

describe('opening', () => {
  it('shows encoding, delimiter, header and first rows', async () => {
    expect(await open('date;lieu\n14/03/2022;Rezé\n')).toEqual({
      kind: 'text',
      encoding: 'windows-1252',
      bom: false,
      undecided: false,
      dialect: { delimiter: ';', quote: '"', sepLine: false },
      agreement: 1,
      header: ['date', 'lieu'],
      rows: [{ line: 2, cells: ['14/03/2022', 'Rezé'], broken: false }],
      notes: []
    })
  })

  it('obeys the reader', async () => {
    expect(await open('a;b,c\nRezé;1,2\n', { delimiter: ',', encoding: 'utf-8' })).toMatchObject({
      header: ['a;b', 'c'],
      encoding: 'utf-8',
      notes: [{ code: 'unreadable_characters', count: 1, line: 2 }]
    })
  })

  it('keeps columns of any name @fault-28', async () => {
    expect(await open('__proto__;constructor;a;a;;\n1;2;3;4;5;6\n')).toMatchObject({
      header: ['__proto__', 'constructor', 'a', 'a', '', '']
    })
  })

  it.each([
    ['a;a;b\n1;2;3\n', /« ?a ?» \(1, 2\)/],
    ['a;;b;\n1;2;3;4\n', /colonnes 2, 4/],
    ['a;b\n1;2\r\n3;4\n', /fins de ligne/],
    ['a;b\n\n1;2\n', /^Une ligne vide/],
    ['sep=;\na;b\n1;2\n', /sep=/],
    ['"a"x;b\n1;2\n', /en-tête/]
  ])('%j is told', async (text, note) => {
    const notes = await notesOf(text)
    expect(notes).toHaveLength(1)
    expect(notes[0]?.replaceAll('\u202f', ' ')).toMatch(note)
  })

  it.each([
    ['a;b;c\n', /aucune ligne de données/],
    [`${'a;'.repeat(4999)}a\n1\n`, /5\u202f000 colonnes.*200/],
    ['', /vide/],
    ['\n \n', /espaces/],
    ['a\u0000b;c\n', /pas un fichier texte/]
  ])('text %# is refused', async (text, reason) => {
    const opened = await open(text)
    expect(opened.kind === 'refused' && refusalWords(opened.refusal).reason).toMatch(reason)
  })

  it('a file that has gone is a value', async () => {
    const gone = { ...sourceOf(new Uint8Array(3)), read: () => Promise.reject(new Error('gone')) }
    expect(await openFile(gone)).toEqual({ kind: 'refused', refusal: { code: 'unreadable' } })
  })

  it('a large file is refused before more than its beginning is read @fault-29', async () => {
    const asked: number[] = []
    const opened = await openFile({
      name: 'gros.csv',
      size: 500_000_000,
      read: (start, end) => {
        asked.push(end - start)
        return Promise.resolve(encode('a;b\n1;2\n', 'utf-8'))
      }
    })
    expect(opened.kind === 'refused' && refusalWords(opened.refusal).reason).toMatch(
      /500\u00a0Mo.*200\u00a0Mo/
    )
    expect(asked).toEqual([131_072])
  })
})

it('names what a reader may choose', () => {
  expect(Object.values(ENCODING_NAMES)).toHaveLength(4)
  expect(Object.values(DELIMITER_NAMES)).toHaveLength(4)
  expect([999, 12_345, 1_234_567, 61_000_000].map(formatBytes)).toEqual([
    '999\u00a0octets',
    '12\u00a0ko',
    '1,2\u00a0Mo',
    '61\u00a0Mo'
  ])
})
