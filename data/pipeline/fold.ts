// Where in the report does a quote stand? White space is folded to single spaces before anything is compared.

/** The text with every run of white space as one space, trimmed. */
export function fold(text: string): string {
  return text.split(/\s+/).join(' ').trim()
}

/** The verbatim pieces of a quote: terms are parted by " | ", elided names by "[…]". */
export function quotePieces(quote: string): string[] {
  return quote
    .split(/ \| |\[…\]/)
    .map(fold)
    .filter((piece) => piece !== '')
}

/** Half-open character range in the folded text. */
export interface Span {
  start: number
  end: number
}

/** Every place where the piece stands in the folded text; inside a longer number it does not count. */
export function placesOf(piece: string, folded: string): Span[] {
  const spans: Span[] = []
  for (let at = folded.indexOf(piece); at !== -1; at = folded.indexOf(piece, at + 1)) {
    const cutsNumber = /^\d/.test(piece) && /\d$/.test(folded.slice(0, at))
    if (!cutsNumber) spans.push({ start: at, end: at + piece.length })
  }
  return spans
}
