// How does DuckDB's own worker start from bytes already downloaded, and tell when that fails?
//
// Left alone it fetches the wasm itself, with a progress that compression falsifies, and drops every
// failure (`instantiate()` never settles). Here the page hands over the bytes, so that they cross the
// network once whatever the caches do, and a failure comes back through the port.

// By address, not by name: the package says it has no side effects, and a plain import is shaken away.
import duckdbUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'

/** The first message of the page. Its port also closes when this worker dies. */
interface Start {
  optimaWasm: ArrayBuffer
}
/** The one message back. */
export type Started = { ready: true } | { failed: string }

type Listener = (event: MessageEvent) => void
let duckdbListens: Listener | null = null

// DuckDB's script sets `onmessage`; ours stands before it.
const script = import(/* @vite-ignore */ duckdbUrl).then(() => {
  duckdbListens = globalThis.onmessage as Listener | null
  globalThis.onmessage = listen
})
// Said when the page asks, in `start`.
script.catch(() => {})
globalThis.onmessage = listen

function listen(event: MessageEvent): void {
  if (isStart(event.data)) void start(event.data, event.ports[0])
  else duckdbListens?.(event)
}

function isStart(data: unknown): data is Start {
  return typeof data === 'object' && data !== null && 'optimaWasm' in data
}

async function start({ optimaWasm }: Start, port: MessagePort | undefined): Promise<void> {
  const say = (message: Started): void => port?.postMessage(message)
  // DuckDB passes the answer of `fetch` to `instantiateStreaming`: neither needs the network now.
  globalThis.fetch = () => Promise.resolve(new Response())
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    try {
      return await WebAssembly.instantiate(optimaWasm, imports)
    } catch (error) {
      say({ failed: String(error) })
      throw error
    }
  }
  await script.then(
    () => say({ ready: true }),
    (error: unknown) => say({ failed: String(error) })
  )
}
