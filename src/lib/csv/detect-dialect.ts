// Which character parts the cells of a text, and which one wraps them? PapaParse's own guess fails on decimal commas.

import { DELIMITERS, type Delimiter, type Dialect } from './dialect.ts'
import { RecordReader } from './record-reader.ts'

export interface DialectGuess extends Dialect {
  /** Share of the rows that have the cells of the header, 0 to 1: below a half the guess is hardly one. */
  agreement: number
}

/** Rows that are judged. */
const JUDGED = 200

/** `sep=;` on the first line, as Excel writes it: the delimiter is said. */
function saidBy(text: string): Delimiter | null {
  const said = /^\ufeff?"?sep=(.)"?\s*?(?:\r|\n|$)/i.exec(text)?.[1]
  return DELIMITERS.find((delimiter) => delimiter === said) ?? null
}

/** How well a dialect cuts the text: the same number of cells in every row, more than one, none still holding a delimiter. */
function judge(text: string, whole: boolean, dialect: Dialect): { score: number; agreement: number } {
  const reader = new RecordReader(dialect)
  const [header, ...rows] = reader.push(text, whole).slice(0, JUDGED)
  if (header === undefined) return { score: 0, agreement: 0 }
  const width = header.cells.length
  const alike = rows.filter(({ cells, broken }) => !broken && cells.length === width).length
  const agreement = rows.length === 0 ? 1 : alike / rows.length
  if (width === 1) return { score: 0.3 * agreement, agreement }
  const others = DELIMITERS.filter((one) => one !== dialect.delimiter && one !== ',')
  const uncut = header.cells.some((cell) => others.some((one) => cell.includes(one)))
  const stray = dialect.quote === '"' && header.cells.some((cell) => /^\s*'/.test(cell))
  const named = header.cells.filter((cell) => /^[\s'"]*[\p{L}_]/u.test(cell)).length / width
  return {
    score: (0.05 + agreement ** 2) * Math.log2(width + 1) * (0.5 + named / 2) * (uncut || stray ? 0.4 : 1),
    agreement
  }
}

/**
 * @param text the beginning of the file, decoded
 * @param whole it is the file to its end
 */
export function detectDialect(text: string, whole: boolean): DialectGuess {
  const said = saidBy(text)
  const single = /^[\s\ufeff]*'/.test(text)
  const candidates = (said === null ? DELIMITERS : [said]).flatMap((delimiter): Dialect[] => [
    { delimiter, quote: '"', sepLine: said !== null },
    ...(single ? [{ delimiter, quote: "'" as const, sepLine: said !== null }] : [])
  ])
  let best: DialectGuess = { delimiter: said ?? ';', quote: '"', sepLine: said !== null, agreement: 0 }
  let most = 0
  for (const dialect of candidates) {
    const { score, agreement } = judge(text, whole, dialect)
    // A quote that is a French apostrophe would have to cut better, not as well.
    if (score > most) [best, most] = [{ ...dialect, agreement }, score]
  }
  return best
}
