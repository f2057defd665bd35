// Is the image of every figure complete, for every choice a reader can make, and does it draw elsewhere? On the published data.

import { Resvg } from '@resvg/resvg-js'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '../../../csv/read-csv.ts'
import { STANDARD } from '../../../csv/write-csv.ts'
import type { Catalogue } from '../../../domain/catalogue.ts'
import { type Filters, MEASURES } from '../../../domain/filters.ts'
import { formatLabel } from '../../../domain/format.ts'
import { MARK_TEXT, wordMarks } from '../../../domain/marks.ts'
import { openPublished, readPublished } from '../../../engine/published.ts'
import type { Outline } from '../../../map/outline.ts'
import { viewOfChoice } from '../../../map/views.ts'
import { askFigures } from '../../ask-figures.ts'
import { contextOf } from '../../context.ts'
import { type Ask, askCatalogue } from '../../dashboard.ts'
import type { FigureModel } from '../../figure.ts'
import { FIGURES } from '../../registry.ts'
import { CSV_COLUMNS, figureCsv } from '../csv.ts'
import { dataOf } from '../drawing.ts'
import { figureSvg, FRAMES, type ImageOptions } from './figure-svg.ts'
import { THEMES } from './palette.ts'
import { escapeXml } from './svg.ts'

/** Any version will do: the pictures beside must not change with the data that they do not show. */
const VERSION = '2021.00000000'
const whole: Filters = { territory: null, programme: null, year: 2021, measure: 'produit' }
let ask: Ask
let catalogue: Catalogue
let outline: Outline

beforeAll(async () => {
  const { engine } = await openPublished()
  ask = (question) => engine.query(question)
  catalogue = await askCatalogue(ask)
  outline = (await readPublished('basemap/outline.json')) as Outline
}, 60_000)

async function modelsFor(filters: Filters): Promise<[id: string, model: FigureModel][]> {
  const answers = await askFigures(ask, FIGURES, filters)
  return FIGURES.map((figure) => {
    const { rows, extras } = answers.get(figure.id)!
    return [figure.id, figure.build(rows, contextOf(filters, catalogue), extras)]
  })
}

function image(
  id: string,
  model: FigureModel,
  more: Partial<ImageOptions>,
  territory: string | null = null
): string {
  const { map } = model.drawing
  return figureSvg(model, {
    format: 'figure',
    theme: 'light',
    year: 2021,
    version: VERSION,
    address: `https://optima.example/figures/${id}/`,
    credit: 'Optima en chiffres · Licence',
    map: map === null ? null : { outline, view: viewOfChoice(map.places, territory), selected: territory },
    ...more
  })
}

/** What every image says, in the order a reader meets it. */
function said(model: FigureModel): string[] {
  const texts = model.drawing.panels.flatMap((panel) =>
    panel.kind === 'numbers'
      ? panel.items.flatMap(({ id, text }) => (text === undefined ? [] : [[id, text]]))
      : []
  )
  const own = new Map(texts as [string, string][])
  return [
    ...dataOf(model.drawing).flatMap((datum) => [
      own.get(datum.id) ?? formatLabel(datum.value, datum.unit, datum.marks),
      ...wordMarks(datum.marks).map((mark) => MARK_TEXT[mark].short)
    ]),
    ...(model.drawing.map?.circles.map(({ label }) => label) ?? [])
  ]
}

const SIZES = THEMES.flatMap((theme) => ([320, 1280] as const).map((width) => ({ theme, width })))

describe.each(FIGURES.map(({ id }, i) => [id, i] as const))('%s', (id, i) => {
  const model = async (): Promise<FigureModel> => (await modelsFor(whole))[i]![1]

  it.each(SIZES)('is drawn as in its picture, $theme, $width px', async (size) => {
    const svg = image(id, await model(), size)
    await expect(svg).toMatchFileSnapshot(`snapshots/${id}-${size.theme}-${size.width}.svg`)
    expect(svg).not.toMatch(
      /NaN|undefined|Infinity|\sstyle=|<style|<script|url\(|https?:\/\/(?!www\.w3\.org\/2000\/svg|optima\.example)/
    )
  })

  it('draws in another program, in every frame', async () => {
    const own = await model()
    for (const [format, { width, height }] of Object.entries(FRAMES)) {
      const drawn = new Resvg(image(id, own, { format: format as keyof typeof FRAMES }), {
        font: { loadSystemFonts: false }
      }).render()
      expect(drawn.width, format).toBe(width)
      if (height !== null) expect(drawn.height, format).toBe(height)
      expect(drawn.asPng().length).toBeGreaterThan(2000)
    }
  })

  it('fits a flat frame too', async () => {
    const svg = image(id, await model(), { width: 1200, height: 630 })
    expect(svg).toContain('width="1200" height="630"')
  })
})

it('says every value with its marks, in the image and in the CSV, for every choice', async () => {
  const choices: Filters[] = [
    ...MEASURES.map((measure) => ({ ...whole, measure })),
    ...catalogue.territories.map(({ id }) => ({ ...whole, territory: id })),
    ...catalogue.programmes.map(({ id }) => ({ ...whole, programme: id }))
  ]
  for (const filters of choices)
    for (const [id, model] of await modelsFor(filters)) {
      const where = `${id} ${JSON.stringify(filters)}`
      const svg = image(id, model, { width: 640 }, filters.territory)
      const table = readCsv(figureCsv(model.entries, VERSION, STANDARD))
      expect(table.issues).toEqual([])
      expect(table.header).toEqual([...CSV_COLUMNS])
      expect(table.rows.map(({ cells }) => cells[0])).toEqual(model.entries.map((entry) => entry.id))
      if (model.empty !== null) continue
      for (const text of said(model)) expect(svg, where).toContain(`>${escapeXml(text)}</text>`)
      for (const datum of dataOf(model.drawing)) {
        const cells = table.rows.find((row) => row.cells[0] === datum.id)?.cells ?? []
        expect(Number(cells[CSV_COLUMNS.indexOf('valeur')]), where).toBe(datum.value)
        for (const mark of wordMarks(datum.marks))
          expect(cells[CSV_COLUMNS.indexOf('marques')]).toContain(MARK_TEXT[mark].short)
      }
    }
}, 120_000)

it('shows hostile text as text', async () => {
  const [id, model] = (await modelsFor(whole))[2]!
  const evil = '"><script>alert(1)</script><svg onload="alert(1)" & \u0000'
  const svg = image(
    id,
    { ...model, title: evil, subtitle: evil, note: evil, sentence: evil },
    { credit: evil }
  )
  expect(svg).not.toMatch(/<script|<svg [^>]*onload/)
  expect(svg).toContain('&lt;script&gt;')
  expect(new Resvg(svg, { font: { loadSystemFonts: false } }).render().width).toBe(FRAMES.figure.width)
})
