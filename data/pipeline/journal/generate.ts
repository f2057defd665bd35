// npm run data:fictif -- --rows N --seed S --out file: a made-up journal, to try with; never to publish.

import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { quoteLiteral } from '../../../src/lib/engine/parameters.ts'
import { openWorkbench } from '../../../src/lib/engine/workbench.ts'
import { fictitiousSql, type FictitiousOptions } from './fictitious.ts'

const USAGE =
  'Usage : npm run data:fictif -- --rows 1000 --seed 1 --out journal.csv [--year 2022] [--faults 5]\n' +
  '  --out finit par .csv (séparateur « ; ») ou .parquet ; --faults : lignes fautives pour mille.'

/** Streams the journal to `out`, a .csv (as French Excel reads it) or a .parquet. */
export async function generate(
  options: FictitiousOptions & { out: string; memoryLimit?: string }
): Promise<void> {
  const { out, memoryLimit = '2GB' } = options
  await mkdir(dirname(resolve(out)), { recursive: true })
  const format = out.endsWith('.parquet')
    ? '(FORMAT parquet, COMPRESSION zstd)'
    : "(FORMAT csv, DELIMITER ';', HEADER)"
  const bench = await openWorkbench({ memoryLimit, scratch: `${out}.tmp` })
  try {
    await bench.run(`COPY (${fictitiousSql(options)}) TO ${quoteLiteral(out)} ${format}`)
  } finally {
    bench.close()
  }
}

function whole(text: string | undefined, fallback: number, low: number, high: number): number {
  const value = text === undefined ? fallback : Number(text)
  if (Number.isInteger(value) && value >= low && value <= high) return value
  throw new Error(`« ${text ?? ''} » n’est pas un nombre entier de ${low} à ${high}.\n${USAGE}`)
}

async function main(): Promise<void> {
  const option = { type: 'string' } as const
  const { values } = parseArgs({
    options: { rows: option, seed: option, out: option, year: option, faults: option }
  })
  const { out } = values
  if (out === undefined || !/\.(csv|parquet)$/.test(out)) throw new Error(USAGE)
  // A made-up file next to the true ones would one day be taken for one.
  const data = fileURLToPath(new URL('../../', import.meta.url))
  if (resolve(out).startsWith(data)) throw new Error('Un journal fictif ne s’écrit pas dans data/.')
  const rows = whole(values.rows, 1000, 0, 1e9)
  await generate({
    rows,
    seed: whole(values.seed, 1, 0, 2 ** 31),
    year: whole(values.year, 2022, 1993, 2999),
    faultsPerThousand: whole(values.faults, 0, 0, 1000),
    out
  })
  console.log(`${rows} lignes fictives dans ${out}.`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
