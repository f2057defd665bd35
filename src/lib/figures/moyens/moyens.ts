// With how many people and days does each dispositif work? One panel a function; teams are never added up.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatNumber } from '../../domain/format.ts'
import { headlineName, withIn } from '../../domain/sentence.ts'
import type { Figure } from '../figure.ts'
import { partsFigure } from '../parts.ts'
import { counted, saying } from '../words.ts'

/** Largest first. */
const teamsOf = (rows: readonly FigureRow[]): FigureRow[] =>
  rows.filter(({ indicator }) => indicator === 'mediators').toSorted((a, b) => b.value - a.value)

/** From the smallest published team to the largest, and where the largest is. */
function titleOf(rows: readonly FigureRow[]): string {
  const teams = rows
    .filter(({ indicator }) => indicator === 'mediators')
    .toSorted((a, b) => b.value - a.value)
  const [largest, second] = teams
  const smallest = teams.at(-1)
  if (largest === undefined || second === undefined || smallest === undefined) return ''
  const where =
    largest.value > second.value
      ? `, la plus grande ${withIn(headlineName(largest.territory_name), 'commune')}`
      : ''
  return `Les équipes publiées vont de ${formatNumber(smallest.value)} à ${formatNumber(largest.value)} médiateurs${where}`
}

export const moyens: Figure = partsFigure({
  id: 'moyens',
  question: 'Avec quelles équipes et combien de jours chaque dispositif travaille-t-il ?',
  reading:
    'Un bloc par fonction ou par durée, chacun avec son échelle. Un médiateur peut servir deux dispositifs : les équipes ne s’additionnent pas et ne font pas le total de l’association.',
  name: 'Moyens',
  programme: null,
  parts: [
    {
      id: 'mediateurs',
      title: 'Médiateurs, par dispositif',
      indicators: ['mediators'],
      note: () => 'À vérifier : les dates, sous « Jours et heures », et les référents de parcours, plus bas.',
      everywhere: true
    },
    {
      id: 'association',
      title: 'Toute l’association',
      indicators: ['employees', 'mediators_total'],
      note: () =>
        'Les médiateurs sociaux font partie des salariés. Les équipes publiées par dispositif ne font pas ce total.'
    },
    {
      id: 'encadrement',
      title: 'Coordination et encadrement',
      indicators: ['coordinators', 'sector_managers', 'referents', 'programme_managers'],
      compact: true,
      note: () => 'Des postes et des personnes : deux unités, aucune somme.'
    },
    {
      id: 'temps',
      title: 'Jours et heures',
      indicators: ['intervention_days', 'days_per_week', 'end_hour'],
      numbers: true,
      compact: true,
      note: (rows) =>
        rows
          .filter(({ indicator }) => indicator === 'days_per_week')
          .map((row) => (row.note === '' ? '' : `${row.territory_name} : ${row.note}`))
          .join(' ')
          .trim()
    },
    {
      id: 'formation',
      title: 'Formation et recrutement',
      indicators: ['training_hours_per_employee', 'apprentices', 'recruits_planned'],
      compact: true,
      note: (rows) => rows.find(({ indicator }) => indicator === 'recruits_planned')?.note ?? ''
    },
    {
      id: 'parcours',
      title: 'Référents de parcours : ce qui ne s’accorde pas',
      indicators: ['mediators_per_commune', 'communes_named'],
      compact: true,
      note: (rows) => rows.at(-1)?.note ?? ''
    }
  ],
  title: titleOf,
  counts: (year) => `Équipes, encadrement, jours et formation, par dispositif et pour l’association, ${year}`,
  sentence: (rows, year) => {
    const teams = teamsOf(rows)
    const [first, last] = [teams[0], teams.at(-1)]
    return first === undefined || last === undefined
      ? ''
      : `En ${year}, le rapport publie ${teams.length} équipes de médiateurs, de ${formatNumber(last.value)} à ${formatNumber(first.value)} (${first.programme_name}, ${first.territory_name})${saying(rows, ['mediators_total'], (all) => ` ; elles ne s’additionnent pas et ne font pas les ${counted(all)} de l’association`)}.`
  },
  note: () =>
    'Le rapport ne donne l’équipe que de certains dispositifs : les médiateurs de toute l’association ne s’y répartissent pas.',
  absent: 'd’équipe ni de jours'
})
