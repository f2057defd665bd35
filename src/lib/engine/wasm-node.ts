// How do the tests run the browser's engine (1.28.0, DuckDB 0.9.1) in Node, worker and all?

import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type * as DuckDB from '@duckdb/duckdb-wasm'
import { WasmSession } from './wasm-session.ts'

// The package speaks to a worker of the browser; this gives one of Node the same two functions.
const BOOT = `
  const { parentPort, workerData } = require('node:worker_threads')
  globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer)
  parentPort.on('message', (data) => globalThis.onmessage({ data }))
  require(workerData)`

function asWebWorker(worker: Worker): globalThis.Worker {
  const listen = (name: string, listener: (event: unknown) => void): void => {
    worker.on(name, name === 'message' ? (data: unknown) => listener({ data }) : listener)
  }
  return {
    addEventListener: listen,
    removeEventListener: () => {},
    postMessage: (message: unknown, transfer: []) => worker.postMessage(message, transfer),
    terminate: () => void worker.terminate()
  } as unknown as globalThis.Worker
}

/** The session, and the worker under it so that a test can kill it. */
export async function createWasmNodeEngine(): Promise<{ engine: WasmSession; worker: Worker }> {
  const require = createRequire(import.meta.url)
  const { AsyncDuckDB, VoidLogger } = require('@duckdb/duckdb-wasm/dist/duckdb-node.cjs') as typeof DuckDB
  const script = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs')
  const worker = new Worker(BOOT, { eval: true, workerData: script, stdout: true })
  const db = new AsyncDuckDB(new VoidLogger(), asWebWorker(worker))
  await db.instantiate(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'))
  const engine = await WasmSession.open(db, () => void worker.terminate())
  worker.on('exit', () => engine.lose('worker ended'))
  return { engine, worker }
}
