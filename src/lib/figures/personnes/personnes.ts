// How many people were reached? Each word of the report is a count of its own: four words, four axes, no sum.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatWords, french } from '../../domain/format.ts'
import { listWords } from '../../domain/sentence.ts'
import type { Figure, FigureContext, FigureModel } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import type { GroupBar } from '../group-bars.ts'
import { toGroupBars } from '../group-bars.ts'

export interface PersonnesDrawing {
  /** One block a word of the report; the bars of a block share an axis, two blocks never do. */
  words: { id: string; label: string; wordings: string[]; bars: GroupBar[] }[]
}

/** What the report says was done with people -> the indicators that say so. One comparability group each. */
const WORDS = [
  { id: 'rencontrees', label: 'Rencontrées', indicators: ['people_met'] },
  { id: 'en-contact', label: 'En contact', indicators: ['people_in_contact'] },
  { id: 'touchees', label: 'Touchées', indicators: ['people_touched'] },
  { id: 'concernees-ecole', label: 'Concernées, à l’école', indicators: ['people_concerned_school'] },
  { id: 'concernees-piscines', label: 'Concernées, aux piscines', indicators: ['people_concerned_pools'] },
  {
    id: 'participants',
    label: 'Participants, en prison',
    indicators: ['participants_arrivals', 'participants_followup']
  }
] as const

function toDrawing(rows: readonly FigureRow[], context: FigureContext): PersonnesDrawing {
  return {
    words: WORDS.map(({ id, label, indicators }) => {
      const own = indicators.flatMap((indicator) => rows.filter((row) => row.indicator === indicator))
      return {
        id,
        label,
        wordings: [...new Set(own.map(({ wording }) => wording))],
        bars: toGroupBars(own, rows, context)
      }
    }).filter(({ bars }) => bars.length > 0)
  }
}

function sentenceOf(rows: readonly FigureRow[], context: FigureContext): string {
  const chosen = rows.filter((row) => row.selected)
  if (chosen.length === 0) return ''
  const words = chosen.map(
    (row) =>
      `${formatWords(row.value, row.unit, row.marks)} ${row.indicator_name} (${row.territory_name}, ${row.programme_name})`
  )
  return french(
    `En ${context.filters.year}, le rapport publie ${listWords(words)}${chosen.length > 1 ? ' ; ces nombres ne s’additionnent pas' : ''}.`
  )
}

function build(rows: readonly FigureRow[], context: FigureContext): FigureModel<PersonnesDrawing> {
  const drawing = toDrawing(rows, context)
  const none = isFiltered(context) && !rows.some((row) => row.selected)
  const what = [context.programme?.name ?? '', context.territory?.name ?? '']
    .filter((text) => text !== '')
    .join(', ')
  return {
    title: none
      ? french(`Personnes, ${what} : non publié`)
      : french('Rencontrées, en contact, touchées, concernées : autant de mots, autant de comptes'),
    subtitle: french(
      `Personnes, dans les mots du rapport, par territoire, ${context.filters.year}, en nombre de personnes. Chaque mot a son axe : deux longueurs ne se comparent que sous le même mot.`
    ),
    sentence: sentenceOf(rows, context),
    note: french(
      'Le rapport ne dit pas si une personne rencontrée deux fois compte deux fois. Contour hachuré : période partielle.'
    ),
    rows: [...rows],
    drawing,
    empty: none
      ? {
          title: 'Le rapport ne compte pas de personne pour ce choix',
          text: french(
            `Aucun nombre de personnes n’est publié pour ${what}. Ce n’est pas un zéro : le rapport n’en dit rien à ce niveau.`
          ),
          exits: [
            ...(context.programme === null
              ? []
              : [{ label: french(`Retirer « ${context.programme.name} »`), patch: { programme: null } }]),
            ...(context.territory === null
              ? []
              : [{ label: french(`Retirer « ${context.territory.name} »`), patch: { territory: null } }])
          ]
        }
      : null
  }
}

export const personnes: Figure<PersonnesDrawing> = {
  id: 'personnes',
  question: 'Combien de personnes, et dans quels mots le rapport les compte-t-il ?',
  indicators: WORDS.flatMap(({ indicators }) => indicators),
  build
}
