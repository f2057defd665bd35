// What was done, where? Every published act, by territory and nature; two groups never share an axis.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatWords, french } from '../../domain/format.ts'
import type { Hue } from '../../domain/rows.ts'
import { listWords } from '../../domain/sentence.ts'
import type { Figure, FigureContext, FigureModel } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import type { GroupBar } from '../group-bars.ts'
import { toGroupBars } from '../group-bars.ts'
import { NATURES, REGIONS } from './natures.ts'

export interface ActesDrawing {
  regions: { id: string; name: string; hue: Hue }[]
  natures: {
    id: string
    label: string
    /** The words of the report under the head, verbatim. */
    wordings: string[]
    /** One entry a region, in the order of `regions`; empty means "non publié". */
    cells: GroupBar[][]
  }[]
}

/** The same words with another capital are the same words. */
function distinctWords(wordings: readonly string[]): string[] {
  return [...new Map(wordings.map((wording) => [wording.toLowerCase(), wording])).values()]
}

function toDrawing(rows: readonly FigureRow[], context: FigureContext): ActesDrawing {
  const regions = REGIONS.flatMap((id) => {
    const row = rows.find((candidate) => candidate.region === id)
    return row === undefined ? [] : [{ id, name: REGION_NAMES[id], hue: row.hue }]
  })
  const natures = NATURES.map((nature) => {
    const own = nature.indicators.flatMap((indicator) => rows.filter((row) => row.indicator === indicator))
    return {
      id: nature.id,
      label: nature.label,
      wordings: distinctWords(own.map((row) => row.wording)),
      cells: regions.map(({ id }) =>
        toGroupBars(
          own.filter((row) => row.region === id),
          rows,
          context
        )
      )
    }
  }).filter(({ cells }) => cells.some((cell) => cell.length > 0))
  return { regions, natures }
}

const REGION_NAMES: Readonly<Record<(typeof REGIONS)[number], string>> = {
  'region-rennes': 'Région de Rennes',
  'region-nantes': 'Région de Nantes',
  angers: 'Angers',
  'region-ile-de-france': 'Île-de-France'
}

function titleOf({ regions, natures }: ActesDrawing): string {
  const groupsEverywhere = natures.flatMap(({ cells }) => {
    const groups = cells.map((cell) => new Set(cell.map(({ row }) => row.group)))
    return [...(groups[0] ?? [])].filter((group) => groups.every((set) => set.has(group)))
  })
  if (regions.length > 1 && groupsEverywhere.length === 0)
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
      (row) => `${formatWords(row.value, row.unit, row.marks)} ${row.indicator_name} (${row.programme_name})`
    )
  return french(
    `En ${context.filters.year}, le rapport publie ${listWords(words)}${chosen.length > 4 ? ', entre autres' : ''} ; ces actes ne se comptent pas de la même façon et ne s’additionnent pas.`
  )
}

function build(rows: readonly FigureRow[], context: FigureContext): FigureModel<ActesDrawing> {
  const drawing = toDrawing(rows, context)
  const none = isFiltered(context) && !rows.some((row) => row.selected)
  const where = context.territory?.name ?? ''
  const what = [context.programme?.name ?? '', where].filter((text) => text !== '').join(', ')
  return {
    title: none ? french(`Actes, ${what} : non publié`) : titleOf(drawing),
    subtitle: french(
      `Actes de médiation publiés, par territoire et par nature, ${context.filters.year}, en nombre d’actes. Chaque groupe a son axe : deux longueurs ne se comparent que sur le même.`
    ),
    sentence: sentenceOf(rows, context),
    note: french(
      'Contour hachuré : période partielle. Flèche : « + 42 000 » dans le rapport, donc au moins 42 000. Une case « non publié » n’est pas un zéro.'
    ),
    rows: [...rows],
    drawing,
    empty: none
      ? {
          title: 'Le rapport ne compte pas d’acte pour ce choix',
          text: french(
            `Aucun acte de médiation n’est publié pour ${what}. Ce n’est pas un zéro : le rapport n’en dit rien à ce niveau.`
          ),
          exits: [
            ...(context.territory === null || context.territory.region === context.territory.id
              ? []
              : [
                  {
                    label: `Voir ${context.territory.regionName}`,
                    patch: { territory: context.territory.region }
                  }
                ]),
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

export const actes: Figure<ActesDrawing> = {
  id: 'actes',
  question: 'Quels actes de médiation sont publiés, où et de quelle nature ?',
  indicators: NATURES.flatMap(({ indicators }) => indicators),
  build
}
