// How do produit and activity stand beside one another? Two columns, and what may be calculated under them.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatBefore, french } from '../../domain/format.ts'
import { capitalise, listWords } from '../../domain/sentence.ts'
import { REGION_NAMES, REGIONS } from '../actes/natures.ts'
import type { FigureContext } from '../figure.ts'
import { barLines, barsPanel, drawingOf } from '../frame/bars.ts'
import type { BarsPanel, Drawing, NumbersPanel } from '../frame/drawing.ts'
import type { Refusal } from './ratios.ts'
import { inRegion, regionName, type Sides, wordOf } from './words.ts'

/** One refusal in full, the reader's own where there is one; the other regions by name. */
function refusalNote(refusals: readonly Refusal[]): string {
  const [first, ...others] = refusals.toSorted(
    (a, b) => Number(b.produit.selected) - Number(a.produit.selected)
  )
  if (first === undefined) return ''
  const { produit, activity, reason, region } = first
  const rest = listWords(others.map((one) => inRegion(one.region)))
  return [
    `${capitalise(inRegion(region))}, on ne divise pas ${formatBefore(activity.value, activity.unit, activity.marks)} ${wordOf(activity)} par ${formatBefore(produit.value, 'eur', produit.marks)} de produit, ni l’inverse.`,
    reason,
    rest === '' ? '' : `Il en va de même ${rest}.`
  ]
    .filter((text) => text !== '')
    .join(' ')
}

function ratesPanel({ rates, refusals }: Sides): NumbersPanel {
  const cost = rates.length === 0 ? '' : 'Le produit finance tout le dispositif : ce ne sont pas des coûts.'
  return {
    kind: 'numbers',
    id: 'rapports',
    title: rates.length === 0 ? 'Aucun rapport ne se calcule' : 'Ce que le même périmètre permet de calculer',
    words: [],
    note: french([cost, refusalNote(refusals)].filter((text) => text !== '').join(' ')),
    items: rates.map(({ entry, per, label, region }) => ({
      id: entry.id,
      value: entry.value ?? 0,
      unit: entry.unit,
      marks: entry.marks,
      label: `de produit ${per}`,
      detail: `${regionName(region)}, ${entry.formula}`,
      hue: entry.hue,
      territory: entry.territory,
      text: label
    }))
  }
}

export function drawingFor(sides: Sides, context: FigureContext): Drawing {
  const { parts, activity } = sides
  const regions = REGIONS.flatMap((id) => {
    const row = [...parts, ...activity].find(({ region }) => region === id)
    return row === undefined ? [] : [{ id, label: REGION_NAMES[id], hue: row.hue }]
  })
  const panel = (id: string, title: string, rows: readonly FigureRow[]): BarsPanel => {
    const lines = barLines(rows, rows, context, {
      detail: (row) => (row.indicator === 'revenue' ? 'de produit' : `${wordOf(row)}, ${row.programme_name}`)
    }).map((line, i) => ({ ...line, row: rows[i]?.region ?? '' }))
    const missing = regions.filter((region) => !rows.some((row) => row.region === region.id))
    return barsPanel(id, title, lines, { missing: missing.map(({ label }) => label) })
  }
  const panels = [
    panel('produit', 'Produit : un axe', parts),
    panel('activite', 'Activité : un axe par mot', activity)
  ].map((one) => ({ ...one, title: french(one.title) }))
  return drawingOf([...panels, ratesPanel(sides)], 'matrix', { rows: regions })
}
