// How does a figure speak of rows that are not those of the report?

import { french } from '../domain/format.ts'
import type { Figure, FigureModel } from './figure.ts'

/** Without its note, which is on the report; without a row it has no finding, and says so. */
export function forSource(
  { question }: Pick<Figure, 'question'>,
  model: FigureModel,
  source: string
): FigureModel {
  if (model.entries.length > 0 || model.empty !== null) return { ...model, note: '' }
  return {
    ...model,
    title: french(question.replace(/ ?\?$/, '')),
    note: '',
    empty: {
      title: french('Aucun chiffre ici'),
      text: french(`Pas une ligne de ${source} n’en parle. Absent n’est pas zéro.`),
      exits: []
    }
  }
}
