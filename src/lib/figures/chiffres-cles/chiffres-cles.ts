// Which five numbers does a reader need first, for the whole of Optima or for the choice made?

import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatEuro, formatLabel, formatMillions, formatPeriod, french } from '../../domain/format.ts'
import { capitalise, headlineName, plural } from '../../domain/sentence.ts'
import { choiceWords, nothingPublished } from '../empty.ts'
import type { Figure, FigureContext } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import { drawingOf, numbersPanel } from '../frame/bars.ts'
import { toEntry } from '../frame/entry.ts'

export interface KeyNumber {
  row: FigureRow
  value: string
  label: string
  detail: string
}

/** The five numbers of the report's own "chiffres clés" page. */
const WHOLE = ['revenue', 'employees', 'mediators_total', 'trainees', 'graduates'] as const

/** What matters most of a part, best first: money, then people, acts, means. */
export const PART_ORDER = [
  'revenue',
  'people_met',
  'people_in_contact',
  'people_touched',
  'people_concerned',
  'people_concerned_school',
  'people_concerned_pools',
  'interventions_day',
  'actions_urban',
  'regulations_public_space',
  'mediations_regulations',
  'individual_support_school',
  'actions_school_projects',
  'watch_missions',
  'interventions_pools',
  'conventional_mediations',
  'calls',
  'trainees',
  'mediators',
  'sites_count',
  'quartiers'
] as const

const COUNT = 5

function toKeyNumber(row: FigureRow, whole: boolean): KeyNumber {
  if (row.indicator === 'revenue') {
    return whole
      ? {
          row,
          value: formatMillions(row.value),
          label: 'de produit, hors taxes',
          detail: `${formatEuro(row.value)} publiés`
        }
      : {
          row,
          value: formatLabel(row.value, row.unit, row.marks),
          label: 'de produit',
          detail: row.territory_name
        }
  }
  const label = plural(row.value, row.indicator_singular, row.indicator_name)
  return { row, value: formatLabel(row.value, row.unit, row.marks), label, detail: detailOf(row, whole) }
}

function detailOf(row: FigureRow, whole: boolean): string {
  const day = row.period_start === row.period_end
  const partial = row.marks.includes('partial_period')
  const when = day || partial ? formatPeriod(row.period_start, row.period_end) : ''
  const what = whole ? '' : row.programme_name
  const where = whole ? '' : headlineName(row.territory_name)
  const text = [what, where, when].filter((part) => part !== '').join(', ')
  return text === '' ? capitalise(formatPeriod(row.period_start, row.period_end)) : text
}

/** The largest row of the indicator inside the choice; one number an indicator. */
function pick(rows: readonly FigureRow[], indicator: string): FigureRow | undefined {
  return rows
    .filter((row) => row.indicator === indicator && row.selected && !row.marks.includes('computed'))
    .sort((a, b) => b.value - a.value)[0]
}

/**
 * At most five numbers, each a published row; fewer when the report publishes fewer, none when it says nothing.
 * @param rows what the report publishes for this choice (see query/published.ts)
 */
export function keyNumbers(rows: readonly FigureRow[], context: FigureContext): KeyNumber[] {
  const whole = !isFiltered(context)
  const chosen = (whole ? WHOLE : PART_ORDER).flatMap((indicator) => {
    const row = whole
      ? (rows.find(
          (candidate) =>
            candidate.indicator === indicator &&
            candidate.territory === 'optima' &&
            candidate.programme === ''
        ) ?? pick(rows, indicator))
      : pick(rows, indicator)
    return row === undefined ? [] : [row]
  })
  const rest = whole
    ? []
    : rows.filter(
        (row) =>
          row.selected &&
          !row.marks.includes('computed') &&
          !chosen.some((one) => one.indicator === row.indicator)
      )
  return [...chosen, ...rest].slice(0, COUNT).map((row) => toKeyNumber(row, whole))
}

/** h1 of the dashboard for this choice: "L’activité d’Optima en 2021", "Région de Nantes, 2021". */
export function pageTitle(context: FigureContext): string {
  const { territory, programme, filters } = context
  if (territory === null && programme === null) return `L’activité d’Optima en ${filters.year}`
  const words = [programme?.name, territory?.name].filter((word) => word !== undefined)
  return `${words.join(', ')}, ${filters.year}`
}

/** The sentence beside the h1, made of the numbers shown. */
export function pageSentence(numbers: readonly KeyNumber[], context: FigureContext): string {
  if (numbers.length === 0) return french('Le rapport n’y publie aucun chiffre : absent n’est pas zéro.')
  const find = (indicator: string): KeyNumber | undefined =>
    numbers.find(({ row }) => row.indicator === indicator)
  const mediators = find('mediators_total')
  const trainees = find('trainees')
  if (!isFiltered(context) && mediators !== undefined && trainees !== undefined)
    return french(
      `${mediators.value} ${mediators.label} dans quatre territoires et ${trainees.value} stagiaires en formation.`
    )
  const words = numbers
    .slice(0, 3)
    .map(({ value, label, row }) => `${value} ${label}${row.marks.includes('rounded') ? ' (arrondi)' : ''}`)
  return french(`Le rapport y publie ${words.join(', ')}.`)
}

export const chiffresCles: Figure = {
  id: 'chiffres-cles',
  question: 'Quels sont les cinq premiers nombres à connaître ?',
  reading:
    'Chaque nombre compte autre chose : ils se lisent l’un après l’autre, ils ne s’additionnent ni ne se divisent.',
  indicators: [],
  needs: ['published'],
  build(_, context, { published }) {
    const numbers = keyNumbers(published, context)
    const whole = !isFiltered(context)
    const { year } = context.filters
    const [first] = numbers
    return {
      title:
        first === undefined
          ? french(`${choiceWords(context)} : aucun chiffre publié`)
          : french(`${pageTitle(context)} : ${first.value} ${first.label}`),
      subtitle: french(
        `Premiers nombres que publie le rapport${whole ? ' pour tout Optima' : ` pour ${choiceWords(context)}`}, ${year} ; chacun a son unité`
      ),
      sentence: pageSentence(numbers, context),
      note: '',
      entries: numbers.map(({ row }) => toEntry(row)),
      drawing: drawingOf([
        numbersPanel(
          'nombres',
          '',
          numbers.map(({ row, label, detail, value }) => ({ row, label, detail, text: value }))
        )
      ]),
      empty:
        first === undefined
          ? nothingPublished('Le rapport ne donne aucun chiffre ici', 'de chiffre', context)
          : null
    }
  }
}
