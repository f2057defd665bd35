// What do the tests and the preview of the map draw? The places of the 2021 report, in short.

import type { Place } from '../domain/figure-rows.ts'
import type { Family, Hue, TerritoryKind } from '../domain/rows.ts'
import type { MapCircle } from './circles.ts'

const SOCIAL: Family = 'sociale-urbaine'
const PLUS: Family = 'conseils-parcours'

type Short = [
  id: string,
  name: string,
  lon: number | null,
  lat: number | null,
  families: Family[],
  kind?: TerritoryKind
]
const SHORT: Record<string, Short[]> = {
  'region-rennes': [
    ['region-rennes', 'Région de Rennes', -1.6743, 48.112, ['conventionnelle'], 'region'],
    ['rennes', 'Rennes', -1.6743, 48.112, [SOCIAL, 'ecole', 'services-loisirs-prison', 'formation']],
    ['saint-jacques-de-la-lande', 'Saint-Jacques-de-la-Lande', -1.7209, 48.0647, [SOCIAL]],
    ['vezin-le-coquet', 'Vezin-le-Coquet', -1.7563, 48.119, ['services-loisirs-prison', 'siege']],
    ['brest', 'Brest', -4.4863, 48.3903, ['non-precisee']]
  ],
  'region-nantes': [
    ['region-nantes', 'Région de Nantes', -1.5534, 47.2172, [], 'region'],
    ['nantes', 'Nantes', -1.5534, 47.2172, [SOCIAL, 'ecole', 'services-loisirs-prison']],
    ['orvault', 'Orvault', -1.6236, 47.2712, [SOCIAL]],
    ['saint-nazaire', 'Saint-Nazaire', -2.2179, 47.2751, ['ecole']],
    ['reze', 'Rezé', -1.5689, 47.1906, ['ecole']],
    ['chateaubriant', 'Châteaubriant', -1.3764, 47.7167, ['ecole']],
    ['saint-herblain', 'Saint-Herblain', -1.651, 47.2115, ['siege']],
    ['loire-atlantique', 'EDS de Loire-Atlantique', null, null, ['services-loisirs-prison'], 'departement']
  ],
  'region-ile-de-france': [
    ['region-ile-de-france', 'Île-de-France', 2.3488, 48.8534, ['conventionnelle'], 'region'],
    ['paris', 'Paris', 2.3488, 48.8534, ['ecole', 'siege']],
    ['paris-10', 'Paris 10e', 2.3622, 48.8761, [PLUS], 'arrondissement'],
    ['paris-11', 'Paris 11e', 2.3795, 48.8594, [PLUS], 'arrondissement'],
    ['paris-13', 'Paris 13e', 2.3622, 48.8283, [PLUS], 'arrondissement'],
    ['paris-14', 'Paris 14e', 2.3266, 48.8331, [PLUS], 'arrondissement'],
    ['paris-17', 'Paris 17e', 2.3074, 48.8873, [PLUS], 'arrondissement'],
    ['paris-18', 'Paris 18e', 2.3485, 48.8925, [PLUS], 'arrondissement'],
    ['paris-19', 'Paris 19e', 2.3848, 48.8871, [PLUS], 'arrondissement'],
    ['paris-20', 'Paris 20e', 2.4011, 48.8634, [PLUS], 'arrondissement'],
    ['plaine-commune', 'Plaine Commune', 2.37, 48.933, ['conventionnelle'], 'epci'],
    ['stains', 'Stains', 2.3833, 48.95, ['formation']],
    ['mitry-mory', 'Mitry-Mory', 2.6167, 48.9833, [SOCIAL]],
    ['vincennes', 'Vincennes', 2.4377, 48.8486, [SOCIAL]],
    ['charenton-le-pont', 'Charenton-le-Pont', 2.4122, 48.8221, [SOCIAL]],
    ['champigny-sur-marne', 'Champigny-sur-Marne', 2.4937, 48.8164, [PLUS, 'siege']],
    ['villejuif', 'Villejuif', 2.3599, 48.7939, [PLUS]],
    ['valenton', 'Valenton', 2.4647, 48.7453, [PLUS]],
    ['villeneuve-saint-georges', 'Villeneuve-Saint-Georges', 2.4493, 48.7322, [PLUS]],
    ['tram-t12', 'Tram T12', 2.362, 48.68, ['chantier'], 'line']
  ],
  angers: [['angers', 'Angers', -0.552, 47.4716, [SOCIAL]]],
  optima: [['caen', 'Caen', -0.3591, 49.1859, ['formation']]]
}
const HUE: Record<string, Hue> = {
  'region-rennes': 'rennes',
  'region-nantes': 'nantes',
  angers: 'angers',
  'region-ile-de-france': 'idf'
}

export const LINES: { id: string; points: [number, number][] }[] = [
  {
    id: 'tram-t12',
    points: [
      [2.283, 48.727],
      [2.441, 48.633]
    ]
  }
]

export function fixturePlaces(keep: (region: string) => boolean = () => true): Place[] {
  return Object.entries(SHORT).flatMap(([region, rows]) =>
    rows.map(([id, name, lon, lat, families, kind = 'commune']) => ({
      id,
      name,
      kind,
      parent: kind === 'arrondissement' ? 'paris' : kind === 'region' ? 'optima' : region,
      region,
      hue: HUE[region] ?? 'neutral',
      families,
      programmes: kind === 'region' ? [] : ['Médiation sociale'],
      lon,
      lat,
      precision: lon === null ? 'none' : 'commune_centre',
      counted: lon === null ? 5 : 0,
      since: '',
      selected: keep(region)
    }))
  )
}

export function fixtureCircles(keep: (region: string) => boolean = () => true): MapCircle[] {
  const rows: [string, string, number | null, number | null, number, string, string][] = [
    ['region-rennes', 'Région de Rennes', -1.6743, 48.112, 449_000, '449\u00a0k€', 'arrondi'],
    ['region-nantes', 'Région de Nantes', -1.5534, 47.2172, 2_076_000, '2\u202f076\u00a0k€', 'arrondi'],
    ['angers', 'Angers', -0.552, 47.4716, 454_854, '454\u202f854\u00a0€', ''],
    ['region-ile-de-france', 'Île-de-France', 2.3488, 48.8534, 734_000, '734\u00a0k€', 'arrondi'],
    ['optima', 'Formation', null, null, 138_372, '138\u202f372\u00a0€', '']
  ]
  return rows.map(([id, name, lon, lat, value, short, note]) => ({
    id,
    name,
    hue: HUE[id] ?? 'neutral',
    lon,
    lat,
    value,
    label: note === '' ? short : `${short} ${note}`,
    short,
    note,
    selected: keep(id)
  }))
}
