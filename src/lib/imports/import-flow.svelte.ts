// Where is the reader in the import of a file: choosing, matching columns, waiting, or before the report?

import * as v from 'valibot'
import { Cancelled, ImportClient, WorkerLost } from './import-client.ts'
import { codeFile, type Publication } from './messages.ts'
import { NO_CORRECTIONS, type Corrections } from '../csv/corrections.ts'
import type { FileRefusal } from '../csv/file-kind.ts'
import type { ImportReport } from '../csv/import-report.ts'
import type { OpenedText, ReadingChoice } from '../csv/open-file.ts'
import { KnownCodes } from '../domain/schemas/known-codes.ts'
import { likeliestRules, matchColumns, missingFields } from '../domain/schemas/match-columns.ts'
import type { FieldRule, TableRules } from '../domain/schemas/rules.ts'
import { SCHEMAS } from '../domain/schemas/schemas.ts'
import { saysFictitious, type OwnFile } from '../own/own-file.ts'
import type { Judge } from '../own/parquet.ts'

export type Step = 'choose' | 'opening' | 'refused' | 'parquet' | 'match' | 'checking' | 'report' | 'failed'
export type Failure = 'worker' | 'codes' | 'file'

interface Codes {
  file: v.InferOutput<typeof codeFile>
  known: KnownCodes
}

