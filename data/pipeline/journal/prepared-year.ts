// What does a millésime hold whose only file is the one that the page prepares? Its source, and the text that it quotes: its own lines.

import { isJournalSource, journalSource, statementOf } from '../../../src/lib/domain/journal-source.ts'
import type { DataRow } from '../read-tables.ts'
import { text } from '../rule.ts'

/** Files that a journal says nothing of: a millésime made of one alone may go without them. */
export const NOT_OF_A_JOURNAL: readonly string[] = ['engagements', 'highlights']

const sourceIds = (observations: readonly DataRow[], year: number): string[] => [
  ...new Set(observations.flatMap((row) => (row.millesime === year ? [text(row.values, 'source')] : [])))
]

/** Does all of the year come from its journal? */
export function isOfJournal(observations: readonly DataRow[], year: number): boolean {
  const ids = sourceIds(observations, year)
  return ids.length === 1 && ids.every((id) => isJournalSource(id))
}

/**
 * The source that the folder of the year would hold, had the pipeline written it.
 * @param known ids of the sources that are there; null when the year needs none of ours
 */
export function preparedSource(
  observations: readonly DataRow[],
  year: number,
  known: ReadonlySet<string>
): { row: DataRow; text: string } | null {
  const [id] = sourceIds(observations, year)
  if (id === undefined || known.has(id) || !isOfJournal(observations, year)) return null
  const own = observations.filter((row) => row.millesime === year)
  const source = journalSource(year, id)
  return {
    row: { file: own[0]?.file ?? '', line: 1, millesime: year, values: { ...source } },
    text: statementOf(
      source,
      own.map(({ values }) => text(values, 'quote'))
    )
  }
}
