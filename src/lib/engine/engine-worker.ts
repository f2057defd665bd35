// Does the worker under the engine live, and who is told when it does not?

import { AppError } from '../domain/errors.ts'
import type { Started } from './duckdb.worker.ts'

export type Stage = 'probe' | 'wasm' | 'worker' | 'start'

export function unavailable(
  stage: Stage,
  evidence: Record<string, string | number>,
  cause?: unknown
): AppError {
  return new AppError('engine_unavailable', { stage, ...evidence }, cause)
}

export class EngineWorker {
  readonly worker: Worker
  /** Rejected with `engine_unavailable` when the worker fails before it is handed to a session. */
  readonly failed: Promise<never>
  fail: (error: AppError) => void = () => {}
  #onGone: ((reason: string) => void) | null = null
  #port: MessagePort | null = null

  /** @throws AppError `engine_unavailable` when the browser refuses the worker outright. */
  constructor() {
    this.failed = new Promise((_, reject) => (this.fail = reject))
    this.failed.catch(() => {})
    try {
      this.worker = new Worker(new URL('./duckdb.worker.ts', import.meta.url), {
        type: 'module',
        name: 'duckdb'
      })
    } catch (error) {
      throw unavailable('worker', { reason: String(error) }, error)
    }
    // A script that is absent, refused by the CSP or broken ends here; its message is empty for the first two.
    this.worker.addEventListener('error', (event) => {
      event.preventDefault()
      this.#gone('worker', event.message || 'script absent or refused')
    })
  }

  /** Gives the wasm to the worker (transferred: it cannot be read again) and waits until DuckDB listens. */
  handOver(wasm: ArrayBuffer): Promise<void> {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    // `terminate()`, by whomever, closes the port of the worker: the only sign of it that a page gets.
    port1.addEventListener('close', () => this.#gone('worker', 'ended'))
    this.worker.postMessage({ optimaWasm: wasm }, [wasm, port2])
    return new Promise((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<Started>) => {
        if ('ready' in data) resolve()
        else this.#gone('start', data.failed)
      }
    })
  }

  /** From now on a death is the affair of the session. */
  onGone(listener: (reason: string) => void): void {
    this.#onGone = listener
  }

  terminate(): void {
    this.#port?.close()
    this.worker.terminate()
  }

  #gone(stage: Stage, reason: string): void {
    if (this.#onGone) this.#onGone(reason)
    else this.fail(unavailable(stage, { reason }))
  }
}
