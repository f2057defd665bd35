// Who answers the gestures of a reader fastest, in one browser, on one engine and the same rows?
import duckdbUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import { WasmSession } from '../../../src/lib/engine/wasm-session.ts'
import { crossfiltered } from './crossfilter.ts'
import { mosaic } from './mosaic.ts'
import { ours } from './ours.ts'
import { plain } from './plain.ts'
import { type Task, type Times, timed } from './task.ts'

export interface Result {
  /** ms: the engine, ready to load. */
  engine: number
  /** ms: Parquet in memory to a table of rows. */
  load: number
  cells: number
  contenders: Record<string, Times>
}

async function run(task: Task, who: string[]): Promise<Result> {
  const bytes = new Uint8Array(await (await fetch(task.file)).arrayBuffer())
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(duckdbUrl))
  const [engine, session] = await timed(async () => {
    await db.instantiate(wasmUrl)
    // The types of the version that Mosaic brings along; the build puts everyone on that of the site.
    const own: unknown = db
    return WasmSession.open(own as Parameters<typeof WasmSession.open>[0], () => undefined)
  })
  const [load] = await timed(() => session.load([{ name: 'rows', bytes }]))
  const connection = await db.connect()
  const contenders: Record<string, Times> = {}
  const { cells, ...cube } = await ours(session, connection, task)
  contenders.ours = cube
  if (who.includes('plain')) contenders.plain = await plain(session, task)
  if (who.includes('mosaic')) contenders.mosaic = await mosaic(db, await db.connect(), task)
  if (who.includes('crossfilter2')) contenders.crossfilter2 = await crossfiltered(connection, task)
  await db.terminate()
  return { engine, load, cells, contenders }
}

Object.assign(globalThis, { arena: run })
