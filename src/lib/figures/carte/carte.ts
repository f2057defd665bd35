// Where is Optima, and how much of the chosen measure is published there?

import type { FigureRow, Place } from '../../domain/figure-rows.ts'
import type { Measure } from '../../domain/filters.ts'
import { formatLabel, french } from '../../domain/format.ts'
import { marksInWords } from '../../domain/marks.ts'
import type { Hue } from '../../domain/rows.ts'
import { countWord, plural } from '../../domain/sentence.ts'
import type { FigureContext } from '../figure.ts'
import { isFiltered } from '../figure.ts'

/** A proportional circle: one value of one comparability group at one territory. */
export interface Circle {
  id: string
  name: string
  hue: Hue
  lon: number
  lat: number
  value: number | null
  /** Value and marks as words, ready to show: "2 076 k€ arrondi". */
  label: string
  selected: boolean
}

export interface CarteModel {
  title: string
  subtitle: string
  note: string
  /** What the area of a circle stands for, '' when there is none. */
  measureLabel: string
  circles: Circle[]
  rows: FigureRow[]
}

const MEASURE_KIND: Readonly<Record<Measure, { indicators: readonly string[]; words: string }>> = {
  produit: { indicators: ['revenue'], words: 'produit du territoire' },
  interventions: { indicators: [], words: '' },
  personnes: { indicators: ['people_met'], words: 'personnes rencontrées' },
  stagiaires: { indicators: [], words: '' }
}

/** Why a measure has no circle: a circle compares, and these values cannot be compared. */
const NO_CIRCLE: Readonly<Partial<Record<Measure, string>>> = {
  interventions:
    'Pas de cercle pour les actes : aucun n’est compté de la même façon dans deux territoires. Les nombres sont dans la figure des actes.',
  stagiaires: 'Pas de cercle pour les stagiaires : leur nombre est publié pour tout Optima, jamais par territoire.'
}

/** Indicators that some measure shows as circles. */
export const CARTE_INDICATORS: readonly string[] = [...new Set(Object.values(MEASURE_KIND).flatMap(({ indicators }) => indicators))]

function toCircles(rows: readonly FigureRow[], places: readonly Place[], context: FigureContext): Circle[] {
  return rows.flatMap((row) => {
    const place = places.find(({ id }) => id === row.territory)
    if (place === undefined || place.lon === null || place.lat === null) return []
    return [
      {
        id: row.territory,
        name: row.territory_name,
        hue: row.hue,
        lon: place.lon,
        lat: place.lat,
        value: row.value,
        label: [formatLabel(row.value, row.unit, row.marks), marksInWords(row.marks.filter((mark) => mark === 'rounded'))]
          .filter((text) => text !== '')
          .join(' '),
        selected: !isFiltered(context) || row.selected
      }
    ]
  })
}

/** "Optima est présente de Brest à Mitry-Mory": the westernmost and the easternmost point of the rows. */
function wholeTitle(places: readonly Place[]): string {
  const points = places
    .filter((place) => place.lon !== null && (place.kind === 'commune' || place.kind === 'arrondissement'))
    .sort((a, b) => (a.lon ?? 0) - (b.lon ?? 0))
  const west = points[0]
  const east = points.at(-1)
  if (west === undefined || east === undefined) return 'Les lieux d’Optima'
  return `Optima est présente de ${west.name} à ${east.name}`
}

function titleOf(places: readonly Place[], context: FigureContext): string {
  if (!isFiltered(context)) return wholeTitle(places)
  const chosen = places.filter((place) => place.selected && place.kind !== 'region')
  const communes = chosen.filter(({ kind }) => kind === 'commune' || kind === 'arrondissement')
  const name = [context.programme?.name, context.territory?.name].filter((word) => word !== undefined).join(', ')
  if (communes.length === 0) return french(`${name} : ${chosen.length === 0 ? 'aucun lieu publié' : 'le lieu'}`)
  if (communes.length === 1 && communes[0]?.id === context.filters.territory)
    return french(`${name} : ${communes[0]?.programmes[0]?.toLowerCase() ?? 'activité non précisée'}`)
  return french(`${name} : ${countWord(communes.length)} ${plural(communes.length, 'commune', 'communes')} ou arrondissements`)
}

/** Title, circles and words of the map; `places` are drawn by the map itself. */
export function carteModel(places: readonly Place[], rows: readonly FigureRow[], context: FigureContext): CarteModel {
  const { measure, year } = context.filters
  const { indicators, words } = MEASURE_KIND[measure]
  const own = rows.filter((row) => indicators.includes(row.indicator) && row.territory !== 'optima')
  const size = words === '' ? '' : ` Surface du cercle : ${words}.`
  return {
    title: titleOf(places, context),
    subtitle: french(`Lieux d’intervention, ${year}. Forme : ce qu’on y fait. Couleur : territoire.${size}`),
    note: french(NO_CIRCLE[measure] ?? ''),
    measureLabel: words,
    circles: toCircles(own, places, context),
    rows: own
  }
}
