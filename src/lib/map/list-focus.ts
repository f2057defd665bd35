// How do keys move the focus through the lines of the list, in the page?

import type { ListKeys } from './list-keys.svelte.ts'
import type { Step } from './list-moves.ts'

const lineOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof HTMLElement && target.dataset.key !== undefined ? target : null

/** Key of the line in focus; undefined when the focus is elsewhere, or on a line that has just been folded away. */
export function keyInFocus(list: HTMLElement): string | undefined {
  const line = lineOf(document.activeElement)
  return line && list.contains(line) && line.checkVisibility() ? line.dataset.key : undefined
}

/** Opens or closes the group of a line as the step says, and puts the focus on the line. */
export function reach(list: HTMLElement, { to, open }: Step, keys: ListKeys): void {
  const line = list.querySelector<HTMLElement>(`[data-key="${CSS.escape(to)}"]`)
  const group = line?.closest('details')
  if (group && open !== undefined) {
    group.open = open
    // Its own event comes too late for the next key.
    keys.toggled(group.dataset.group ?? '', open)
  }
  line?.focus()
}

/** Listens on the whole list; returns what stops it. */
export function moveByKeys(list: HTMLElement, keys: ListKeys): () => void {
  /** A blank that was part of a name must not press the button when it is let go. */
  let held = false
  const down = (event: KeyboardEvent): void => {
    const line = lineOf(event.target)
    held = false
    if (!line || event.ctrlKey || event.altKey || event.metaKey) return
    const step = keys.press(event.key, line.dataset.key ?? '', event.timeStamp)
    if (!step) return
    event.preventDefault()
    held = event.key === ' '
    reach(list, step, keys)
  }
  const up = (event: KeyboardEvent): void => {
    if (held && event.key === ' ') event.preventDefault()
  }
  const focused = (event: FocusEvent): void => {
    const key = lineOf(event.target)?.dataset.key
    if (key !== undefined) keys.focused(key)
  }
  list.addEventListener('keydown', down)
  list.addEventListener('keyup', up)
  list.addEventListener('focusin', focused)
  return () => {
    list.removeEventListener('keydown', down)
    list.removeEventListener('keyup', up)
    list.removeEventListener('focusin', focused)
  }
}
