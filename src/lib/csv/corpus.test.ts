// Does the reader say of every file of the corpus what the table of faults expects?

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFile } from './check-file.ts'
import { NO_CORRECTIONS } from './corrections.ts'
import { sourceOf } from './encode-fixture.ts'
import { ReportBuilder } from './import-report.ts'
import { openFile } from './open-file.ts'
import { readCsv } from './read-csv.ts'
import { pairs, singles, type CorpusFile } from '../../../tests/corpus/corpus.ts'
import { JOURNAL } from '../domain/schemas/journal.ts'
import { KnownCodes, type CodeTables } from '../domain/schemas/known-codes.ts'
import { matchColumns, missingFields } from '../domain/schemas/match-columns.ts'

const tables: CodeTables = Object.fromEntries(
  ['territories', 'sites', 'programmes', 'indicators'].map((name) => {
    const { header, rows } = readCsv(readFileSync(`data/reference/${name}.csv`, 'utf8'))
    return [
      name,
      rows.map(({ cells }) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])))
    ]
  })
)
const known = new KnownCodes(tables)

/** What is found, in the words of the table. Pieces of 50 bytes: every row crosses several. */
async function found({ bytes, expected }: CorpusFile): Promise<CorpusFile['expected']> {
  const source = sourceOf(bytes)
  const opened = await openFile(source)
  if (opened.kind === 'refused') return { refusal: opened.refusal.code }
  if (opened.kind === 'parquet') return { refusal: 'parquet' }
  const columns = matchColumns(JOURNAL, opened.header)
  const missing = missingFields(JOURNAL, columns).map(({ key }) => key)
  const first = {
    encoding: opened.encoding,
    delimiter: opened.dialect.delimiter,
    notes: opened.notes.map(({ code }) => code).toSorted(),
    missing
  }
  // Without its columns a file is not read: its rows are those of the table.
  if (missing.length > 0 && !('refusal' in expected)) return { ...expected, ...first }
  const options = { rules: JOURNAL, columns, corrections: NO_CORRECTIONS, known, today: '2023-06-30' }
  const builder = new ReportBuilder()
  for await (const piece of checkFile(source, opened, { ...options, published: [] }, 50)) builder.add(piece)
  const { rows, accepted, kinds } = builder.report()
  const problems = Object.fromEntries(kinds.map(({ code, field, count }) => [`${code} ${field}`, count]))
  return { ...first, rows, accepted, problems }
}

describe('the corpus', () => {
  it.each(singles().map((file) => [file.id, file] as const))('%s', async (_id, file) => {
    expect(await found(file)).toEqual(file.expected)
  })

  it('every pair', async ({ skip }) => {
    // Too long to be asked of each mutant, which meets the faults one by one.
    skip(Number(process.env.FC_RUNS ?? 100) < 20)
    const wrong: unknown[] = []
    for (const file of pairs()) {
      const said = await found(file)
      if (JSON.stringify(sorted(said)) !== JSON.stringify(sorted(file.expected)))
        wrong.push({ id: file.id, said, expected: file.expected })
    }
    expect(wrong).toEqual([])
  }, 120_000)
})

/** Keys in one order. */
function sorted(value: CorpusFile['expected']): unknown {
  if ('refusal' in value) return value
  return { ...value, problems: Object.entries(value.problems).toSorted() }
}
