// Panels that no list of bars is: months and contracts, also where there is no room for all of them.

import { Resvg } from '@resvg/resvg-js'
import { expect, it } from 'vitest'
import type { FigureModel } from '../../figure.ts'
import { drawingOf } from '../bars.ts'
import type { MonthsPanel, Panel, SpansPanel } from '../drawing.ts'
import { monthsOf } from '../months.ts'
import { figureSvg, type ImageOptions } from './figure-svg.ts'
import { shorter } from './shorter.ts'

const line = {
  territory: 'rennes',
  hue: 'rennes',
  detail: 'Médiation sociale',
  marks: [],
  solid: true
} as const
const months: MonthsPanel = {
  kind: 'months',
  id: 'm',
  title: '',
  words: [],
  note: '',
  year: 2021,
  lines: [
    {
      ...line,
      id: 'a',
      label: 'Rennes',
      months: monthsOf('2021-01-01', '2021-12-31', 2021),
      pace: '5 jours'
    },
    {
      ...line,
      id: 'b',
      label: 'Vincennes',
      marks: ['to_verify'],
      months: monthsOf('2021-06-01', '2021-09-30', 2021, [8]),
      pace: ''
    }
  ]
}
const spansOf = (count: number): SpansPanel => ({
  kind: 'spans',
  id: 's',
  title: '',
  words: [],
  note: 'Fin.',
  from: 2019,
  to: 2025,
  lines: Array.from({ length: count }, (_, i) => ({
    ...line,
    id: `s${i}`,
    label: `Contrat ${i}`,
    kind: 'renouvelé',
    solid: i % 2 === 0,
    start: i % 3 === 0 ? null : 2021,
    end: i % 4 === 0 ? null : 2023
  }))
})
const modelOf = (...panels: Panel[]): FigureModel => ({
  title: 'Titre',
  subtitle: 'Sous-titre, 2021',
  sentence: 'Phrase.',
  note: '',
  entries: [],
  drawing: drawingOf(panels),
  empty: null
})
const image = (model: FigureModel, more: Partial<ImageOptions> = {}): string =>
  figureSvg(model, {
    format: 'figure',
    theme: 'light',
    year: 2021,
    version: 'v',
    address: 'https://optima.example/',
    credit: 'Optima en chiffres',
    map: null,
    ...more
  })

it.each([320, 900])('draws months and their doubts, %i px', (width) => {
  const svg = image(modelOf(months), { width })
  expect(svg).toContain('>à vérifier</text>')
  // August of Vincennes is open.
  expect(svg.match(/stroke-dasharray="3 2"/g)).toHaveLength(1)
  expect(new Resvg(svg).render().width).toBe(width)
})

it('names every contract where there is room, and says how many are left out where there is none', () => {
  const model = modelOf(spansOf(40))
  const all = image(model)
  const square = image(model, { format: 'square' })
  for (let i = 0; i < 40; i += 1) expect(all).toContain(`>Contrat ${i}</text>`)
  const drawn = square.match(/>Contrat \d+</g)?.length ?? 0
  expect(drawn).toBeGreaterThan(5)
  expect(square).toContain(`${40 - drawn} autres lignes sont sur la page`)
})

it('shortens lists alone', () => {
  const [kept] = shorter(drawingOf([spansOf(10)]), 0.9).panels
  expect(kept?.kind === 'spans' ? kept.lines : []).toHaveLength(9)
  expect(kept?.note).toBe('Une autre ligne est sur la page de la figure, faute de place ici. Fin.')
})
