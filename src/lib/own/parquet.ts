// How is a visitor's Parquet read by the engine: its columns found, its texts judged, its good rows made into cells?

import type { ImportReport, ProblemKind } from '../csv/import-report.ts'
import { refusalWords } from '../csv/refusal-words.ts'
import { AppError } from '../domain/errors.ts'
import { formatNumber } from '../domain/format.ts'
import { FICTITIOUS_COLUMN } from '../domain/journal-source.ts'
import { foldCode } from '../domain/schemas/code-lists.ts'
import { JOURNAL } from '../domain/schemas/journal.ts'
import { judgedFields, type TextVerdicts } from '../domain/schemas/judge-texts.ts'
import { matchColumns, missingFields, type ColumnMatch } from '../domain/schemas/match-columns.ts'
import type { ProblemCode } from '../domain/schemas/rules.ts'
import type { DerivedTable, Engine, Question, Row, TableFile } from '../engine/engine.ts'
import { cellsTables } from '../query/cube-tables.ts'
import {
  fileQuestions,
  goodTexts,
  MOST_COMPARED,
  OWN_FILE,
  readViews,
  textsQuestion,
  textsView,
  type FileColumn
} from '../query/own-parquet.ts'
import { JOURNAL_CUBE } from './journal-cube.ts'

const MOST_ROWS = 10_000_000
/** More different texts than this in a column of dates, numbers or codes is no journal. */
const MOST_TEXTS = 20_000
const VALUES = 50

/** Judges different texts by key of their field, away from the page. */
export type Judge = (texts: Record<string, string[]>) => Promise<Record<string, TextVerdicts>>

export interface ParquetCheck {
  report: ImportReport
  fictitious: boolean
  /** Numbers of lines that stand twice were not looked for: there are too many rows. */
  numbersUnknown: boolean
}

/** The file cannot be read at all; the words are French. */
export class OwnRefused extends Error {
  readonly words: { reason: string; remedy: string }

  constructor(words: { reason: string; remedy: string }, cause?: unknown) {
    super(words.reason, { cause })
    this.words = words
  }
}

const names = (columns: readonly { name: string }[]): string =>
  columns.map(({ name }) => `« ${name} »`).join(', ')

function refusal(columns: readonly FileColumn[], match: ColumnMatch, rows: number): OwnRefused | null {
  const missing = missingFields(JOURNAL, match)
  if (missing.length > 0)
    return new OwnRefused({
      reason: `Ce fichier Parquet n’est pas un journal : il y manque ${names(missing)}. Colonnes lues : ${names(columns)}.`,
      remedy: 'Nommez ainsi les colonnes du journal. Des observations se lisent en CSV.'
    })
  if (rows > MOST_ROWS)
    return new OwnRefused({
      reason: `Le fichier compte ${formatNumber(rows)} lignes, au-delà des ${formatNumber(MOST_ROWS)} lisibles dans un navigateur.`,
      remedy: 'Découpez-le, par année par exemple.'
    })
  if (rows > 0) return null
  return new OwnRefused({ reason: 'Le fichier ne contient aucune ligne.', remedy: 'Exportez-le à nouveau.' })
}

interface Seen {
  text: string
  rows: number
  line: number
}

const problemKind = (field: string, code: ProblemCode): ProblemKind => ({
  code,
  field,
  severity: 'error',
  count: 0,
  first: [],
  values: []
})

/** The kinds of problems of one field, each value with its rows and its first line. */
function kindsOf(field: string, seen: readonly Seen[], { bad }: TextVerdicts): ProblemKind[] {
  const byText = new Map(seen.map((one) => [one.text, one]))
  const kinds = new Map<ProblemCode, ProblemKind>()
  for (const { text, code, detail } of bad) {
    const { rows, line } = byText.get(text) ?? { rows: 0, line: 0 }
    const kind = kinds.get(code) ?? problemKind(field, code)
    kinds.set(code, kind)
    kind.count += rows
    if (kind.first.length === 0) kind.first.push({ line, field, value: text, code, detail })
    if (kind.values.length < VALUES) kind.values.push({ value: text, detail, count: rows, lines: [line] })
  }
  return [...kinds.values()]
}

