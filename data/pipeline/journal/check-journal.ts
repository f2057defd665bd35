// Which rows of the relation `journal` are good, and what is wrong with the others? What the browser would say, in SQL.

import { TRIM } from '../../../src/lib/domain/schemas/grammar.ts'
import type { CellContext } from '../../../src/lib/domain/schemas/check-cell.ts'
import { judgedFields } from '../../../src/lib/domain/schemas/judge-texts.ts'
import { JOURNAL } from '../../../src/lib/domain/schemas/journal.ts'
import { PROBLEM_CODES, type ProblemCode, type RowProblem } from '../../../src/lib/domain/schemas/rules.ts'
import type { Row } from '../../../src/lib/engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../../../src/lib/engine/parameters.ts'
import type { Workbench } from '../../../src/lib/engine/workbench.ts'
import { JournalError } from './journal-files.ts'
import { badTable, goodTable, judgeColumn, MOST_TEXTS, textOf, type Verdicts } from './verdicts.ts'

/** A problem, and the rank of its file. */
export interface FileProblem extends RowProblem {
  file: number
}

export interface JournalCheck {
  rows: number
  /** Rows with an error. */
  refused: number
  /** In the order of files, lines and fields; at most MOST_TOLD. */
  problems: FileProblem[]
  /** Repeated rows were not looked for: there are too many rows. */
  repeatsUnknown: boolean
  /** SQL condition that holds for the good rows of `journal`. */
  good: string
}

const MOST_TOLD = 100_000
/** Rows up to which equal ones are looked for; beyond, days are so full that most rows have an equal one. */
const MOST_COMPARED = 2_000_000

const ID = 'id'
const idText = `regexp_replace(${textOf(ID)}, ${quoteLiteral(TRIM[0])}, '', 'g')`
/** JavaScript counts UTF-16 units: what stands outside of the first plane counts twice. */
const idLength = `length(${idText}) + length(regexp_replace(${idText}, '[^\\x{10000}-\\x{10FFFF}]', '', 'g'))`

const idMax = (): number => {
  const field = JOURNAL.fields.find(({ key }) => key === ID)
  return field?.type.is === 'text' ? (field.type.max ?? 4000) : 4000
}

/** Relations between fields would have to be said in SQL: the journal has none, and a test holds it to that. */
const judged = judgedFields(JOURNAL)

function problemOf(row: Row): FileProblem {
  const code = PROBLEM_CODES.find((one) => one === row.code) ?? ('missing' satisfies ProblemCode)
  return {
    file: Number(row.file),
    line: Number(row.line),
    field: String(row.field),
    value: String(row.value),
    code,
    detail: String(row.detail)
  }
}

const SELECT = 'SELECT file, line'

/** One SELECT a kind of problem: file, line, field, value, code, detail. */
function cellProblems(verdicts: readonly Verdicts[]): string[] {
  const cells = verdicts
    .filter(({ bad }) => bad > 0)
    .map(({ field: { key } }) =>
      `${SELECT}, ${quoteLiteral(key)} AS field, text AS value, code, detail FROM (SELECT file, line, ${textOf(key)} AS own FROM journal) j JOIN ${badTable(key)} ON text = own`.replace(
        'SELECT file, line,',
        'SELECT file, j.line,'
      )
    )
  const max = idMax()
  return [
    ...cells,
    `${SELECT}, '${ID}' AS field, ${textOf(ID)} AS value, 'too_long' AS code, '${max}' AS detail FROM journal WHERE ${idLength} > ${max}`
  ]
}

/** Good cells: no text of theirs is refused. */
function goodCells(verdicts: readonly Verdicts[]): string {
  const bad = verdicts
    .filter(({ bad: count }) => count > 0)
    .map(({ field: { key } }) => `${textOf(key)} NOT IN (SELECT text FROM ${badTable(key)})`)
  return [...bad, `(${quoteIdentifier(ID)} IS NULL OR ${idLength} <= ${idMax()})`].join(' AND ')
}