/** Local day as ISO text. */
function today(): string {
  const now = new Date()
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export class ImportFlow {
  step = $state<Step>('choose')
  name = $state('')
  size = $state(0)
  refusal = $state.raw<FileRefusal | null>(null)
  failure = $state<Failure>('worker')
  opened = $state.raw<OpenedText | null>(null)
  rules = $state.raw<TableRules>(SCHEMAS[0] as TableRules)
  columns = $state.raw<readonly (number | null)[]>([])
  corrections = $state.raw<Corrections>(NO_CORRECTIONS)
  /** Corrections that the report does not yet know of. */
  pending = $state(0)
  progress = $state.raw({ bytes: 0, rows: 0, refused: 0 })
  report = $state.raw<ImportReport | null>(null)
  known = $state.raw<KnownCodes | null>(null)
  /** The accepted rows, once the reader wants to see them. */
  own = $state.raw<OwnFile | null>(null)

  readonly missing: FieldRule[] = $derived(missingFields(this.rules, this.columns))

  readonly #client = new ImportClient()
  readonly #codesUrl: string
  #choice: ReadingChoice = {}
  #file: Blob = new Blob()
  #codes: Promise<Codes> | null = null

  /** @param codesUrl address of codes.json, asked for with the first file */
  constructor(codesUrl: string) {
    this.#codesUrl = codesUrl
  }

  /** A file, dropped, chosen or pasted. */
  async take(file: Blob, name: string): Promise<void> {
    this.#file = file
    this.name = name
    this.size = file.size
    this.#choice = {}
    this.corrections = NO_CORRECTIONS
    this.pending = 0
    this.report = null
    this.own = null
    await this.#open()
  }

  /** The reader knows better what the file is. */
  async choose(choice: ReadingChoice): Promise<void> {
    this.#choice = { ...this.#choice, ...choice }
    await this.#open()
  }

  setRules(rules: TableRules): void {
    this.rules = rules
    this.columns = matchColumns(rules, this.opened?.header ?? [])
  }

  setColumn(field: number, column: number | null): void {
    this.columns = this.columns.map((known, index) => (index === field ? column : known))
  }

  correctCell(line: number, key: string, cell: string): void {
    const { cells, everywhere } = this.corrections
    this.corrections = { cells: { ...cells, [line]: { ...cells[line], [key]: cell } }, everywhere }
    this.pending += 1
  }

  correctEverywhere(key: string, written: string, cell: string): void {
    const { cells, everywhere } = this.corrections
    this.corrections = {
      cells,
      everywhere: { ...everywhere, [key]: { ...everywhere[key], [written]: cell } }
    }
    this.pending += 1
  }

  /** Reads the whole file, with the columns and the corrections as they are. */
  async check(): Promise<void> {
    const opened = this.opened
    if (opened === null) return
    const before = this.step
    this.step = 'checking'
    this.own = null
    this.progress = { bytes: 0, rows: 0, refused: 0 }
    await this.#guard(before, async () => {
      const codes = await this.#loadCodes()
      const body = {
        file: this.#file,
        opened: opened,
        schema: this.rules.id,
        columns: [...this.columns],
        corrections: this.corrections,
        codes: codes.file,
        today: today()
      }
      this.report = await this.#client.check(body, (progress) => {
        this.progress = progress
      })
      this.pending = 0
      this.step = 'report'
    })
  }

  cancel(): void {
    this.#client.cancel()
  }

  /** Back to the columns, with what was corrected. */
  back(): void {
    this.step = 'match'
  }

  /** Forgets everything of the file. */
  reset(): void {
    this.#client.close()
    this.#file = new Blob()
    this.opened = null
    this.report = null
    this.own = null
    this.corrections = NO_CORRECTIONS
    this.pending = 0
    this.name = ''
    this.step = 'choose'
  }

  /** @throws Cancelled, WorkerLost or another Error */
  export(what: 'problems' | 'accepted'): Promise<Blob> {
    return this.#client.export(what)
  }

  /** @param year null: the latest of the rows @throws as `export` */
  prepare(year: number | null): Promise<Publication> {
    return this.#client.prepare(year)
  }

  /** Makes of the accepted rows a dataset to look at. @throws as `export` */
  async see(): Promise<void> {
    const { rules, name, opened, report } = this
    const rows = await this.export('accepted')
    const fictitious = await saysFictitious(opened?.header ?? [], rows)
    if (report === this.report)
      this.own = { schema: rules.id, format: 'csv', name, rows, count: report?.accepted ?? 0, fictitious }
  }

  /** Judges texts of a Parquet by the rules of a journal, in the worker. @throws as `export` */
  readonly judge: Judge = async (texts) => {
    const { file } = await this.#loadCodes()
    return this.#client.judge({ schema: 'journal', texts, codes: file, today: today() })
  }

  async #open(): Promise<void> {
    const before = this.step === 'match' ? 'match' : 'choose'
    this.step = 'opening'
    await this.#guard(before, async () => {
      const [opened] = await Promise.all([
        this.#client.open({ file: this.#file, choice: this.#choice }),
        this.#loadCodes()
      ])
      if (opened.kind === 'parquet') {
        const { name } = this
        this.own = {
          schema: 'journal',
          format: 'parquet',
          name,
          rows: this.#file,
          count: null,
          fictitious: false
        }
        this.step = 'parquet'
      } else if (opened.kind === 'refused') {
        this.refusal = opened.refusal
        this.step = 'refused'
      } else this.#opened(opened)
    })
  }

  #opened(opened: OpenedText): void {
    const sameColumns = this.opened?.header.join('\n') === opened.header.join('\n')
    this.opened = opened
    // Columns that were matched by hand stay, as long as the file has the same ones.
    if (!sameColumns || this.columns.length === 0)
      this.setRules(likeliestRules(SCHEMAS, opened.header) ?? this.rules)
    this.step = 'match'
  }

  /** The step before comes back when the reader cancels; a failure has a step of its own. */
  async #guard(before: Step, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (error instanceof Cancelled) this.step = before
      else {
        this.failure =
          error instanceof WorkerLost ? 'worker' : error instanceof CodesMissing ? 'codes' : 'file'
        this.step = 'failed'
      }
    }
  }

  async #loadCodes(): Promise<Codes> {
    this.#codes ??= fetchCodes(this.#codesUrl)
    try {
      const codes = await this.#codes
      this.known = codes.known
      return codes
    } catch (error) {
      this.#codes = null
      throw new CodesMissing(String(error), { cause: error })
    }
  }
}

class CodesMissing extends Error {}

async function fetchCodes(url: string): Promise<Codes> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  const file = v.parse(codeFile, await response.json())
  return { file, known: new KnownCodes(file.tables) }
}
