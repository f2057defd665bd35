// Writes, for exports.js, the CSV of an entry whose words a spreadsheet would run.
import { writeFileSync } from 'node:fs'
import { FRENCH_EXCEL } from '../../src/lib/csv/write-csv.ts'
import { figureCsv } from '../../src/lib/figures/frame/csv.ts'
import type { Entry } from '../../src/lib/figures/frame/entry.ts'

const [, , target] = process.argv
if (target === undefined) throw new Error('Usage: write-hostile-csv.ts FILE')
const entry: Entry = {
  id: 'a',
  what: '=1+1',
  group: '',
  territory: 'x',
  territory_name: 'Île-de-France, été, œuvre',
  region: 'x',
  programme: 'y',
  programme_name: '@SUM(A1)',
  hue: 'neutral',
  value: 81.9,
  text: '',
  unit: 'tonnes',
  marks: [],
  period_start: '2021-01-01',
  period_end: '2021-12-31',
  source: '=cmd|" /C calc"!A0',
  section: '\t=1+1',
  quote: '+ 42 000 actions',
  formula: '=HYPERLINK("x";"y")',
  note: '-2+3',
  selected: true
}
writeFileSync(target, figureCsv([entry], 'v', FRENCH_EXCEL))
