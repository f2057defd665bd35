// Do the figures hold for every choice a reader can make? On the published data, by the native engine.

import { beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../domain/catalogue.ts'
import { type Filters, MEASURES } from '../domain/filters.ts'
import { openPublished } from '../engine/published.ts'
import { actes } from './actes/actes.ts'
import { carteModel } from './carte/carte.ts'
import { keyNumbers } from './chiffres-cles/chiffres-cles.ts'
import { pageSentence, pageTitle } from './chiffres-cles/words.ts'
import { contextOf } from './context.ts'
import { type Ask, type DashboardAnswer, askCatalogue, askDashboard } from './dashboard.ts'
import { type FigureModel, NO_EXTRAS } from './figure.ts'
import type { BarsPanel, StackPanel } from './frame/drawing.ts'
import { askMethod } from './method.ts'
import { produit } from './produit/produit.ts'
import { readReconciliation } from './reconciliation.ts'
import { personnes } from './personnes/personnes.ts'
import { stagiaires } from './stagiaires/stagiaires.ts'

let ask: Ask
let catalogue: Catalogue
const answers = new Map<string, DashboardAnswer>()
const whole: Filters = { territory: null, programme: null, year: 2021, measure: 'produit' }

beforeAll(async () => {
  const { engine } = await openPublished()
  ask = (question) => engine.query(question)
  catalogue = await askCatalogue(ask)
  const territories = [null, ...catalogue.territories.map(({ id }) => id)]
  const programmes = [null, ...catalogue.programmes.map(({ id }) => id)]
  const choices = [
    ...territories.map((territory) => ({ ...whole, territory })),
    ...programmes.map((programme) => ({ ...whole, programme })),
    { ...whole, territory: 'region-nantes', programme: 'mediation-ecole' },
    { ...whole, territory: 'brest', programme: 'formation' }
  ]
  for (const filters of choices)
    answers.set(`${filters.territory ?? ''}/${filters.programme ?? ''}`, await askDashboard(ask, filters))
}, 60_000)

function get(territory = '', programme = ''): DashboardAnswer {
  const answer = answers.get(`${territory}/${programme}`)
  if (answer === undefined) throw new Error(`not asked: ${territory}/${programme}`)
  return answer
}

function models(answer: DashboardAnswer): FigureModel[] {
  const context = contextOf(answer.filters, catalogue)
  return [
    produit.build(answer.produit, context, NO_EXTRAS),
    actes.build(answer.actes, context, NO_EXTRAS),
    personnes.build(answer.personnes, context, NO_EXTRAS),
    stagiaires.build(answer.stagiaires, context, NO_EXTRAS)
  ]
}

const BROKEN = /NaN|undefined|null|Infinity|\[object|\$\{| {2}|\( *\)|, ,| ,/

describe('every choice', () => {
  it('has words without holes, for each figure, the map and the key numbers', () => {
    expect(answers.size).toBeGreaterThan(50)
    for (const answer of answers.values()) {
      const context = contextOf(answer.filters, catalogue)
      const numbers = keyNumbers(answer.published, context)
      const cartes = MEASURES.map((measure) => {
        const own = { ...context, filters: { ...context.filters, measure } }
        return carteModel(answer.places, answer.carte, answer.actes, own)
      })
      const words = [
        pageTitle(context),
        pageSentence(numbers, context),
        ...numbers.flatMap(({ value, label, detail }) => [value, label, detail]),
        ...[...models(answer), ...cartes].flatMap(({ title, subtitle, sentence, note }) => [
          title,
          subtitle,
          sentence,
          note
        ])
      ]
      for (const text of words) expect(text, JSON.stringify(answer.filters)).not.toMatch(BROKEN)
      for (const { title } of [...models(answer), ...cartes]) expect(title).not.toBe('')
    }
  })

  it('removes no row: filters only select', () => {
    const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id).sort()
    const all = get()
    for (const answer of answers.values())
      for (const key of ['produit', 'actes', 'personnes', 'stagiaires', 'carte', 'places'] as const)
        expect(ids(answer[key])).toEqual(ids(all[key]))
  })

  it('shows at most five key numbers, each a published and selected row', () => {
    for (const answer of answers.values()) {
      const numbers = keyNumbers(answer.published, contextOf(answer.filters, catalogue))
      expect(numbers.length).toBeLessThanOrEqual(5)
      for (const { row } of numbers) {
        expect(row.selected).toBe(true)
        expect(row.marks).not.toContain('computed')
      }
    }
  })

  it('gives an empty figure ways out that lead to something drawn', () => {
    for (const answer of answers.values())
      for (const { empty } of models(answer))
        if (empty !== null) expect(empty.exits.length).toBeGreaterThan(0)
  })
})

describe('the whole of 2021', () => {
  it('says the finding of the produit only as far as the rounding allows', () => {
    const model = produit.build(get().produit, contextOf(whole, catalogue), NO_EXTRAS)
    expect(model.title).toBe('Nantes concentre plus de la moitié du produit ventilé')
    expect(model.note).toContain('entre 75\u202f930\u00a0€ et 78\u202f930\u00a0€')
    const [bars, stack] = model.drawing.panels as [BarsPanel, StackPanel]
    const parts = [2076000, 734000, 454854, 449000, 138372]
    expect(bars.lines.map(({ value }) => value)).toEqual(parts)
    expect(bars.reference?.at).toBeCloseTo(3852226 / 3929656 / 2, 10)
    expect(stack.pieces.map(({ value }) => value)).toEqual([...parts, 77430])
    const last = stack.pieces.at(-1)
    expect(last?.start).toBeCloseTo(3852226 / 3929656, 10)
    expect((last?.start ?? 0) + (last?.fraction ?? 0)).toBeCloseTo(1, 10)
  })

  it('never puts two groups of acts on one axis', () => {
    const { drawing } = actes.build(get().actes, contextOf(whole, catalogue), NO_EXTRAS)
    const bars = (drawing.panels as readonly BarsPanel[]).flatMap(({ lines }) => lines)
    const axes = new Map<string, Set<number>>()
    for (const { value, group, axisEnd, fraction } of bars) {
      expect(fraction).toBeCloseTo(value / axisEnd, 10)
      expect(fraction).toBeLessThanOrEqual(1)
      axes.set(group, (axes.get(group) ?? new Set()).add(axisEnd))
    }
    for (const ends of axes.values()) expect(ends.size).toBe(1)
    expect(bars.map(({ id }) => id).sort()).toEqual(
      get()
        .actes.map(({ id }) => id)
        .sort()
    )
  })

  it('keeps every word for people on an axis of its own, and every number of people in the drawing', () => {
    const { drawing, entries } = personnes.build(get().personnes, contextOf(whole, catalogue), NO_EXTRAS)
    const panels = drawing.panels as readonly BarsPanel[]
    for (const { id, lines } of panels) {
      expect(new Set(lines.map(({ group }) => group)).size, id).toBe(1)
      expect(new Set(lines.map(({ axisEnd }) => axisEnd)).size, id).toBe(1)
      for (const { value, axisEnd, fraction } of lines) expect(fraction).toBeCloseTo(value / axisEnd, 10)
    }
    const groups = panels.map(({ lines }) => lines[0]?.group)
    expect(new Set(groups).size).toBe(groups.length)
    expect(panels.flatMap(({ lines }) => lines.map(({ id }) => id))).toEqual(entries.map(({ id }) => id))
    const published = get().published.filter(({ kind }) => kind === 'people')
    expect(entries.map(({ id }) => id).sort()).toEqual(published.map(({ id }) => id).sort())
  })

  it('counts 100 % of the published shares, and marks every count of ours', () => {
    const { drawing } = stagiaires.build(get().stagiaires, contextOf(whole, catalogue), NO_EXTRAS)
    const { lines } = drawing.panels.find((panel) => panel.kind === 'bars')!
    const total = get().stagiaires.find(({ indicator }) => indicator === 'trainees')
    expect(lines.reduce((sum, { value }) => sum + value, 0)).toBe(100)
    expect(lines.reduce((sum, { second }) => sum + (second?.value ?? 0), 0)).toBe(total?.value)
    for (const { second } of lines)
      expect(second?.marks).toEqual(expect.arrayContaining(['computed', 'to_verify']))
  })

  it('keeps what has no common count off the map, and says so', () => {
    const answer = get()
    const model = (measure: Filters['measure']): ReturnType<typeof carteModel> =>
      carteModel(answer.places, answer.carte, answer.actes, contextOf({ ...whole, measure }, catalogue))
    expect(model('interventions').circles.every(({ lon }) => lon === null)).toBe(true)
    expect(model('interventions').note).not.toBe('')
    expect(
      model('stagiaires')
        .circles.filter(({ value }) => value !== null)
        .map(({ id }) => id)
    ).toEqual(['optima'])
    const drawn = model('personnes').circles.filter(({ lon }) => lon !== null)
    expect(drawn.map(({ id }) => id)).toEqual(['angers', 'region-rennes'])
  })
})

describe('a part', () => {
  it('says at which level the produit of a commune exists', () => {
    const { note } = produit.build(
      get('orvault').produit,
      contextOf(get('orvault').filters, catalogue),
      NO_EXTRAS
    )
    expect(note).toContain('Aucun produit n’est publié pour Orvault.')
    expect(note).toContain('la région de Nantes\u00a0: 2\u202f076\u00a0k€')
  })

  it('does not call an absent number zero', () => {
    const answer = get('brest')
    expect(keyNumbers(answer.published, contextOf(answer.filters, catalogue))).toEqual([])
    expect(
      produit.build(
        get('', 'mediation-ecole').produit,
        contextOf(get('', 'mediation-ecole').filters, catalogue),
        NO_EXTRAS
      ).empty?.text
    ).toContain('Ce n’est pas un zéro')
  })
})

describe('the page on method', () => {
  it('tells every doubt of the data once, with its quotes', async () => {
    const method = await askMethod(ask)
    const told = method.doubts.map(({ id }) => id)
    expect(new Set(told).size).toBe(told.length)
    const quoted = new Set(method.doubts.flatMap(({ quotes }) => quotes.map(({ id }) => id)))
    for (const row of get().published)
      if (row.marks.includes('to_verify') && !row.marks.includes('computed'))
        expect(quoted, row.id).toContain(row.id)
    expect(method.counts.observations).toBeGreaterThan(100)
  })

  it('shows the reconciliations that the pipeline computed', async () => {
    const lines = await readReconciliation()
    expect(lines.find(({ id }) => id === 'produit-total')?.sentence).toContain('77\u202f430')
  })
})
