// Who was trained? The published total, the published shares, and the counts we derive from both.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatNumber, formatPercent, formatWords, french } from '../../domain/format.ts'
import { plural } from '../../domain/sentence.ts'
import type { Figure, FigureContext, FigureModel } from '../figure.ts'
import { barLines, barsPanel, drawingOf, numbersPanel } from '../frame/bars.ts'
import type { Drawing } from '../frame/drawing.ts'
import { toEntry } from '../frame/entry.ts'

/** Share indicator -> its label in the report's own words, and the indicator of the count we derive. */
const ORIGINS = [
  { share: 'trainees_share_ille_et_vilaine', count: 'trainees_ille_et_vilaine', label: 'Ille-et-Vilaine' },
  { share: 'trainees_share_other', count: 'trainees_other', label: 'Autres' },
  { share: 'trainees_share_pays_de_la_loire', count: 'trainees_pays_de_la_loire', label: 'Pays de la Loire' }
] as const

interface Stagiaires {
  total: FigureRow | null
  /** Largest share first. */
  parts: { label: string; share: FigureRow; count: FigureRow | null }[]
}

function sortOut(rows: readonly FigureRow[]): Stagiaires {
  const find = (indicator: string): FigureRow | null =>
    rows.find((row) => row.indicator === indicator) ?? null
  const parts = ORIGINS.flatMap(({ share, count, label }) => {
    const row = find(share)
    return row === null ? [] : [{ label, share: row, count: find(count) }]
  })
  return { total: find('trainees'), parts: parts.toSorted((a, b) => b.share.value - a.share.value) }
}

function drawingFor({ total, parts }: Stagiaires, context: FigureContext): Drawing {
  const solid =
    context.filters.territory === null && (context.programme === null || context.programme.id === 'formation')
  const shares = parts.map(({ share }) => share)
  const find = (row: FigureRow): Stagiaires['parts'][number] | undefined =>
    parts.find(({ share }) => share.id === row.id)
  const lines = barLines(shares, shares, context, {
    end: 100,
    label: (row) => find(row)?.label ?? '',
    detail: () => '',
    second: (row) => find(row)?.count ?? null
  }).map((line) => ({ ...line, solid }))
  return drawingOf([
    ...(total === null
      ? []
      : [numbersPanel('total', '', [{ row: total, label: 'stagiaires, tout Optima' }])]),
    barsPanel('parts', '', lines)
  ])
}

function titleOf({ parts }: Stagiaires): string {
  const first = parts[0]
  if (first === undefined) return french('Origine des stagiaires : non publiée')
  return french(`Formation : le rapport donne ${formatPercent(first.share.value)} à l’${first.label}`)
}

function sentenceOf({ total, parts }: Stagiaires, year: number): string {
  if (total === null) return ''
  const shares = parts.map(({ label, share }) => `${formatPercent(share.value)} ${label}`).join(', ')
  const given = shares === '' ? '' : ` ; le rapport donne ${shares}, sans dire de quoi (à vérifier)`
  const word = plural(total.value, total.indicator_singular, total.indicator_name)
  return french(
    `En ${year}, Optima formation a compté ${formatWords(total.value, total.unit, total.marks)} ${word}${given}.`
  )
}

function build(rows: readonly FigureRow[], context: FigureContext): FigureModel {
  const own = sortOut(rows)
  const { total, parts } = own
  const territory = context.territory
  const base = `Le rapport ne dit pas de quoi ${formatNumber(100)} % est fait (stagiaires, jours ou produit) : les effectifs, ${total === null ? '' : `${formatNumber(total.value)} × part, `}sont calculés, à vérifier, et vrais à ± 7 près.`
  const level =
    territory === null
      ? ''
      : `Aucun nombre de stagiaires n’est publié pour ${territory.name} : le total vaut pour tout Optima. `
  return {
    title: titleOf(own),
    subtitle: french(
      `Parts publiées par le rapport pour la formation, ${context.filters.year}, en % ; ${total === null ? 'total non publié' : `${formatWords(total.value, total.unit, total.marks)} ${plural(total.value, total.indicator_singular, total.indicator_name)} en tout`}`
    ),
    sentence: sentenceOf(own, context.filters.year),
    note: french(level + base),
    entries: [
      ...(total === null ? [] : [total]),
      ...parts.flatMap(({ share, count }) => (count === null ? [share] : [share, count]))
    ].map(toEntry),
    drawing: drawingFor(own, context),
    empty:
      context.programme !== null && context.programme.id !== 'formation'
        ? {
            title: 'Le rapport ne donne pas ce chiffre',
            text: french(
              'Les stagiaires sont comptés pour la formation seulement, jamais pour un dispositif de médiation. Ce n’est pas un zéro : nous n’en savons rien.'
            ),
            exits: [
              { label: 'Voir la formation', patch: { programme: 'formation', territory: null } },
              { label: french(`Retirer « ${context.programme.name} »`), patch: { programme: null } }
            ]
          }
        : null
  }
}

export const stagiaires: Figure = {
  id: 'stagiaires',
  question: 'Combien de stagiaires, et quelles parts le rapport donne-t-il ?',
  reading:
    'Les barres sont les parts publiées, de 0 à 100 %. Les nombres à côté sont calculés par nous, à vérifier : le rapport ne dit pas de quoi ces parts sont faites.',
  indicators: ['trainees', ...ORIGINS.flatMap(({ share, count }) => [share, count])],
  build
}
