// What was done, where? Every published act, by territory and nature; two groups never share an axis.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatBefore, french } from '../../domain/format.ts'
import { listWords, plural } from '../../domain/sentence.ts'
import { choiceWords, nothingPublished } from '../empty.ts'
import type { Figure, FigureContext, FigureModel } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import { barLines, barsPanel, drawingOf, wordsOf } from '../frame/bars.ts'
import type { BarsPanel, Drawing } from '../frame/drawing.ts'
import { toEntry } from '../frame/entry.ts'
import { whoPublishes } from '../words.ts'
import { NATURES, REGION_NAMES, REGIONS } from './natures.ts'

function drawingFor(rows: readonly FigureRow[], context: FigureContext): Drawing {
  const regions = REGIONS.flatMap((id) => {
    const row = rows.find((candidate) => candidate.region === id)
    return row === undefined ? [] : [{ id, label: REGION_NAMES[id], hue: row.hue }]
  })
  const panels = NATURES.flatMap(({ id, label, indicators }): BarsPanel[] => {
    const own = indicators.flatMap((indicator) => rows.filter((row) => row.indicator === indicator))
    if (own.length === 0) return []
    const missing = regions.filter((region) => !own.some((row) => row.region === region.id))
    const lines = barLines(own, rows, context).map((line, i) => ({ ...line, row: own[i]?.region ?? '' }))
    return [barsPanel(id, label, lines, { words: wordsOf(own), missing: missing.map((one) => one.label) })]
  })
  return drawingOf(panels, 'matrix', { rows: regions })
}

function titleOf({ rows, panels }: Drawing): string {
  const groupsEverywhere = panels.flatMap((panel) => {
    if (panel.kind !== 'bars') return []
    const groups = rows.map(
      ({ id }) => new Set(panel.lines.filter((line) => line.row === id).map(({ group }) => group))
    )
    return [...(groups[0] ?? [])].filter((group) => groups.every((set) => set.has(group)))
  })
  if (rows.length > 1 && groupsEverywhere.length === 0)
    return french('Aucun acte n’est compté dans les quatre territoires : ils ne s’additionnent pas')
  return 'Les actes publiés, par territoire et par nature'
}

function sentenceOf(rows: readonly FigureRow[], context: FigureContext): string {
  const chosen = rows.filter((row) => row.selected)
  if (chosen.length === 0) return ''
  const words = [...chosen]
    .sort((a, b) => b.value - a.value)
    .slice(0, 4)
    .map(
      (row) =>
        `${formatBefore(row.value, row.unit, row.marks)} ${plural(row.value, row.indicator_singular, row.indicator_name)} (${row.programme_name})`
    )
  return french(
    `En ${context.filters.year}, ${whoPublishes(chosen)} ${listWords(words)}${chosen.length > 4 ? ', entre autres' : ''} ; ces actes ne se comptent pas de la même façon et ne s’additionnent pas.`
  )
}

function build(rows: readonly FigureRow[], context: FigureContext): FigureModel {
  const drawing = drawingFor(rows, context)
  const none = isFiltered(context) && !rows.some((row) => row.selected)
  return {
    title: none ? french(`Actes, ${choiceWords(context)} : non publié`) : titleOf(drawing),
    subtitle: french(
      `Actes de médiation publiés, par territoire et par nature, ${context.filters.year}, en nombre d’actes. Chaque groupe a son axe : deux longueurs ne se comparent que sur le même.`
    ),
    sentence: sentenceOf(rows, context),
    note: french(
      'Contour hachuré : période partielle. Flèche : « + 42 000 » dans le rapport, donc au moins 42 000. Une case « non publié » n’est pas un zéro.'
    ),
    entries: rows.map(toEntry),
    drawing,
    empty: none
      ? nothingPublished('Le rapport ne compte pas d’acte pour ce choix', 'd’acte de médiation', context)
      : null
  }
}

export const actes: Figure = {
  id: 'actes',
  question: 'Quels actes de médiation sont publiés, où et de quelle nature ?',
  reading:
    'Une colonne par nature d’acte, une ligne par territoire. Chaque barre est sur l’axe de son groupe, écrit dessous : deux barres ne se comparent que si elles ont le même axe et le même mot.',
  indicators: NATURES.flatMap(({ indicators }) => indicators),
  build
}
