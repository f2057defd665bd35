// How many people were reached? Each word of the report is a count of its own: four words, four axes, no sum.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatBefore, french } from '../../domain/format.ts'
import { listWords, plural } from '../../domain/sentence.ts'
import { choiceWords, nothingPublished } from '../empty.ts'
import type { Figure, FigureContext, FigureModel } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import { barLines, barsPanel, drawingOf, wordsOf } from '../frame/bars.ts'
import { toEntry } from '../frame/entry.ts'
import { labelOf, whoPublishes } from '../words.ts'

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

function sentenceOf(rows: readonly FigureRow[], context: FigureContext): string {
  const chosen = rows.filter((row) => row.selected)
  if (chosen.length === 0) return ''
  const words = chosen.map(
    (row) =>
      `${formatBefore(row.value, row.unit, row.marks)} ${plural(row.value, row.indicator_singular, row.indicator_name)} (${row.territory_name}, ${row.programme_name})`
  )
  return french(
    `En ${context.filters.year}, ${whoPublishes(chosen)} ${listWords(words)}${chosen.length > 1 ? ' ; ces nombres ne s’additionnent pas' : ''}.`
  )
}

function build(rows: readonly FigureRow[], context: FigureContext): FigureModel {
  const none = isFiltered(context) && !rows.some((row) => row.selected)
  const panels = WORDS.flatMap(({ id, label, indicators }) => {
    const own = indicators.flatMap((indicator) => rows.filter((row) => row.indicator === indicator))
    if (own.length === 0) return []
    // Two counts of one word in one place are told apart by what was counted, less the word of the block.
    const detail = (row: FigureRow): string =>
      indicators.length > 1 ? labelOf(row).replace(/^participants aux /, '') : row.programme_name
    return [barsPanel(id, label, barLines(own, rows, context, { detail }), { words: wordsOf(own) })]
  })
  return {
    title: none
      ? french(`Personnes, ${choiceWords(context)} : non publié`)
      : french('Rencontrées, en contact, touchées, concernées : autant de mots, autant de comptes'),
    subtitle: french(
      `Personnes, dans les mots du rapport, par territoire, ${context.filters.year}, en nombre de personnes. Chaque mot a son axe : deux longueurs ne se comparent que sous le même mot.`
    ),
    sentence: sentenceOf(rows, context),
    note: french(
      'Le rapport ne dit pas si une personne rencontrée deux fois compte deux fois. Contour hachuré : période partielle.'
    ),
    entries: rows.map(toEntry),
    drawing: drawingOf(panels, 'columns'),
    empty: none
      ? nothingPublished(
          'Le rapport ne compte pas de personne pour ce choix',
          'de nombre de personnes',
          context
        )
      : null
  }
}

export const personnes: Figure = {
  id: 'personnes',
  question: 'Combien de personnes, et dans quels mots le rapport les compte-t-il ?',
  reading:
    'Chaque bloc est un mot du rapport, avec son axe. Deux barres d’un bloc se comparent ; deux blocs ne se comparent ni ne s’additionnent.',
  indicators: WORDS.flatMap(({ indicators }) => indicators),
  build
}
