// Is every number of the report accounted for? Digits and words, each by a quote or by a stated reason.

import { type Span, placesOf, quotePieces } from './fold.ts'

/** Why a number of the report is no observation. */
export const REASONS = ['date', 'address', 'phone', 'postcode', 'link', 'name', 'level', 'word'] as const

export interface NumberFound extends Span {
  text: string
  /** "449 K€" is 449000, "2h30" is 2.5, "une dizaine" is 10. */
  value: number
}

/** What a row says of its quote: the one number that it publishes, or null for the story told as a whole. */
export interface Claim {
  quote: string
  /** NaN for what we computed: its terms are published by rows of their own. */
  value: number | null
}

/** `number` stands in `quote`, which says where: the rest of the quote excuses nothing. */
export interface ReasonRow {
  quote: string
  number: string
  reason: string
}

/** What a word counts; shares in per cent. */
const WORDS: Readonly<Record<string, number>> = {
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
  cents: 100,
  mille: 1000,
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  millier: 1000,
  million: 1e6,
  milliard: 1e9,
  moitié: 50,
  tiers: 100 / 3,
  quart: 25,
  demi: 0.5,
  demie: 0.5,
  'un mi-temps': 0.5,
  'mi-temps': 0.5,
  double: 2,
  triple: 3,
  premier: 1,
  première: 1,
  second: 2,
  seconde: 2,
  deuxième: 2,
  troisième: 3,
  quatrième: 4,
  cinquième: 5,
  sixième: 6,
  septième: 7,
  huitième: 8,
  neuvième: 9,
  dixième: 10,
  'un an': 1,
  'un poste': 1
}

const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
const DATE = new RegExp(
  `\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2}(?:er)? (?:${MONTHS})(?: \\d{4})?|(?<!\\d)(?:19|20)\\d{2}(?!\\d)`,
  'giu'
)
const DIGITS = /\d+h\d\d|(?<!\d)\d{1,3}(?: \d{3}(?!\d))+(?:,\d+)?|\d+(?:,\d+)?/g
const LONGEST_FIRST = Object.keys(WORDS).sort((a, b) => b.length - a.length)
const WORD = new RegExp(`(?<![\\p{L}-])(?:${LONGEST_FIRST.join('|')})s?(?!\\p{L})`, 'giu')

function valueOf(text: string, after: string): number {
  const [, hour, minute] = /^(\d+)h(\d\d)$/.exec(text) ?? []
  if (hour !== undefined) return Number(hour) + Number(minute) / 60
  const word = text.toLowerCase()
  if (!/^\d/.test(text)) return WORDS[word] ?? WORDS[word.replace(/s$/, '')] ?? Number.NaN
  const value = Number(text.replaceAll(' ', '').replace(',', '.'))
  return /^ ?[Kk]€/.test(after) ? value * 1000 : value
}

/** Every number of the folded text, in order. "un" alone is an article; "un an" and "un poste" are counts. */
export function numbersOf(folded: string): NumberFound[] {
  const found = [...folded.matchAll(DIGITS), ...folded.matchAll(WORD)].map((match) => {
    const end = match.index + match[0].length
    return { text: match[0], start: match.index, end, value: valueOf(match[0], folded.slice(end, end + 3)) }
  })
  return found.sort((a, b) => a.start - b.start)
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length })

function covers(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => span.start <= start && span.end >= end)
}

/** Where the reason's own number stands, at each place of its quote. */
function reasonSpans({ quote, number }: ReasonRow, folded: string): Span[] {
  return placesOf(quote, folded).flatMap((place) =>
    placesOf(number, quote).map(({ start, end }) => ({ start: place.start + start, end: place.start + end }))
  )
}

/**
 * The numbers that nothing accounts for at that very place. An observation accounts for its own value and for
 * dates in its quote, not for another number that happens to stand there.
 */
export function uncovered(
  folded: string,
  claims: readonly Claim[],
  reasons: readonly ReasonRow[]
): NumberFound[] {
  const dates = [...folded.matchAll(DATE)].map(spanOf)
  const excused = reasons.flatMap((reason) => reasonSpans(reason, folded))
  const told = claims.map(({ quote, value }) => ({
    value,
    spans: quotePieces(quote).flatMap((piece) => placesOf(piece, folded))
  }))
  return numbersOf(folded).filter((number) => {
    if (covers(excused, number)) return false
    const isDate = covers(dates, number)
    return !told.some(
      ({ value, spans }) => (value === null || value === number.value || isDate) && covers(spans, number)
    )
  })
}

/** Reasons that excuse no number which the rows and the other reasons leave open: they are to be deleted. */
export function unusedReasons(
  folded: string,
  claims: readonly Claim[],
  reasons: readonly ReasonRow[]
): ReasonRow[] {
  return reasons.filter((reason) => {
    const others = reasons.filter((other) => other !== reason)
    const spans = reasonSpans(reason, folded)
    return !uncovered(folded, claims, others).some((number) => covers(spans, number))
  })
}

/** The words around a number, for the message of a failing test. */
export function around({ start, end }: Span, folded: string): string {
  return `${folded.slice(Math.max(0, start - 50), start)}>>${folded.slice(start, end)}<<${folded.slice(end, end + 40)}`
}
