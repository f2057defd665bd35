// What is the smallest data/ that the pipeline publishes? For its tests: a fault is one change to it.

import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { COLUMNS, type TableName } from '../../src/lib/domain/rows.ts'
import { writeCsv } from '../../src/lib/csv/write-csv.ts'
import type { Row } from '../../src/lib/engine/engine.ts'

/** Path under data/ -> text. */
export type Files = Record<string, string>

const table = (name: TableName, ...rows: Row[]): string => writeCsv(COLUMNS[name], rows)
const said = { source: 'rapport', section: 'Chiffres' }
const year = { period_start: '2021-01-01', period_end: '2021-12-31' }
const observation = {
  indicator: 'produit',
  territory: 'rennes',
  ...year,
  unit: 'eur',
  mark: 'exact',
  perimeter: 'rennes:tout',
  ...said
}
const point = { precision: 'none', hue: 'neutral' }

// prettier-ignore
export const SITE = {
  name: 'Essai', origin: 'https://exemple.fr', base: '', publisher: 'Optima', website: 'https://exemple.fr/',
  contact: { email: 'a@exemple.fr', phone: '' }, licence: { code: 'MIT', data: 'Licence Ouverte' }, to_complete: ['le médiateur à citer']
}

/** Lines of observations: 2 total, 3-4 rennes (its quote holds a newline), 5 nantes, 6 reste, 7 modules, 8 modules-autres. */
// prettier-ignore
export function fixture(): Files {
  return {
    'site.json': JSON.stringify(SITE),
    'sources/rapport.txt': 'Total : 100 €\nRennes  60 €\n\nNantes 30 € de\nproduit. 3 modules, puis 63 modules.\n',
    'reference/sources.csv': table('sources', { id: 'rapport', title: 'Rapport', publisher: 'Optima', year: 2021, file: 'rapport.txt' }),
    'reference/territories.csv': table('territories',
      { id: 'optima', name: 'Optima', kind: 'organisation', ...point },
      { id: 'rennes', name: 'Rennes', kind: 'commune', parent: 'optima', insee: '35238', lon: -1.7, lat: 48.1, population: 230890, population_year: 2023, ...point, aliases: '35000|35200' },
      { id: 'nantes', name: 'Nantes', kind: 'commune', parent: 'optima', ...point }),
    'reference/programmes.csv': table('programmes', { id: 'jour', name: 'Jour', short_name: 'Jour', family: 'ecole', definition: 'Jour.', ...said, quote: 'Rennes' }),
    'reference/groups.csv': table('groups',
      { id: 'produit', name: 'Produit', kind: 'money', definition: 'Argent.', additive: true, why_not: 'Non.' },
      { id: 'modules', name: 'Modules', kind: 'training', definition: 'Modules.', additive: false, why_not: 'Non.' }),
    'reference/indicators.csv': table('indicators',
      { id: 'produit', name: 'produit', singular: 'produit', wording: 'de produit', definition: 'Argent.', unit: 'eur', kind: 'money', group: 'produit' },
      { id: 'modules', name: 'modules', singular: 'module', wording: '', definition: 'Modules.', unit: 'count', kind: 'training', group: 'modules' }),
    'reference/sites.csv': table('sites', { id: 'lieu', name: 'Lieu', territory: 'rennes', kind: 'intervention', programmes: 'jour', since: '2021-06', until: '2021', precision: 'none', count: 1, ...said, quote: 'Rennes' }),
    'reference/partners.csv': table('partners', { id: 'ville', name: 'Ville', kind: 'collectivité', territory: 'rennes', role: 'pays', ...said, quote: 'Rennes' }),
    'reference/offices.csv': table('offices', { id: 'siege', name: 'Siège', territory: 'rennes', agency_of: 'rennes', address: '1 rue', postcode: '35000', city: 'Rennes', precision: 'none', ...said, quote: 'Rennes' }),
    '2021/observations.csv': table('observations',
      { id: 'total', ...observation, territory: 'optima', value: 100, mark: 'to_verify', quote: 'Total : 100 €' },
      { id: 'rennes', ...observation, value: 60, quote: 'Rennes\n60 €' },
      { id: 'nantes', ...observation, territory: 'nantes', site: 'lieu', programme: 'jour', value: 30, quote: 'Nantes 30 € […] modules' },
      { id: 'reste', ...observation, territory: 'optima', value: 10, mark: 'computed', quote: 'Total : 100 € | 60 € | 30 €', formula: '100 − (60 + 30) = 10' },
      { id: 'modules', ...observation, indicator: 'modules', unit: 'count', value: 3, mark: 'to_verify', quote: '3 modules', contradicts: 'modules-autres' },
      { id: 'modules-autres', ...observation, indicator: 'modules', unit: 'count', value: 63, mark: 'to_verify', quote: '63 modules', contradicts: 'modules' }),
    '2021/engagements.csv': table('engagements', { id: 'marche', kind: 'new', title: 'Marché', territory: 'rennes', partner: 'ville', start: '2021', end: '2023-06', mark: 'exact', ...said, quote: 'Rennes' }),
    '2021/highlights.csv': table('highlights', { id: 'fait', start: '2021-06', title: 'Fait', text: 'Un fait.', territory: 'rennes', ...said, quote: 'Rennes' }),
    '2021/reconciliation.csv': 'id,title,relation,expression,published,reading\nparts,Parts,whole,rennes + nantes,total,\nreste,Reste,computed,total − (rennes + nantes),reste,\n'
  }
}

/** @returns a new temporary folder that holds the files. */
export async function writeFiles(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'data-'))
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  return folder
}
