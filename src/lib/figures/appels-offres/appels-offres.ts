// How many tenders were answered, how many won? Two groups side by side; the won ones are new or renewed.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { french } from '../../domain/format.ts'
import type { Figure, FigureContext } from '../figure.ts'
import type { Panel } from '../frame/drawing.ts'
import { stackPanel } from '../frame/stack.ts'
import { partsFigure } from '../parts.ts'
import { counted, labelOf, saying } from '../words.ts'

function won(rows: readonly FigureRow[], context: FigureContext): Panel | null {
  const [total, ...pieces] = rows
  if (total?.indicator !== 'tenders_won') return null
  const labels: Record<string, string> = { tenders_new: 'nouveaux', tenders_renewed: 'renouvelés' }
  const stack = stackPanel(
    'gagnes',
    'Marchés gagnés',
    { row: total, label: 'Total publié' },
    pieces.map((row) => ({ row, label: labels[row.indicator] ?? labelOf(row) })),
    context
  )
  const note = pieces.find(({ indicator }) => indicator === 'tenders_new')?.note ?? ''
  return stack === null ? null : { ...stack, note: french(note) }
}

export const appelsOffres: Figure = partsFigure({
  id: 'appels-offres',
  question: 'Combien d’appels d’offres, combien de marchés gagnés ?',
  reading:
    'La barre est le nombre de marchés gagnés, coupée en nouveaux et renouvelés. Les réponses sont un autre compte : rien ne dit que les marchés gagnés dans l’année répondent à celles de l’année.',
  name: 'Appels d’offres',
  programme: null,
  parts: [
    {
      id: 'gagnes',
      title: 'Marchés gagnés',
      indicators: ['tenders_won', 'tenders_new', 'tenders_renewed'],
      panel: won
    },
    {
      id: 'reponses',
      title: 'Réponses envoyées',
      indicators: ['tenders_answered'],
      note: () =>
        'Une réponse n’est pas un marché gagné, et le rapport ne suit pas chaque réponse : pas de taux de réussite.'
    },
    {
      id: 't12',
      title: 'Le tram T12, nouveau ou renouvelé ?',
      indicators: ['contracts_renewed'],
      note: ([first]) => first?.note ?? ''
    }
  ],
  title: (rows) =>
    saying(
      rows,
      ['tenders_new', 'tenders_won'],
      (fresh, total) => `${fresh.value} des ${counted(total)} sont comptés comme nouveaux`
    ),
  counts: (year) => `Réponses à des appels d’offres et marchés gagnés, tout Optima, ${year}`,
  scales: 'Les réponses et les marchés gagnés sont deux comptes.',
  sentence: (rows, year) =>
    saying(
      rows,
      ['tenders_answered', 'tenders_won', 'tenders_new', 'tenders_renewed'],
      (answered, total, fresh, renewed) =>
        `En ${year}, Optima publie ${counted(answered)} et, à part, ${counted(total)}, dont ${counted(fresh)} et ${counted(renewed)}.`
    ),
  note: () => '',
  absent: 'd’appel d’offres'
})
