// What happened in the Espaces Départementaux de Solidarité, the three months they were open to mediation again?

import { formatPeriod } from '../../domain/format.ts'
import type { Figure } from '../figure.ts'
import { partsFigure } from '../parts.ts'
import { counted, saying } from '../words.ts'

export const eds: Figure = partsFigure({
  id: 'eds',
  question: 'Que publie le rapport sur les Espaces Départementaux de Solidarité ?',
  reading:
    'Les personnes et les actes ne couvrent que les mois écrits dessous ; les sites et la coordination sont donnés pour l’année. Chaque nombre compte autre chose.',
  name: 'Espaces de solidarité',
  programme: 'eds',
  parts: [
    {
      id: 'actes',
      title: 'Depuis la reprise : personnes et actes',
      indicators: ['people_met', 'eds_referrals', 'eds_interviews'],
      note: () =>
        'Une participation à un entretien n’est pas une orientation, ni une personne : trois comptes, aucune somme.'
    },
    {
      id: 'moyens',
      title: 'Dans l’année : sites et équipe',
      indicators: ['sites_count', 'coordinators'],
      note: () => 'Les sites sont comptés, pas nommés : aucun n’a de point sur la carte.'
    }
  ],
  layout: 'list',
  title: (rows) =>
    saying(
      rows,
      ['people_met', 'eds_referrals'],
      (people, referrals) =>
        `Espaces de solidarité : ${counted(people)}, ${counted(referrals)}, ${formatPeriod(people.period_start, people.period_end)}`
    ),
  counts: (year) =>
    `Médiation dans les Espaces Départementaux de Solidarité (EDS) de Loire-Atlantique, ${year}`,
  note: (rows) =>
    saying(
      rows,
      ['people_met'],
      (people) =>
        `L’action de terrain n’a redémarré qu’en octobre : ces nombres vont ${formatPeriod(people.period_start, people.period_end)} et ne se comparent à aucune année entière, ni à celle de Rennes, ni à celle d’Angers.`
    ),
  absent: 'de chiffre sur les Espaces Départementaux de Solidarité'
})
