// Who receives the produit? Each part on the axis of the published total, and what no page allocates.

import { addBounds, boundsOf, subtractBounds } from '../../domain/bounds.ts'
import { type Comparison, inGroup, sum } from '../../domain/comparability.ts'
import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatEuro, formatPercent, formatWords, french } from '../../domain/format.ts'
import type { Hue, Mark } from '../../domain/rows.ts'
import { asSubject, capitalise, countWord, headlineName } from '../../domain/sentence.ts'
import type { Figure, FigureContext, FigureModel } from '../figure.ts'
import { isFiltered } from '../figure.ts'

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
  /** Sum of the parts with its bounds, refused when they may not be added. */
  allocated: Comparison
  /** Half of what is allocated, as a share of the total, 0 to 1; null without total. */
  half: number | null
  remainder: { row: FigureRow; fraction: number; start: number } | null
}

const LABEL_FORMATION = 'Formation'

/** Parts of the produit may be added: disjoint territories, one year. */
const REVENUE = { id: 'revenue', additive: true, why_not: 'Le produit ne s’additionne qu’à du produit.' }

function allocate(parts: readonly ProduitPart[]): Comparison {
  const [first, ...others] = inGroup(
    parts.map(({ row }) => row),
    'revenue'
  )
  return first === undefined
    ? { ok: false, reason: 'Aucun produit publié.' }
    : sum([first, ...others], REVENUE)
}

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
  if (first === undefined) return 'Produit\u00a0: non publié'
  const others = addBounds(parts.slice(1).map(({ row }) => boundsOf(row))).high
  const { low } = boundsOf(first.row)
  const share = low !== null && others !== null && low > others ? 'plus de la moitié' : 'la plus grande part'
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

function remainderNote({ parts, total, allocated }: ProduitDrawing): string {
  if (total === null || !allocated.ok) return ''
  const rounded = parts.filter((part) => part.marks.includes('rounded')).length
  const rest = subtractBounds(boundsOf(total), allocated)
  const bounds =
    rest.low === null || rest.high === null || rest.low === rest.high
      ? ''
      : ` ${capitalise(countWord(rounded))} sont publiées au millier : l’écart au total est compris entre ${formatEuro(rest.low)} et ${formatEuro(rest.high)}.`
  return `Les ${countWord(parts.length)} parts font ${formatEuro(allocated.value)} (calculé).${bounds} Le rapport ne dit pas d’où il vient.`
}

function sentenceOf({ parts, total, allocated }: ProduitDrawing, context: FigureContext): string {
  const first = parts[0]
  if (first === undefined || total === null || !allocated.ok) return ''
  const chosen =
    parts.find((part) => part.territory !== '' && part.territory === context.filters.territory) ?? first
  const share = formatPercent((chosen.value / allocated.value) * 100, 1)
  const rounded = chosen.marks.includes('rounded') ? ' (arrondi)' : ''
  return french(
    `En ${context.filters.year}, Optima publie ${formatWords(chosen.value, 'eur', chosen.marks)}${rounded} de produit pour ${asSubject(chosen.label)}, soit ${share} du produit ventilé (calculé), sur un total publié de ${formatEuro(total.value)} hors taxes.`
  )
}

function build(rows: readonly FigureRow[], context: FigureContext): FigureModel<ProduitDrawing> {
  const total = rows.find((row) => row.indicator === 'revenue' && !isPart(row)) ?? null
  const unallocated = rows.find((row) => row.indicator === 'revenue_unallocated') ?? null
  const parts = toParts(rows, total?.value ?? 0, context)
  const allocated = allocate(parts)
  const end = parts.reduce((edge, part) => edge + part.fraction, 0)
  const remainder =
    unallocated === null || total === null
      ? null
      : { row: unallocated, fraction: unallocated.value / total.value, start: end }
  const drawing = { parts, total, allocated, half: total === null ? null : end / 2, remainder }
  const programme = context.programme
  const unknown = programme !== null && !parts.some((part) => part.row.programme === programme.id)
  return {
    title: unknown ? french(`Produit, ${programme.name} : non publié`) : titleOf(parts),
    subtitle:
      `Produit par territoire et pour la formation, ${context.filters.year}, en euros ; seul le total est dit hors taxes`.replace(
        ' ;',
        '\u00a0;'
      ),
    sentence: sentenceOf(drawing, context),
    note: french([levelNote(parts, context), remainderNote(drawing)].filter((text) => text !== '').join(' ')),
    rows: [
      ...parts.map((part) => part.row),
      ...(total === null ? [] : [total]),
      ...(unallocated === null ? [] : [unallocated])
    ],
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
