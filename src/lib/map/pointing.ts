// Which mark of a drawing is pointed at, or chosen?

export interface Pointed {
  onselect: (id: string) => void
  /** null: none any more. */
  onhover: (id: string | null) => void
}

/** One listener for all that carries `data-id`: the list is the keyboard's way, so marks need no focus of their own. */
export function pointing({ onselect, onhover }: Pointed): (drawing: SVGSVGElement) => () => void {
  const idOf = (event: Event): string | null =>
    (event.target as Element).closest('[data-id]')?.getAttribute('data-id') ?? null
  const click = (event: Event): void => {
    const id = idOf(event)
    if (id !== null) onselect(id)
  }
  const over = (event: Event): void => onhover(idOf(event))
  const out = (): void => onhover(null)
  return (drawing) => {
    drawing.addEventListener('click', click)
    drawing.addEventListener('pointerover', over)
    drawing.addEventListener('pointerleave', out)
    return () => {
      drawing.removeEventListener('click', click)
      drawing.removeEventListener('pointerover', over)
      drawing.removeEventListener('pointerleave', out)
    }
  }
}