const seenOf = (row: Row): Seen => ({ text: String(row.text), rows: Number(row.n), line: Number(row.line) })

/** A kind of which the engine tells how many rows, and the first. */
function countedKind(field: string, code: ProblemCode, row: Row | undefined, detail: string): ProblemKind[] {
  const count = Number(row?.n ?? 0)
  if (count === 0) return []
  const first = [{ line: Number(row?.line), field, value: '', code, detail }]
  return [{ ...problemKind(field, code), count, first }]
}

/** The tables of the journal, made one after the other; the last word is what was checked. */
async function* journalTables(
  ask: (question: Question) => Promise<Row[]>,
  judge: Judge,
  onchecked: (check: ParquetCheck) => void
): AsyncGenerator<DerivedTable, void, undefined> {
  const columns = (await ask(fileQuestions.columns)).map((row): FileColumn => ({
    name: String(row.name),
    type: String(row.type)
  }))
  const header = columns.map(({ name }) => name)
  const match = matchColumns(JOURNAL, header)
  const rows = Number((await ask(fileQuestions.rows))[0]?.n)
  const refused = refusal(columns, match, rows)
  if (refused !== null) throw refused
  yield textsView(columns, match)

  const seen: Record<string, Seen[]> = {}
  for (const { key, title } of judgedFields(JOURNAL)) {
    seen[key] = (await ask(textsQuestion(key, MOST_TEXTS))).map(seenOf)
    if (seen[key].length > MOST_TEXTS)
      throw new OwnRefused({
        reason: `La colonne « ${title} » a plus de ${formatNumber(MOST_TEXTS)} valeurs différentes.`,
        remedy: 'Ce n’est pas un journal, ou ses colonnes sont décalées.'
      })
  }
  const texts = Object.fromEntries(
    Object.entries(seen).map(([key, list]) => [key, list.map(({ text }) => text)])
  )
  const verdicts = await judge(texts)
  const kinds = Object.entries(verdicts).flatMap(([key, found]) => kindsOf(key, seen[key] ?? [], found))
  for (const [key, { good }] of Object.entries(verdicts)) yield goodTexts(key, good)

  const numbered = (match[JOURNAL.fields.findIndex(({ key }) => key === 'id')] ?? null) !== null
  const compared = numbered && rows <= MOST_COMPARED
  yield* readViews(compared)
  yield* cellsTables(JOURNAL_CUBE)

  const accepted = Number((await ask(fileQuestions.accepted))[0]?.n)
  if (numbered) {
    kinds.push(...countedKind('id', 'too_long', (await ask(fileQuestions.longIds))[0], '64'))
    kinds.push(...countedKind('id', 'taken', (await ask(fileQuestions.taken))[0], ''))
  }
  onchecked({
    report: {
      rows,
      accepted,
      refused: rows - accepted,
      warned: 0,
      kinds: kinds.toSorted((a, b) => b.count - a.count),
      refusedRows: [],
      encoding: 'utf-8',
      notes: []
    },
    fictitious: header.some((name) => foldCode(name) === FICTITIOUS_COLUMN),
    numbersUnknown: numbered && !compared
  })
}

/** @throws OwnRefused when it is no journal, damaged or too long; else what `Engine.load` throws */
export const fillParquet =
  (file: Blob, judge: Judge, onchecked: (check: ParquetCheck) => void) =>
  async (engine: Engine, tables: TableFile[]): Promise<void> => {
    const buffer = await file.arrayBuffer().catch((error: unknown) => {
      throw new OwnRefused(refusalWords({ code: 'unreadable' }), error)
    })
    const bytes = new Uint8Array(buffer)
    const own: TableFile = { name: OWN_FILE, bytes, passing: true }
    const ask = (question: Question): Promise<Row[]> => engine.query(question)
    try {
      await engine.load([...tables, own], journalTables(ask, judge, onchecked))
    } catch (error) {
      if (!(error instanceof AppError) || !['data_unreadable', 'query_failed'].includes(error.code))
        throw error
      throw new OwnRefused(refusalWords({ code: 'damaged_parquet' }), error)
    }
  }
