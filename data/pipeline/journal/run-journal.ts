// npm run data:journal -- --in <csv|parquet|folder> --year 2022 --out data/2022: from a journal to what may be published.

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { FRENCH_EXCEL, writeCsv } from '../../../src/lib/csv/write-csv.ts'
import { publishJournal, type JournalPublication } from '../../../src/lib/domain/journal-publication.ts'
import { personalColumns, personalText } from '../../../src/lib/domain/personal-data.ts'
import { JOURNAL } from '../../../src/lib/domain/schemas/journal.ts'
import { matchColumns } from '../../../src/lib/domain/schemas/match-columns.ts'
import { problemWords } from '../../../src/lib/domain/schemas/problem-words.ts'
import { severityOf } from '../../../src/lib/domain/schemas/rules.ts'
import { openWorkbench, type Workbench } from '../../../src/lib/engine/workbench.ts'
import { DataError } from '../problem.ts'
import { checkJournal, type FileProblem, type JournalCheck } from './check-journal.ts'
import { countJournal } from './count-journal.ts'
import { joinFiles, JournalError, openJournal, type JournalFile } from './journal-files.ts'
import { readJournalReference } from './journal-reference.ts'
import { HIDDEN_FILE, writeMillesime } from './write-millesime.ts'

export interface JournalOptions {
  /** A CSV, a Parquet, or a folder of them. */
  input: string
  year: number
  /** The folder data/, for its reference. */
  source: string
  /** Last day that an act may have, ISO. */
  today: string
  /** Publish the good rows and leave the others out; else one wrong row stops everything. */
  accept?: boolean
  memoryLimit?: string
  scratch?: string
}

export interface JournalRun {
  files: JournalFile[]
  check: JournalCheck
  problems: FileProblem[]
  /** Good rows of another year. */
  outside: number
  /** null when rows are wrong and the good ones were not accepted. */
  publication: JournalPublication | null
}

const SAMPLED = 1000

/** Columns that a journal to publish may not have. @throws JournalError naming each, and what to do */
async function refusePersonal(bench: Workbench, files: readonly JournalFile[]): Promise<void> {
  for (const { path, header, relation } of files) {
    const declared = matchColumns(JOURNAL, header)
    const columns = await Promise.all(
      header.map(async (name, index) => {
        const rows = await bench.run(
          `SELECT DISTINCT text FROM (SELECT CAST(c${index} AS VARCHAR) AS text FROM ${relation} LIMIT 200000) WHERE text IS NOT NULL LIMIT ${SAMPLED}`
        )
        return { name, samples: rows.map(({ text }) => String(text)), declared: declared.includes(index) }
      })
    )
    const found = personalColumns(columns)
    if (found.length > 0)
      throw new JournalError(
        [`${path} contient des données personnelles :`, ...found.map((one) => `  ${personalText(one)}`)].join(
          '\n'
        )
      )
  }
}

/** @throws JournalError, DataError when nothing can be made of the journal at all */
export async function runJournal(options: JournalOptions): Promise<JournalRun> {
  const { input, year, source, today, accept = false, memoryLimit, scratch } = options
  const { reference, known } = await readJournalReference(source)
  const bench = await openWorkbench({
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
    ...(scratch === undefined ? {} : { scratch })
  })
  try {
    const files = await openJournal(bench, input)
    await refusePersonal(bench, files)
    await joinFiles(bench, files)
    const check = await checkJournal(bench, { known, today })
    const ofText = files.flatMap((file, index) =>
      file.problems.map((problem): FileProblem => ({ ...problem, file: index }))
    )
    const problems = [...ofText, ...check.problems].toSorted((a, b) => a.file - b.file || a.line - b.line)
    const wrong = ofText.length + check.refused
    const done = { files, check, problems }
    if (wrong > 0 && !accept) return { ...done, outside: 0, publication: null }
    const { outside, ...counting } = await countJournal(bench, check.good, year, reference)
    if (counting.counts.length === 0)
      throw new JournalError(`Aucune ligne de ${year} : vérifiez --year, ou les dates.`)
    const fictitious = files.some((file) => file.fictitious)
    return { ...done, outside, publication: publishJournal({ year, fictitious, ...counting }, reference) }
  } finally {
    bench.close()
  }
}

