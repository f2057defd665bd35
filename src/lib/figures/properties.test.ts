// Does every figure of the registry hold whatever the rows are? Published rows with other values, fewer of them, or none.

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../domain/catalogue.ts'
import type { FigureEngagement, FigureRow } from '../domain/figure-rows.ts'
import type { Filters } from '../domain/filters.ts'
import { openPublished } from '../engine/published.ts'
import { askFigures, type FigureAnswer } from './ask-figures.ts'
import { contextOf } from './context.ts'
import { type Ask, askCatalogue } from './dashboard.ts'
import type { FigureModel } from './figure.ts'
import { dataOf, idsOf, type Panel } from './frame/drawing.ts'
import { placeSpan } from './frame/spans.ts'
import { FIGURES } from './registry.ts'
import { tableRows } from './table.ts'

const whole: Filters = { territory: null, programme: null, year: 2021, measure: 'produit' }
let catalogue: Catalogue
let answers: ReadonlyMap<string, FigureAnswer>
/** Names of indicators that differ by number, and of places that need an elision. */
let counted: { one: string; many: string }[] = []
let elided: RegExp

beforeAll(async () => {
  const { engine } = await openPublished()
  const ask: Ask = (question) => engine.query(question)
  catalogue = await askCatalogue(ask)
  answers = await askFigures(ask, FIGURES, whole)
  const rows = [...answers.values()].flatMap((answer) => [...answer.rows, ...answer.extras.published])
  const names = new Map(rows.map((row) => [row.indicator_name, row.indicator_singular]))
  counted = [...names].flatMap(([many, one]) => (one === many ? [] : [{ one, many }]))
  const vowels = catalogue.territories.map(({ name }) => name).filter((name) => /^[AEIOUÉÎ]/.test(name))
  elided = new RegExp(`\\b(de|le|la|que) (${vowels.join('|')})`)
}, 60_000)

/** What no reader should publish and any reader might: zero, a loss, a huge number, a fraction. */
const value = fc.oneof(
  fc.constantFrom(0, 1, 2, -5, 1e12, 1e-9, 1.5),
  fc.integer({ min: -10, max: 500_000 }),
  fc.double({ min: 0, max: 1e9, noNaN: true })
)
const date = fc.constantFrom(
  '',
  '2021',
  '2021-02',
  '2021-12-31',
  '2018',
  '2019-05-02',
  '2030',
  '1899',
  '9999'
)

/** How rows are changed, in few words, so that what fails can be read. */
const changes = fc.record({
  how: fc.constantFrom('all', 'some', 'one', 'none'),
  values: fc.array(fc.option(value), { minLength: 1, maxLength: 7 }),
  selected: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  keep: fc.array(fc.boolean(), { minLength: 1, maxLength: 11 }),
  dates: fc.array(date, { minLength: 1, maxLength: 13 })
})
type Changes = typeof changes extends fc.Arbitrary<infer T> ? T : never
const turn = <T>(list: readonly T[], i: number): T => list[i % list.length]!

function kept<T>(all: readonly T[], { how, keep }: Changes): T[] {
  return all.filter(
    (_, i) => how === 'all' || (how === 'some' && turn(keep, i)) || (how === 'one' && i === 0)
  )
}
function changed(rows: readonly FigureRow[], change: Changes): FigureRow[] {
  return kept(rows, change).map((row, i) => ({
    ...row,
    value: turn(change.values, i) ?? row.value,
    selected: turn(change.selected, i)
  }))
}
function changedDates(all: readonly FigureEngagement[], change: Changes): FigureEngagement[] {
  return kept(all, change).map((one, i) => ({
    ...one,
    start: turn(change.dates, i),
    end: turn(change.dates, i + 1),
    selected: turn(change.selected, i)
  }))
}

const choice = (): fc.Arbitrary<Filters> =>
  fc.record({
    territory: fc.option(fc.constantFrom(...catalogue.territories.map(({ id }) => id)), { freq: 2 }),
    programme: fc.option(fc.constantFrom(...catalogue.programmes.map(({ id }) => id)), { freq: 1 }),
    year: fc.constant(2021),
    measure: fc.constantFrom('produit', 'interventions', 'personnes', 'stagiaires')
  })

const BROKEN =
  /NaN|undefined|\bnull\b|Infinity|∞|\[object|\$\{| {2}|\( *\)|, ,|[ \u00a0\u202f],|«\S|\S»| [;:?!]|\.\.|;\.|: ?\.|\ble \d+ (?!janvier|février|mars|avril|mai|juin|juillet|août|sept|oct|nov|déc)/

function checkWords({ title, subtitle, sentence, note, empty }: FigureModel): void {
  for (const text of [title, subtitle, sentence, note, empty?.text ?? '', empty?.title ?? '']) {
    expect(text).not.toMatch(BROKEN)
    expect(text).not.toMatch(elided)
  }
  expect(title).toMatch(/^\S.*[^.]$/)
  expect(sentence === '' || sentence.endsWith('.')).toBe(true)
  for (const { one, many } of counted) {
    expect(` ${sentence}`).not.toMatch(new RegExp(`[ (]1 ${many}(?!\\p{L})`, 'u'))
    // "1 action" may begin "1 action en piscine": only what the singular alone can be is looked for.
    if (!many.startsWith(one))
      expect(` ${sentence}`).not.toMatch(new RegExp(`[ (][2-9] ${one}(?!\\p{L})`, 'u'))
  }
}

function checkPanel(panel: Panel): void {
  const unit = (length: number): void => {
    expect(length).toBeGreaterThanOrEqual(0)
    expect(length).toBeLessThanOrEqual(1 + 1e-9)
  }
  if (panel.kind === 'bars' || panel.kind === 'stack')
    for (const { fraction, start, axisEnd } of panel.kind === 'bars' ? panel.lines : panel.pieces) {
      unit(fraction)
      unit(start)
      unit(start + fraction)
      expect(Number.isFinite(axisEnd) && axisEnd > 0).toBe(true)
    }
  if (panel.kind === 'bars' && panel.reference !== null) unit(panel.reference.at)
  if (panel.kind === 'months') for (const { months } of panel.lines) expect(months).toHaveLength(12)
  if (panel.kind === 'spans')
    for (const line of panel.lines) {
      const span = placeSpan(line, panel)
      if (span !== null) for (const end of [span.start, span.end, span.sureStart, span.sureEnd]) unit(end)
    }
}

describe.each(FIGURES.map((figure) => [figure.id, figure] as const))('%s', (id, figure) => {
  it('holds for any rows and any choice @fault-18', () => {
    const { rows, extras } = answers.get(id)!
    fc.assert(
      fc.property(choice(), changes, changes, (filters, one, other) => {
        const model = figure.build(changed(rows, one), contextOf(filters, catalogue), {
          published: changed(extras.published, one),
          earlier: changed(extras.earlier, other),
          engagements: changedDates(extras.engagements, other),
          places: kept(extras.places, other),
          secrets: []
        })
        const { entries, drawing, empty } = model
        checkWords(model)
        drawing.panels.forEach(checkPanel)
        for (const line of tableRows(entries))
          expect(Object.values(line).join(' | ')).not.toMatch(/NaN|undefined|\bnull\b|Infinity|∞/)
        expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length)
        if (empty !== null || drawing.map !== null) return
        expect([...new Set(idsOf(drawing))].sort()).toEqual(entries.map((entry) => entry.id).sort())
        for (const datum of dataOf(drawing))
          expect(entries.find((entry) => entry.id === datum.id)?.value).toBe(datum.value)
      })
    )
  })
})
