// What must be asked before a journal can be drawn: names, and the days between which it lies?

import type { Hue } from '../domain/rows.ts'
import type { Row } from '../engine/engine.ts'
import { askCatalogue } from '../figures/dashboard.ts'
import { Cube, type Ask } from '../query/cube.ts'
import { journalNames } from '../query/own.ts'
import { JOURNAL_CUBE } from './journal-cube.ts'
import { Journal } from './journal.svelte.ts'

const text = (row: Row, column: string): string => String(row[column] ?? '')

/** Names, and the days between which the journal lies. @throws what `ask` throws */
export async function openJournal(ask: Ask): Promise<Journal> {
  const [catalogue, sites, acts, programmes, hues, cube] = await Promise.all([
    askCatalogue(ask),
    ask(journalNames.sites),
    ask(journalNames.acts),
    ask(journalNames.programmes),
    ask(journalNames.hues),
    Cube.open(JOURNAL_CUBE, ask)
  ])
  const [days = []] = await cube.groups([['day']], {})
  const span = days.map(({ key }) => String(key[0])).toSorted()
  const [first = '', last = first] = [span[0], span.at(-1)]
  return new Journal(cube, {
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
