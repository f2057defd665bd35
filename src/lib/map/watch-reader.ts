// What does the reader point at or focus, in the map and its list?

import type { Preview } from './preview.svelte.ts'

const CARD = '.card'

/** Pixels from a point to a box of the page, 0 inside. */
export function distanceTo(
  { left, right, top, bottom }: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  x: number,
  y: number
): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
}

/** Tells the preview; a finger does not hover. Returns what stops it. */
export function watchReader(box: HTMLElement, preview: Preview): () => void {
  let [x, y] = [Number.NaN, Number.NaN]
  const move = (event: PointerEvent): void => {
    // What moves under a pointer at rest was not pointed at: the map moves to what is selected.
    if (event.pointerType === 'touch' || (event.clientX === x && event.clientY === y)) return
    ;[x, y] = [event.clientX, event.clientY]
    // Who reads the card of the selected place by keyboard keeps it.
    if (!(event.target instanceof Element) || box.querySelector(`${CARD} :focus-visible`)) return
    const inCard = event.target.closest(CARD) !== null
    if (inCard && preview.shown !== null) {
      preview.hold()
      return
    }
    preview.point(inCard ? null : (event.target.closest('[data-id]')?.getAttribute('data-id') ?? null))
    const card = box.querySelector(`${CARD}.preview`)
    if (card) preview.moved(distanceTo(card.getBoundingClientRect(), x, y))
  }
  const leave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') preview.point(null)
  }
  const enter = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return
    // The card of the line in focus is reached backwards, over the buttons of the map.
    if (target.closest('.box')) preview.hold()
    else preview.focus(target.dataset.id ?? null)
  }
  /** Later: a line that a selection moves in the page loses the focus in the middle of an update, and has it back. */
  const out = (): void =>
    queueMicrotask(() => {
      if (!box.contains(document.activeElement)) preview.focus(null)
    })
  box.addEventListener('pointermove', move)
  box.addEventListener('pointerleave', leave)
  box.addEventListener('focusin', enter)
  box.addEventListener('focusout', out)
  return () => {
    preview.dismiss()
    box.removeEventListener('pointermove', move)
    box.removeEventListener('pointerleave', leave)
    box.removeEventListener('focusin', enter)
    box.removeEventListener('focusout', out)
  }
}
