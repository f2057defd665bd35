// What does the report not say of a territory, and at which level does the number exist instead?

import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import { french } from '../domain/format.ts'
import type { Activity } from './activities.ts'
import type { FicheData } from './fiche-data.ts'
import type { Lineage } from './lineage.ts'

export interface Absence {
  what: string
  /** Where it is published, '' when nowhere. */
  where: string
  row: FigureRow | null
}

/** Subjects a reader looks for, and the indicators that would tell. */
const SUBJECTS: readonly { what: string; matches: (row: SecretRow) => boolean }[] = [
  { what: 'Produit (recettes)', matches: ({ indicator }) => indicator === 'revenue' },
  { what: 'Personnes', matches: ({ kind }) => kind === 'people' },
  { what: 'Actes de médiation', matches: ({ kind }) => kind === 'acts' },
  { what: 'Médiateurs', matches: ({ indicator }) => indicator === 'mediators' },
  {
    what: 'Jours de présence',
    matches: ({ indicator }) => indicator === 'days_per_week' || indicator === 'intervention_days'
  },
  { what: 'Stagiaires', matches: ({ indicator }) => indicator === 'trainees' }
]

const whereWords = (row: FigureRow): string =>
  row.territory === 'optima'
    ? 'tout Optima'
    : [row.territory_name, row.programme_name].filter(Boolean).join(', ')

/** What the fiche of a territory holds. */
interface Held {
  year: number
  line: Lineage
  own: readonly FigureRow[]
  /** Counted here, and hidden: neither published nor absent. */
  secrets: readonly SecretRow[]
  activities: readonly Activity[]
}

export function absences(data: FicheData, { year, line, own, secrets, activities }: Held): Absence[] {
  const { territory, inside, above, departement } = line
  const current = data.rows.filter(
    (row) => row.period_end >= `${year}-01-01` && !row.marks.includes('computed')
  )
  const families = new Set<string>(activities.map(({ family }) => family))
  const partial = (row: FigureRow): number => Number(row.marks.includes('partial_period'))
  /** Nearest level first: what lies inside, then what holds it, then the same region, then the whole. */
  const rank = (row: FigureRow): number => {
    if (inside.has(row.territory)) return 0
    const up = above.findIndex(({ id }) => id === row.territory)
    if (up >= 0) return above.length - up
    if (row.territory === departement?.id) return above.length + 1
    if (row.territory === 'optima') return 90
    return row.region === territory.region && families.has(row.family) ? 50 : 99
  }
  const subjects = SUBJECTS.flatMap(({ what, matches }): Absence[] => {
    if (own.some(matches) || secrets.some(matches)) return []
    const found = current
      .filter((row) => matches(row) && rank(row) < 99)
      .toSorted((a, b) => rank(a) - rank(b) || partial(a) - partial(b) || b.value - a.value)[0]
    return [{ what, where: found === undefined ? '' : french(whereWords(found)), row: found ?? null }]
  })
  const dated = activities.some(({ period }) => period !== '')
  return [
    ...subjects,
    ...(dated ? [] : [{ what: 'Date de début', where: '', row: null }]),
    ...(territory.kind === 'line' ? [] : [{ what: 'Chiffres par quartier', where: '', row: null }])
  ]
}
