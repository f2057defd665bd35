// With what may a territory be compared? One group, one unit, one period, and no territory inside another.

import { axisEnd } from '../charts/axis.ts'
import { ratio } from '../domain/comparability.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import { formatPeriod, french } from '../domain/format.ts'
import { capitalise, withDe } from '../domain/sentence.ts'
import { PART_ORDER } from '../figures/chiffres-cles/chiffres-cles.ts'
import type { FicheData } from './fiche-data.ts'
import type { Lineage } from './lineage.ts'
import { lineage } from './lineage.ts'

export interface FicheBar {
  row: FigureRow
  /** 0 to 1 of the common axis. */
  fraction: number
  own: boolean
}

export interface FicheComparison {
  title: string
  subtitle: string
  /** Largest first, on one zero-based axis; [] when nothing may be compared. */
  bars: FicheBar[]
  axisMax: number
  /** What may not be compared, and why. */
  guard: string
}

const MOST = 5

/** Rows that may stand on the axis of `row`: those it may be divided by, in places that do not hold one another. */
function mates(row: FigureRow, line: Lineage, data: FicheData): FigureRow[] {
  return data.rows.filter((other) => {
    if (other.indicator !== row.indicator || other.territory === 'optima') return false
    if (row.kind !== 'money' && other.family !== row.family) return false
    if (line.inside.has(other.territory) || line.above.some(({ id }) => id === other.territory)) return false
    if (lineage(other.territory, data.territories).inside.has(row.territory)) return false
    return ratio(row, other).ok
  })
}

/** What the chart leaves out, by its name: under another count its reason alone would be read as said of that one. */
function offAxis({ group, group_name: name }: FigureRow, { whyNot }: FicheData): string {
  const why = whyNot.get(group)
  return why === undefined ? '' : french(`« ${name} » n’est pas sur cet axe. ${why}`)
}

/** The first of its numbers that has a mate; else a sentence on why none does. null without any number. */
export function compareOf(
  own: readonly FigureRow[],
  line: Lineage,
  data: FicheData,
  year: number
): FicheComparison | null {
  const current = own.filter((row) => row.period_end >= `${year}-01-01` && !row.marks.includes('computed'))
  const order: readonly string[] = [...PART_ORDER, 'days_per_week', 'coordinators']
  const candidates = order.flatMap((indicator) => current.filter((row) => row.indicator === indicator))
  const [first] = candidates
  if (first === undefined) return null
  for (const row of candidates) {
    const others = mates(row, line, data)
    if (others.length === 0) continue
    const all = [row, ...others.toSorted((a, b) => b.value - a.value).slice(0, MOST - 1)].toSorted(
      (a, b) => b.value - a.value
    )
    const axisMax = axisEnd(all.map(({ value }) => value))
    const apart = candidates.find((other) => other.group !== row.group)
    return {
      title: french(`${capitalise(row.indicator_name)} : ${line.territory.name} et les autres`),
      subtitle: french(
        `Même mot, même période (${formatPeriod(row.period_start, row.period_end)}) : un axe commun, aucune somme.`
      ),
      bars: all.map((one) => ({ row: one, fraction: one.value / axisMax, own: one.id === row.id })),
      axisMax,
      guard: apart === undefined ? '' : offAxis(apart, data)
    }
  }
  return {
    title: french(`Rien ne se compare aux chiffres ${withDe(line.territory.name)}`),
    subtitle: french('Aucun autre territoire n’est compté avec les mêmes mots, sur la même période.'),
    bars: [],
    axisMax: 0,
    guard: french(data.whyNot.get((candidates.find(({ kind }) => kind === 'acts') ?? first).group) ?? '')
  }
}
