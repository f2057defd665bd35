// Where is Optima, and how much of the chosen measure is published there?

import type { FigureRow, Place, SecretRow } from '../../domain/figure-rows.ts'
import type { Measure } from '../../domain/filters.ts'
import { french } from '../../domain/format.ts'
import { capitalise, countWord, listWords, plural, withDe } from '../../domain/sentence.ts'
import { type CircleScale, type MapCircle, PRODUIT_SCALE } from '../../map/circles.ts'
import { actes } from '../actes/actes.ts'
import type { Figure, FigureContext } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import { drawingOf } from '../frame/bars.ts'
import { toEntry } from '../frame/entry.ts'
import { CARTE_INDICATORS, circlesOf, indicatorsOf, rowsOf } from './circles-of.ts'

export interface CarteModel {
  title: string
  subtitle: string
  sentence: string
  note: string
  /** What the area of a circle stands for, '' when there is none. */
  measureLabel: string
  circles: MapCircle[]
  /** What the area means, for circles and legend. */
  scale: CircleScale
  /** Rows behind the circles: table, sources and marks. */
  rows: FigureRow[]
}

const LABELS: Readonly<Record<Measure, string>> = {
  produit: 'produit',
  interventions: '',
  personnes: 'personnes rencontrées',
  stagiaires: ''
}

/** Why a measure has no circle: a circle compares, and these values cannot be compared. */
const NO_CIRCLE: Readonly<Partial<Record<Measure, string>>> = {
  interventions:
    'Pas de cercle pour les actes : aucun n’est compté de la même façon dans deux territoires. Les nombres sont dans la figure des actes.',
  stagiaires:
    'Pas de cercle pour les stagiaires : leur nombre est publié pour tout Optima, jamais par territoire.',
  personnes:
    'Seules les personnes « rencontrées » ont un cercle. « Touchées », « en contact » et « concernées » ne comptent pas la même chose.'
}

/** As large as the largest published count of people met, so that its circle has the size of the largest produit. */
const PEOPLE_SCALE: CircleScale = {
  reference: 11_355,
  steps: [
    { value: 10_000, label: '10\u202f000' },
    { value: 2_500, label: '2\u202f500' }
  ]
}

const isCommune = ({ kind }: Place): boolean => kind === 'commune' || kind === 'arrondissement'

/** "Optima est présente de Brest à Mitry-Mory": the westernmost and the easternmost commune of the rows. */
function wholeTitle(places: readonly Place[]): string {
  const points = places
    .filter((place) => place.lon !== null && isCommune(place))
    .sort((a, b) => (a.lon ?? 0) - (b.lon ?? 0))
  const west = points[0]
  const east = points.at(-1)
  return west === undefined || east === undefined
    ? 'Les lieux d’Optima'
    : west === east
      ? `Optima est présente à ${west.name}`
      : `Optima est présente ${withDe(west.name)} à ${east.name}`
}

function partTitle(places: readonly Place[], context: FigureContext): string {
  const name = [context.programme?.name, context.territory?.name]
    .filter((word) => word !== undefined)
    .join(', ')
  const chosen = places.filter((place) => place.selected && place.kind !== 'region')
  const [only] = chosen
  if (only === undefined) return `${name} : aucun lieu publié`
  if (chosen.length === 1)
    return `${name} : ${only.programmes.length === 0 ? 'activité non précisée' : listWords(only.programmes).toLowerCase()}`
  const communes = chosen.filter(({ kind }) => kind === 'commune').length
  const districts = chosen.filter(({ kind }) => kind === 'arrondissement').length
  const words = [
    communes === 0 ? '' : `${countWord(communes)} ${plural(communes, 'commune', 'communes')}`,
    districts === 0 ? '' : `${countWord(districts)} ${plural(districts, 'arrondissement', 'arrondissements')}`
  ].filter((text) => text !== '')
  return `${name} : ${words.length === 0 ? `${chosen.length} lieux` : listWords(words)}`
}

/** A territory that is chosen is kept even without a place of its own, but not for a dispositif that is not there. */
function keptRegions(places: readonly Place[], context: FigureContext): ReadonlySet<string> | null {
  if (!isFiltered(context)) return null
  return new Set([
    ...places.filter(({ selected }) => selected).map(({ region }) => region),
    ...(context.territory === null || context.programme !== null ? [] : [context.territory.region])
  ])
}

/** Title, circles and words of the map; `places` are drawn by the map itself. */
export function carteModel(
  places: readonly Place[],
  rows: readonly FigureRow[],
  acts: readonly FigureRow[],
  context: FigureContext,
  secrets: readonly SecretRow[] = []
): CarteModel {
  const { measure, year } = context.filters
  const circles = circlesOf(measure, rows, acts, places, keptRegions(places, context), secrets)
  const label = LABELS[measure]
  const title = french(isFiltered(context) ? partTitle(places, context) : wholeTitle(places))
  return {
    title,
    subtitle: french(
      `Lieux d’intervention, ${year}. Forme : ce qu’on y fait. Couleur : territoire.${label === '' ? '' : ` Surface du cercle : ${label}.`}`
    ),
    sentence: french(
      circles.length === 0
        ? `${title}.`
        : `${title} : ${circles.map((circle) => `${circle.name}, ${circle.label}`).join(' ; ')}.`
    ),
    note: french(NO_CIRCLE[measure] ?? ''),
    measureLabel: label,
    circles,
    scale: measure === 'personnes' ? PEOPLE_SCALE : PRODUIT_SCALE,
    rows: measure === 'interventions' ? [...acts] : rowsOf(rows, measure)
  }
}

export const carte: Figure = {
  id: 'carte',
  question: 'Où Optima intervient-elle, et qu’y fait-elle ?',
  reading:
    'La forme dit ce qu’on fait, la couleur le territoire, la surface du cercle la mesure. Un symbole écarté garde un trait vers son point ; un lieu sans point est dans la liste des territoires.',
  indicators: [...CARTE_INDICATORS, ...actes.indicators],
  needs: ['places'],
  shown: ({ filters: { measure } }) =>
    measure === 'interventions' ? actes.indicators : indicatorsOf(measure),
  build(rows, context, { places, secrets }) {
    const acts = rows.filter(({ indicator }) => actes.indicators.includes(indicator))
    const own = rows.filter(({ indicator }) => CARTE_INDICATORS.includes(indicator))
    const model = carteModel(places, own, acts, context, secrets)
    return {
      title: model.title,
      subtitle: model.subtitle,
      sentence: model.sentence,
      note: model.note,
      entries: model.rows.map(toEntry),
      drawing: drawingOf([], 'list', {
        map: {
          places,
          circles: model.circles,
          scale: model.scale,
          measureLabel: model.measureLabel,
          legendTitle: `${capitalise(model.measureLabel)} ${context.filters.year}`
        }
      }),
      empty: null
    }
  }
}
