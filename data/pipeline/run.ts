// npm run data: check the CSVs of data/, reconcile the totals, publish; or say what is wrong and change nothing.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Manifest } from '../../src/lib/domain/manifest.ts'
import type { Reconciliation } from '../../src/lib/domain/reconciliation.ts'
import { buildBasemap } from './basemap.ts'
import { checkFormulas } from './check-formulas.ts'
import { checkRows } from './check-rows.ts'
import { readSite } from './check-site.ts'
import { readCommuneOutlines } from './commune-outlines.ts'
import { readRules } from './journal/journal-reference.ts'
import { DataError, problemText } from './problem.ts'
import { publish } from './publish.ts'
import { writePlaceList } from './place-list.ts'
import { readTables, type Tables } from './read-tables.ts'
import { reconcile } from './reconcile.ts'
import { storyOf } from './story.ts'
import { swapFolder } from './swap-folder.ts'
import { writeTableFiles } from './table-files.ts'

export interface Options {
  /** The folder data/. */
  source: string
  /** The folder static/data/, replaced as a whole. */
  target: string
  /** Scratch folder on the same disk, removed at the end; not inside static/, which is copied to the site. */
  workshop: string
  /** What else goes into the target; a test may leave the map out. */
  more?: (folder: string, tables: Tables, manifest: Manifest) => Promise<unknown>
}

/**
 * @throws DataError with every problem found, before anything is written. When writing fails, any other error;
 * in both cases the target stays as it was.
 */
export async function run({
  source,
  target,
  workshop,
  more
}: Options): Promise<{ manifest: Manifest; reconciliations: Reconciliation[]; toComplete: string[] }> {
  const [reading, { site, toComplete, problems: siteProblems }] = await Promise.all([
    readTables(source),
    readSite(source)
  ])
  const found = [...reading.problems, ...siteProblems]
  // Rows that could not be read would be reported again by every row that names them.
  if (found.length === 0) found.push(...checkRows(reading), ...checkFormulas(reading.tables))
  if (found.length > 0 || site === null) throw new DataError(found)
  const { results, problems } = reconcile(reading)
  if (problems.length > 0) throw new DataError(problems)
  const { tables, millesimes } = reading
  let manifest: Manifest | undefined
  await swapFolder(target, workshop, async (folder) => {
    manifest = await publish(folder, { tables, millesimes, reconciliations: results, site })
    await more?.(folder, tables, manifest)
  })
  if (manifest === undefined) throw new Error('published without a manifest')
  return { manifest, reconciliations: results, toComplete }
}

const SHOWN = 20

function report(error: unknown): void {
  if (!(error instanceof DataError)) {
    console.error('Les données n’ont pas pu être publiées. Les précédentes sont intactes.')
    console.error(error)
    return
  }
  for (const problem of error.problems.slice(0, SHOWN)) console.error(problemText(problem))
  const rest = error.problems.length - SHOWN
  if (rest > 0) console.error(`… et ${rest} de plus.`)
  console.error('Rien n’a été publié : les données précédentes sont intactes.')
}

const root = fileURLToPath(new URL('../../', import.meta.url))

async function main(): Promise<void> {
  const [source, target, workshop] = [
    join(root, 'data'),
    join(root, 'static/data'),
    join(root, '.cache/data')
  ]
  await mkdir(join(root, '.cache'), { recursive: true })
  let warnings: string[] = []
  const { manifest, reconciliations, toComplete } = await run({
    source,
    target,
    workshop,
    more: async (folder, tables, published) => {
      const outlines = await readCommuneOutlines(source, tables.territories)
      warnings = outlines.warnings
      await buildBasemap(join(folder, 'basemap'), outlines.rings)
      await writePlaceList(folder, source, tables.territories)
      await writeTableFiles(folder, tables, published)
      // What the pages of a publication and of the year need; no table, so no part of the version.
      await writeFile(join(folder, 'journal.json'), `${JSON.stringify(await readRules(source))}\n`)
      await writeFile(join(folder, 'story.json'), `${JSON.stringify(storyOf(tables.highlights))}\n`)
    }
  })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const apart = reconciliations.filter(
    ({ verdict }) => verdict === 'remainder' || verdict === 'contradiction'
  ).length
  console.log(
    `Version ${manifest.version} : ${rows} lignes dans ${manifest.tables.length} tables, ${reconciliations.length} rapprochements dont ${apart} écarts signalés.`
  )
  for (const warning of warnings) console.warn(warning)
  for (const item of toComplete) console.log(`À compléter par l’association : ${item}`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch((error: unknown) => {
    report(error)
    process.exitCode = 1
  })
}
