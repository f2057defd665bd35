// Which shape says what is done in a place?

import type { Family, Hue } from '../domain/rows.ts'

export interface Shape {
  /** Path centred on 0,0 in a box of 14 px; areas are near 98 px², so that none looks louder. */
  d: string
  /** Filled, or drawn with a thick stroke, or with a dashed one. */
  kind: 'fill' | 'ring' | 'dashed'
  /** What the legend says. */
  name: string
}

/** Pixels from one symbol of a strip to the next, and across one symbol. */
export const STEP = 16
export const SYMBOL = 14

const circle = (r: number): string => `M${-r} 0a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`

function star(outer: number, inner: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5 - Math.PI / 2
    const radius = index % 2 === 0 ? outer : inner
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle) + 0.4).toFixed(2)}`
  })
  return `M${points.join('L')}z`
}

const SHAPES: Record<Family, Shape> = {
  'sociale-urbaine': { d: circle(5.6), kind: 'fill', name: 'sociale et urbaine' },
  ecole: { d: 'M-4.95-4.95h9.9v9.9h-9.9z', kind: 'fill', name: 'à l’école' },
  'services-loisirs-prison': {
    d: 'M0-7L7 0 0 7-7 0z',
    kind: 'fill',
    name: 'services publics, loisirs, prison'
  },
  conventionnelle: { d: 'M0-6.4L5.8-1.4V5.4H-5.8V-1.4z', kind: 'fill', name: 'conventionnelle (bailleurs)' },
  chantier: { d: 'M0-6.8L7 5.8H-7z', kind: 'fill', name: 'chantier' },
  'conseils-parcours': {
    d: 'M-2.2-6.5h4.4v4.3h4.3v4.4h-4.3v4.3h-4.4v-4.3h-4.3v-4.4h4.3z',
    kind: 'fill',
    name: 'conseils citoyens, parcours'
  },
  formation: { d: star(7.6, 3.3), kind: 'fill', name: 'formation' },
  siege: { d: circle(4.6), kind: 'ring', name: 'siège, bureau' },
  'non-precisee': { d: circle(5.2), kind: 'dashed', name: 'activité non précisée' }
}

export function shapeOf(family: Family): Shape {
  return SHAPES[family]
}

/** Formation and offices are nobody's territory: they stay neutral wherever they are. */
export function symbolHue(family: Family, hue: Hue): Hue {
  return family === 'formation' || family === 'siege' ? 'neutral' : hue
}
