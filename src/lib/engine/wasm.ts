// How does the engine start in a browser: probe, download, worker, open; each step ends, or says why not?

import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { AppError } from '../domain/errors.ts'
import { download } from './download.ts'
import type { Engine } from './engine.ts'
import { EngineWorker, unavailable } from './engine-worker.ts'
import { engineRefusal } from './probe.ts'
import { WasmSession } from './wasm-session.ts'

/** Size of duckdb-eh.wasm 1.28.0 (a test compares): Content-Length is that of the compressed file, or absent. */
export const WASM_BYTES = 18_105_915

/** From the last byte of the wasm to an open database: 0.2 to 1 s measured, thirty times that for a slow phone. */
const START_MS = 30_000

export interface WasmOptions {
  /** Bytes of the wasm, after decompression. */
  onProgress?: (loaded: number, total: number) => void
  signal?: AbortSignal
  /** ms without a byte before the download is given up. */
  stallMs?: number
}

/**
 * Starts the engine in its worker. Import this module dynamically: DuckDB and Arrow come with it.
 * @throws AppError `engine_unavailable` with the stage that failed; `query_cancelled` when aborted.
 */
export async function createWasmEngine(options: WasmOptions = {}): Promise<Engine> {
  const { signal } = options
  if (signal?.aborted) throw new AppError('query_cancelled')
  const refusal = engineRefusal()
  if (refusal !== null) throw unavailable('probe', { reason: refusal })
  const worker = new EngineWorker()
  const abort = (): void => worker.fail(new AppError('query_cancelled'))
  signal?.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([start(worker, options), worker.failed])
  } catch (error) {
    worker.terminate()
    throw error instanceof AppError ? error : unavailable('start', { reason: String(error) }, error)
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

async function start(worker: EngineWorker, options: WasmOptions): Promise<Engine> {
  const [wasm, duckdb] = await Promise.all([downloadWasm(options), import('@duckdb/duckdb-wasm')])
  const timer = setTimeout(
    () => worker.fail(unavailable('start', { reason: 'no answer', afterMs: START_MS })),
    START_MS
  )
  try {
    await worker.handOver(wasm)
    const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker.worker)
    await db.instantiate(wasmUrl)
    const session = await WasmSession.open(db, () => worker.terminate())
    worker.onGone((reason) => session.lose(reason))
    return session
  } finally {
    clearTimeout(timer)
  }
}

/** The MIME type is not looked at: hosts that do not know `.wasm` send it right all the same. */
async function downloadWasm({ onProgress, signal, stallMs }: WasmOptions): Promise<ArrayBuffer> {
  const bytes = await download(wasmUrl, {
    onBytes: (loaded) => onProgress?.(Math.min(loaded, WASM_BYTES), WASM_BYTES),
    ...(signal ? { signal } : {}),
    ...(stallMs === undefined ? {} : { stallMs })
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'data_missing')
      throw unavailable('wasm', error.evidence, error)
    throw error
  })
  if (bytes.length === WASM_BYTES && bytes[0] === 0 && bytes[1] === 0x61) return bytes.buffer
  const reason = bytes[0] === 0x3c ? 'HTML instead of wasm' : 'not the expected wasm'
  throw unavailable('wasm', { reason, bytes: bytes.length, expected: WASM_BYTES })
}
