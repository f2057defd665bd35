import { expect, it } from 'vitest'
import { AcceptedRows, journalColumns } from './accepted-rows.ts'
import { AcceptedPiece, type CheckedPiece } from './check-file.ts'
import { ReportBuilder } from './import-report.ts'
import { observationsCsv, hiddenCsv } from './publication-csv.ts'
import { fitRow } from './read-rows.ts'
import { JOURNAL } from '../domain/schemas/journal.ts'
import type { ProblemCode, RowProblem } from '../domain/schemas/rules.ts'

const problem = (line: number, more: Partial<RowProblem> = {}): RowProblem => ({
  line,
  field: 'place',
  value: 'x',
  code: 'unknown_code',
  detail: '',
  ...more
})
const piece = (problems: readonly RowProblem[], more: Partial<CheckedPiece> = {}): CheckedPiece => ({
  accepted: new AcceptedPiece(JOURNAL),
  refused: problems.map((one) => ({ line: one.line, cells: [], fits: true, problems: [one] })),
  warnings: [],
  bytes: 0,
  encoding: 'windows-1252',
  notes: [],
  ...more
})
const lines = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 2)

it('holds the first problems and rows of a kind, and counts all', () => {
  const builder = new ReportBuilder()
  builder.add(piece(lines(150).map((line) => problem(line, { value: `x${line}` }))))
  builder.add(piece(lines(150).map((line) => problem(line + 150, { value: `x${line + 150}` }))))
  const { rows, refused, refusedRows, kinds } = builder.report()
  expect([rows, refused, refusedRows.length]).toEqual([300, 300, 200])
  const [kind] = kinds
  expect([kind?.count, kind?.first.length, kind?.values.length]).toEqual([300, 20, 50])
  expect(kind?.first.at(-1)?.line).toBe(21)
})

it('says of a value how often it stands, and its first lines', () => {
  const builder = new ReportBuilder()
  builder.add(piece(lines(8).map((line) => problem(line, { value: line % 2 ? ' x ' : 'x', detail: 'y' }))))
  expect(builder.report().kinds[0]?.values).toEqual([
    { value: 'x', detail: 'y', count: 8, lines: [2, 3, 4, 5, 6] }
  ])
})

it('has no values where the row as a whole is wrong', () => {
  const builder = new ReportBuilder()
  builder.add(piece([problem(2, { field: '', code: 'ragged_row' })]))
  expect(builder.report().kinds).toMatchObject([{ code: 'ragged_row', field: '', count: 1, values: [] }])
})

it('tells errors before warnings, then what is most', () => {
  const builder = new ReportBuilder()
  const some = (code: ProblemCode, count: number) => lines(count).map((line) => problem(line, { code }))
  builder.add(piece([...some('not_day', 1), ...some('missing', 3)], { warnings: some('repeated', 9) }))
  const { kinds, warned, encoding } = builder.report()
  expect(kinds.map(({ code, severity }) => [code, severity])).toEqual([
    ['missing', 'error'],
    ['not_day', 'error'],
    ['repeated', 'warning']
  ])
  expect([warned, encoding]).toEqual([9, 'windows-1252'])
})

it('has the notes of the header first, then the last of the rows', () => {
  const builder = new ReportBuilder()
  expect(builder.report()).toMatchObject({ rows: 0, encoding: 'utf-8', notes: [], kinds: [] })
  builder.add(piece([], { notes: [{ code: 'blank_lines', count: 1 }] }))
  builder.add(piece([], { notes: [{ code: 'blank_lines', count: 2 }] }))
  expect(builder.report([{ code: 'sep_line' }]).notes).toEqual([
    { code: 'sep_line' },
    { code: 'blank_lines', count: 2 }
  ])
  expect(builder.report().notes).toEqual([{ code: 'blank_lines', count: 2 }])
})

it('keeps good rows by column, and gives them back in order', () => {
  const rows = new AcceptedRows(JOURNAL)
  const [one, none, two] = [JOURNAL, JOURNAL, JOURNAL].map((rules) => new AcceptedPiece(rules))
  one!.push(2, ['a-1', '2022-03-14', 'orvault', 'eds', 'calls', 3, null, 90])
  two!.push(3, ['', '2022-03-15', 'rennes', 'jour', 'visits', 4, 5, null])
  for (const each of [one!, none!, two!]) rows.add(each)
  expect(rows.size).toBe(2)
  expect(rows.column('id')).toEqual(['a-1', ''])
  expect(rows.column('duration')).toEqual([90, null])
  expect(rows.column('nothing')).toEqual([])
  expect(journalColumns(rows)).toEqual({
    date: ['2022-03-14', '2022-03-15'],
    place: ['orvault', 'rennes'],
    programme: ['eds', 'jour'],
    act: ['calls', 'visits'],
    count: [3, 4],
    people: [null, 5]
  })
  expect([...rows.csv()]).toEqual([
    'id,date,place,programme,act,count,people,duration\n',
    'a-1,2022-03-14,orvault,eds,calls,3,,90\n',
    ',2022-03-15,rennes,jour,visits,4,5,\n'
  ])
})

it('a short row of values has empty cells', () => {
  const short = new AcceptedPiece(JOURNAL)
  short.push(2, ['a'])
  expect(short.columns.map(([value]) => value)).toEqual(['a', ...Array.from({ length: 7 }, () => null)])
})

it.each([
  ['as wide', ['1', '2'], ['1', '2']],
  ['narrower', ['1'], null],
  ['wider by blanks', ['1', '2', '', ' '], ['1', '2']],
  ['wider by a word', ['1', '2', '', 'x'], null],
  ['wider by the most', ['1', '2', ...Array.from({ length: 200 }, () => '')], ['1', '2']],
  ['wider by one more', ['1', '2', ...Array.from({ length: 201 }, () => '')], null]
])('a row %s than its header', (_name, cells, expected) => {
  expect(fitRow(cells, 2)).toEqual(expected)
})

it('a journal leaves as the rows of data/, and as what was hidden of it', () => {
  const publication = {
    observations: [{ id: 'a', value: 1.5, quote: 'x, y' }],
    cells: [],
    hidden: [
      {
        indicateur: 'appels',
        lieu: 'Brest',
        dispositif: 'EDS',
        annee: 2022,
        raison: 'Moins; de 5',
        reason: 'small' as const
      }
    ],
    statement: '',
    source: { id: '', title: '', publisher: '', year: 2022, file: '', url: '', note: '' }
  }
  const [header, row] = observationsCsv(publication).split('\n')
  expect(header).toMatch(/^id,indicator,territory,/)
  expect(row).toBe('a,,,,,,,1.5,,,,,,"x, y",,,')
  expect(hiddenCsv(publication)).toBe(
    '\ufeffindicateur;lieu;dispositif;annee;raison\r\nappels;Brest;EDS;2022;"Moins; de 5"\r\n'
  )
})
