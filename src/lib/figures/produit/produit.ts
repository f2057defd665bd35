// Who receives the produit? Each part on the axis of the published total, and what no page allocates.

import { addBounds, boundsOf, subtractBounds } from '../../domain/bounds.ts'
import { type Comparison, inGroup, sum } from '../../domain/comparability.ts'
import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatEuro, formatPercent, formatWords, french } from '../../domain/format.ts'
import { asSubject, capitalise, countWord, headlineName } from '../../domain/sentence.ts'
import type { Figure, FigureContext, FigureModel } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import { barLines, barsPanel, drawingOf, toDatum } from '../frame/bars.ts'
import type { Panel } from '../frame/drawing.ts'
import { toEntry } from '../frame/entry.ts'
import { endToEnd } from '../frame/stack.ts'

/** Parts of the produit may be added: disjoint territories, one year. */
const REVENUE = { id: 'revenue', additive: true, why_not: 'Le produit ne s’additionne qu’à du produit.' }

/** What was published, sorted out. */
interface Produit {
  /** Largest first. */
  parts: FigureRow[]
  total: FigureRow | null
  /** Sum of the parts with its bounds, refused when they may not be added. */
  allocated: Comparison
  remainder: FigureRow | null
}

const isPart = (row: FigureRow): boolean => row.territory !== 'optima' || row.programme !== ''
const labelOf = (row: FigureRow): string => (row.territory === 'optima' ? 'Formation' : row.territory_name)

function sortOut(rows: readonly FigureRow[]): Produit {
  const revenue = rows.filter(({ indicator }) => indicator === 'revenue')
  const parts = revenue.filter(isPart).toSorted((a, b) => b.value - a.value)
  const [first, ...others] = inGroup(parts, 'revenue')
  return {
    parts,
    total: revenue.find((row) => !isPart(row)) ?? null,
    allocated:
      first === undefined ? { ok: false, reason: 'Aucun produit publié.' } : sum([first, ...others], REVENUE),
    remainder: rows.find(({ indicator }) => indicator === 'revenue_unallocated') ?? null
  }
}

function panelsOf({ parts, total, remainder }: Produit, context: FigureContext): Panel[] {
  const options = { label: labelOf, detail: () => '', ...(total === null ? {} : { end: total.value }) }
  const lines = barLines(parts, parts, context, options)
  const bars = barsPanel('parts', '', lines, {
    reference:
      total === null
        ? null
        : {
            at: Math.min(1, lines.reduce((end, { fraction }) => end + fraction, 0) / 2),
            label: 'moitié du ventilé'
          }
  })
  if (total === null) return [bars]
  const rest =
    remainder === null
      ? []
      : barLines([remainder], [], context, { ...options, label: () => 'dont non ventilé' }).map((line) => ({
          ...line,
          solid: !isFiltered(context)
        }))
  return [
    bars,
    {
      kind: 'stack',
      id: 'total',
      title: '',
      words: [],
      note: '',
      total: { ...toDatum(total), label: 'Total publié' },
      pieces: endToEnd([...lines, ...rest])
    }
  ]
}

/** "plus de la moitié" is said only when it holds at the low end of the rounding too. */
function titleOf({ parts }: Produit): string {
  const first = parts[0]
  if (first === undefined) return 'Produit\u00a0: non publié'
  const others = addBounds(parts.slice(1).map(boundsOf)).high
  const { low } = boundsOf(first)
  const share = low !== null && others !== null && low > others ? 'plus de la moitié' : 'la plus grande part'
  return `${headlineName(labelOf(first))} concentre ${share} du produit ventilé`
}

/** The produit of a commune is not published: say at which level it is. */
function levelNote({ parts }: Produit, { territory }: FigureContext): string {
  if (territory === null || parts.some((part) => part.territory === territory.id)) return ''
  const above = parts.find((part) => part.territory === territory.region)
  const absent = `Aucun produit n’est publié pour ${asSubject(territory.name)}.`
  if (above === undefined) return absent
  return `${absent} Le chiffre existe pour ${asSubject(labelOf(above))} : ${formatWords(above.value, 'eur', above.marks)}.`
}

function remainderNote({ parts, total, allocated }: Produit): string {
  if (total === null || !allocated.ok) return ''
  const rounded = parts.filter((part) => part.marks.includes('rounded')).length
  const rest = subtractBounds(boundsOf(total), allocated)
  const bounds =
    rest.low === null || rest.high === null || rest.low === rest.high
      ? ''
      : ` ${capitalise(countWord(rounded))} sont publiées au millier : l’écart au total est compris entre ${formatEuro(rest.low)} et ${formatEuro(rest.high)}.`
  return `Les ${countWord(parts.length)} parts font ${formatEuro(allocated.value)} (calculé).${bounds} Le rapport ne dit pas d’où il vient.`
}

function sentenceOf({ parts, total, allocated }: Produit, context: FigureContext): string {
  const first = parts[0]
  if (first === undefined || total === null || !allocated.ok) return ''
  const chosen = parts.find(({ territory }) => territory === context.filters.territory) ?? first
  const share =
    allocated.value > 0
      ? `, soit ${formatPercent((chosen.value / allocated.value) * 100, 1)} du produit ventilé (calculé)`
      : ''
  const rounded = chosen.marks.includes('rounded') ? ' (arrondi)' : ''
  return french(
    `En ${context.filters.year}, Optima publie ${formatWords(chosen.value, 'eur', chosen.marks)}${rounded} de produit pour ${asSubject(labelOf(chosen))}${share}, sur un total publié de ${formatEuro(total.value)} hors taxes.`
  )
}

function build(rows: readonly FigureRow[], context: FigureContext): FigureModel {
  const own = sortOut(rows)
  const { programme } = context
  const unknown = programme !== null && !own.parts.some((part) => part.programme === programme.id)
  const shown = [...own.parts, own.total, own.total === null ? null : own.remainder].filter(
    (row) => row !== null
  )
  return {
    title: unknown ? french(`Produit, ${programme.name} : non publié`) : titleOf(own),
    subtitle: french(
      `Produit par territoire et pour la formation, ${context.filters.year}, en euros ; seul le total est dit hors taxes`
    ),
    sentence: sentenceOf(own, context),
    note: french([levelNote(own, context), remainderNote(own)].filter((text) => text !== '').join(' ')),
    entries: shown.map(toEntry),
    drawing: drawingOf(panelsOf(own, context)),
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

export const produit: Figure = {
  id: 'produit',
  question: 'Comment le produit se répartit-il entre les territoires ?',
  reading:
    'Toutes les barres sont sur l’axe du total publié : leurs longueurs se comparent. La dernière pièce du total, hachurée, est ce que le rapport n’attribue à personne.',
  indicators: ['revenue', 'revenue_unallocated'],
  build
}
