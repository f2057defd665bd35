// Who receives the produit? Each part on the axis of the published total, and what no page allocates.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatEuro, formatPercent, formatWords, french } from '../../domain/format.ts'
import type { Hue, Mark } from '../../domain/rows.ts'
import { asSubject, capitalise, countWord, headlineName } from '../../domain/sentence.ts'
import type { Figure, FigureContext, FigureModel } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import { boundsOf } from '../../domain/bounds.ts'

export interface ProduitPart {
  id: string
  /** Territory to select on a click, '' for the formation. */
  territory: string
  label: string
  hue: Hue
  value: number
  marks: Mark[]
  /** Share of the published total, 0 to 1. */
  fraction: number
  /** Where the part starts in the stacked total, 0 to 1. */
  start: number
  solid: boolean
  row: FigureRow
}

export interface ProduitDrawing {
  parts: ProduitPart[]
  total: FigureRow | null
  /** Half of what is allocated, as a share of the total, 0 to 1; null without total. */
  half: number | null
  remainder: { row: FigureRow; fraction: number; start: number } | null
}

const LABEL_FORMATION = 'Formation'

function isPart(row: FigureRow): boolean {
  return row.indicator === 'revenue' && (row.territory !== 'optima' || row.programme !== '')
}

function toParts(rows: readonly FigureRow[], total: number, context: FigureContext): ProduitPart[] {
  let start = 0
  return rows
    .filter(isPart)
    .sort((a, b) => b.value - a.value)
    .map((row) => {
      const fraction = total > 0 ? row.value / total : 0
      const part: ProduitPart = {
        id: row.id,
        territory: row.territory === 'optima' ? '' : row.territory,
        label: row.territory === 'optima' ? LABEL_FORMATION : row.territory_name,
        hue: row.territory === 'optima' ? 'neutral' : row.hue,
        value: row.value,
        marks: row.marks,
        fraction,
        start,
        solid: !isFiltered(context) || row.selected,
        row
      }
      start += fraction
      return part
    })
}

/** "plus de la moitié" is said only when it holds at the low end of the rounding too. */
function titleOf(parts: readonly ProduitPart[]): string {
  const first = parts[0]
  if (first === undefined) return 'Produit : non publié'
  const others = parts.slice(1).reduce((sum, part) => sum + (boundsOf(part.row).high ?? part.value), 0)
  const { low } = boundsOf(first.row)
  const share = low !== null && low > others ? 'plus de la moitié' : 'la plus grande part'
  return `${headlineName(first.label)} concentre ${share} du produit ventilé`
}

/** The produit of a commune is not published: say at which level it is. */
function levelNote(parts: readonly ProduitPart[], context: FigureContext): string {
  const { territory } = context
  if (territory === null || parts.some((part) => part.territory === territory.id)) return ''
  const above = parts.find((part) => part.territory === territory.region)
  const absent = `Aucun produit n’est publié pour ${asSubject(territory.name)}.`
  if (above === undefined) return absent
  return `${absent} Le chiffre existe pour ${asSubject(above.label)} : ${formatWords(above.value, 'eur', above.marks)}.`
}

function remainderNote({ parts, remainder }: ProduitDrawing): string {
  if (remainder === null) return ''
  const sum = parts.reduce((total, part) => total + part.value, 0)
  const rounded = parts.filter((part) => part.marks.includes('rounded')).length
  const spread = rounded * 500
  const { value } = remainder.row
  return `Les ${countWord(parts.length)} parts font ${formatEuro(sum)} (calculé). ${capitalise(countWord(rounded))} sont publiées au millier : l’écart au total est compris entre ${formatEuro(value - spread)} et ${formatEuro(value + spread)}. Le rapport ne dit pas d’où il vient.`
}

function sentenceOf(drawing: ProduitDrawing, context: FigureContext): string {
  const first = drawing.parts[0]
  if (first === undefined || drawing.total === null) return ''
  const chosen = drawing.parts.find((part) => part.territory !== '' && part.territory === context.filters.territory) ?? first
  const sum = drawing.parts.reduce((total, part) => total + part.value, 0)
  return french(
    `En ${context.filters.year}, Optima publie ${formatWords(chosen.value, 'eur', chosen.marks)} de produit${chosen.marks.includes('rounded') ? ' (arrondi)' : ''} pour ${chosen.label}, soit ${formatPercent((chosen.value / sum) * 100, 1)} du produit ventilé (calculé), sur un total publié de ${formatEuro(drawing.total.value)} hors taxes.`
  )
}

function build(rows: readonly FigureRow[], context: FigureContext): FigureModel<ProduitDrawing> {
  const total = rows.find((row) => row.indicator === 'revenue' && !isPart(row)) ?? null
  const unallocated = rows.find((row) => row.indicator === 'revenue_unallocated') ?? null
  const parts = toParts(rows, total?.value ?? 0, context)
  const allocated = parts.reduce((sum, part) => sum + part.fraction, 0)
  const remainder =
    unallocated === null || total === null
      ? null
      : { row: unallocated, fraction: unallocated.value / total.value, start: allocated }
  const drawing = { parts, total, half: total === null ? null : allocated / 2, remainder }
  const programme = context.programme
  const unknown = programme !== null && !parts.some((part) => part.row.programme === programme.id)
  return {
    title: unknown ? french(`Produit, ${programme.name} : non publié`) : titleOf(parts),
    subtitle: `Produit par territoire et pour la formation, ${context.filters.year}, en euros ; seul le total est dit hors taxes`.replace(' ;', '\u00a0;'),
    sentence: sentenceOf(drawing, context),
    note: french([levelNote(parts, context), remainderNote(drawing)].filter((text) => text !== '').join(' ')),
    rows: [...parts.map((part) => part.row), ...(total === null ? [] : [total]), ...(unallocated === null ? [] : [unallocated])],
    drawing,
    empty: unknown
      ? {
          title: 'Le rapport ne donne pas ce chiffre',
          text: 'Le produit y est publié par territoire, jamais par dispositif. Ce n’est pas un zéro\u00a0: nous n’en savons rien.',
          exits: [
            { label: 'Voir le produit par territoire', patch: { programme: null, measure: 'produit' } },
            { label: french(`Retirer « ${programme.name} »`), patch: { programme: null } }
          ]
        }
      : null
  }
}

export const produit: Figure<ProduitDrawing> = {
  id: 'produit',
  question: 'Comment le produit se répartit-il entre les territoires ?',
  indicators: ['revenue', 'revenue_unallocated'],
  build
}
