// Which rules of secrecy were published with the data?

import { readJournalRules, type JournalRule } from '../domain/journal-rules.ts'
import { readPublished } from '../engine/published.ts'

/** @throws AppError `data_unreadable`; an error of the file system when `npm run data` has not run. */
export async function readPublishedRules(): Promise<JournalRule[]> {
  return readJournalRules(await readPublished('journal.json'))
}
