// What is wrong with a file, where, and what should stand there? Facts, then one French sentence.

export interface Problem {
  /** Path as the reader knows it: data/2021/observations.csv. */
  file: string
  /** 1-based line of the file; null when the file as a whole is meant. */
  row: number | null
  /** Column of a CSV, or key of a JSON file; '' when the row as a whole is meant. */
  column: string
  value: string
  /** What is wrong, French, a sentence with its full stop. */
  wrong: string
  /** What should stand there, French, without full stop; '' when `wrong` says it. */
  expected: string
}

/** "data/2021/observations.csv, ligne 14, colonne « value » : « 12a » n’est pas un nombre. Attendu : …" */
export function problemText({ file, row, column, wrong, expected }: Problem): string {
  const line = row === null ? '' : `, ligne ${row}`
  const name = column === '' ? '' : `, ${file.endsWith('.json') ? 'clé' : 'colonne'} ${shown(column)}`
  return `${file}${line}${name} : ${wrong}${expected === '' ? '' : ` Attendu : ${expected}.`}`
}

/** Text of a file as a message may hold it: one line, no control characters, not endless. */
function short(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ')
  return line.length > 80 ? `${line.slice(0, 80)}…` : line
}

/** A value as it is quoted in a message. */
export function shown(value: string): string {
  return `« ${short(value)} »`
}

/** Insertions, deletions, replacements and swaps of neighbours that make one word of the other. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const costs = [(last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same]
      if (swapped) costs.push((beforeLast[column - 2] ?? 0) + 1)
      next.push(Math.min(...costs))
    }
    beforeLast = last
    last = next
  }
  return last[b.length] ?? 0
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')

/** The known word that was most likely meant, or null: at most a third of the letters may differ. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const wanted = plain(word)
  let best: { word: string; distance: number } | null = null
  for (const candidate of known) {
    const found = distance(wanted, plain(candidate))
    if (found <= Math.max(1, wanted.length / 3) && found < (best?.distance ?? Infinity))
      best = { word: candidate, distance: found }
  }
  return best?.word ?? null
}

/** " (vouliez-vous dire « rennes » ?)", or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const found = nearest(word, known)
  return found === null ? '' : ` (vouliez-vous dire « ${found} » ?)`
}

/** Stops the pipeline; the message is the list of problems, one a line, in the order of files and lines. */
export class DataError extends Error {
  readonly problems: readonly Problem[]

  constructor(unsorted: readonly Problem[]) {
    const problems = unsorted.toSorted((a, b) => a.file.localeCompare(b.file) || (a.row ?? 0) - (b.row ?? 0))
    super(problems.map(problemText).join('\n'))
    this.name = 'DataError'
    this.problems = problems
  }
}
