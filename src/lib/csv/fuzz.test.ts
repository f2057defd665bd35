// Does any file, however mangled, end with each of its lines accepted or explained?

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkFile } from './check-file.ts'
import { NO_CORRECTIONS } from './corrections.ts'
import { sourceOf } from './encode-fixture.ts'
import { openFile } from './open-file.ts'
import { PieceDecoder } from './piece-decoder.ts'
import { problemsCsv } from './problems-csv.ts'
import { refusalWords, noteWords } from './refusal-words.ts'
import { seeded, singles } from '../../../tests/corpus/corpus.ts'
import { KnownCodes } from '../domain/schemas/known-codes.ts'
import { likeliestRules, matchColumns } from '../domain/schemas/match-columns.ts'
import { SCHEMAS, schemaOf } from '../domain/schemas/schemas.ts'

const known = new KnownCodes({
  territories: [{ id: 'orvault', name: 'Orvault' }],
  programmes: [{ id: 'eds', name: 'EDS' }],
  indicators: [{ id: 'calls', name: 'appels', kind: 'acts' }]
})
const bases = singles().map(({ bytes }) => bytes)
const NASTY = [
  '"',
  '""',
  ';',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\0',
  '\u00ff',
  '\u00c3',
  '\u00e9',
  ' ',
  '=',
  "'",
  '|'
]

/** A file of the corpus with pieces taken away, doubled, moved and replaced. */
function mangle(base: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed)
  const upTo = (most: number): number => Math.floor(random() * most)
  const bytes = [...base]
  for (let times = 1 + upTo(12); times > 0; times -= 1) {
    const at = upTo(bytes.length + 1)
    const nasty = Array.from(NASTY[upTo(NASTY.length)] ?? '', (one) => one.charCodeAt(0))
    const kind = upTo(5)
    if (kind === 0) bytes.splice(at, 1 + upTo(20))
    else if (kind === 1) bytes.splice(at, 0, ...nasty)
    else if (kind === 2) bytes.splice(at, 1, upTo(256))
    else if (kind === 3) bytes.splice(at, 0, ...bytes.slice(at, at + upTo(60)))
    else bytes.splice(at, 0, ...nasty, ...nasty, ...nasty)
  }
  return Uint8Array.from(bytes)
}

const file = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.nat(bases.length - 1), fc.nat())
      .map(([base, seed]) => mangle(bases[base] ?? new Uint8Array(), seed))
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: fc.constantFrom(...NASTY, 'a', 'date', 'lieu', '1'), maxLength: 200 })
      .map((text) => Uint8Array.from(text, (one) => one.charCodeAt(0) & 255))
  }
)

/** Numbers of the lines that hold something beside blanks, delimiters and quotes. */
function fullLines(text: string, delimiter: string): number[] {
  const nothing = new Set([delimiter, '"', "'", '\ufeff'])
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) =>
      Array.from(line).some((one) => one.trim() !== '' && !nothing.has(one)) ? [index + 1] : []
    )
}

const RUNS = process.env.FC_RUNS === undefined ? 300 : 10_000

it(
  `${RUNS} mangled files`,
  async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 7, max: 4096 }), async (bytes, piece) => {
        const started = performance.now()
        const source = sourceOf(bytes)
        const opened = await openFile(source)
        if (opened.kind === 'refused') {
          expect(refusalWords(opened.refusal).reason).toMatch(/\.$/)
          return
        }
        if (opened.kind === 'parquet') return
        for (const note of opened.notes) expect(noteWords(note)).toMatch(/\.$/)
        const rules = likeliestRules(SCHEMAS, opened.header) ?? schemaOf('journal')
        const columns = matchColumns(rules, opened.header)
        const options = {
          rules,
          columns,
          corrections: NO_CORRECTIONS,
          known,
          today: '2023-06-30',
          published: []
        }
        const told = new Set<number>()
        let encoding = opened.encoding
        for await (const checked of checkFile(source, opened, options, piece)) {
          for (const line of checked.accepted.lines) told.add(line)
          for (const row of checked.refused) {
            expect(row.problems.length).toBeGreaterThan(0)
            expect(problemsCsv(rules, row.problems).split('\r\n').length).toBeGreaterThan(2)
            told.add(row.line)
          }
          encoding = checked.encoding
        }
        const starts = [...told].toSorted((a, b) => a - b)
        const text = new PieceDecoder(encoding).decode(bytes, true)
        // A line is told when a row starts there, or started before it and has not ended: rows end where others start.
        const lines = fullLines(text, opened.dialect.delimiter)
        const first = starts[0] ?? Infinity
        const untold = lines.filter(
          (line) => line >= first && !told.has(line) && !inside(text, opened.dialect.quote, starts, line)
        )
        expect(untold).toEqual([])
        expect(performance.now() - started).toBeLessThan(5000)
      }),
      { numRuns: RUNS }
    )
  },
  RUNS > 1000 ? 900_000 : 60_000
)

/** Does the line stand in a quoted cell of the row that started before it? */
function inside(text: string, quote: string, starts: readonly number[], line: number): boolean {
  const start = starts.findLast((one) => one < line)
  if (start === undefined) return false
  const before = text
    .split(/\r\n|\r|\n/)
    .slice(start - 1, line - 1)
    .join('\n')
  return before.split(quote).length % 2 === 0
}
