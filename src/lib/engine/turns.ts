// How do questions take turns on one connection, stop when told to, and never wait for ever?
//
// One at a time, because 1.28.0 gives the rows of one question to another when two are sent on a
// connection (measured), and because a worker has one thread anyway.

import { AppError } from '../domain/errors.ts'
import type { Question, Row } from './engine.ts'

export interface Executor {
  /** `stopped` turns true when the answer is no longer wanted. */
  run(question: Question, stopped: () => boolean): Promise<Row[]>
  interrupt(): void
  /** Called when an interrupted question is still running after the grace; must call `lose`. */
  kill(): void
}

interface Ticket {
  question: Question
  resolve: (rows: Row[]) => void
  reject: (error: unknown) => void
  stopped: boolean
}

/** Most plans stop within 40 ms; a nested-loop join may take 1.5 s, which is more than a reader waits. */
const GRACE_MS = 800

export class Turns {
  readonly #executor: Executor
  readonly #graceMs: number
  #waiting: Ticket[] = []
  #running: Ticket | null = null
  #lost: AppError | null = null
  #grace: ReturnType<typeof setTimeout> | undefined

  constructor(executor: Executor, graceMs = GRACE_MS) {
    this.#executor = executor
    this.#graceMs = graceMs
  }

  /** @throws AppError as `Engine.query`; an aborted question is rejected at once, whatever the engine does. */
  ask(question: Question, signal?: AbortSignal): Promise<Row[]> {
    if (this.#lost) return Promise.reject(this.#lost)
    if (signal?.aborted) return Promise.reject(new AppError('query_cancelled'))
    let stop = (): void => {}
    const answer = new Promise<Row[]>((resolve, reject) => {
      const ticket: Ticket = { question, resolve, reject, stopped: false }
      stop = () => this.#stop(ticket)
      this.#waiting.push(ticket)
    })
    signal?.addEventListener('abort', stop, { once: true })
    void this.#next()
    return answer.finally(() => signal?.removeEventListener('abort', stop))
  }

  /** The engine is gone: every question, present or to come, is rejected with this error. */
  lose(error: AppError): void {
    if (this.#lost) return
    this.#lost = error
    clearTimeout(this.#grace)
    for (const ticket of [this.#running, ...this.#waiting]) ticket?.reject(error)
    this.#running = null
    this.#waiting = []
  }

  async #next(): Promise<void> {
    if (this.#running || this.#lost) return
    const ticket = this.#waiting.shift()
    if (!ticket) return
    this.#running = ticket
    try {
      ticket.resolve(await this.#executor.run(ticket.question, () => ticket.stopped))
    } catch (error) {
      ticket.reject(error)
    }
    if (this.#running !== ticket) return
    clearTimeout(this.#grace)
    this.#running = null
    void this.#next()
  }

  #stop(ticket: Ticket): void {
    ticket.stopped = true
    ticket.reject(new AppError('query_cancelled'))
    this.#waiting = this.#waiting.filter((other) => other !== ticket)
    if (this.#running !== ticket) return
    this.#grace = setTimeout(() => this.#executor.kill(), this.#graceMs)
    this.#executor.interrupt()
  }
}
