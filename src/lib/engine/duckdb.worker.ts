// How does DuckDB's own worker start from bytes already downloaded, and tell when that fails?
//
// Left alone it fetches the wasm itself, with no progress that survives compression, and drops every
// failure (`instantiate()` never settles). Here the page hands over the bytes, so that they cross the
// network once whatever the caches do, and a failure comes back through the port.

import '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js'

/** The first message of the page. The port of the event also closes when this worker dies. */
interface Start {
  optimaWasm: ArrayBuffer
}

const duckdbAnswers = globalThis.onmessage as ((event: MessageEvent) => void) | null

function isStart(data: unknown): data is Start {
  return typeof data === 'object' && data !== null && 'optimaWasm' in data
}

function start({ optimaWasm }: Start, port: MessagePort | undefined): void {
  // DuckDB passes the answer of `fetch` to `instantiateStreaming`: neither needs the network now.
  globalThis.fetch = () => Promise.resolve(new Response())
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    try {
      return await WebAssembly.instantiate(optimaWasm, imports)
    } catch (error) {
      port?.postMessage({ failed: String(error) })
      throw error
    }
  }
}

globalThis.onmessage = (event: MessageEvent) => {
  if (isStart(event.data)) start(event.data, event.ports[0])
  else duckdbAnswers?.(event)
}
