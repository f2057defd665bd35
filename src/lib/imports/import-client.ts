// How does the page ask the worker, and what happens when the worker cannot start or dies?

import * as v from 'valibot'
import { reply, type Reply, type Request } from './messages.ts'

type Body<Type extends Request['type']> = Omit<Extract<Request, { type: Type }>, 'type' | 'id'>
type Answer<Type extends Reply['type']> = Extract<Reply, { type: Type }>

/** The reading was stopped by the reader, or by a newer one. */
export class Cancelled extends Error {}

/** The worker is refused, absent, or has run out of memory. */
export class WorkerLost extends Error {}

interface Waiting {
  resolve: (answer: Reply) => void
  reject: (error: Error) => void
  onProgress: ((progress: Answer<'progress'>) => void) | undefined
}

/** One worker at a time, started with the first request and again after it died. */
export class ImportClient {
  #worker: Worker | null = null
  #next = 1
  readonly #waiting = new Map<number, Waiting>()

  /** @throws Cancelled, WorkerLost, or an Error whose message is the reason. */
  async open(body: Body<'open'>): Promise<Answer<'opened'>['opened']> {
    return (await this.#ask<'opened'>({ type: 'open', ...body })).opened
  }

  /** @throws as `open` */
  async check(
    body: Body<'check'>,
    onProgress: (progress: Answer<'progress'>) => void
  ): Promise<Answer<'checked'>['report']> {
    return (await this.#ask<'checked'>({ type: 'check', ...body }, onProgress)).report
  }

  /** @throws as `open` */
  async judge(body: Body<'judge'>): Promise<Answer<'judged'>['verdicts']> {
    return (await this.#ask<'judged'>({ type: 'judge', ...body })).verdicts
  }

  /** @throws as `open` */
  async export(what: Body<'export'>['what']): Promise<Blob> {
    return (await this.#ask<'exported'>({ type: 'export', what })).file
  }

  /** @throws as `open` */
  async prepare(year: number | null): Promise<Answer<'prepared'>['publication']> {
    return (await this.#ask<'prepared'>({ type: 'prepare', year })).publication
  }

  /** Whatever is under way ends with Cancelled, within a piece of the file. */
  cancel(): void {
    this.#worker?.postMessage({ type: 'cancel', id: this.#next++ } satisfies Request)
    this.#rejectAll(new Cancelled())
  }

  close(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#rejectAll(new Cancelled())
  }

  #ask<Type extends Reply['type']>(
    body: { type: 'open' | 'check' | 'judge' | 'export' | 'prepare' } & Record<string, unknown>,
    onProgress?: (progress: Answer<'progress'>) => void
  ): Promise<Answer<Type>> {
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (answer: Reply) => void, reject, onProgress })
      try {
        this.#worker ??= this.#start()
        this.#worker.postMessage({ ...body, id })
      } catch (error) {
        this.#lose(String(error))
      }
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./import.worker.ts', import.meta.url), {
      type: 'module',
      name: 'import'
    })
    worker.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data)
    worker.onerror = (event) => {
      event.preventDefault()
      this.#lose(event.message || 'script absent or refused')
    }
    return worker
  }

  #hear(data: unknown): void {
    const parsed = v.safeParse(reply, data)
    if (!parsed.success) return this.#lose(`unknown message: ${v.getDotPath(parsed.issues[0]) ?? ''}`)
    const answer = parsed.output
    const waiting = this.#waiting.get(answer.id)
    if (waiting === undefined) return
    if (answer.type === 'progress') return waiting.onProgress?.(answer)
    this.#waiting.delete(answer.id)
    if (answer.type === 'cancelled') waiting.reject(new Cancelled())
    else if (answer.type === 'failed') waiting.reject(new Error(answer.reason))
    else waiting.resolve(answer)
  }

  #lose(reason: string): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#rejectAll(new WorkerLost(reason))
  }

  #rejectAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
