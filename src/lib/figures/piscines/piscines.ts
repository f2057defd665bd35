// What did the mediators do in the pools of Rennes, one summer?

import { formatWords } from '../../domain/format.ts'
import type { Figure } from '../figure.ts'
import { partsFigure } from '../parts.ts'
import { saying } from '../words.ts'

export const piscines: Figure = partsFigure({
  id: 'piscines',
  question: 'Qu’ont fait les médiateurs dans les piscines de Rennes ?',
  reading:
    'Quatre nombres d’un même été, chacun dans les mots du rapport. Une intervention, une action et une personne ne se comptent pas de la même façon : aucun n’est une part d’un autre.',
  name: 'Piscines',
  programme: 'mediation-piscines',
  parts: [
    {
      id: 'actes',
      title: 'Actes',
      indicators: ['actions_pools', 'interventions_pools'],
      note: () =>
        'Le rapport ne dit pas ce qui sépare une intervention d’une action : deux comptes, aucune somme.'
    },
    { id: 'personnes', title: 'Personnes et équipe', indicators: ['people_concerned_pools', 'mediators'] }
  ],
  title: (rows) =>
    saying(
      rows,
      ['interventions_pools', 'actions_pools', 'people_concerned_pools'],
      (interventions, actions, people) => {
        const [first, second, third] = [interventions, actions, people].map((row) =>
          formatWords(row.value, row.unit, row.marks)
        )
        return `Aux piscines de Rennes, ${first} interventions et ${second} actions auprès de ${third} personnes`
      }
    ),
  counts: (year) => `Médiation dans les piscines de Rennes, de fin juin à août ${year}`,
  note: () =>
    '« Entre fin juin et août » : le rapport ne donne pas les jours. Une saison ne se compare pas à une année entière, celle de la médiation de jour à Rennes par exemple.',
  absent: 'de chiffre sur les piscines'
})
