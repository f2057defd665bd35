// Which step does the reader look at? The one on a line a little above the middle of the window, or that has the focus.

/** A line of one pixel: steps follow one another without a gap, so that one alone is on it. */
const LINE = '-44% 0px -55% 0px'

/** @param list holds the steps, each with its rank from 0 in `data-step`. @returns what ends it */
export function watchSteps(list: HTMLElement, onstep: (rank: number) => void): () => void {
  const rankOf = (element: Element | null): number =>
    Number(element?.closest<HTMLElement>('[data-step]')?.dataset.step ?? NaN)
  const tell = (element: Element | null): void => {
    const rank = rankOf(element)
    if (!Number.isNaN(rank)) onstep(rank)
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) tell(target)
    },
    { rootMargin: LINE }
  )
  for (const step of list.querySelectorAll('[data-step]')) observer.observe(step)
  const focus = ({ target }: FocusEvent): void => tell(target instanceof Element ? target : null)
  list.addEventListener('focusin', focus)
  return () => {
    observer.disconnect()
    list.removeEventListener('focusin', focus)
  }
}
