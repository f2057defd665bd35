// What must be asked before a journal can be drawn: names, and the days between which it lies?

import type { Hue } from '../domain/rows.ts'
import type { Row } from '../engine/engine.ts'
import { askCatalogue } from '../figures/dashboard.ts'
import { cubeAnswer, cubeQuestion } from '../query/cube.ts'
import { journalNames } from '../query/own.ts'
import { JOURNAL_CUBE } from './journal-cube.ts'
import { Journal, type Ask } from './journal.svelte.ts'

const text = (row: Row, column: string): string => String(row[column] ?? '')

/** Names, and the days between which the journal lies. @throws what `ask` throws */
export async function openJournal(ask: Ask): Promise<Journal> {
  const charts = [['day']] as const
  const [catalogue, sites, acts, programmes, hues, days] = await Promise.all([
    askCatalogue(ask),
    ask(journalNames.sites),
    ask(journalNames.acts),
    ask(journalNames.programmes),
    ask(journalNames.hues),
    ask(cubeQuestion(JOURNAL_CUBE, charts, {}))
  ])
  const span = (cubeAnswer(JOURNAL_CUBE, charts, days)[0] ?? []).map(({ key }) => String(key[0])).sort()
  const [first = '', last = first] = [span[0], span.at(-1)]
  return new Journal(ask, {
    catalogue,
    sites: new Map(
      sites.map((row) => [text(row, 'id'), { name: text(row, 'name'), territory: text(row, 'territory') }])
    ),
    acts: new Map(
      acts.map((row) => [
        text(row, 'id'),
        { name: text(row, 'name'), group: text(row, 'group'), group_name: text(row, 'group_name') }
      ])
    ),
    programmes: new Map(programmes.map((row) => [text(row, 'id'), text(row, 'name')])),
    hues: new Map(hues.map((row) => [text(row, 'id'), text(row, 'hue') as Hue])),
    first,
    last
  })
}
