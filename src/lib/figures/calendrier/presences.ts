// Where is somebody present, and in which months, as far as the report dates it? One presence a place and programme.

import type { FigureEngagement, FigureRow, Place } from '../../domain/figure-rows.ts'
import { type MonthState, monthsOf, namedMonths } from '../frame/months.ts'

/** What the report says of one programme in one place. */
export interface Presence {
  /** What it is drawn from and named after: the row or the contract that dates it. */
  head: FigureRow | FigureEngagement
  rows: FigureRow[]
  months: MonthState[]
  /** Months (1 to 12) covered in part only. */
  partial: number[]
  /** First day, month or year that is published, where no months are; '' else. */
  since: string
  /** Why months are in doubt, where no row says it; '' else. */
  why: string
}

type Dated = Omit<Presence, 'rows'>

export interface Presences {
  dated: Presence[]
  /** Said to be there in the year, without a month. */
  undated: FigureRow[]
}

const keyOf = ({ territory, programme }: Pick<FigureRow, 'territory' | 'programme'>): string =>
  `${territory} ${programme}`

/** Months inside the period that the formula does not name: one place of the report names them, another does not. */
function unnamed(row: FigureRow, year: number): number[] {
  const named = namedMonths(row.formula.split('=')[0] ?? '')
  const covered = monthsOf(row.period_start, row.period_end, year).filter((state) => state === 'yes').length
  if (row.indicator !== 'months_presence' || row.value >= covered) return []
  return Array.from({ length: 12 }, (_, i) => i + 1).filter((month) => !named.includes(month))
}

/** A published row of part of a year dates itself. */
function byRow(rows: readonly FigureRow[], year: number): Dated | null {
  const head =
    rows.find(({ indicator }) => indicator === 'months_presence') ??
    rows.find(({ marks }) => marks.includes('partial_period'))
  if (head === undefined) return null
  return {
    head,
    months: monthsOf(head.period_start, head.period_end, year, unnamed(head, year)),
    partial: namedMonths(head.formula.split('dont')[1] ?? ''),
    since: '',
    why: ''
  }
}

/** A place with one programme, since a published date; what ended in the year without a month is in doubt all along. */
function bySite(
  rows: readonly FigureRow[],
  year: number,
  places: readonly Place[],
  ended: FigureEngagement | undefined
): Dated | null {
  const [head] = rows
  const place = places.find(({ id }) => id === head?.territory)
  if (head === undefined || place === undefined || place.programmes.length !== 1) return null
  const { since } = place
  if (since === '' || since === String(year)) return null
  const months = monthsOf(since, ended?.end ?? '', year)
  if (ended === undefined || ended.end.length > 4) return { head, months, partial: [], since, why: '' }
  return {
    head: ended,
    months: months.map((state) => (state === 'yes' ? 'doubt' : state)),
    partial: [],
    since,
    why: `${ended.title} : le rapport ne dit pas en quel mois.`
  }
}

/** A contract with a month; what was there before it was renewed or confirmed has no published month. */
function byContract(one: FigureEngagement, year: number): Presence {
  const before = one.kind !== 'new'
  const months = monthsOf(one.start, one.end, year)
  const first = months.indexOf('yes')
  return {
    head: one,
    rows: [],
    months: months.map((state, i) => (before && i < first ? 'doubt' : state)),
    partial: [],
    since: before ? '' : one.start,
    why: before && first > 0 ? `${one.title} : les mois d’avant ne sont pas publiés.` : ''
  }
}

const KINDS: readonly FigureEngagement['kind'][] = ['new', 'renewed', 'confirmed']

/**
 * @param rows of one year, of indicators of presence
 * @param engagements whose month dates a presence that no row does; the association's own are no presence
 */
export function presencesOf(
  rows: readonly FigureRow[],
  engagements: readonly FigureEngagement[],
  places: readonly Place[],
  year: number
): Presences {
  const keys = [...new Set(rows.map(keyOf))]
  const dated: Presence[] = []
  const undated: FigureRow[] = []
  for (const key of keys) {
    const own = rows.filter((row) => keyOf(row) === key)
    const ended = engagements.find((one) => one.kind === 'ended' && keyOf(one) === key)
    const found = byRow(own, year) ?? bySite(own, year, places, ended)
    if (found === null) undated.push(...own)
    else dated.push({ ...found, rows: own })
  }
  const contracts = engagements.filter(
    (one) =>
      KINDS.includes(one.kind) &&
      one.start.startsWith(`${year}-`) &&
      one.territory !== 'optima' &&
      !keys.includes(keyOf(one))
  )
  return { dated: [...dated, ...contracts.map((one) => byContract(one, year))], undated }
}
