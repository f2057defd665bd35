// What does a good file look like? A few invented rows of each shape, which say so themselves.

import type { TableRules } from './rules.ts'

/** Cells by key of the field; absent ones are empty. */
export type ExampleRow = Readonly<Record<string, string>>

const PLACES: readonly (readonly [place: string, programme: string, act: string])[] = [
  ['Orvault', 'Citoyenneté et Prévention', 'médiations et régulations'],
  ['Rennes', 'Médiation de jour', 'interventions'],
  ['Nantes', 'Médiation de quartier', 'interventions en régulation'],
  ['Angers', 'Médiation sociale urbaine d’Angers', 'actions'],
  ['Écoles de Rennes', 'Médiation à l’école', 'situations de gestion de conflits'],
  ['Nantes', 'Médiation de quartier', 'missions de veille']
]

/** Every Monday and Thursday of March 2022: the calendar of a small team. */
const DAYS = [3, 7, 10, 14, 17, 21, 24, 28, 31]

const journal: readonly ExampleRow[] = DAYS.flatMap((day, week) =>
  PLACES.filter((_, index) => (week + index) % 2 === 0).map(([place, programme, act], index) => ({
    id: `fictif-${String(day).padStart(2, '0')}-${index + 1}`,
    date: `${String(day).padStart(2, '0')}/03/2022`,
    place,
    programme,
    act,
    count: String(1 + ((day * 7 + index * 5) % 9)),
    people: String(2 + ((day * 3 + index) % 11)),
    duration: ['0h30', '45', '1h15', '2h'][(day + index) % 4] ?? ''
  }))
)

const observation = (row: ExampleRow): ExampleRow => ({
  period_start: '01/01/2022',
  period_end: '31/12/2022',
  mark: 'exact',
  source: 'exemple-fictif',
  section: 'Exemple',
  note: 'Chiffre fictif, pour l’exemple.',
  ...row
})

const observations: readonly ExampleRow[] = [
  observation({
    id: 'fictif-mediations-orvault-2022',
    indicator: 'médiations et régulations',
    territory: 'Orvault',
    programme: 'Citoyenneté et Prévention',
    value: '412',
    unit: 'actes',
    perimeter: 'orvault:citoyennete-prevention',
    quote: '412 médiations et régulations (exemple fictif)'
  }),
  observation({
    id: 'fictif-interventions-rennes-2022',
    indicator: 'interventions_day',
    territory: 'Rennes',
    programme: 'Médiation de jour',
    value: '6 120',
    unit: 'actes',
    mark: 'environ',
    perimeter: 'rennes:mediation-jour',
    quote: 'quelque 6 120 interventions (exemple fictif)'
  }),
  observation({
    id: 'fictif-produit-rennes-2022',
    indicator: 'produit',
    territory: 'Région de Rennes',
    value: '451 000',
    unit: '€',
    mark: 'arrondi',
    perimeter: 'region-rennes:produit',
    quote: '451 K€ (exemple fictif)'
  })
]

export const exampleRows = ({ id }: TableRules): readonly ExampleRow[] =>
  id === 'journal' ? journal : observations
