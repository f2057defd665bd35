// Which faults does the corpus hold, one a line, and what must a reader be told of each?
//
// A fault of a line brings its own line, so that any two stand in one file and their problems add up. A fault of form
// changes one axis of the whole file; two of one axis never meet. A fault of the whole file is met alone.

import type { Document, Line } from './document.ts'

/** What a fault adds to what is expected of its file. */
export interface Expected {
  /** `code field` -> how many rows. */
  problems?: Readonly<Record<string, number>>
  accepted?: number
  notes?: readonly string[]
  /** Keys of fields that no column is: the file is not checked before the reader has chosen. */
  missing?: readonly string[]
}

export interface Fault extends Expected {
  id: string
  /** Row of faults.md. */
  row: 25 | 26 | 27 | 28 | 30 | 'journal'
  /** Two faults of one axis exclude each other; those without one may meet any other. */
  axis?: 'encoding' | 'delimiter' | 'newline' | 'quoting' | 'header' | 'end'
  /** Key of the field whose column it takes away: faults of that field are not seen then. */
  hides?: string
  apply: (file: Document) => void
}

/** numero, date, lieu, dispositif, nature, nombre, personnes, duree */
const GOOD: readonly string[] = ['', '14/03/2022', 'Orvault', 'EDS', 'appels', '1', '', '']
const FIELDS = ['id', 'date', 'place', 'programme', 'act', 'count', 'people', 'duration']

/** A good line with some cells replaced, by key of the field. */
function line(id: string, cells: Readonly<Record<string, string>>): string[] {
  return FIELDS.map((key, index) => cells[key] ?? (key === 'id' ? `f-${id}` : (GOOD[index] ?? '')))
}
const adds =
  (...lines: Line[]) =>
  (file: Document): void => {
    file.lines.splice(Math.floor(file.lines.length / 2), 0, ...lines)
  }

/** One wrong cell: the row is refused for it. */
const cell = (row: Fault['row'], id: string, key: string, value: string, code: string): Fault => ({
  id,
  row,
  problems: { [`${code} ${key}`]: 1 },
  apply: adds(line(id, { [key]: value }))
})
/** One odd cell that is right: the row is accepted. */
const fine = (row: Fault['row'], id: string, key: string, value: string): Fault => ({
  id,
  row,
  accepted: 1,
  apply: adds(line(id, { [key]: value }))
})
const raw = (id: string, code: string, write: (delimiter: string) => string): Fault => ({
  id,
  row: 27,
  problems: { [`${code} `]: 1 },
  apply: adds({ raw: write })
})
const form = (
  row: Fault['row'],
  id: string,
  axis: NonNullable<Fault['axis']>,
  apply: (file: Document) => void,
  expected: Expected & { hides?: string } = {}
): Fault => ({ id, row, axis, apply, ...expected })

