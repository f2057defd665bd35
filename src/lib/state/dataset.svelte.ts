// Is the published data at hand, how far is it, and what does it answer?
//
// Nothing is fetched before the first question. An engine that dies is started again once a question;
// the files are kept, so that a restart needs the network for nothing.

import { AppError } from '../domain/errors.ts'
import type { Engine, Question, Row, TableFile } from '../engine/engine.ts'
import type { WasmOptions } from '../engine/wasm.ts'
import { fetchManifest, fetchTables } from './fetch-tables.ts'

export interface Progress {
  /** Bytes after decompression. */
  loaded: number
  /** 0 until known. */
  total: number
}

export interface DatasetOptions {
  createEngine?: (options: WasmOptions) => Promise<Engine>
  fetch?: typeof fetch
  /** Puts the published tables in a new engine, and what stands beside them; as they are where this is absent. */
  fill?: (engine: Engine, tables: TableFile[]) => Promise<void>
  /** ms without a byte before a download is given up. */
  stallMs?: number
}

type Meter = (part: 'engine' | 'tables', loaded: number, total: number) => void

const browserEngine = async (options: WasmOptions): Promise<Engine> => {
  const code = await import('../engine/wasm.ts').catch((error: unknown) => {
    throw new AppError('engine_unavailable', { stage: 'code', reason: String(error) }, error)
  })
  return code.createWasmEngine(options)
}

const fillAsPublished = (engine: Engine, tables: TableFile[]): Promise<void> => engine.load(tables)

export class Dataset {
  status = $state<'idle' | 'loading' | 'ready' | 'unavailable'>('idle')
  progress = $state.raw<Progress>({ loaded: 0, total: 0 })
  error = $state.raw<AppError | null>(null)
  /** Version of the data in the engine, '' before. */
  version = $state('')
  readonly #folder: string
  readonly #options: DatasetOptions
  #tables: TableFile[] | null = null
  /** The start that all questions share, until it is dropped. */
  #starting: Promise<Engine> | null = null
  #engine: Engine | null = null
  #stop = new AbortController()
  #closed = false

  /** @param folder address of the folder of `manifest.json`, with its final slash. */
  constructor(folder: string, options: DatasetOptions = {}) {
    this.#folder = folder
    this.#options = options
  }

  /**
   * Answers a question, starting the engine when it must.
   * @throws AppError what `Engine.load` and `Engine.query` throw; when unavailable, the same error until `retry()`.
   */
  async ask(question: Question, options: { signal?: AbortSignal } = {}): Promise<Row[]> {
    const first = await this.#ready(options.signal)
    try {
      return await first.query(question, options)
    } catch (error) {
      if (!isLost(error)) throw error
      this.#drop(first)
    }
    const second = await this.#ready(options.signal)
    try {
      return await second.query(question, options)
    } catch (error) {
      if (isLost(error) && this.#engine === second) this.#fail(error)
      throw error
    }
  }

  /** Starts before the first question, for a page that knows one will come. Never rejects: `error` says why. */
  async start(): Promise<void> {
    await this.#ready().catch(() => {})
  }

  /** After `unavailable`: starts afresh. */
  retry(): void {
    if (this.status !== 'unavailable') return
    this.#reset()
    void this.start()
  }

  /** Gives up a start on its way; what waited for it is rejected with `query_cancelled`. */
  cancel(): void {
    if (this.status === 'loading') this.#reset()
  }

  /** Frees the engine, for good: later questions are rejected with `engine_lost`. */
  close(): void {
    this.#closed = true
    void this.#engine?.close()
    this.#reset()
  }

  #ready(signal?: AbortSignal): Promise<Engine> {
    if (this.#closed) return Promise.reject(new AppError('engine_lost', { reason: 'closed' }))
    if (this.error !== null) return Promise.reject(this.error)
    if (signal?.aborted) return Promise.reject(new AppError('query_cancelled'))
    this.#starting ??= this.#launch()
    return signal ? abortable(this.#starting, signal) : this.#starting
  }

  #launch(): Promise<Engine> {
    const stop = (this.#stop = new AbortController())
    this.status = 'loading'
    this.error = null
    performance.mark('engine:start')
    const loading = this.#load(stop.signal)
    const result = abortable(loading, stop.signal)
    result.then(
      (engine) => {
        performance.mark('engine:ready')
        this.#engine = engine
        this.status = 'ready'
      },
      (error: unknown) => {
        const cancelled = stop.signal.aborted
        stop.abort()
        if (!cancelled) this.#fail(error)
        // An engine that comes all the same is closed: nothing pops up later.
        loading.then((engine) => engine.close()).catch(() => {})
      }
    )
    return result
  }

  async #load(signal: AbortSignal): Promise<Engine> {
    const { createEngine = browserEngine } = this.#options
    const meter = this.#meter(signal)
    const starting = createEngine({ signal, onProgress: (loaded, total) => meter('engine', loaded, total) })
    try {
      const [engine, tables] = await Promise.all([starting, this.#fetch(signal, meter)])
      await (this.#options.fill ?? fillAsPublished)(engine, tables)
      return engine
    } catch (error) {
      starting.then((engine) => engine.close()).catch(() => {})
      throw error
    }
  }

  async #fetch(signal: AbortSignal, meter: Meter): Promise<TableFile[]> {
    if (this.#tables) return this.#tables
    const { fetch, stallMs } = this.#options
    const options = { signal, ...(fetch ? { fetch } : {}), ...(stallMs === undefined ? {} : { stallMs }) }
    const manifest = await fetchManifest(this.#folder, options)
    const total = manifest.tables.reduce((sum, { parquet }) => sum + parquet.bytes, 0)
    this.#tables = await fetchTables(this.#folder, manifest, options, (loaded) =>
      meter('tables', loaded, total)
    )
    this.version = manifest.version
    return this.#tables
  }

  /**
   * Adds up what is received of the engine and of the tables; silent once the start is given up. The total is unknown (0)
   * until the engine says its own, hundreds of times that of the tables.
   */
  #meter(signal: AbortSignal): Meter {
    const parts = { engine: { loaded: 0, total: 0 }, tables: { loaded: 0, total: 0 } }
    return (part, loaded, total) => {
      parts[part] = { loaded, total }
      if (signal.aborted) return
      const { engine, tables } = parts
      this.progress = {
        loaded: engine.loaded + tables.loaded,
        total: engine.total === 0 ? 0 : engine.total + tables.total
      }
    }
  }

  #drop(engine: Engine): void {
    if (this.#engine !== engine) return
    this.#engine = null
    this.#starting = null
  }

  #fail(error: unknown): void {
    this.#engine = null
    this.#starting = null
    this.status = 'unavailable'
    this.error =
      error instanceof AppError ? error : new AppError('engine_unavailable', { reason: String(error) }, error)
  }

  #reset(): void {
    this.#stop.abort()
    this.#engine = null
    this.#starting = null
    this.status = 'idle'
    this.error = null
    this.progress = { loaded: 0, total: 0 }
  }
}

function isLost(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'engine_lost'
}

/** The same promise, left as soon as the signal says so. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(new AppError('query_cancelled'))
    signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
    if (signal.aborted) leave()
  })
}
