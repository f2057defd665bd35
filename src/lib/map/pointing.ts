// Which mark of a drawing is chosen? What is only pointed at is watched for map and list together (watch-reader.ts).

/** One listener for all that carries `data-id`: the list is the keyboard's way, so marks need no focus of their own. */
export function pointing(onselect: (id: string) => void): (drawing: SVGSVGElement) => () => void {
  const click = (event: Event): void => {
    const id = (event.target as Element).closest('[data-id]')?.getAttribute('data-id') ?? null
    if (id !== null) onselect(id)
  }
  return (drawing) => {
    drawing.addEventListener('click', click)
    return () => drawing.removeEventListener('click', click)
  }
}
