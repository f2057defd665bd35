// What do the good rows of the relation `journal` add up to, by place, dispositif and act? One pass over the rows.

import type { Counting } from '../../../src/lib/domain/journal-counting.ts'
import type { JournalCount } from '../../../src/lib/domain/journal-cube.ts'
import type { JournalReference } from '../../../src/lib/domain/journal-publication.ts'
import type { Row } from '../../../src/lib/engine/engine.ts'
import { quoteIdentifier } from '../../../src/lib/engine/parameters.ts'
import type { Workbench } from '../../../src/lib/engine/workbench.ts'
import { goodTable, textOf } from './verdicts.ts'

const INTEGERS = /^(U?(TINY|SMALL|BIG)INT|U?INTEGER|HUGEINT)$/

/** The number of a cell: itself in a column of numbers, else what the rules read in its text. */
function numberOf(key: string, type: string): { cell: string; join: string } {
  if (INTEGERS.test(type)) return { cell: quoteIdentifier(key), join: '' }
  const table = goodTable(key)
  return {
    cell: `CAST(CAST(${table}.value AS DOUBLE) AS BIGINT)`,
    join: `LEFT JOIN ${table} ON ${table}.text = ${textOf(key)}`
  }
}

/**
 * Adds up the rows by the cells as they are written: what they mean is looked for afterwards, in a table a thousand
 * times smaller. Makes the table `daily`.
 */
async function addUp(bench: Workbench, good: string): Promise<void> {
  const types = new Map(
    (await bench.run('DESCRIBE journal')).map((row) => [String(row.column_name), String(row.column_type)])
  )
  const count = numberOf('count', types.get('count') ?? '')
  const people = numberOf('people', types.get('people') ?? '')
  await bench.run(
    `CREATE OR REPLACE TABLE daily AS
     SELECT place, programme, act, date, sum(${count.cell}) AS acts, sum(${people.cell}) AS people,
       count(*) - count(${people.cell}) AS uncounted, count(*) AS rows
     FROM (SELECT * FROM journal WHERE ${good}) j ${count.join} ${people.join}
     GROUP BY place, programme, act, date`
  )
}

/** The same with codes and days instead of texts. Makes the table `read`. */
async function readCodes(bench: Workbench, year: number, reference: JournalReference): Promise<void> {
  const keys = ['place', 'programme', 'act', 'date']
  const joins = keys.map((key) => `JOIN ${goodTable(key)} AS v_${key} ON v_${key}.text = ${textOf(key)}`)
  await bench.run(
    `CREATE OR REPLACE TABLE read AS
     SELECT ${keys.map((key) => `v_${key}.value AS ${key}`).join(', ')}, acts, people, uncounted, rows,
       CAST(v_date.value[1:4] AS INTEGER) = ${year} AS inside
     FROM daily ${joins.join(' ')}`
  )
  await bench.run('CREATE OR REPLACE TABLE located (line BIGINT, place VARCHAR, territory VARCHAR)')
  const territories = new Set(reference.territories.map(({ id }) => id))
  const sites = reference.sites.filter(({ id }) => !territories.has(id))
  await bench.append('located', [
    ...[...territories].map((id): [number, string, string] => [0, id, id]),
    ...sites.map(({ id, territory }): [number, string, string] => [0, id, territory])
  ])
}

const text = (row: Row, column: string): string => String(row[column] ?? '')

/** @param good condition of the rows that count; verdicts of every column are at hand (`checkJournal`) */
export async function countJournal(
  bench: Workbench,
  good: string,
  year: number,
  reference: JournalReference
): Promise<Counting> {
  await addUp(bench, good)
  await readCodes(bench, year, reference)
  const counts = await bench.run(
    `SELECT place, programme, act, sum(acts)::DOUBLE AS count, sum(people)::DOUBLE AS people, sum(uncounted)::DOUBLE AS uncounted
     FROM read WHERE inside GROUP BY ALL ORDER BY ALL`
  )
  const days = await bench.run(
    `SELECT territory, programme, count(DISTINCT date)::DOUBLE AS days
     FROM read JOIN located USING (place) WHERE inside AND acts > 0 GROUP BY ALL ORDER BY ALL`
  )
  const spans = await bench.run(
    'SELECT programme, min(date) AS first, max(date) AS last FROM read WHERE inside GROUP BY ALL ORDER BY ALL'
  )
  const [left] = await bench.run('SELECT coalesce(sum(rows), 0)::DOUBLE AS n FROM read WHERE NOT inside')
  return {
    counts: counts.map((row): JournalCount => ({
      place: text(row, 'place'),
      programme: text(row, 'programme'),
      act: text(row, 'act'),
      count: Number(row.count),
      people: row.people === null ? null : Number(row.people),
      uncounted: Number(row.uncounted)
    })),
    days: days.map((row) => ({
      territory: text(row, 'territory'),
      programme: text(row, 'programme'),
      days: Number(row.days)
    })),
    spans: spans.map((row) => ({
      programme: text(row, 'programme'),
      first: text(row, 'first'),
      last: text(row, 'last')
    })),
    outside: Number(left?.n)
  }
}
