// Which numbers head a fiche? At most three, each published for the territory itself or computed from such.

import { roundOutward } from '../domain/bounds.ts'
import { perInhabitant } from '../domain/comparability.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import { formatLabel, formatNumber, formatPeriod, formatWords, french } from '../domain/format.ts'
import type { Mark } from '../domain/rows.ts'
import { plural } from '../domain/sentence.ts'
import { PART_ORDER } from '../figures/chiffres-cles/chiffres-cles.ts'
import type { Lineage } from './lineage.ts'

export interface FicheNumber {
  id: string
  /** "17 004", "≥ 42 000", "449 k€" */
  value: string
  marks: Mark[]
  /** "personnes touchées" */
  label: string
  /** Programme, period, or the formula of a computed number. */
  detail: string
  /** Said in the lead: "17 004 personnes touchées". */
  words: string
}

const MOST = 3
/** Rates are said for a thousand inhabitants: an act a head would be 0,01. */
const PER = 1000

function toNumber(row: FigureRow, year: number): FicheNumber {
  const label =
    row.indicator === 'revenue' ? 'de produit' : plural(row.value, row.indicator_singular, row.indicator_name)
  const whole = formatPeriod(row.period_start, row.period_end)
  const rounded = row.marks.includes('rounded') ? ' (arrondi)' : ''
  return {
    id: row.id,
    value: formatLabel(row.value, row.unit, row.marks),
    marks: row.marks,
    label,
    detail: [row.programme_name, whole === String(year) ? '' : whole]
      .filter((part) => part !== '')
      .join(', '),
    words: row.marks.includes('at_least')
      ? `${formatWords(row.value, row.unit, [])} ${label} et plus`
      : `${formatWords(row.value, row.unit, row.marks)}${rounded} ${label}`
  }
}

/** Acts of a whole year for a thousand inhabitants, for a commune or an arrondissement with its population. */
export function perInhabitantOf(
  own: readonly FigureRow[],
  { territory }: Lineage,
  year: number
): FicheNumber[] {
  return own
    .filter(
      (row) =>
        row.kind === 'acts' &&
        row.period_start === `${year}-01-01` &&
        row.period_end === `${year}-12-31` &&
        !row.marks.includes('computed')
    )
    .flatMap((row) => {
      const rate = perInhabitant(row, territory)
      if (!rate.ok || territory.population === null) return []
      const least = row.marks.includes('at_least')
      // At least: the low end, rounded down; else the nearest tenth.
      const low = roundOutward({ low: rate.value * PER, high: null }, 1).low
      const value = formatNumber(least ? (low ?? 0) : rate.value * PER, 1)
      const label = `${row.indicator_name} pour ${formatNumber(PER)} habitants`
      return [
        {
          id: `${row.id}-par-habitant`,
          value: least ? `≥\u00a0${value}` : value,
          marks: ['computed' as const],
          label,
          detail: french(
            `${formatNumber(row.value)} ÷ ${formatNumber(territory.population)} × ${formatNumber(PER)}`
          ),
          words: `${least ? 'au moins ' : ''}${value} ${label}`
        }
      ]
    })
}

const inOrder = (rows: readonly FigureRow[]): FigureRow[] => {
  const rank = (row: FigureRow): number => {
    const at = (PART_ORDER as readonly string[]).indexOf(row.indicator)
    return at < 0 ? PART_ORDER.length : at
  }
  return rows.toSorted((a, b) => rank(a) - rank(b))
}

/** Its own published rows of the year, best first, one a group; an act that has a rate stands before its rate. */
export function numbersOf(own: readonly FigureRow[], line: Lineage, year: number): FicheNumber[] {
  const published = inOrder(
    own.filter((row) => !row.marks.includes('computed') && row.unit !== 'rank' && row.unit !== 'hours')
  )
  const current = published.filter((row) => row.period_end >= `${year}-01-01`)
  const rows = current.length > 0 ? current : published
  const one = rows.filter((row, index) => rows.findIndex(({ group }) => group === row.group) === index)
  const rate = perInhabitantOf(inOrder(own), line, year).find(({ value }) => !value.startsWith('0'))
  const act = one.find((row) => rate?.id.startsWith(`${row.id}-`))
  if (rate === undefined || act === undefined) return one.slice(0, MOST).map((row) => toNumber(row, year))
  const first = one.find((row) => row !== act)
  return [...(first === undefined ? [] : [toNumber(first, year)]), toNumber(act, year), rate]
}
