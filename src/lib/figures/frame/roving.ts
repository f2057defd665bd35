// How does a drawing of thirty values stay one stop of the Tab key? Arrows walk through what can be acted on.

const KEYS: Readonly<Record<string, 'next' | 'previous' | 'first' | 'last'>> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last'
}

/** Where a key leads from `index` among `count`; null for a key that is not ours. It stops at both ends. */
export function rovingIndex(key: string, index: number, count: number): number | null {
  const move = KEYS[key]
  if (move === undefined || count === 0) return null
  if (move === 'first') return 0
  if (move === 'last') return count - 1
  return Math.min(count - 1, Math.max(0, index + (move === 'next' ? 1 : -1)))
}

/** What arrows leave alone: controls that use them, and what is not shown. */
const items = (box: HTMLElement): HTMLElement[] =>
  [...box.querySelectorAll<HTMLElement>('a[href], button')].filter(
    (item) => item.closest('[data-own-keys]') === null && item.checkVisibility()
  )

/** Attachment: one tab stop for all links and buttons of `box`. Without script each is a stop of its own. */
export function roving(box: HTMLElement): () => void {
  let current: HTMLElement | undefined
  const refresh = (): void => {
    const all = items(box)
    if (current === undefined || !all.includes(current)) current = all[0]
    for (const item of all) item.tabIndex = item === current ? 0 : -1
  }
  const focused = (event: FocusEvent): void => {
    const item = event.target as HTMLElement
    if (!items(box).includes(item)) return
    current = item
    refresh()
  }
  const key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = items(box)
    const next = rovingIndex(event.key, all.indexOf(event.target as HTMLElement), all.length)
    if (next === null || !all.includes(event.target as HTMLElement)) return
    event.preventDefault()
    all[next]?.focus()
  }
  const watcher = new MutationObserver(refresh)
  watcher.observe(box, { childList: true, subtree: true })
  addEventListener('resize', refresh)
  box.addEventListener('focusin', focused)
  box.addEventListener('keydown', key)
  refresh()
  return () => {
    watcher.disconnect()
    removeEventListener('resize', refresh)
    box.removeEventListener('focusin', focused)
    box.removeEventListener('keydown', key)
  }
}
