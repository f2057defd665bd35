// What do the page and the worker that reads a visitor's file say to each other?

import * as v from 'valibot'
import { ENCODINGS } from '../csv/detect-encoding.ts'
import { DELIMITERS } from '../csv/dialect.ts'
import { journalRule } from '../domain/journal-rules.ts'
import { PERSONAL_KINDS } from '../domain/personal-data.ts'
import { PROBLEM_CODES } from '../domain/schemas/rules.ts'
import { SCHEMA_IDS } from '../domain/schemas/schemas.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const text = v.string()
const encoding = v.picklist(ENCODINGS)
const delimiter = v.picklist(DELIMITERS)

const problem = v.object({
  line: count,
  field: text,
  value: text,
  code: v.picklist(PROBLEM_CODES),
  detail: text
})

const note = v.variant('code', [
  v.object({ code: v.literal('sep_line') }),
  v.object({ code: v.literal('mixed_newlines') }),
  v.object({ code: v.literal('blank_lines'), count }),
  v.object({ code: v.literal('unreadable_characters'), count, line: count }),
  v.object({ code: v.literal('twin_header'), column: text, positions: v.array(count) }),
  v.object({ code: v.literal('blank_header'), positions: v.array(count) }),
  v.object({ code: v.literal('broken_header') })
])

const refusal = v.variant('code', [
  v.object({ code: v.picklist(['empty', 'blank', 'unreadable', 'damaged_parquet']) }),
  v.object({
    code: v.picklist(['xlsx', 'ods', 'xls', 'zip', 'gzip', 'pdf', 'image', 'html', 'xml', 'json', 'binary'])
  }),
  v.object({ code: v.literal('header_only'), columns: count }),
  v.object({ code: v.literal('too_big'), bytes: count, most: count }),
  v.object({ code: v.literal('too_many_columns'), found: count, most: count })
])

const openedText = v.object({
  kind: v.literal('text'),
  encoding,
  bom: v.boolean(),
  undecided: v.boolean(),
  dialect: v.object({ delimiter, quote: v.picklist(['"', "'"]), sepLine: v.boolean() }),
  agreement: v.number(),
  header: v.array(text),
  rows: v.array(v.object({ line: count, cells: v.array(text), broken: v.boolean() })),
  notes: v.array(note)
})

const opened = v.variant('kind', [
  openedText,
  v.object({ kind: v.literal('parquet') }),
  v.object({ kind: v.literal('refused'), refusal })
])

const kind = v.object({
  code: v.picklist(PROBLEM_CODES),
  field: text,
  severity: v.picklist(['error', 'warning']),
  count,
  first: v.array(problem),
  values: v.array(v.object({ value: text, detail: text, count, lines: v.array(count) }))
})

const report = v.object({
  rows: count,
  accepted: count,
  refused: count,
  warned: count,
  kinds: v.array(kind),
  refusedRows: v.array(
    v.object({ line: count, cells: v.array(text), fits: v.boolean(), problems: v.array(problem) })
  ),
  encoding,
  notes: v.array(note)
})

const corrections = v.object({
  cells: v.record(v.pipe(text, v.transform(Number), v.number()), v.record(text, text)),
  everywhere: v.record(text, v.record(text, text))
})

/** Texts of the tables of reference, as `codes.json` gives them. */
export const codeFile = v.object({
  tables: v.record(text, v.array(v.record(text, text))),
  published: v.array(text),
  rules: v.array(journalRule)
})

/** From the page. Every request has a number of its own; a later one of the same kind makes the earlier one void. */
export const request = v.variant('type', [
  v.object({
    type: v.literal('open'),
    id: count,
    file: v.instance(Blob),
    choice: v.object({ encoding: v.optional(encoding), delimiter: v.optional(delimiter) })
  }),
  v.object({
    type: v.literal('check'),
    id: count,
    file: v.instance(Blob),
    opened: openedText,
    schema: v.picklist(SCHEMA_IDS),
    columns: v.array(v.nullable(count)),
    corrections,
    codes: codeFile,
    today: v.pipe(text, v.isoDate())
  }),
  v.object({ type: v.literal('cancel'), id: count }),
  /** Different texts of a Parquet, by key of their field. */
  v.object({
    type: v.literal('judge'),
    id: count,
    schema: v.picklist(SCHEMA_IDS),
    texts: v.record(text, v.array(text)),
    codes: codeFile,
    today: v.pipe(text, v.isoDate())
  }),
  /** The whole list of problems, or of accepted rows, of the last check, as a file. */
  v.object({ type: v.literal('export'), id: count, what: v.picklist(['problems', 'accepted']) }),
  /** What may be published of the journal that was checked; the latest year of its rows where none is named. */
  v.object({ type: v.literal('prepare'), id: count, year: v.nullable(count) })
])
export type Request = v.InferOutput<typeof request>

const publication = v.variant('outcome', [
  /** Columns that look like personal data. */
  v.object({
    outcome: v.literal('refused'),
    columns: v.array(v.object({ column: text, kind: v.picklist(PERSONAL_KINDS), reason: text, remedy: text }))
  }),
  v.object({
    outcome: v.literal('ready'),
    summary: v.object({
      year: count,
      years: v.array(v.object({ year: count, rows: count })),
      fictitious: v.boolean(),
      observations: count,
      published: count,
      small: count,
      protects: count,
      thresholds: v.array(v.object({ threshold: count, who: text }))
    }),
    observations: v.instance(Blob),
    hidden: v.instance(Blob)
  })
])
export type Publication = v.InferOutput<typeof publication>

/** From the worker; `id` is that of the request. */
export const reply = v.variant('type', [
  v.object({ type: v.literal('opened'), id: count, opened }),
  v.object({ type: v.literal('progress'), id: count, bytes: count, rows: count, refused: count }),
  v.object({ type: v.literal('checked'), id: count, report }),
  v.object({ type: v.literal('exported'), id: count, file: v.instance(Blob) }),
  v.object({ type: v.literal('prepared'), id: count, publication }),
  v.object({
    type: v.literal('judged'),
    id: count,
    verdicts: v.record(
      text,
      v.object({
        good: v.array(v.object({ text, value: v.nullable(text) })),
        bad: v.array(v.object({ text, code: v.picklist(PROBLEM_CODES), detail: text }))
      })
    )
  }),
  v.object({ type: v.literal('cancelled'), id: count }),
  /** The file went away, or the memory did. */
  v.object({ type: v.literal('failed'), id: count, reason: text })
])
export type Reply = v.InferOutput<typeof reply>
