// How many sat for the MSADS title and how many passed? And why another page counts 13 titles.

import { ratio } from '../../domain/comparability.ts'
import { formatNumber, formatPercent } from '../../domain/format.ts'
import type { FigureRow } from '../../domain/figure-rows.ts'
import type { Figure } from '../figure.ts'
import { partsFigure } from '../parts.ts'
import { counted, doubtsOf, saying, withDoubt } from '../words.ts'

/** The share that passed, of those who sat: one exam, one group; the reason where the domain refuses. */
function rate(passed: FigureRow, presented: FigureRow): string {
  const result = ratio(passed, presented)
  if (!result.ok) return result.reason
  return `Reçus ÷ présentés : ${formatPercent(result.value * 100, 1)} (calculé : ${result.formula}), à vérifier comme les ${passed.value} reçus.`
}

const titles = (rows: readonly FigureRow[]): string =>
  saying(rows, ['titles_msads_apprenticeship', 'titles_msads_vae'], (apprentices, vae) =>
    formatNumber(apprentices.value + vae.value)
  )

export const msads: Figure = partsFigure({
  id: 'msads',
  question: 'Combien de candidats reçus à l’examen MSADS ?',
  reading:
    'En haut l’examen, deux barres sur un même axe : présentés et reçus. Dessous, les titres MSADS des chiffres clés : une autre page, un autre compte.',
  name: 'Examen MSADS',
  programme: null,
  parts: [
    {
      id: 'examen',
      title: 'L’examen, page formation',
      indicators: ['msads_presented', 'msads_passed'],
      note: (rows) => saying(rows, ['msads_passed', 'msads_presented'], rate)
    },
    {
      id: 'titres',
      title: 'Les titres, page des chiffres clés',
      indicators: ['titles_msads_vae', 'titles_msads_apprenticeship'],
      numbers: true,
      note: (rows) =>
        titles(rows) === ''
          ? ''
          : `Ensemble : ${titles(rows)} titres MSADS (calculé), deux des trois voies du même total.`
    }
  ],
  layout: 'list',
  title: (rows) =>
    saying(rows, ['msads_passed', 'msads_presented'], (passed, presented) =>
      [
        `${passed.value} des ${counted(presented)} sont reçus`,
        titles(rows) === '' ? '' : ` ; une autre page compte ${titles(rows)} titres`
      ].join('')
    ),
  counts: (year) =>
    `Examen et titres de médiateur social accès aux droits et services (MSADS), tout Optima, ${year}, en nombre de personnes`,
  scales: 'Deux pages, deux comptes.',
  sentence: (rows, year) =>
    saying(
      rows,
      ['msads_presented', 'msads_passed'],
      (presented, passed) =>
        `En ${year}, le rapport publie ${counted(presented)} et ${withDoubt(passed)}${titles(rows) === '' ? '' : ` ; ses chiffres clés comptent ${titles(rows)} titres MSADS (calculé), sans dire si ce sont les mêmes personnes`}.`
    ),
  note: (rows) => doubtsOf(rows.filter(({ indicator }) => indicator === 'msads_passed')),
  absent: 'de chiffre sur l’examen MSADS'
})
