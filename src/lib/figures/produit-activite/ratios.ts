// Where may produit be divided by activity, and where is it refused? The guard of domain/comparability decides each pair.

import { roundOutward } from '../../domain/bounds.ts'
import { ratio } from '../../domain/comparability.ts'
import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatMeasure, french } from '../../domain/format.ts'
import { REGIONS } from '../actes/natures.ts'
import { type Entry, toEntry } from '../frame/entry.ts'

/** A quotient that the guard accepts, ready for table and drawing. */
export interface Rate {
  entry: Entry
  region: string
  /** "au plus 10,83 € de produit par action" */
  words: string
  /** "≤ 10,83 €", for a label */
  label: string
  /** "par action" */
  per: string
}

/** One refused pair for each region without any accepted one. */
export interface Refusal {
  region: string
  produit: FigureRow
  activity: FigureRow
  reason: string
}

/** An open divisor leaves a highest quotient and no lowest one. */
function wordsOf(value: number, low: number | null, high: number | null): { short: string; value: number } {
  const ends = roundOutward({ low, high }, 2)
  if (high !== null && (low === null || low === 0) && value !== 0)
    return { short: `au plus ${formatMeasure(ends.high ?? value, 'eur')}`, value: ends.high ?? value }
  if (low !== null && high !== null && low < high)
    return {
      short: `entre ${formatMeasure(ends.low ?? value, 'eur')} et ${formatMeasure(ends.high ?? value, 'eur')}`,
      value: Math.round(value * 100) / 100
    }
  return { short: formatMeasure(value, 'eur'), value: Math.round(value * 100) / 100 }
}

function rateOf(produit: FigureRow, activity: FigureRow): Rate | null {
  const found = ratio(produit, activity)
  // Less than one act is none: a quotient by it would say nothing.
  if (!found.ok || activity.value < 1 || !Number.isFinite(found.value)) return null
  const { short, value } = wordsOf(found.value, found.low, found.high)
  const per = `par ${activity.indicator_singular}`
  const open = activity.marks.includes('at_least')
    ? ' Le diviseur est un minimum : le résultat est un maximum.'
    : ''
  return {
    region: produit.region,
    label: short.replace(/^au plus /, '≤\u00a0'),
    per,
    words: `${short} de produit ${per}`,
    entry: {
      ...toEntry(produit),
      id: `${produit.id}-par-${activity.id}`,
      what: `produit ${per}${short.startsWith('au plus') ? ', au plus' : ''}`,
      value,
      group: `${produit.group} ÷ ${activity.group}`,
      marks: produit.marks.includes('to_verify') ? ['computed', 'to_verify'] : ['computed'],
      section: [...new Set([produit.section, activity.section])].join(' | '),
      quote: `${produit.quote} | ${activity.quote}`,
      formula: french(`${found.formula} = ${short}`),
      note: french(
        `Le produit finance tout le dispositif : ce n’est pas un coût.${open} ${produit.note}`.trim()
      )
    }
  }
}

/** @param parts produit of the territories; @param activity acts and people, in the order of the figure */
export function ratesOf(
  parts: readonly FigureRow[],
  activity: readonly FigureRow[]
): { rates: Rate[]; refusals: Refusal[] } {
  const rates: Rate[] = []
  const refusals: Refusal[] = []
  const inOrder = REGIONS.flatMap((id) => parts.filter(({ region }) => region === id))
  for (const produit of inOrder) {
    const beside = activity.filter(({ region }) => region === produit.region)
    const accepted = beside.map((row) => rateOf(produit, row)).filter((rate) => rate !== null)
    rates.push(...accepted)
    const [first] = beside
    const refused = first === undefined || accepted.length > 0 ? null : ratio(produit, first)
    if (first !== undefined && refused !== null && !refused.ok)
      refusals.push({ region: produit.region, produit, activity: first, reason: refused.reason })
  }
  return { rates, refusals }
}
