// What does the CSV of a figure hold? One line an entry of its table, with unit, marks, bounds and source.

import { type Cell, type CsvFlavour, writeCsv } from '../../csv/write-csv.ts'
import { boundsOf } from '../../domain/bounds.ts'
import { marksInWords } from '../../domain/marks.ts'
import type { Entry } from './entry.ts'

/** Fixed: other people's scripts read them by name. */
export const CSV_COLUMNS = [
  'id',
  'ce_qui_est_compte',
  'territoire',
  'dispositif',
  'valeur',
  'unite',
  'marques',
  'borne_basse',
  'borne_haute',
  'debut',
  'fin',
  'source',
  'section',
  'citation',
  'formule',
  'note',
  'version'
] as const
type CsvColumn = (typeof CSV_COLUMNS)[number]

/** Units as a French reader writes them; a unit that is not here is written as it is. */
const UNITS: Readonly<Record<string, string>> = {
  eur: '€',
  percent: '%',
  tonnes: 't',
  kg: 'kg',
  hours: 'heures',
  days: 'jours',
  months: 'mois',
  people: 'personnes',
  acts: 'actes',
  posts: 'postes',
  places: 'places',
  points: 'points',
  rank: 'rang',
  count: 'nombre'
}

function line(entry: Entry, version: string): Record<CsvColumn, Cell> {
  const { value, unit, marks } = entry
  const { low, high } = value === null ? { low: null, high: null } : boundsOf({ value, unit, marks })
  return {
    id: entry.id,
    ce_qui_est_compte: entry.what,
    territoire: entry.territory === 'optima' ? 'Tout Optima' : entry.territory_name,
    dispositif: entry.programme === '' ? 'tous' : entry.programme_name,
    valeur: value ?? entry.text,
    unite: UNITS[unit] ?? unit,
    marques: marksInWords(marks),
    borne_basse: low,
    borne_haute: high,
    debut: entry.period_start,
    fin: entry.period_end,
    source: entry.source,
    section: entry.section,
    citation: entry.quote,
    formule: entry.formula,
    note: entry.note,
    version
  }
}

/** A whole file, as text. */
export function figureCsv(entries: readonly Entry[], version: string, flavour: CsvFlavour): string {
  return writeCsv(
    CSV_COLUMNS,
    entries.map((entry) => line(entry, version)),
    flavour
  )
}
