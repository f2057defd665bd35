// Which answer is shown while another is on its way? The last one that came, and only the newest wins.

/** Gives the answer; heeds the signal when it can. */
export type Load<T> = (signal: AbortSignal) => Promise<T>

export class QueryResource<T> {
  /** The newest answer that came; kept while the next is awaited and when it fails. */
  value = $state.raw<T | null>(null)
  /** Why the newest question has no answer; null while it is awaited. */
  error = $state.raw<unknown>(null)
  loading = $state(false)
  /** Raised by every question and every cancel: an answer with an older number is dropped. */
  #sequence = 0
  #running: AbortController | null = null
  #next: Load<T> | null = null
  #draining: Promise<void> | null = null

  /**
   * Asks. One question is in flight: a newer one stops it, waits for its end, and replaces whichever waited.
   * Resolves when nothing is in flight any more; never rejects.
   */
  async run(load: Load<T>): Promise<void> {
    this.#sequence += 1
    this.loading = true
    this.error = null
    this.#next = load
    this.#running?.abort()
    this.#draining ??= this.#drain()
    await this.#draining
  }

  /** Gives up the question in flight; the value stays. */
  cancel(): void {
    this.#sequence += 1
    this.#next = null
    this.#running?.abort()
    this.loading = false
    this.error = null
  }

  /** As new. */
  reset(): void {
    this.cancel()
    this.value = null
  }

  async #drain(): Promise<void> {
    for (let load = this.#take(); load; load = this.#take()) {
      const sequence = this.#sequence
      const controller = new AbortController()
      this.#running = controller
      try {
        const value = await load(controller.signal)
        if (sequence === this.#sequence) this.#settle(value, null)
      } catch (error) {
        if (sequence === this.#sequence) this.#settle(this.value, error)
      }
      this.#running = null
    }
    this.#draining = null
  }

  #take(): Load<T> | null {
    const load = this.#next
    this.#next = null
    return load
  }

  #settle(value: T | null, error: unknown): void {
    this.value = value
    this.error = error
    this.loading = false
  }
}