const USAGE =
  'Usage : npm run data:journal -- --in <fichier.csv | fichier.parquet | dossier> --year 2022 --out data/2022 [--accept]\n' +
  '  --accept : publier les lignes justes et laisser les autres.'

/** One line a kind of problem: how often, and the first of it. */
function problemLines(files: readonly JournalFile[], problems: readonly FileProblem[]): string[] {
  const kinds = new Map<string, { first: FileProblem; count: number }>()
  for (const problem of problems) {
    const key = `${problem.code} ${problem.field}`
    const kind = kinds.get(key) ?? { first: problem, count: 0 }
    kind.count += 1
    kinds.set(key, kind)
  }
  return [...kinds.values()].map(({ first, count }) => {
    const { reason, remedy } = problemWords(JOURNAL, first)
    const name = JOURNAL.fields.find(({ key }) => key === first.field)?.name
    const place = [
      ...(files.length > 1 ? [files[first.file]?.path ?? ''] : []),
      `ligne ${first.line}`,
      ...(name === undefined ? [] : [`colonne « ${name} »`]),
      ...(first.value === '' ? [] : [`« ${first.value.slice(0, 60)} »`])
    ].join(', ')
    const kept = severityOf(first) === 'error' ? '' : ' (gardées)'
    return `${count} ${count === 1 ? 'ligne' : 'lignes'}${kept} ; d’abord ${place} : ${reason} ${remedy}`
  })
}

/** Beside the folder and not in it: it quotes the journal. */
async function writeProblems(path: string, { files, problems }: JournalRun): Promise<void> {
  const rows = problems.map((problem) => {
    const { reason, remedy } = problemWords(JOURNAL, problem)
    return {
      fichier: files[problem.file]?.path ?? '',
      ligne: problem.line,
      colonne: JOURNAL.fields.find(({ key }) => key === problem.field)?.name ?? '',
      valeur: problem.value,
      gravité: severityOf(problem) === 'error' ? 'refusée' : 'gardée',
      raison: reason,
      remède: remedy
    }
  })
  await writeFile(
    path,
    writeCsv(['fichier', 'ligne', 'colonne', 'valeur', 'gravité', 'raison', 'remède'], rows, FRENCH_EXCEL)
  )
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { in: text, year: text, out: text, memory: text, accept: { type: 'boolean' } }
  })
  const { in: input, out, year: written = '', memory, accept = false } = values
  if (input === undefined || out === undefined || !/^\d{4}$/.test(written)) throw new JournalError(USAGE)
  const year = Number(written)
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const cache = join(root, '.cache/journal')
  await rm(cache, { recursive: true, force: true })
  await mkdir(cache, { recursive: true })
  const result = await runJournal({
    input,
    year,
    source: join(root, 'data'),
    today: new Date().toISOString().slice(0, 10),
    accept,
    scratch: join(cache, 'scratch'),
    ...(memory === undefined ? {} : { memoryLimit: memory })
  })
  const { files, check, problems, publication, outside } = result
  for (const line of problemLines(files, problems)) console.error(line)
  if (problems.length > 0) {
    const path = join(cache, `problemes-${year}.csv`)
    await writeProblems(path, result)
    console.error(`${problems.length} problèmes, tous dans ${path}.`)
  }
  if (check.repeatsUnknown) console.error('Lignes répétées : non cherchées, le journal est trop long.')
  if (publication === null)
    throw new JournalError(
      'Rien n’a été écrit : corrigez le journal, ou ajoutez --accept pour garder les lignes justes.'
    )
  if (files.some((file) => file.fictitious) && resolve(out).startsWith(join(root, 'data')))
    throw new JournalError('Ce journal est fictif : rien de fictif ne s’écrit dans data/.')
  await writeMillesime(out, publication)
  const { observations, hidden } = publication
  if (outside > 0) console.log(`${outside} lignes d’une autre année que ${year} ont été laissées.`)
  console.log(
    `${check.rows - check.refused} lignes, ${observations.length} observations, ${hidden.length} nombres cachés (voir ${join(out, HIDDEN_FILE)}, à ne pas publier).`
  )
  console.log('Ensuite : npm run data, qui vérifie et publie.')
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch((error: unknown) => {
    const known = error instanceof JournalError || error instanceof DataError
    console.error(known ? error.message : error)
    process.exitCode = 1
  })
}
