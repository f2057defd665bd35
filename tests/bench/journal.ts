// What does the pipeline of a journal cost beside plain DuckDB doing the same aggregation, and what do the rules cost?
//
// npm run bench:journal -- [rows] [memory]: 10 million rows and 4GB by default; each is run three times, the best counts.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkJournal } from '../../data/pipeline/journal/check-journal.ts'
import { countJournal } from '../../data/pipeline/journal/count-journal.ts'
import { generate } from '../../data/pipeline/journal/generate.ts'
import { joinFiles, openJournal } from '../../data/pipeline/journal/journal-files.ts'
import { readJournalReference } from '../../data/pipeline/journal/journal-reference.ts'
import { quoteLiteral } from '../../src/lib/engine/parameters.ts'
import { openWorkbench } from '../../src/lib/engine/workbench.ts'

const RUNS = 3

async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now()
    await work()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

async function main(rows: number, memoryLimit: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-journal-'))
  const out = join(folder, 'journal.parquet')
  try {
    const made = performance.now()
    await generate({ rows, seed: 1, year: 2022, out, memoryLimit })
    console.log(`${rows} rows made in ${Math.round(performance.now() - made)} ms`)
    const source = fileURLToPath(new URL('../../data/', import.meta.url))
    const { reference, known } = await readJournalReference(source)
    const bench = await openWorkbench({ memoryLimit, scratch: join(folder, 'scratch') })
    await joinFiles(bench, await openJournal(bench, out))
    const start = performance.now()
    const { good } = await checkJournal(bench, { known, today: '2023-12-31' })
    console.log(`rules: ${Math.round(performance.now() - start)} ms`)
    const plain = await best(() =>
      bench.run(
        `SELECT lieu, dispositif, nature, date, sum(nombre), sum(personnes), count(*) - count(personnes), count(*)
         FROM read_parquet(${quoteLiteral(out)}) GROUP BY lieu, dispositif, nature, date`
      )
    )
    const ours = await best(() => countJournal(bench, good, 2022, reference))
    console.log(
      `plain aggregation ${Math.round(plain)} ms, ours ${Math.round(ours)} ms: ${(ours / plain).toFixed(2)} × (goal 1.2)`
    )
    bench.close()
  } finally {
    await rm(folder, { recursive: true })
  }
}

await main(Number(process.argv[2] ?? 10_000_000), process.argv[3] ?? '4GB')
