// Which values stand on the map for a measure? One a territory, or the words that say why there is none.

import type { FigureRow, Place, SecretRow } from '../../domain/figure-rows.ts'
import type { Measure } from '../../domain/filters.ts'
import { formatLabel, formatNumber } from '../../domain/format.ts'
import { marksInWords } from '../../domain/marks.ts'
import { plural } from '../../domain/sentence.ts'
import type { MapCircle } from '../../map/circles.ts'
import { REGIONS } from '../actes/natures.ts'

/** One indicator a measure: a circle compares, so it may only hold values of one group. */
const INDICATOR: Readonly<Record<Measure, string>> = {
  produit: 'revenue',
  interventions: '',
  personnes: 'people_met',
  stagiaires: 'trainees'
}

/** Indicators that some measure shows. */
export const CARTE_INDICATORS: readonly string[] = Object.values(INDICATOR).filter(
  (indicator) => indicator !== ''
)

/** Indicators of which the measure shows something; those of acts are the caller’s. */
export const indicatorsOf = (measure: Measure): readonly string[] =>
  CARTE_INDICATORS.filter((indicator) => indicator === INDICATOR[measure])

/** Rows that the measure shows on the map or in the heads of the list. */
export function rowsOf(rows: readonly FigureRow[], measure: Measure): FigureRow[] {
  return rows.filter(
    (row) => row.indicator === INDICATOR[measure] && (row.territory !== 'optima' || row.programme !== '')
  )
}

/** The row that speaks for a territory: its own, else the largest below it. */
function speaking(rows: readonly FigureRow[], region: string): FigureRow | undefined {
  const inside = rows.filter((row) => row.region === region)
  return inside.find((row) => row.territory === region) ?? [...inside].sort((a, b) => b.value - a.value)[0]
}

function circleOf(
  row: FigureRow,
  head: Place | undefined,
  point: Place | undefined,
  selected: boolean
): MapCircle {
  const short = formatLabel(row.value, row.unit, row.marks)
  const note = marksInWords(row.marks.filter((mark) => mark === 'rounded' || mark === 'partial_period'))
  return {
    id: row.region,
    name: row.region === 'optima' ? row.programme_name : (head?.name ?? row.territory_name),
    hue: row.hue,
    lon: point?.lon ?? null,
    lat: point?.lat ?? null,
    value: row.value,
    label: `${short} ${note}`.trim(),
    short,
    note,
    selected
  }
}

/** Acts are counted differently everywhere: the list says how many counts there are, the map shows none. */
function countsOf(acts: readonly FigureRow[], head: Place, selected: boolean): MapCircle {
  const count = acts.filter((row) => row.region === head.id).length
  const short = `${formatNumber(count)}\u00a0${plural(count, 'compte', 'comptes')}`
  return {
    id: head.id,
    name: head.name,
    hue: head.hue,
    lon: null,
    lat: null,
    value: count,
    label: short,
    short,
    selected
  }
}

/**
 * Heads of the list and circles of the map, largest first. A circle without a point only heads its group.
 * @param secrets what is counted and hidden: said where no number speaks for the territory
 * @param kept ids of the top-level territories that the filters keep; null when there is no filter
 */
export function circlesOf(
  measure: Measure,
  rows: readonly FigureRow[],
  acts: readonly FigureRow[],
  places: readonly Place[],
  kept: ReadonlySet<string> | null,
  secrets: readonly SecretRow[] = []
): MapCircle[] {
  const own = rowsOf(rows, measure)
  const isSecret = (region: string): boolean =>
    secrets.some((row) => row.region === region && row.indicator === INDICATOR[measure])
  const circles = [...REGIONS, 'optima'].flatMap((region): MapCircle[] => {
    const head = places.find(({ id }) => id === region)
    const selected = kept === null || kept.has(region)
    if (measure === 'interventions') return head === undefined ? [] : [countsOf(acts, head, selected)]
    const row = speaking(own, region)
    if (row !== undefined)
      return [
        circleOf(
          row,
          head,
          places.find(({ id }) => id === row.territory),
          selected
        )
      ]
    if (head === undefined) return []
    return [
      {
        id: region,
        name: head.name,
        hue: head.hue,
        lon: null,
        lat: null,
        value: null,
        label: isSecret(region) ? 'secret' : 'non publié',
        selected
      }
    ]
  })
  return circles.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
}
