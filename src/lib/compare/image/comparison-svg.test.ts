// Is the image of a comparison whole: every value with its marks, every reason, what has no counterpart, the source?

import { Resvg } from '@resvg/resvg-js'
import { beforeAll, describe, expect, it } from 'vitest'
import { knownFilters } from '../../domain/catalogue.ts'
import { defaultFilters } from '../../domain/filters.ts'
import { MARK_TEXT, wordMarks } from '../../domain/marks.ts'
import { openPublished } from '../../engine/published.ts'
import { askCatalogue } from '../../figures/dashboard.ts'
import { THEMES } from '../../figures/frame/image/palette.ts'
import { textWidth } from '../../map/text-width.ts'
import { askCompare, type CompareData } from '../compare-data.ts'
import { buildComparison } from '../comparison.ts'
import { type Comparison, linesOf } from '../model.ts'
import { START, START_PROGRAMMES, subjectOf } from '../subjects.ts'
import { inView, VIEWS } from '../view.ts'
import { type ComparisonImage, comparisonSvg } from './comparison-svg.ts'

let data: CompareData

beforeAll(async () => {
  const { engine } = await openPublished()
  const ask: Parameters<typeof askCompare>[0] = (question) => engine.query(question)
  data = await askCompare(ask, defaultFilters(knownFilters(await askCatalogue(ask))))
}, 60_000)

const compare = (ids: readonly string[]): Comparison =>
  buildComparison(
    ids.flatMap((id) => subjectOf(id, data) ?? []),
    data
  )
const image = (comparison: Comparison, more: Partial<ComparisonImage> = {}): string =>
  comparisonSvg(comparison, data, {
    theme: 'light',
    view: 'both',
    version: '2021.00000000',
    address: 'https://optima.example/comparer/',
    credit: 'Optima en chiffres · Licence',
    ...more
  })
/** All that is written, without its cuts: a long text is set on several lines. */
const written = (svg: string): string =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)]
    .map(([, text]) => text)
    .join(' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s/g, '')
const bare = (text: string): string => text.replace(/\s/g, '')

const CHOICES: readonly (readonly [string, readonly string[]])[] = [
  ['territoires', START],
  ['dispositifs', START_PROGRAMMES],
  ['emboites', ['region-nantes', 'orvault']]
]

describe.each(CHOICES)('%s', (name, ids) => {
  it.each(THEMES)('is drawn as in its picture, %s', async (theme) => {
    const svg = image(compare(ids), { theme })
    await expect(svg).toMatchFileSnapshot(`snapshots/${name}-${theme}.svg`)
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\sstyle=|<style|<script|url\(/)
    expect(image(compare(ids), { theme })).toBe(svg)
  })

  it.each(VIEWS)('says all that the page says, and nothing else: %s', (view) => {
    const whole = compare(ids)
    const shown = inView(whole, view)
    const text = written(image(whole, { view }))
    const values = [
      ...linesOf(shown).flatMap(({ cells }) => cells.flatMap((cell) => cell.values)),
      ...shown.alone.flatMap((alone) => alone.values)
    ]
    for (const value of values) {
      expect(text).toContain(bare(value.text))
      for (const mark of wordMarks(value.entry.marks)) expect(text).toContain(bare(MARK_TEXT[mark].short))
      if (value.entry.value === null) expect(text).toContain(bare(value.entry.formula))
    }
    for (const { title, tag, guard, empty } of shown.sections)
      for (const said of [title, tag, guard?.text ?? '', empty]) expect(text).toContain(bare(said))
    for (const { label, note, cells } of linesOf(shown))
      for (const said of [label, note, ...cells.map(({ words }) => words)]) expect(text).toContain(bare(said))
    for (const { name: subject } of shown.subjects) expect(text).toContain(bare(subject))
    for (const said of [
      'Source : rapport d’activité 2021',
      'Données 2021.00000000',
      'https://optima.example/'
    ])
      expect(text).toContain(bare(said))
    expect(text.includes('Sanséquivalent')).toBe(shown.alone.length > 1)
  })

  it('draws in another program', () => {
    const svg = image(compare(ids))
    const drawn = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
    expect(svg).toContain(`width="${drawn.width}" height="${drawn.height}"`)
  })
})

it('says that one column is inside of another', () => {
  expect(written(image(compare(['region-nantes', 'orvault'])))).toContain(
    bare('Orvault est dans la région de Nantes')
  )
})

/** Right edges of all texts, in pixels of the image: groups move what they hold, in pixels too. */
function rightEdges(svg: string): { text: string; right: number }[] {
  const at: number[] = [0]
  return [
    ...svg.matchAll(/<g transform="translate\(([\d.-]+)[^>]*>|<\/g>|<text ([^>]*)>([^<]*)<\/text>/g)
  ].flatMap(([tag, x, attributes = '', text = '']) => {
    if (tag === '</g>') at.pop()
    else if (x !== undefined) at.push((at.at(-1) ?? 0) + Number(x))
    else {
      const read = (name: string): number =>
        Number(new RegExp(` ?${name}="([\\d.-]+)"`).exec(attributes)?.[1] ?? 0)
      const bold = read('font-weight') >= 550
      return [{ text, right: (at.at(-1) ?? 0) + read('x') + textWidth(text, read('font-size'), bold) }]
    }
    return []
  })
}

it('keeps every text inside of the image, whatever is compared', () => {
  for (const { id } of data.territories.filter((one) => one.id !== 'optima')) {
    const svg = image(compare([id, id === 'angers' ? 'region-rennes' : 'angers']))
    const edges = rightEdges(svg)
    expect(edges.length).toBeGreaterThan(20)
    for (const { text, right } of edges) expect(right, text).toBeLessThanOrEqual(900 - 24)
  }
})

it('shows hostile text as text', () => {
  const whole = compare(START)
  const evil = '"><script>alert(1)</script>'
  const [first, ...others] = whole.subjects
  const svg = image({ ...whole, subjects: [{ ...first!, name: evil }, ...others] }, { credit: evil })
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;')
})
