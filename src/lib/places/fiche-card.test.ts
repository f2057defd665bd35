// Does the share image of every fiche show its place, its numbers with their marks, or that there are none?

import { beforeAll, expect, it } from 'vitest'
import { openPublished, readPublished } from '../engine/published.ts'
import { textsOf } from '../figures/share/fixture.ts'
import { cardSvg } from '../figures/share/card-svg.ts'
import { expectReadable } from '../figures/share/readable.ts'
import { MARK_TEXT, wordMarks } from '../domain/marks.ts'
import type { Place } from '../domain/figure-rows.ts'
import type { Outline } from '../map/outline.ts'
import { placesQuestion, toPlace } from '../query/places.ts'
import { askFicheData, type FicheData } from './fiche-data.ts'
import { ficheCard } from './fiche-card.ts'
import { buildFiche } from './fiche.ts'

let data: FicheData
let places: Place[]
let outline: Outline

beforeAll(async () => {
  const { engine } = await openPublished()
  const ask: Parameters<typeof askFicheData>[0] = (question) => engine.query(question)
  data = await askFicheData(ask)
  const whole = { territory: null, programme: null, year: 2021, measure: 'produit' } as const
  places = (await ask(placesQuestion(whole))).map(toPlace)
  outline = (await readPublished('basemap/outline.json')) as Outline
}, 60_000)

it('for all of them', () => {
  const ids = data.territories.map(({ id }) => id).filter((id) => id !== 'optima')
  expect(ids.length).toBe(35)
  for (const id of ids) {
    const fiche = buildFiche(id, data, 2021)
    const card = ficheCard(fiche, { places, outline, site: 'Optima en chiffres' })
    const svg = cardSvg(card)
    expectReadable(svg, id)
    const said = textsOf(svg).map(({ text }) => text)
    expect(said.join(' '), id).toContain(fiche.name)
    for (const { value, marks } of fiche.numbers) {
      expect(said, id).toContain(value)
      for (const mark of wordMarks(marks)) expect(said, id).toContain(MARK_TEXT[mark].short)
    }
    if (fiche.numbers.length === 0) expect(card.alt).toContain('absent n’est pas zéro')
    expect(card.alt, id).not.toMatch(/NaN|undefined|≥|≈/)
  }
})

it('says in words what covers a part of a year, and which year', () => {
  const { alt } = ficheCard(buildFiche('charenton-le-pont', data, 2021), { places, outline, site: '' })
  expect(alt).toContain('d’avril à novembre 2020')
  expect(alt).toContain('à vérifier')
})
