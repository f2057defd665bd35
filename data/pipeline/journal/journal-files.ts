// Which files make up a journal, and how does DuckDB see them: one relation, one column a declared field?

import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { JOURNAL } from '../../../src/lib/domain/schemas/journal.ts'
import { FICTITIOUS_COLUMN } from '../../../src/lib/domain/schemas/fictitious.ts'
import { matchColumns, missingFields } from '../../../src/lib/domain/schemas/match-columns.ts'
import { foldCode } from '../../../src/lib/domain/schemas/code-lists.ts'
import type { RowProblem } from '../../../src/lib/domain/schemas/rules.ts'
import { openFile, type ByteSource } from '../../../src/lib/csv/open-file.ts'
import { fitRow, readRows } from '../../../src/lib/csv/read-rows.ts'
import { refusalWords } from '../../../src/lib/csv/refusal-words.ts'
import { quoteIdentifier, quoteLiteral } from '../../../src/lib/engine/parameters.ts'
import type { Workbench } from '../../../src/lib/engine/workbench.ts'

/** A journal that cannot be read at all; the message is French and says what to do. */
export class JournalError extends Error {}

export interface JournalFile {
  path: string
  /** Names of its columns, as written. */
  header: string[]
  /** Relation of its rows: `line`, then `c0`, `c1`… in the order of the header. */
  relation: string
  /** What the text itself got wrong: rows without the cells of the header, misplaced quotes. */
  problems: RowProblem[]
  /** It has the column by which made-up journals say what they are. */
  fictitious: boolean
}

/** Characters of a row that is told whole, as the page tells it. */
const SHOWN = 200

async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new JournalError(`« ${path} » n’existe pas.`)
  if (!found.isDirectory()) return [path]
  const names = (await readdir(path)).filter((name) => /\.(csv|txt|tsv|parquet)$/i.test(name)).sort()
  if (names.length === 0) throw new JournalError(`« ${path} » ne contient ni CSV ni Parquet.`)
  return names.map((name) => join(path, name))
}

/** @returns also how to close it */
async function byteSource(path: string): Promise<{ source: ByteSource; close: () => Promise<void> }> {
  const handle = await open(path)
  const { size } = await handle.stat()
  const source: ByteSource = {
    name: path,
    size,
    read: async (start, end) => {
      const bytes = new Uint8Array(end - start)
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
      return bytes.subarray(0, bytesRead)
    }
  }
  return { source, close: () => handle.close() }
}

async function readParquet(bench: Workbench, path: string, relation: string): Promise<string[]> {
  const from = `read_parquet(${quoteLiteral(path)}, file_row_number = true)`
  const described = await bench.run(`DESCRIBE SELECT * FROM ${from}`).catch((error: unknown) => {
    const { reason, remedy } = refusalWords({ code: 'damaged_parquet' })
    throw new JournalError(`${path} : ${reason} ${remedy}`, { cause: error })
  })
  const columns = described.filter((column) => column.column_name !== 'file_row_number')
  const header = columns.map((column) => String(column.column_name))
  const cells = columns.map(({ column_type: type }, index) => {
    const name = quoteIdentifier(header[index] ?? '')
    // A time would make of one day as many texts as it has seconds.
    return `${String(type).startsWith('TIMESTAMP') ? `CAST(${name} AS DATE)` : name} AS c${index}`
  })
  await bench.run(
    `CREATE VIEW ${relation} AS SELECT file_row_number + 1 AS line, ${cells.join(', ')} FROM ${from}`
  )
  return header
}

async function readText(
  bench: Workbench,
  source: ByteSource,
  relation: string
): Promise<{ header: string[]; problems: RowProblem[] } | 'parquet'> {
  const opened = await openFile(source)
  if (opened.kind === 'parquet') return 'parquet'
  if (opened.kind === 'refused') {
    const { reason, remedy } = refusalWords(opened.refusal)
    throw new JournalError(`${source.name} : ${reason} ${remedy}`)
  }
  const { header } = opened
  const cells = header.map((_, index) => `c${index} VARCHAR`).join(', ')
  await bench.run(`CREATE TABLE ${relation} (line BIGINT, ${cells})`)
  const problems: RowProblem[] = []
  for await (const { rows } of readRows(source, opened)) {
    const good: [number, ...string[]][] = []
    for (const { line, cells: row, broken } of rows) {
      const fitted = fitRow(row, header.length)
      const value = row.join(' | ').slice(0, SHOWN)
      if (broken) problems.push({ line, field: '', value, code: 'open_quote', detail: '' })
      else if (fitted === null) {
        const detail = `${row.length}/${header.length}`
        problems.push({ line, field: '', value, code: 'ragged_row', detail })
      } else good.push([line, ...fitted])
    }
    await bench.append(relation, good)
  }
  return { header, problems }
}

/** Opens every file of a path. @throws JournalError naming the file that cannot be read, why, and what to do */
export async function openJournal(bench: Workbench, path: string): Promise<JournalFile[]> {
  const files: JournalFile[] = []
  for (const [index, file] of (await filesIn(path)).entries()) {
    const relation = `file_${index}`
    const { source, close } = await byteSource(file)
    try {
      const isParquet = /\.parquet$/i.test(file)
      const read = isParquet ? 'parquet' : await readText(bench, source, relation)
      const { header, problems } =
        read === 'parquet' ? { header: await readParquet(bench, file, relation), problems: [] } : read
      const fictitious = header.some((name) => foldCode(name) === FICTITIOUS_COLUMN)
      files.push({ path: file, header, relation, problems, fictitious })
    } finally {
      await close()
    }
  }
  return files
}

/** Makes the view `journal`: `file` (index), `line`, and every declared field, null where a file has no such column. */
export async function joinFiles(bench: Workbench, files: readonly JournalFile[]): Promise<void> {
  const selects = files.map(({ path, header, relation }, index) => {
    const match = matchColumns(JOURNAL, header)
    const missing = missingFields(JOURNAL, match)
    if (missing.length > 0)
      throw new JournalError(
        `${path} : colonnes absentes : ${missing.map(({ name }) => `« ${name} »`).join(', ')}. Nommez-les ainsi dans la première ligne ; colonnes lues : ${header.join(', ')}.`
      )
    const fields = JOURNAL.fields.map(({ key }, field) => {
      const column = match[field] ?? null
      const cell = column === null ? 'NULL::VARCHAR' : `c${column}`
      return `${files.length > 1 ? `CAST(${cell} AS VARCHAR)` : cell} AS ${quoteIdentifier(key)}`
    })
    return `SELECT ${index} AS file, line, ${fields.join(', ')} FROM ${relation}`
  })
  await bench.run(`CREATE VIEW journal AS ${selects.join(' UNION ALL ')}`)
}
