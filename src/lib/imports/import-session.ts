// What does the worker do with a request: open, check, export, and stop when told to?

import { AcceptedRows } from '../csv/accepted-rows.ts'
import { checkFile, type CheckOptions } from '../csv/check-file.ts'
import { ReportBuilder } from '../csv/import-report.ts'
import { openFile, type ByteSource, type ReadingChoice } from '../csv/open-file.ts'
import { problemsCsv } from '../csv/problems-csv.ts'
import { journalReference } from '../domain/journal-reference.ts'
import { judgeTexts } from '../domain/schemas/judge-texts.ts'
import { KnownCodes } from '../domain/schemas/known-codes.ts'
import type { TableRules } from '../domain/schemas/rules.ts'
import { schemaOf } from '../domain/schemas/schemas.ts'
import type { Reply, Request } from './messages.ts'
import { forbiddenColumns, preparePublication } from './prepare-publication.ts'

type Check = Extract<Request, { type: 'check' }>

/** Milliseconds between two words on the progress. */
const PROGRESS_MS = 100
/** Characters of problems that are kept as text before they become a part of a file, which needs no memory. */
const PART = 4_000_000

/** What a check leaves behind for exports. */
interface Checked {
  rows: AcceptedRows
  problems: Blob
  request: Check
}

const sourceOf = (file: Blob): ByteSource => ({
  name: 'fichier',
  size: file.size,
  read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer())
})

/** Every problem, written as they come. */
class ProblemFile {
  readonly #rules: TableRules
  readonly #parts: (Blob | string)[]
  #text = ''

  constructor(rules: TableRules) {
    this.#rules = rules
    this.#parts = [problemsCsv(rules, [])]
  }

  add(problems: Parameters<typeof problemsCsv>[1]): void {
    if (problems.length === 0) return
    this.#text += problemsCsv(this.#rules, problems, false)
    if (this.#text.length < PART) return
    this.#parts.push(new Blob([this.#text]))
    this.#text = ''
  }

  file(): Blob {
    return new Blob([...this.#parts, this.#text], { type: 'text/csv' })
  }
}

export class ImportSession {
  readonly #say: (reply: Reply) => void
  /** Number of the newest request that works on a file: older ones stop at their next piece. */
  #current = 0
  #checked: Checked | null = null

  constructor(say: (reply: Reply) => void) {
    this.#say = say
  }

  /** Never rejects: a failure is a reply. */
  async handle(request: Request): Promise<void> {
    const { id } = request
    try {
      if (request.type === 'cancel') this.#current = id
      else if (request.type === 'export') this.#export(request)
      else if (request.type === 'prepare') await this.#prepare(request)
      else if (request.type === 'judge') this.#judge(request)
      else if (request.type === 'open') await this.#open(id, request.file, request.choice)
      else await this.#check(request)
    } catch (error) {
      this.#say({ type: 'failed', id, reason: String(error) })
    }
  }

  async #open(
    id: number,
    file: Blob,
    choice: { [Key in keyof ReadingChoice]?: ReadingChoice[Key] | undefined }
  ): Promise<void> {
    this.#current = id
    const { encoding, delimiter } = choice
    const opened = await openFile(sourceOf(file), {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter })
    })
    this.#say(this.#current === id ? { type: 'opened', id, opened } : { type: 'cancelled', id })
  }

  async #check(request: Check): Promise<void> {
    const { id, file, opened, schema, columns, corrections, codes, today } = request
    this.#current = id
    this.#checked = null
    const rules = schemaOf(schema)
    const known = new KnownCodes(codes.tables)
    const options: CheckOptions = { rules, columns, corrections, known, today, published: codes.published }
    const [builder, rows, problems] = [new ReportBuilder(), new AcceptedRows(rules), new ProblemFile(rules)]
    const count = { rows: 0, refused: 0 }
    let told = 0
    for await (const piece of checkFile(sourceOf(file), opened, options)) {
      builder.add(piece)
      rows.add(piece.accepted)
      problems.add([...piece.refused.flatMap((row) => row.problems), ...piece.warnings])
      count.rows += piece.accepted.length + piece.refused.length
      count.refused += piece.refused.length
      const now = performance.now()
      if (now - told < PROGRESS_MS) continue
      told = now
      this.#say({ type: 'progress', id, bytes: piece.bytes, ...count })
      // The messages that came meanwhile are read here: a cancel among them stops the loop.
      await new Promise((resolve) => setTimeout(resolve))
      if (this.#current !== id) return this.#say({ type: 'cancelled', id })
    }
    this.#checked = { rows, problems: problems.file(), request }
    this.#say({ type: 'checked', id, report: builder.report(opened.notes.filter(isOfHeader)) })
  }

  #judge({ id, schema, texts, codes, today }: Extract<Request, { type: 'judge' }>): void {
    const context = { known: new KnownCodes(codes.tables), today }
    const verdicts = Object.fromEntries(
      schemaOf(schema).fields.flatMap((field) => {
        const own = texts[field.key]
        return own === undefined ? [] : [[field.key, judgeTexts(field, own, context)]]
      })
    )
    this.#say({ type: 'judged', id, verdicts })
  }

  #export({ id, what }: Extract<Request, { type: 'export' }>): void {
    if (this.#checked === null) return this.#say({ type: 'failed', id, reason: 'nothing checked' })
    const { rows, problems } = this.#checked
    const file = what === 'problems' ? problems : new Blob([...rows.csv()], { type: 'text/csv' })
    this.#say({ type: 'exported', id, file })
  }

  async #prepare({ id, year }: Extract<Request, { type: 'prepare' }>): Promise<void> {
    if (this.#checked === null) return this.#say({ type: 'failed', id, reason: 'nothing checked' })
    const { rows, request } = this.#checked
    const { file, opened, columns, codes } = request
    const forbidden = await forbiddenColumns(sourceOf(file), opened, columns)
    if (forbidden.length > 0) {
      this.#say({ type: 'prepared', id, publication: { outcome: 'refused', columns: forbidden } })
      return
    }
    const reference = journalReference(codes.tables, codes.rules)
    const prepared = preparePublication(rows, opened.header, year, reference)
    this.#say({ type: 'prepared', id, publication: { outcome: 'ready', ...prepared } })
  }
}

/** Notes that the reading of the rows does not repeat. */
const isOfHeader = ({ code }: { code: string }): boolean =>
  ['sep_line', 'twin_header', 'blank_header', 'broken_header'].includes(code)