/** Numbers that stand twice: the first good row keeps them. Fills `taken`: file, line, value, first. */
async function findTaken(bench: Workbench, good: string): Promise<boolean> {
  await bench.run(`CREATE OR REPLACE TABLE taken (file BIGINT, line BIGINT, value VARCHAR, first BIGINT)`)
  const [any] = await bench.run(
    `SELECT count(*) AS n FROM (SELECT 1 FROM journal WHERE ${quoteIdentifier(ID)} IS NOT NULL LIMIT 1)`
  )
  if (any?.n === 0) return false
  await bench.run(
    `INSERT INTO taken SELECT file, line, value, first FROM (
       SELECT file, line, ${textOf(ID)} AS value, row_number() OVER same AS rank, first_value(line) OVER same AS first
       FROM journal WHERE ${good} AND ${idText} <> '' WINDOW same AS (PARTITION BY ${idText} ORDER BY file, line))
     WHERE rank > 1`
  )
  const [found] = await bench.run('SELECT count(*) AS n FROM taken')
  return Number(found?.n) > 0
}

/** Good rows that are equal, once read, to an earlier one. */
function repeated(good: string): string {
  const joins = judged.map(
    ({ key }) =>
      `JOIN ${goodTable(key)} AS v_${key} ON v_${key}.text = ${textOf(key).replace('(CAST(', '(CAST(j.')}`
  )
  const values = [idText, ...judged.map(({ key }) => `v_${key}.value`)].join(', ')
  return `${SELECT}, '' AS field, '' AS value, 'repeated' AS code, CAST(first AS VARCHAR) AS detail FROM (
    SELECT file, j.line AS line, row_number() OVER same AS rank, first_value(j.line) OVER same AS first
    FROM (SELECT * FROM journal WHERE ${good}) j ${joins.join(' ')} WINDOW same AS (PARTITION BY ${values} ORDER BY file, j.line))
    WHERE rank > 1`
}

/** @throws JournalError for a column that no journal has. */
export async function checkJournal(bench: Workbench, context: CellContext): Promise<JournalCheck> {
  const verdicts: Verdicts[] = []
  for (const field of judged) {
    const verdict = await judgeColumn(bench, field, context)
    if (verdict === null)
      throw new JournalError(
        `Colonne « ${field.name} » : plus de ${MOST_TEXTS} valeurs différentes. Ce n’est pas un journal, ou ses colonnes sont décalées.`
      )
    verdicts.push(verdict)
  }
  const cells = goodCells(verdicts)
  const hasTaken = await findTaken(bench, cells)
  const good = hasTaken ? `${cells} AND (file, line) NOT IN (SELECT (file, line) FROM taken)` : cells
  const [counted] = await bench.run(
    `SELECT count(*) AS n, count(*) FILTER (NOT (${good})) AS refused FROM journal`
  )
  const rows = Number(counted?.n)
  const compared = rows <= MOST_COMPARED
  const selects = [
    ...cellProblems(verdicts),
    `${SELECT}, '${ID}' AS field, value, 'taken' AS code, CAST(first AS VARCHAR) AS detail FROM taken`,
    ...(compared ? [repeated(good)] : [])
  ]
  const found = await bench.run(
    `SELECT * FROM (${selects.join(' UNION ALL ')}) ORDER BY file, line LIMIT ${MOST_TOLD}`
  )
  const rank = new Map(JOURNAL.fields.map(({ key }, index) => [key, index]))
  const place = ({ field }: FileProblem): number => rank.get(field) ?? JOURNAL.fields.length
  const problems = found
    .map(problemOf)
    .toSorted((a, b) => a.file - b.file || a.line - b.line || place(a) - place(b))
  return { rows, refused: Number(counted?.refused), problems, repeatsUnknown: !compared, good }
}
