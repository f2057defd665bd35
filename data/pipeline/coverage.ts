// Is every number of the report accounted for? Digits and words, each by a quote or by a stated reason.

import { type Span, placesOf, quotePieces } from './fold.ts'

/** Why a number of the report is no observation. */
export const REASONS = ['date', 'address', 'phone', 'postcode', 'link', 'name', 'level', 'word'] as const
export type Reason = (typeof REASONS)[number]

export interface NumberFound extends Span {
  text: string
}

export interface ReasonRow {
  quote: string
  reason: string
}

const DIGITS = /(?<!\d)\d{1,3}(?: \d{3}(?!\d))+(?:,\d+)?|\d+(?:,\d+)?/g
const WORDS =
  /(?<![\p{L}'’-])(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille|millions?|dizaines?|douzaines?|quinzaines?|vingtaines?|centaines?|milliers?|moitié|tiers|quart|demie?|mi-temps|double|triple|premi(?:er|ère)s?|seconde?|deuxième|troisième|quatrième|cinquième|un (?:an|poste|mi-temps))(?![\p{L}])/giu

/** Every number of the folded text, in order. "un" alone is an article; "un an" and "un poste" are counts. */
export function numbersOf(folded: string): NumberFound[] {
  const found = [...folded.matchAll(DIGITS), ...folded.matchAll(WORDS)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length
  }))
  return found.sort((a, b) => a.start - b.start)
}

function covers(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => span.start <= start && span.end >= end)
}

/** The numbers that neither a quote nor a reason covers at that very place. */
export function uncovered(
  folded: string,
  quotes: readonly string[],
  reasons: readonly ReasonRow[]
): NumberFound[] {
  const spans = [...quotes.flatMap(quotePieces), ...reasons.map(({ quote }) => quote)].flatMap((piece) =>
    placesOf(piece, folded)
  )
  return numbersOf(folded).filter((number) => !covers(spans, number))
}

/** Reasons that excuse no number which the quotes leave open: they are to be deleted. */
export function unusedReasons(
  folded: string,
  quotes: readonly string[],
  reasons: readonly ReasonRow[]
): ReasonRow[] {
  const open = uncovered(folded, quotes, [])
  return reasons.filter(({ quote }) => {
    const spans = placesOf(quote, folded)
    return !open.some((number) => covers(spans, number))
  })
}

/** The words around a number, for the message of a failing test. */
export function around({ start, end }: Span, folded: string): string {
  return `${folded.slice(Math.max(0, start - 50), start)}>>${folded.slice(start, end)}<<${folded.slice(end, end + 40)}`
}
