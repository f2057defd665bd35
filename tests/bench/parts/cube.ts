// Who answers the gestures of a reader fastest: our cube, Mosaic, crossfilter2, plain SQL?
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser } from '@playwright/test'
import { DuckDBInstance } from '@duckdb/node-api'
import sirv from 'sirv'
import { createServer } from 'node:http'
import { build } from 'vite'
import type { Result } from '../arena/arena.ts'
import type { Task, Times } from '../arena/task.ts'
import { quantile, table } from '../table.ts'

const FOLDER = resolve('.cache/bench')
const FIRST = '2016-01-04'

/** Two shapes: few cells, as a page of a year is; more than a million, by day, as a federation of ten years would be. */
const SHAPES = {
  small: { bin: 'week', days: 728, places: 10, acts: 6, programmes: 4 },
  large: { bin: 'day', days: 3640, places: 30, acts: 12, programmes: 4 }
} as const
type Shape = keyof typeof SHAPES

/** A journal that never happened: uneven places and acts, the same for the same seed. */
async function makeFile(shape: Shape, rows: number, seed: number): Promise<string> {
  const name = `${shape}-${rows}-${seed}.parquet`
  const path = join(FOLDER, 'site', name)
  if (existsSync(path)) return name
  const { days, places, acts, programmes } = SHAPES[shape]
  const draw = (salt: number): string =>
    `(hash(range * 31 + ${salt} + ${seed} * 7919) % 1000000)::DOUBLE / 1000000`
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (SELECT
      (DATE '${FIRST}' + floor(${draw(1)} * ${days})::INTEGER)::DATE AS date,
      'commune-' || floor(pow(${draw(2)}, 1.5) * ${places})::INTEGER AS place,
      'acte-' || floor(pow(${draw(3)}, 1.3) * ${acts})::INTEGER AS act,
      'dispositif-' || floor(${draw(4)} * ${programmes})::INTEGER AS programme,
      (1 + floor(${draw(5)} * 5))::INTEGER AS count
    FROM range(${rows})) TO '${path}' (FORMAT parquet, COMPRESSION snappy, PARQUET_VERSION V1)`)
  connection.closeSync()
  instance.closeSync()
  return name
}

function taskOf(shape: Shape, rows: number, file: string): Task {
  const { bin, days } = SHAPES[shape]
  const bins = days / (bin === 'week' ? 7 : 1)
  const width = Math.floor(bins / 4)
  const windows = (steps: number, offset: number): [number, number][] =>
    Array.from({ length: steps }, (_, step) => {
      const from = Math.floor(((bins - width - offset) * step) / steps) + offset
      return [from, from + width]
    })
  return {
    file: `/${file}`,
    rows,
    bin,
    first: FIRST,
    bins,
    brush: windows(40, 0),
    clicks: Array.from({ length: 8 }, (_, index) => `commune-${index}`),
    again: windows(8, 1)
  }
}

async function serve(): Promise<{ address: string; close: () => void }> {
  const handler = sirv(join(FOLDER, 'site'), { dev: true })
  const server = createServer((request, response) => handler(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

/** Mosaic brushes by the pixel, everyone else by the bin. */
const TOLERANCE = 0.02

const median = (values: readonly number[]): number => quantile(values, 0.5)
/** All gestures of a contender; the first touches of a dimension apart. */
const gestures = ({ brush, clicks, again }: Times): number[] => [...brush, ...clicks, ...again]
const firstTouch = ({ brush, clicks, again }: Times): number =>
  Math.max(brush[0] ?? 0, clicks[0] ?? 0, again[0] ?? 0)

/** @param sizes numbers of rows; crossfilter2 takes part up to a million */
export async function cubePart(browser: Browser, sizes: readonly number[], seed: number): Promise<string> {
  mkdirSync(join(FOLDER, 'site'), { recursive: true })
  await build({
    root: resolve('tests/bench/arena'),
    configFile: false,
    logLevel: 'warn',
    // Everyone on the engine of the site: Mosaic brings another version along.
    resolve: { alias: { '@duckdb/duckdb-wasm': resolve('node_modules/@duckdb/duckdb-wasm') } },
    build: {
      outDir: join(FOLDER, 'site'),
      emptyOutDir: false,
      assetsInlineLimit: 0,
      target: 'es2022',
      chunkSizeWarningLimit: 5000
    }
  })
  const { address, close } = await serve()
  const lines: (string | number)[][] = []
  const heads = [
    'rows, cells',
    'who',
    'load',
    'build',
    'first answer',
    'brush median',
    'p95',
    'click median',
    'first touch, worst',
    'all gestures p95',
    'ours ÷ theirs: brush median, p95, first touch'
  ]
  try {
    for (const shape of ['small', 'large'] as const)
      for (const rows of sizes) {
        const file = await makeFile(shape, rows, seed)
        const who = ['plain', 'mosaic', ...(rows <= 1_000_000 ? ['crossfilter2'] : [])]
        const page = await browser.newPage()
        page.on('console', (message) => {
          if (message.type() === 'error') console.error(`  arena: ${message.text()}`)
        })
        page.setDefaultTimeout(0)
        await page.goto(address)
        await page.waitForFunction(() => 'arena' in globalThis)
        const result = await page.evaluate(
          ([task, names]) =>
            (globalThis as unknown as { arena: (task: Task, who: string[]) => Promise<Result> }).arena(
              task,
              names
            ),
          [taskOf(shape, rows, file), who] as const
        )
        await page.close()
        const { ours } = result.contenders
        if (!ours) throw new Error('ours did not answer')
        for (const [name, times] of Object.entries(result.contenders)) {
          if (times.check.some((sum, index) => Math.abs(sum / (ours.check[index] ?? 0) - 1) > TOLERANCE))
            throw new Error(`${name} found ${times.check.join(', ')}; ours ${ours.check.join(', ')}`)
          const ratio = (of: (times: Times) => number): string => (of(ours) / of(times)).toFixed(2)
          lines.push([
            `${rows.toLocaleString('fr')}, ${result.cells.toLocaleString('fr')} (${(statSync(join(FOLDER, 'site', file)).size / 1e6).toFixed(1)} MB)`,
            name,
            result.load,
            times.build,
            times.first,
            median(times.brush.slice(1)),
            quantile(times.brush, 0.95),
            median(times.clicks.slice(1)),
            firstTouch(times),
            quantile(gestures(times), 0.95),
            name === 'ours'
              ? ''
              : [
                  ratio(({ brush }) => median(brush.slice(1))),
                  ratio(({ brush }) => quantile(brush, 0.95)),
                  ratio(firstTouch)
                ].join(', ')
          ])
        }
      }
  } finally {
    close()
  }
  return table(heads, lines)
}
