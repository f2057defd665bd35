// How does the engine start in a browser: probe, download, worker, open; each step ends or says why not?

import type { AsyncDuckDB } from '@duckdb/duckdb-wasm'
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { AppError } from '../domain/errors.ts'
import { download } from './download.ts'
import type { Engine } from './engine.ts'
import { engineRefusal } from './probe.ts'
import { WasmSession } from './wasm-session.ts'

/** Size of duckdb-eh.wasm 1.28.0 (a test compares). Content-Length is that of the compressed file, or absent. */
export const WASM_BYTES = 18_105_915

/** From the last byte of the wasm to an open database; 0.2 to 1 s measured, twenty times that on a slow phone. */
const START_MS = 30_000

export interface WasmOptions {
  /** Bytes of the wasm, after decompression. */
  onProgress?: (loaded: number, total: number) => void
  signal?: AbortSignal
  /** ms without a byte before the download is given up. */
  stallMs?: number
}

type Stage = 'probe' | 'wasm' | 'worker' | 'start'

function unavailable(stage: Stage, evidence: Record<string, string | number>, cause?: unknown): AppError {
  return new AppError('engine_unavailable', { stage, ...evidence }, cause)
}

/**
 * Starts the engine in its worker. Import this module dynamically: DuckDB and Arrow come with it.
 * @throws AppError `engine_unavailable` with the stage that failed; `query_cancelled` when aborted.
 */
export async function createWasmEngine(options: WasmOptions = {}): Promise<Engine> {
  const refusal = engineRefusal()
  if (refusal !== null) throw unavailable('probe', { reason: refusal })
  if (options.signal?.aborted) throw new AppError('query_cancelled')
  const worker = startWorker()
  const watch = watchWorker(worker, options.signal)
  try {
    const [bytes, duckdb] = await Promise.race([
      Promise.all([downloadWasm(options), import('@duckdb/duckdb-wasm')]),
      watch.failed
    ])
    const timer = setTimeout(() => watch.fail(unavailable('start', { reason: 'no answer', afterMs: START_MS })), START_MS)
    const channel = watch.listen(bytes)
    const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker)
    const session = await Promise.race([open(db, worker), watch.failed]).finally(() => clearTimeout(timer))
    watch.onGone = (reason) => session.lose(reason)
    channel.start()
    return session
  } catch (error) {
    worker.terminate()
    throw error instanceof AppError ? error : unavailable('start', { reason: String(error) }, error)
  } finally {
    watch.settled()
  }
}

async function open(db: AsyncDuckDB, worker: Worker): Promise<WasmSession> {
  await db.instantiate(wasmUrl)
  return WasmSession.open(db, () => worker.terminate())
}
