import { beforeAll, describe, expect, it } from 'vitest'
import { FRENCH_EXCEL } from '../csv/write-csv.ts'
import type { Catalogue } from '../domain/catalogue.ts'
import { hide } from '../domain/hide.ts'
import { openPublished } from '../engine/published.ts'
import { askFigures, type FigureAnswer } from './ask-figures.ts'
import { contextOf } from './context.ts'
import { askCatalogue } from './dashboard.ts'
import type { FigureModel } from './figure.ts'
import { figureCsv } from './frame/csv.ts'
import { emptyCell, idsOf } from './frame/drawing.ts'
import { figureSvg } from './frame/image/figure-svg.ts'
import { alternativeText } from './frame/words.ts'
import { FIGURES } from './registry.ts'
import { buildFigure } from './secrets.ts'
import { tableRows } from './table.ts'

let answers: ReadonlyMap<string, FigureAnswer>
let catalogue: Catalogue
const filters = { territory: null, programme: null, year: 2021, measure: 'interventions' } as const

beforeAll(async () => {
  const { engine } = await openPublished()
  catalogue = await askCatalogue((question) => engine.query(question))
  answers = await askFigures((question) => engine.query(question), FIGURES, filters)
})

const SHOWN = FIGURES.filter(({ id }) =>
  ['actes', 'carte', 'personnes', 'ecole', 'piscines', 'eds'].includes(id)
)

/** A figure with every row of some indicator hidden, and what it said of them before. */
function hidden(
  id: string,
  indicator: string,
  more = {}
): { model: FigureModel; values: number[]; count: number } {
  const { rows, extras } = answers.get(id)!
  const own = rows.filter((row) => row.indicator === indicator)
  const left = rows.filter((row) => row.indicator !== indicator)
  const figure = FIGURES.find((one) => one.id === id)!
  const context = contextOf({ ...filters, ...more }, catalogue)
  const model = buildFigure(figure, left, context, { ...extras, secrets: own.map(hide) })
  return { model, values: own.map(({ value }) => value), count: own.length }
}

describe.each(SHOWN.map((figure) => [figure.id, figure] as const))('%s @fault-19', (id, figure) => {
  it('says secret of what is hidden, in the drawing, the table, the CSV and the alternative text: no value, no zero', () => {
    const [indicator = ''] = figure.indicators.filter((one) =>
      answers
        .get(id)!
        .rows.some(
          (row) =>
            row.indicator === one &&
            (figure.shown?.(contextOf(filters, catalogue)) ?? figure.indicators).includes(one)
        )
    )
    const { model, values, count } = hidden(id, indicator)
    expect(count).toBeGreaterThan(0)
    const entries = model.entries.filter(({ marks }) => marks.includes('secret'))
    expect(entries).toHaveLength(count)
    for (const entry of entries) expect(entry.value).toBeNull()
    const lines = tableRows(model.entries).filter(({ marks }) => marks === 'secret')
    expect(lines.map(({ value, bounds }) => [value, bounds])).toEqual(lines.map(() => ['secret', '']))
    expect(lines).toHaveLength(count)
    const csv = figureCsv(entries, '2021.x', FRENCH_EXCEL)
    expect(csv.match(/;secret;/g)?.length).toBeGreaterThanOrEqual(count)
    expect(alternativeText(model)).toMatch(/(est secret|sont secrets)\u00a0: ce n’est pas zéro\./)
    if (model.drawing.map === null) {
      expect(idsOf(model.drawing)).toEqual(expect.arrayContaining(entries.map((entry) => entry.id)))
      const svg = figureSvg(model, {
        format: 'figure',
        theme: 'light',
        year: 2021,
        version: '2021.x',
        address: 'https://x.fr/',
        credit: 'x',
        map: null
      })
      expect(svg).toContain('Comptés, et secrets')
      expect(svg).not.toContain('NaN')
    }
    // A round number that stands elsewhere too proves nothing.
    for (const value of values.filter((one) => one > 100 && one % 100 !== 0))
      expect(JSON.stringify([lines, entries])).not.toContain(String(value))
  })
})

it('is said where nothing else is known of a choice', () => {
  const { model } = hidden('eds', 'eds_referrals', { programme: 'eds' })
  expect(model.empty).toBeNull()
  const { rows, extras } = answers.get('actes')!
  const none = buildFigure(
    FIGURES.find(({ id }) => id === 'actes')!,
    [],
    contextOf({ ...filters, territory: 'brest' }, catalogue),
    { ...extras, secrets: rows.slice(0, 2).map(hide) }
  )
  expect(none.empty).toBeNull()
  expect(none.title).toBe('Brest\u00a0: 2 nombres sont secrets')
  expect(emptyCell(none.drawing, rows[0]!.region)).toBe('non publié, ou secret')
  expect(emptyCell(none.drawing, 'elsewhere')).toBe('non publié')
})
