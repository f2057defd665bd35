// What is sent to the engine for the SQL of a reader, and which place of it does an error mean?

/** Rows that are read at most: beyond, a result is a file of its own, not something to look at. */
export const MOST_ROWS = 10_000

export type PreparedSql = { ok: true; sql: string } | { ok: false; reason: string }

/** The same text without its comments, and with a letter for each character that is quoted: to look through. */
function bare(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g, (piece) =>
    piece.replace(/[^\n]/g, /^['"]/.test(piece) ? 'x' : ' ')
  )
}

/** One line before the reader's, so that their lines are one further down for the engine. */
const OPENING = 'SELECT * FROM (\n'

/** One statement that reads, held to MOST_ROWS. The engine would prepare no other: here the reason is said in French. */
export function prepareSql(text: string): PreparedSql {
  const plain = bare(text)
  const end = plain.trimEnd().replace(/[;\s]+$/, '').length
  const sql = text.slice(0, end)
  if (plain.slice(0, end).trim() === '')
    return { ok: false, reason: 'La requête est vide. Écrivez-en une, ou choisissez un exemple.' }
  if (plain.slice(0, end).includes(';'))
    return { ok: false, reason: 'Une seule requête à la fois : retirez ce qui suit le premier « ; ».' }
  if (!/^[\s(]*(select|with|from|values)\b/i.test(plain))
    return {
      ok: false,
      reason:
        'Ici on ne fait que lire : une requête commence par SELECT, WITH, FROM ou VALUES. Les tables sont des copies, rien ne peut les changer.'
    }
  return { ok: true, sql: `${OPENING}${sql}\n) LIMIT ${MOST_ROWS + 1}` }
}

export interface SqlProblem {
  /** DuckDB's own words, English. */
  message: string
  /** Character of the reader's text that is meant; null when the engine does not say. */
  at: number | null
  /** 1-based. */
  line: number | null
  column: number | null
}

/** What DuckDB names when it does not show the place. */
const CULPRITS: readonly RegExp[] = [
  /Referenced (?:column|table) "([^"]+)"/,
  /does not have a column named "([^"]+)"/,
  /(?:Table|Function|Type|View|Schema)(?: Function)? with name "?([^\s"!]+)"?/i,
  /column "([^"]+)"/i,
  /at or near "([^"]+)"/
]

/** First place of the word that the message names, outside of quotes and comments if it is there; -1 when none is. */
function culpritIn(message: string, text: string): number {
  const word = CULPRITS.flatMap((pattern) => pattern.exec(message)?.[1] ?? [])[0]
  if (word === undefined) return -1
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const place = new RegExp(`(?<![\\w"])"?${escaped}(?!\\w)`, 'i')
  return place.exec(bare(text))?.index ?? place.exec(text)?.index ?? -1
}

/** The place under the caret of a message that quotes a piece of a line; -1 when it shows none. */
function caretIn(message: string, text: string): number {
  const [, number = '', shown = '', blanks = ''] = /\nLINE (\d+): ([^\n]*)\n( *)\^/.exec(message) ?? []
  const lines = text.split('\n')
  // The engine's first line is ours.
  const line = Number(number) - 2
  const written = lines[line]
  if (number === '' || written === undefined) return -1
  const found = written.indexOf(shown.replace(/^\.\.\./, '').replace(/\.\.\.$/, ''))
  if (found === -1) return -1
  const caret = blanks.length - `LINE ${number}: `.length - (shown.startsWith('...') ? 3 : 0)
  const start = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0)
  return start + Math.min(Math.max(0, found + caret), written.length)
}

/** @param message DuckDB's @param text as the reader wrote it */
export function sqlProblem(message: string, text: string): SqlProblem {
  const words = message.replace(/\nLINE \d+:[\s\S]*$/, '').trim()
  const caret = caretIn(message, text)
  const at = caret === -1 ? culpritIn(message, text) : caret
  if (at === -1) return { message: words, at: null, line: null, column: null }
  const before = text.slice(0, at).split('\n')
  return { message: words, at, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
