// Does every figure of the registry keep the contract, for every choice a reader can make? On the published data.

import { beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../domain/catalogue.ts'
import { type Filters, MEASURES } from '../domain/filters.ts'
import { formatMeasure } from '../domain/format.ts'
import { embedPath, imagePath, pagePath } from '../embed/addresses.ts'
import { oembed, wordsOf } from '../embed/oembed.ts'
import { embedHeight, shorten } from '../embed/shorten.ts'
import { openPublished } from '../engine/published.ts'
import { askFigures } from './ask-figures.ts'
import { contextOf } from './context.ts'
import { type Ask, askCatalogue } from './dashboard.ts'
import type { Figure, FigureModel } from './figure.ts'
import { figuresIndex } from './figures-index.ts'
import { dataOf, idsOf } from './frame/drawing.ts'
import { alternativeText, caption, creditText } from './frame/words.ts'
import { figurePages } from './pages.ts'
import { FIGURES } from './registry.ts'
import { figureCard } from './share/figure-card.ts'
import { quotesOf, sectionsOf, sourceGroups } from './sources.ts'
import { tableRows } from './table.ts'

let ask: Ask
let catalogue: Catalogue
const whole: Filters = { territory: null, programme: null, year: 2021, measure: 'produit' }
const states: { figure: Figure; filters: Filters; model: FigureModel }[] = []

beforeAll(async () => {
  const { engine } = await openPublished()
  ask = (question) => engine.query(question)
  catalogue = await askCatalogue(ask)
  const choices: Filters[] = [
    ...MEASURES.map((measure) => ({ ...whole, measure })),
    ...catalogue.territories.map(({ id }) => ({ ...whole, territory: id })),
    ...catalogue.programmes.map(({ id }) => ({ ...whole, programme: id })),
    { ...whole, territory: 'region-nantes', programme: 'mediation-ecole' },
    { ...whole, territory: 'brest', programme: 'formation' }
  ]
  for (const filters of choices) {
    const answers = await askFigures(ask, FIGURES, filters)
    for (const figure of FIGURES) {
      const { rows, extras } = answers.get(figure.id)!
      states.push({ figure, filters, model: figure.build(rows, contextOf(filters, catalogue), extras) })
    }
  }
}, 120_000)

const BROKEN = /NaN|undefined|\bnull\b|Infinity|\[object|\$\{| {2}|\( *\)|, ,| ,|«\S|\S»| [;:?!]/
const where = ({ figure, filters }: (typeof states)[number]): string =>
  `${figure.id} ${JSON.stringify(filters)}`

describe.each(FIGURES.map((figure) => [figure.id, figure] as const))('%s', (id, figure) => {
  const own = (): typeof states => states.filter((state) => state.figure === figure)

  it('has an address for ever, a question and a way to read it', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(FIGURES.filter((other) => other.id === id)).toHaveLength(1)
    expect(figure.question).toMatch(/\?$/)
    expect(figure.reading).toMatch(/^\p{Lu}.*\.$/u)
  })

  it('says a finding, what is counted and a sentence, without a hole', () => {
    for (const state of own()) {
      const { title, subtitle, sentence, note, empty } = state.model
      for (const text of [title, subtitle, sentence, note, empty?.text ?? ''])
        expect(text, where(state)).not.toMatch(BROKEN)
      expect(title, where(state)).toMatch(/^\S.*[^.]$/)
      expect(subtitle, where(state)).toContain('2021')
      if (empty === null && state.filters.territory === null && state.filters.programme === null)
        expect(sentence, where(state)).toMatch(/^\S.*\.$/)
    }
  })

  it('draws what it tabulates: the same ids, the same values, the same marks', () => {
    for (const state of own()) {
      const { drawing, entries, empty } = state.model
      const lines = tableRows(entries)
      expect(lines.map((line) => line.id)).toEqual(entries.map((entry) => entry.id))
      expect(new Set(entries.map((entry) => entry.id)).size, where(state)).toBe(entries.length)
      if (empty !== null) continue
      const drawn = idsOf(drawing)
      if (drawing.map === null)
        expect([...new Set(drawn)].sort(), where(state)).toEqual(entries.map((entry) => entry.id).sort())
      for (const datum of dataOf(drawing)) {
        const entry = entries.find((one) => one.id === datum.id)
        expect(entry?.value, where(state)).toBe(datum.value)
        expect(entry?.unit).toBe(datum.unit)
        // The page may leave out a doubt that its note tells; it never adds a mark.
        expect(entry?.marks).toEqual(expect.arrayContaining([...datum.marks]))
        expect(lines.find((line) => line.id === datum.id)?.value).toBe(
          formatMeasure(datum.value, datum.unit, datum.marks)
        )
      }
    }
  })

  it('shows the bounds of what is rounded, at least or about, and the formula of what is computed', () => {
    for (const { model } of own())
      for (const [i, line] of tableRows(model.entries).entries()) {
        const { marks = [], formula = '', value } = model.entries[i] ?? {}
        if (marks.includes('rounded')) expect(line.bounds).toMatch(/^de .+ à .+/)
        // What is no number has a date at least: "jusqu’au 31 décembre 2022 au moins".
        if (marks.includes('at_least'))
          expect(value === null ? line.period : line.bounds).toMatch(
            value === null ? / au moins$/ : / et plus$/
          )
        if (marks.includes('about')) expect(line.bounds).toBe('non dites')
        if (marks.includes('computed')) expect(formula).not.toBe('')
      }
  })

  it('opens the sentence of the report for every entry', () => {
    for (const state of own()) {
      const { entries, empty } = state.model
      const given = new Set(
        sourceGroups(entries).flatMap((group) => group.entries.flatMap(({ quotes }) => quotes))
      )
      for (const entry of entries) {
        expect(quotesOf(entry.quote).length, `${where(state)} ${entry.id}`).toBeGreaterThan(0)
        for (const quote of quotesOf(entry.quote)) expect(given).toContain(quote)
      }
      if (empty === null && entries.length > 0) expect(sectionsOf(entries).length).toBeGreaterThan(0)
    }
  })

  it('puts two comparability groups on no common axis', () => {
    for (const { model } of own())
      for (const panel of model.drawing.panels) {
        if (panel.kind !== 'bars') continue
        for (const line of panel.lines) {
          expect(line.fraction).toBeGreaterThanOrEqual(0)
          expect(line.fraction).toBeLessThanOrEqual(1)
          if (line.value > 0) expect(line.fraction).toBeCloseTo(line.value / line.axisEnd, 10)
        }
        if (model.drawing.layout !== 'matrix')
          expect(new Set(panel.lines.map(({ group }) => group)).size, panel.id).toBeLessThanOrEqual(
            new Set(panel.lines.map(({ axisEnd, group }) => `${axisEnd} ${group}`)).size
          )
      }
  })

  it('removes nothing: filters only select', () => {
    const rowsOf = (state: (typeof states)[number]): string[] =>
      state.model.entries.map((entry) => entry.id).sort()
    const all = own().find(({ filters }) => filters === states[0]?.filters)
    if (figure.needs?.includes('published') === true || all === undefined) return
    for (const state of own())
      if (state.filters.measure === 'produit') expect(rowsOf(state), where(state)).toEqual(rowsOf(all))
  })

  it('has, where it is empty, ways out', () => {
    for (const { model } of own())
      if (model.empty !== null) expect(model.empty.exits.length).toBeGreaterThan(0)
  })
})

describe('part 8 of the contract, on every page of every figure', () => {
  it('is an embed whose address, planned height and oEmbed answer are its own', async () => {
    const pages = await figurePages(ask, catalogue)
    expect(pages.length).toBeGreaterThan(100)
    for (const { figure, territory, model } of pages) {
      const place = { id: figure.id, territory: territory?.id ?? null, version: null }
      const height = embedHeight(model)
      expect(height).toBeGreaterThanOrEqual(200)
      expect(height).toBeLessThanOrEqual(1000)
      const answer = oembed(
        {
          page: pagePath(place),
          embed: embedPath(place),
          image: imagePath(place),
          title: model.title,
          height,
          words: wordsOf(model, { year: 2021, version: 'v' }, { name: 'Site', licence: 'L' })
        },
        { name: 'Site', address: '/' }
      )
      expect(answer.html).toContain(
        `src="/embed/${figure.id}/${territory === null ? '' : `${territory.id}/`}"`
      )
      expect(answer.height).toBe(height)
      // What is shown at once and what is one click away are the values of the table, each once.
      const { first, rest } = shorten(model.drawing)
      expect([...idsOf(first), ...(rest === null ? [] : idsOf(rest))].sort()).toEqual(
        idsOf(model.drawing).sort()
      )
    }
  })
})

describe('part 9 of the contract, on every page of every figure', () => {
  it('is a share image with its alternative text, a caption and a credit', async () => {
    const provenance = { year: 2021, version: '2021.00000000' }
    for (const page of await figurePages(ask, catalogue)) {
      const { figure, model, territory } = page
      const at = `${figure.id} ${territory?.id ?? ''}`
      const card = figureCard(page, { site: 'Optima en chiffres', outline: null })
      expect(card.title, at).toBe(model.title)
      expect(card.place, at).toContain(territory?.name ?? 'Tout Optima')
      expect(card.source).toContain('2021')
      const texts = [card.alt, alternativeText(model), caption(model, provenance)]
      for (const text of [...texts, creditText(model, provenance, { name: 'Site', licence: 'Licence' })]) {
        expect(text, at).not.toMatch(BROKEN)
        expect(text.length, at).toBeGreaterThan(40)
      }
    }
  })
})

describe('the pages', () => {
  it('are one for all of Optima and one for each territory with something to say, and /figures.json tells them', async () => {
    const pages = await figurePages(ask, catalogue)
    const { figures } = figuresIndex(pages, '2021.00000000')
    expect(figures.map(({ id }) => id)).toEqual(FIGURES.map(({ id }) => id))
    for (const { id, territories } of figures) {
      const own = pages.filter(({ figure }) => figure.id === id)
      expect(own.map(({ territory }) => territory?.id ?? null)).toEqual([null, ...territories])
      for (const { model } of own) expect(model.empty).toBeNull()
    }
    expect(figures.find(({ id }) => id === 'produit')?.territories).toEqual(
      expect.arrayContaining(['region-nantes', 'angers'])
    )
  })
})
