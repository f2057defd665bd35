// How many orders, how many mediations between neighbours? Two counts side by side, which make no rate.

import { ratio } from '../../domain/comparability.ts'
import type { FigureRow } from '../../domain/figure-rows.ts'
import type { Figure } from '../figure.ts'
import { partsFigure } from '../parts.ts'
import { counted, saying } from '../words.ts'

/** Why the two are not divided; '' once the domain allows it. */
function refusal(mediations: FigureRow, orders: FigureRow): string {
  const rate = ratio(mediations, orders)
  return rate.ok ? '' : rate.reason
}

export const mediationConventionnelle: Figure = partsFigure({
  id: 'mediation-conventionnelle',
  question: 'Combien de commandes et de médiations conventionnelles ?',
  reading:
    'Les commandes reçues et les médiations réalisées dans l’année sont deux comptes côte à côte. L’un ne mène pas à l’autre : ni flèche, ni pourcentage.',
  name: 'Médiation conventionnelle',
  programme: 'mediation-conventionnelle',
  parts: [
    {
      id: 'annee',
      title: 'Dans l’année',
      indicators: ['conventional_orders', 'conventional_mediations'],
      note: (rows) => saying(rows, ['conventional_mediations', 'conventional_orders'], refusal)
    },
    {
      id: 'perimetre',
      title: 'Pour qui, et où',
      indicators: ['landlords', 'housing_units'],
      note: () =>
        'Les logements sont ceux du patrimoine d’un seul bailleur, où Optima peut intervenir : un logement couvert n’est pas un logement visité.'
    }
  ],
  title: (rows) =>
    saying(
      rows,
      ['conventional_orders', 'conventional_mediations'],
      (orders, mediations) =>
        `${counted(orders)}, ${counted(mediations)}${refusal(mediations, orders) === '' ? '' : ' : deux comptes, pas un taux'}`
    ),
  counts: (year) => `Médiation entre voisins, à la commande de bailleurs sociaux, en Île-de-France, ${year}`,
  note: () =>
    'Les commandes de l’année d’avant sont publiées aussi : voir « D’une année à l’autre ». Les médiations ne le sont que pour une année.',
  absent: 'de chiffre sur la médiation conventionnelle'
})