// prettier-ignore
export const FAULTS: readonly Fault[] = [
  // 25: delimiters, decimal commas, sep=
  form(25, 'comma', 'delimiter', (file) => { file.delimiter = ',' }),
  form(25, 'tab', 'delimiter', (file) => { file.delimiter = '\t' }),
  form(25, 'pipe', 'delimiter', (file) => { file.delimiter = '|' }),
  form(25, 'sep-line', 'delimiter', (file) => { file.sepLine = true }, { notes: ['sep_line'] }),
  form(25, 'sep-line-comma', 'delimiter', (file) => { file.delimiter = ','; file.sepLine = true }, { notes: ['sep_line'] }),
  cell(25, 'decimal-comma', 'count', '1,5', 'not_integer'),
  cell(25, 'ambiguous-thousands', 'count', '1.234', 'ambiguous_number'),
  fine(25, 'french-thousands', 'count', '1 234'),
  fine(25, 'german-thousands', 'count', '1.234,0'),
  fine(25, 'plus-sign', 'people', '+12'),
  // 26: encodings
  form(26, 'utf-8', 'encoding', (file) => { file.encoding = 'utf-8' }),
  form(26, 'utf-8-bom', 'encoding', (file) => { file.encoding = 'utf-8'; file.bom = true }),
  form(26, 'utf-16le', 'encoding', (file) => { file.encoding = 'utf-16le' }),
  form(26, 'utf-16le-bom', 'encoding', (file) => { file.encoding = 'utf-16le'; file.bom = true }),
  form(26, 'utf-16be-bom', 'encoding', (file) => { file.encoding = 'utf-16be'; file.bom = true }),
  // 27: ragged rows, quotes, newlines
  raw('too-few-cells', 'ragged_row', (d) => ['x', '14/03/2022', 'Orvault'].join(d)),
  raw('too-many-cells', 'ragged_row', (d) => [...line('many', {}), 'de', 'trop'].join(d)),
  raw('open-quote', 'open_quote', (d) => ['x', '"14/03/2022', 'Orvault', 'EDS', 'appels', '1', '', ''].join(d)),
  raw('text-after-quote', 'open_quote', (d) => ['x', '"14/03"/2022', 'Orvault', 'EDS', 'appels', '1', '', ''].join(d)),
  form(27, 'cr-lf', 'newline', (file) => { file.newlines = ['\r\n'] }),
  form(27, 'cr', 'newline', (file) => { file.newlines = ['\r'] }),
  form(27, 'mixed-newlines', 'newline', (file) => { file.newlines = ['\r\n', '\n'] }, { notes: ['mixed_newlines'] }),
  form(27, 'all-quoted', 'quoting', (file) => { file.quoteAll = true }),
  form(27, 'no-last-newline', 'end', (file) => { file.lastNewline = false }),
  { id: 'trailing-delimiters', row: 27, accepted: 1, apply: adds({ raw: (d) => [...line('trail', {}), '', ''].join(d) }) },
  { id: 'blank-lines', row: 27, notes: ['blank_lines'], apply: adds({ raw: () => '' }, { raw: (d) => d.repeat(7) }) },
  fine(27, 'newline-in-cell', 'id', 'deux\nlignes'),
  fine(27, 'doubled-quotes', 'id', 'dit "oui"'),
  fine(27, 'delimiter-in-cell', 'id', 'a;b,c|d'),
  // 28: headers
  form(28, 'twin-header', 'header', (file) => { file.header[6] = 'nombre' }, { notes: ['twin_header'], missing: ['count'] }),
  form(28, 'proto-header', 'header', (file) => { file.header[7] = '__proto__' }, { hides: 'duration' }),
  form(28, 'blank-header', 'header', (file) => { file.header[7] = '' }, { notes: ['blank_header'], hides: 'duration' }),
  form(28, 'foreign-header', 'header', (file) => { file.header = file.header.map((_, index) => `colonne ${index + 1}`) },
    { missing: ['date', 'place', 'programme', 'act', 'count'] }),
  form(28, 'synonym-header', 'header', (file) => {
    file.header = ['Réf', 'Jour', 'Commune', 'Service', 'Type d’acte', 'Nb', 'Nb personnes', 'Minutes']
  }),
  form(28, 'key-header', 'header', (file) => { file.header = [...FIELDS] }),
  // 30 and 31: cells that would be code elsewhere
  cell(30, 'markup', 'place', '<img src=x onerror=alert(1)>', 'unknown_code'),
  cell(30, 'script', 'act', '<script>alert(1)</script>', 'unknown_code'),
  cell(30, 'formula', 'count', '=1+1', 'not_number'),
  cell(30, 'proto-cell', 'place', '__proto__', 'unknown_code'),
  fine(30, 'formula-as-text', 'id', '=HYPERLINK("x")'),
  // The journal's own
  cell('journal', 'empty-required', 'place', '', 'missing'),
  cell('journal', 'near-site', 'place', 'Orvaut', 'unknown_code'),
  cell('journal', 'unknown-site', 'place', 'Atlantide', 'unknown_code'),
  cell('journal', 'unknown-programme', 'programme', 'Médiation lunaire', 'unknown_code'),
  cell('journal', 'not-an-act', 'act', 'salariés', 'unknown_code'),
  cell('journal', 'year-1900', 'date', '14/03/1900', 'too_early'),
  cell('journal', 'future', 'date', '14/03/2199', 'too_late'),
  cell('journal', 'no-such-day', 'date', '31/02/2022', 'no_such_day'),
  cell('journal', 'short-year', 'date', '14/03/22', 'short_year'),
  cell('journal', 'excel-day', 'date', '44634', 'serial_day'),
  cell('journal', 'no-day', 'date', 'mars 2022', 'not_day'),
  cell('journal', 'negative', 'count', '-3', 'too_low'),
  cell('journal', 'huge', 'count', '1000000', 'too_high'),
  cell('journal', 'words', 'people', 'deux', 'not_number'),
  cell('journal', 'scientific', 'count', '1,2E+05', 'scientific_number'),
  cell('journal', 'thousands', 'count', '2 k', 'scaled_number'),
  cell('journal', 'no-duration', 'duration', 'longtemps', 'not_duration'),
  cell('journal', 'long-duration', 'duration', '25h', 'too_high'),
  cell('journal', 'long-number', 'id', 'n'.repeat(65), 'too_long'),
  fine('journal', 'insee-code', 'place', '44114'),
  fine('journal', 'leading-zeros', 'id', '007'),
  fine('journal', 'iso-day', 'date', '2022-03-14'),
  fine('journal', 'day-with-hour', 'date', '14/03/2022 08:30'),
  fine('journal', 'duration', 'duration', '1h30'),
  { id: 'taken-number', row: 'journal', accepted: 1, problems: { 'taken id': 1 },
    apply: adds(line('twin', {}), line('twin', { count: '2' })) },
  { id: 'repeated', row: 'journal', accepted: 2, problems: { 'repeated ': 1 },
    apply: adds(line('', { id: '', count: '7' }), line('', { id: '', count: '7' })) },
  { id: 'two-faults-in-a-row', row: 'journal', problems: { 'not_day date': 1, 'not_number people': 1 },
    apply: adds(line('two', { date: 'hier', people: 'beaucoup' })) }
]

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))

