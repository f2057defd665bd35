// Which files make the corpus: every fault alone, every pair that can meet, and what is expected of each?

import { bytesOf, type Document } from './document.ts'
import { FAULTS, REFUSED, type Fault } from './faults.ts'

export interface CorpusFile {
  id: string
  bytes: Uint8Array
  expected:
    | { refusal: string }
    | {
        encoding: Document['encoding']
        delimiter: Document['delimiter']
        notes: string[]
        /** Keys of required fields that no column is. */
        missing: string[]
        /** Data rows, accepted ones among them, and how many have each problem (`code field`). */
        rows: number
        accepted: number
        problems: Record<string, number>
      }
}

/** Numbers between 0 and 1, the same for a seed (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const HEADER = ['numero', 'date', 'lieu', 'dispositif', 'nature', 'nombre', 'personnes', 'duree']
const PLACES = ['Orvault', 'Rezé', 'Châteaubriant', 'Rennes', 'Saint-Nazaire', 'Écoles de Rennes']
const PROGRAMMES = ['Médiation de jour', 'Médiation de quartier', 'EDS', 'Médiation à l’école']
const ACTS = ['interventions', 'appels', 'missions de veille', 'médiations et régulations']
const GOOD_ROWS = 12

/** A journal without any fault, in Windows-1252 with semicolons, as French Excel writes it. */
function journal(random: () => number): Document {
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const two = (value: number): string => String(value).padStart(2, '0')
  return {
    header: [...HEADER],
    lines: Array.from({ length: GOOD_ROWS }, (_, index) => [
      `j-${index + 1}`,
      `${two(1 + Math.floor(random() * 28))}/${two(1 + Math.floor(random() * 12))}/2022`,
      one(PLACES),
      one(PROGRAMMES),
      one(ACTS),
      String(1 + Math.floor(random() * 9)),
      String(Math.floor(random() * 20)),
      String(5 * Math.floor(random() * 24))
    ]),
    delimiter: ';',
    newlines: ['\n'],
    encoding: 'windows-1252',
    bom: false,
    sepLine: false,
    quoteAll: false,
    lastNewline: true
  }
}

function fileOf(faults: readonly Fault[], random: () => number): CorpusFile {
  const file = journal(random)
  // Form last: a raw line is written with the delimiter of its file all the same.
  for (const fault of faults) fault.apply(file)
  const problems: Record<string, number> = {}
  for (const fault of faults)
    for (const [problem, count] of Object.entries(fault.problems ?? {}))
      problems[problem] = (problems[problem] ?? 0) + count
  const accepted = GOOD_ROWS + faults.reduce((sum, fault) => sum + (fault.accepted ?? 0), 0)
  const rows = file.lines.filter((line) => !('raw' in line) || line.raw('').trim() !== '').length
  return {
    id: faults.map(({ id }) => id).join(' + ') || 'faultless',
    bytes: bytesOf(file),
    expected: {
      encoding: file.encoding,
      delimiter: file.delimiter,
      notes: faults.flatMap(({ notes = [] }) => notes).toSorted(),
      missing: faults.flatMap(({ missing = [] }) => missing),
      rows,
      accepted,
      problems
    }
  }
}

const hides = ({ hides }: Fault, { problems = {} }: Fault): boolean =>
  hides !== undefined && Object.keys(problems).some((problem) => problem.endsWith(` ${hides}`))

const canMeet = (a: Fault, b: Fault): boolean =>
  (a.axis === undefined || a.axis !== b.axis) && !hides(a, b) && !hides(b, a)

/** Every fault alone, those of the whole file included: some 85 files. */
export function singles(seed = 2021): CorpusFile[] {
  const random = seeded(seed)
  return [
    fileOf([], random),
    ...FAULTS.map((fault) => fileOf([fault], random)),
    ...REFUSED.map(({ id, refusal, bytes }) => ({ id, bytes, expected: { refusal } }))
  ]
}

/** Every pair of faults that one file can hold: some 2 300 files. */
export function pairs(seed = 2021): CorpusFile[] {
  const random = seeded(seed)
  return FAULTS.flatMap((first, index) =>
    FAULTS.slice(index + 1)
      .filter((second) => canMeet(first, second))
      .map((second) => fileOf([first, second], random))
  )
}
