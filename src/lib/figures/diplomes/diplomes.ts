// By which route did employees obtain their title? One total, three routes, and another page that counts otherwise.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { listWords } from '../../domain/sentence.ts'
import type { Figure, FigureContext } from '../figure.ts'
import type { Panel } from '../frame/drawing.ts'
import { stackPanel } from '../frame/stack.ts'
import { partsFigure } from '../parts.ts'
import { counted, doubtsOf, labelOf, saying, withDoubt } from '../words.ts'

const ROUTES = {
  titles_aic: 'agents d’information et de médiation',
  titles_msads_vae: 'MSADS par la VAE',
  titles_msads_apprenticeship: 'MSADS par l’apprentissage'
} as const

function byRoute(rows: readonly FigureRow[], context: FigureContext): Panel | null {
  const [total, ...pieces] = rows
  if (total?.indicator !== 'graduates') return null
  const labels: Readonly<Record<string, string>> = ROUTES
  return stackPanel(
    'voies',
    '',
    { row: total, label: 'Nouveaux diplômés' },
    pieces.map((row) => ({ row, label: labels[row.indicator] ?? labelOf(row) })),
    context
  )
}

export const diplomes: Figure = partsFigure({
  id: 'diplomes',
  question: 'Par quelle voie les salariés ont-ils obtenu leur titre ?',
  reading:
    'La barre est le nombre publié de nouveaux diplômés, coupée en voies : les trois font le total. L’examen, dessous, est un autre compte, d’une autre page : il ne s’y ajoute pas.',
  name: 'Diplômés',
  programme: null,
  parts: [
    { id: 'voies', title: 'Titres', indicators: ['graduates', ...Object.keys(ROUTES)], panel: byRoute },
    {
      id: 'examen',
      title: 'L’autre compte : l’examen MSADS, page formation',
      indicators: ['msads_presented', 'msads_passed'],
      note: (rows) => doubtsOf(rows)
    }
  ],
  layout: 'list',
  title: (rows) =>
    saying(
      rows,
      ['graduates', 'titles_aic', 'titles_msads_vae', 'titles_msads_apprenticeship'],
      (all, aic, vae, apprentices) =>
        `${counted(all)} : ${vae.value} par la VAE, ${apprentices.value} par l’apprentissage, ${aic.value} agents d’information`
    ),
  counts: (year) =>
    `Salariés qui ont obtenu un titre professionnel, par voie, tout Optima, ${year}, en nombre de personnes`,
  scales: '',
  sentence: (rows, year) =>
    saying(
      rows,
      ['graduates', 'titles_aic', 'titles_msads_vae', 'titles_msads_apprenticeship'],
      (all, ...routes) =>
        `En ${year}, le rapport publie ${counted(all)} : ${listWords(routes.map(withDoubt))}.`
    ),
  note: () =>
    'MSADS : médiateur social accès aux droits et services. VAE : validation des acquis de l’expérience. Agent d’information : agent d’information et de communication, de médiation et d’information de proximité.',
  absent: 'de nombre de diplômés'
})