/** Files that are refused as a whole, with the code of the refusal. Row 29, and the empty ones of row 28. */
// prettier-ignore
export const REFUSED: readonly { id: string; refusal: string; bytes: Uint8Array }[] = [
  { id: 'empty', refusal: 'empty', bytes: bytes('') },
  { id: 'blank', refusal: 'blank', bytes: bytes(' \r\n\t\r\n') },
  { id: 'header-only', refusal: 'header_only', bytes: bytes('date;lieu;nombre\r\n') },
  { id: 'wide', refusal: 'too_many_columns', bytes: bytes(`${'c;'.repeat(4999)}c\n${'1;'.repeat(4999)}1\n`) },
  { id: 'binary', refusal: 'binary', bytes: bytes('a;b\u0000\u0001\u0002\u0003\u0004;c\n') },
  { id: 'xlsx', refusal: 'xlsx', bytes: bytes('PK\u0003\u0004\u0014\u0000[Content_Types].xml') },
  { id: 'ods', refusal: 'ods', bytes: bytes('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet') },
  { id: 'zip', refusal: 'zip', bytes: bytes('PK\u0003\u0004\u0014\u0000journal.csv') },
  { id: 'xls', refusal: 'xls', bytes: bytes('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1') },
  { id: 'gzip', refusal: 'gzip', bytes: bytes('\u001f\u008b\u0008\u0000') },
  { id: 'pdf', refusal: 'pdf', bytes: bytes('%PDF-1.7\n%\u00e2\u00e3') },
  { id: 'png', refusal: 'image', bytes: bytes('\u0089PNG\r\n\u001a\n') },
  { id: 'html', refusal: 'html', bytes: bytes('<!doctype html><title>404</title>') },
  { id: 'xml', refusal: 'xml', bytes: bytes('<?xml version="1.0"?><rows/>') },
  { id: 'json', refusal: 'json', bytes: bytes('[{"date":"2022-03-14"}]') }
]
