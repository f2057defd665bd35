// What was held in prison? Two kinds of workshops, their participants, and a first visit to the women's prison.

import { ratio } from '../../domain/comparability.ts'
import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatNumber } from '../../domain/format.ts'
import type { Figure } from '../figure.ts'
import { partsFigure } from '../parts.ts'
import { counted, saying, whenOf } from '../words.ts'

/** Participants of one workshop on average, with its formula; the reason where the two do not go together. */
function average(people: FigureRow, workshops: FigureRow): string {
  const result = ratio(people, workshops)
  return result.ok
    ? `${formatNumber(result.value, 1)} participants par ${workshops.indicator_singular} en moyenne (calculé : ${result.formula}).`
    : result.reason
}

export const prison: Figure = partsFigure({
  id: 'prison',
  question: 'Combien d’ateliers et de participants en prison ?',
  reading:
    'Un bloc pour les ateliers, un pour leurs participants, chacun sur son axe. Les ateliers d’arrivants et de suivi se comparent entre eux ; l’intervention à la prison des femmes est à part.',
  name: 'Ateliers en prison',
  programme: 'vivre-ensemble',
  parts: [
    { id: 'ateliers', title: 'Ateliers', indicators: ['workshops_arrivals', 'workshops_followup'] },
    {
      id: 'participants',
      title: 'Participants',
      indicators: ['participants_arrivals', 'participants_followup'],
      note: ([first]) =>
        first === undefined || first.note === ''
          ? ''
          : `À propos des ${first.value} : ${first.note.charAt(0).toLowerCase()}${first.note.slice(1)}`
    },
    {
      id: 'femmes',
      title: 'Prison des femmes de Rennes',
      indicators: ['workshops_women'],
      note: ([first]) => first?.note ?? ''
    }
  ],
  title: (rows) =>
    saying(
      rows,
      ['workshops_arrivals', 'participants_arrivals', 'workshops_followup', 'participants_followup'],
      (arrivals, people, followup, others) =>
        `En prison, ${people.value} participants à ${counted(arrivals)}, ${others.value} à ${counted(followup)}`
    ),
  counts: (year) => `Ateliers du Vivre Ensemble en milieu carcéral, région de Rennes, ${year}`,
  sentence: (rows, year) =>
    saying(
      rows,
      ['workshops_arrivals', 'participants_arrivals', 'workshops_followup', 'participants_followup'],
      (arrivals, people, followup, others) =>
        `En ${year}, en prison, le rapport publie ${counted(arrivals)} (${people.value} participants) et ${counted(followup)} (${others.value} participants)${saying(rows, ['workshops_women'], (visit) => `, et à part ${counted(visit)} (${whenOf(visit)})`)}.`
    ),
  note: (rows) =>
    saying(
      rows,
      ['participants_arrivals', 'workshops_arrivals', 'participants_followup', 'workshops_followup'],
      (people, arrivals, others, followup) => `${average(people, arrivals)} ${average(others, followup)}`
    ),
  absent: 'de chiffre sur les ateliers en prison'
})
