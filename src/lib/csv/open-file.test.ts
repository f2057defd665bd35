import { describe, expect, it } from 'vitest'
import { encode, sourceOf } from './encode-fixture.ts'
import { openFile, type FileNote, type OpenedFile, type ReadingChoice } from './open-file.ts'
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

describe('what a reader is told', () => {
  const FOREIGN = [
    'xlsx',
    'ods',
    'xls',
    'zip',
    'gzip',
    'pdf',
    'image',
    'html',
    'xml',
    'json',
    'binary'
  ] as const
  const OWN = ['empty', 'blank', 'unreadable', 'damaged_parquet'] as const

  it('is another thing for each refusal, with what to do, in whole sentences', () => {
    const said = [
      ...[...FOREIGN, ...OWN].map((code) => refusalWords({ code })),
      refusalWords({ code: 'header_only', columns: 3 }),
      refusalWords({ code: 'too_big', bytes: 3e8, most: 2e8 }),
      refusalWords({ code: 'too_many_columns', found: 5000, most: 200 })
    ]
    for (const { reason, remedy } of said)
      for (const words of [reason, remedy]) expect(words).toMatch(/^[A-ZÉ].{8,}\.$/)
    expect(new Set(said.map(({ reason }) => reason)).size).toBe(said.length)
  })

  it.each([
    [1, '(1\u00a0colonne)'],
    [2, '(2\u00a0colonnes)']
  ])('of a header of %i alone', (columns, words) => {
    expect(refusalWords({ code: 'header_only', columns }).reason).toContain(words)
  })

  it.each<[FileNote, string]>([
    [{ code: 'blank_lines', count: 1 }, 'Une ligne vide a été passée.'],
    [{ code: 'blank_lines', count: 1200 }, '1\u202f200 lignes vides ont été passées.'],
    [
      { code: 'unreadable_characters', count: 1, line: 1200 },
      'Un caractère est illisible dans cet encodage, à partir de la ligne 1\u202f200 : essayez-en un autre.'
    ],
    [
      { code: 'unreadable_characters', count: 2, line: 3 },
      '2 caractères sont illisibles dans cet encodage, à partir de la ligne 3 : essayez-en un autre.'
    ],
    [{ code: 'blank_header', positions: [4] }, 'La colonne 4 n’a pas de nom.'],
    [{ code: 'blank_header', positions: [2, 4] }, 'Les colonnes 2, 4 n’ont pas de nom.']
  ])('by the note %j', (note, words) => {
    expect(noteWords(note)).toBe(words)
  })

  it.each([
    [0, '0\u00a0octets'],
    [999, '999\u00a0octets'],
    [1000, '1\u00a0ko'],
    [999_400, '999\u00a0ko'],
    [1e6, '1\u00a0Mo'],
    [9_940_000, '9,9\u00a0Mo'],
    [1e7, '10\u00a0Mo'],
    [12_345_678, '12\u00a0Mo']
  ])('%i bytes are %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words)
  })
})

describe('what a reader chooses', () => {
  it('decides, and nothing is left to decide', async () => {
    const opened = await open('a;b\n1;2\n', { encoding: 'windows-1252' })
    expect(opened).toMatchObject({ encoding: 'windows-1252', undecided: false, bom: false })
    expect(await open('a;b\n1;2\n')).toMatchObject({ encoding: 'utf-8', undecided: true })
  })

  it.each([
    ['a;b,c\n1;2,3\n4\n', 0.5],
    ['a;b,c\n1;2,3\n4,5\n', 1]
  ])('says how well it cuts %j', async (text, agreement) => {
    expect(await open(text, { delimiter: ',' })).toMatchObject({ agreement })
  })

  it('knows a mark, unless another encoding is chosen', async () => {
    const marked = sourceOf(encode('a;b\né;2\n', 'utf-8', true))
    expect(await openFile(marked)).toMatchObject({ bom: true, header: ['a', 'b'] })
    expect(await openFile(marked, { encoding: 'windows-1252' })).toMatchObject({ bom: false })
  })

  it('sees the first twenty rows, and up to 200 columns', async () => {
    const opened = await open(`a;b\n${'1;2\n'.repeat(30)}`)
    expect(opened.kind === 'text' && opened.rows.length).toBe(20)
    const wide = Array.from({ length: 200 }, (_, index) => `c${index}`)
    expect((await open(`${wide.join(';')}\n1\n`)).kind).toBe('text')
    expect(await open(`${wide.join(';')};x\n1\n`)).toMatchObject({
      refusal: { code: 'too_many_columns', found: 201, most: 200 }
    })
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
