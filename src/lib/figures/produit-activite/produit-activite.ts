// Produit and activity side by side: never one axis, never a quotient that the perimeters do not allow.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { french } from '../../domain/format.ts'
import { NATURES, REGIONS } from '../actes/natures.ts'
import { nothingPublished } from '../empty.ts'
import type { Figure, FigureContext, FigureModel } from '../figure.ts'
import { toEntry } from '../frame/entry.ts'
import { personnes } from '../personnes/personnes.ts'
import { drawingFor } from './panels.ts'
import { ratesOf } from './ratios.ts'
import { bothSentence, bothTitle, type Sides } from './words.ts'

/** Acts and people of the whole year: three months beside a produit of twelve would mislead. */
function sortOut(rows: readonly FigureRow[]): Sides {
  const inside = rows.filter((row) => REGIONS.some((region) => region === row.region))
  const parts = inside.filter(({ indicator }) => indicator === 'revenue')
  const activity = inside.filter(
    ({ indicator, marks }) => indicator !== 'revenue' && !marks.includes('partial_period')
  )
  return { parts, activity, ...ratesOf(parts, activity) }
}

function build(rows: readonly FigureRow[], context: FigureContext): FigureModel {
  const sides = sortOut(rows)
  const { parts, activity, rates } = sides
  const all = [...parts, ...activity]
  const none = !all.some(({ selected }) => selected)
  return {
    title: french(bothTitle(sides, context)),
    subtitle: french(
      `Le produit, puis les actes et les personnes de l’année entière, ${context.filters.year}, par territoire. Deux mesures, jamais un axe commun.`
    ),
    sentence: bothSentence(sides, context),
    note: french(
      'Les dispositifs d’une saison sont dans les figures des actes et des personnes ; la formation est dans celle du produit. Une case « non publié » n’est pas un zéro.'
    ),
    entries: [...all.map(toEntry), ...rates.map(({ entry }) => entry)],
    drawing: drawingFor(sides, context),
    empty: none
      ? nothingPublished('Ni produit ni activité ici', 'de produit ni d’activité de l’année', context)
      : null
  }
}

export const produitActivite: Figure = {
  id: 'produit-activite',
  question: 'Que peut-on dire du produit et de l’activité ensemble ?',
  reading:
    'Une ligne par territoire, deux colonnes : le produit sur un axe commun, puis chaque mot d’activité sur le sien. Une longueur ne passe pas d’une colonne à l’autre. Le rapport des deux n’est calculé que si le territoire, le dispositif et la période sont les mêmes.',
  indicators: ['revenue', ...NATURES.flatMap(({ indicators }) => indicators), ...personnes.indicators],
  build
}
