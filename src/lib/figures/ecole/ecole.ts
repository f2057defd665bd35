// What is published on mediation at school, and where? Each town counts something else.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { headlineName, listWords } from '../../domain/sentence.ts'
import type { Figure } from '../figure.ts'
import { partsFigure } from '../parts.ts'
import { saying } from '../words.ts'

/** Posts are decided for later: they are no count of the year's activity. */
const POSTS = ['new_posts', 'post_rank']

/** Says that no count is common to all places, only while that is so. */
function titleOf(rows: readonly FigureRow[]): string {
  const counts = rows.filter(({ indicator }) => !POSTS.includes(indicator))
  const places = [...new Set(counts.map((row) => row.territory_name))]
  const common = counts.some(({ indicator }) =>
    places.every((place) => counts.some((row) => row.indicator === indicator && row.territory_name === place))
  )
  if (common || places.length < 2) return ''
  return `À l’école, aucun compte n’est commun à ${listWords(places.map(headlineName))}`
}

export const ecole: Figure = partsFigure({
  id: 'ecole',
  question: 'Que publie le rapport sur la médiation à l’école ?',
  reading:
    'Une colonne par nature, une ligne par territoire. Chaque barre est sur l’axe de son groupe : deux barres ne se comparent que sous le même mot. Une case « non publié » n’est pas un zéro.',
  name: 'Médiation à l’école',
  programme: 'mediation-ecole',
  parts: [
    { id: 'eleves', title: 'Élèves', indicators: ['people_concerned_school'], everywhere: true },
    {
      id: 'actes',
      title: 'Actes',
      indicators: ['actions_school_projects', 'conflict_management_school', 'individual_support_school'],
      everywhere: true
    },
    { id: 'sites', title: 'Sites', indicators: ['sites_count'], everywhere: true },
    { id: 'equipe', title: 'Équipe', indicators: ['mediators'], everywhere: true },
    {
      id: 'postes',
      title: 'Postes décidés dans l’année',
      indicators: ['new_posts', 'post_rank'],
      numbers: true,
      note: (rows) =>
        rows.some(({ indicator }) => indicator === 'post_rank')
          ? 'Un rang n’est pas un nombre de postes : « un cinquième poste » à Rennes, c’est un poste de plus.'
          : ''
    }
  ],
  layout: 'matrix',
  title: titleOf,
  counts: (year) =>
    `Élèves, actes, sites, équipes et postes de la médiation à l’école, par territoire, ${year}`,
  scales: 'Chaque mot a son échelle.',
  note: (rows) =>
    saying(
      rows,
      ['mediators', 'post_rank'],
      (team, rank) =>
        `Le rapport ne dit pas si les ${team.value} médiateurs de ${team.territory_name} comptent déjà le ${rank.value}e poste. Les sites sont comptés, pas nommés.`
    ),
  absent: 'de chiffre sur la médiation à l’école'
})
