// Whose card does the reader look at without having selected it: of what is under the pointer or in focus?

/** Milliseconds of rest before a card opens, gives way to another, closes: what is only passed over shows nothing. */
export const DELAY = { open: 120, change: 200, close: 500 } as const

/** The last of them: where the page was busy, a move of the pointer that waits is heard before the change. */
const HEARING = 32

export class Preview {
  /** Under the pointer or in focus: its name is underlined at once. */
  hovered = $state<string | null>(null)
  /** Whose card is open. */
  shown = $state<string | null>(null)
  #pointed: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Pixels from the pointer to the card. */
  #distance = Infinity

  /** Told of each move of the pointer; only another place is news. */
  point(id: string | null): void {
    if (id === this.#pointed) return
    this.#pointed = id
    this.#aim(id)
  }

  /** By keyboard; null when the focus has gone. */
  focus(id: string | null): void {
    this.#aim(id)
  }

  /** The pointer is in the card, or the focus: it stays open, whatever was passed over on the way. */
  hold(): void {
    this.#pointed = null
    this.#aim(this.shown)
  }

  /** As long as the pointer comes nearer to the card, nothing closes or replaces it. */
  moved(distance: number): void {
    if (this.#timer !== undefined && this.shown !== null && distance < this.#distance) this.#aim(this.hovered)
    this.#distance = distance
  }

  /** Closed by the reader, until they point at something else. */
  dismiss(): void {
    this.#stop()
    this.shown = null
    this.hovered = null
  }

  #aim(id: string | null): void {
    this.#stop()
    this.hovered = id
    if (id === this.shown) return
    const delay = this.shown === null ? DELAY.open : id === null ? DELAY.close : DELAY.change
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(() => {
        this.#timer = undefined
        this.shown = id
      }, HEARING)
    }, delay - HEARING)
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
