// Which five numbers does a reader need first, for the whole of Optima or for the choice made?

import type { FigureRow } from '../../domain/figure-rows.ts'
import {
  formatEuro,
  formatHour,
  formatLabel,
  formatMillions,
  formatPeriod,
  french
} from '../../domain/format.ts'
import { capitalise, headlineName, plural } from '../../domain/sentence.ts'
import { choiceWords, nothingPublished } from '../empty.ts'
import type { Figure, FigureContext } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import { drawingOf, numbersPanel } from '../frame/bars.ts'
import { toEntry } from '../frame/entry.ts'
import { pageSentence, pageTitle, said } from './words.ts'

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
  // "2,5 h" is no hour that anyone reads; 2.5 hours after midnight is.
  if (row.indicator === 'end_hour')
    return { row, value: formatHour(row.value), label: 'heure de fin', detail: detailOf(row, whole) }
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
  // A year of a journal alone has none of the first numbers of a report.
  const rest =
    whole && chosen.length > 0
      ? []
      : rows.filter(
          (row) =>
            row.selected &&
            !row.marks.includes('computed') &&
            !chosen.some((one) => one.indicator === row.indicator)
        )
  return [...chosen, ...rest].slice(0, COUNT).map((row) => toKeyNumber(row, whole && chosen.length > 0))
}

/** Why a number is to be verified, in the words of its note; each once. */
function doubtsOf(numbers: readonly KeyNumber[]): string {
  const doubtful = numbers.filter(({ row }) => row.marks.includes('to_verify'))
  const notes = [...new Set(doubtful.map(({ row }) => row.note))].filter((note) => note !== '')
  return notes.length === 0 ? '' : french(`À vérifier : ${notes.join(' ')}`)
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
          ? french(`${capitalise(choiceWords(context))} : aucun chiffre publié`)
          : french(`${pageTitle(context)} : ${said(first)}`),
      subtitle: french(
        `Premiers nombres que publie le rapport${whole ? ' pour tout Optima' : ` pour ${choiceWords(context)}`}, ${year} ; chacun a son unité`
      ),
      sentence: pageSentence(numbers, context),
      note: doubtsOf(numbers),
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
