// What is the image of a comparison? One SVG that stands alone: what compares, what does not and why, source and date.

import { french } from '../../domain/format.ts'
import { type Block, NOTHING, padded, stacked } from '../../figures/frame/image/block.ts'
import { hueOf, type Theme } from '../../figures/frame/image/palette.ts'
import { type Pen, penOf } from '../../figures/frame/image/pen.ts'
import { sheet, signature } from '../../figures/frame/image/sheet.ts'
import { rect } from '../../figures/frame/image/svg.ts'
import { balance, paragraph, setLines } from '../../figures/frame/image/text.ts'
import { sourceLine } from '../../figures/frame/words.ts'
import type { CompareData } from '../compare-data.ts'
import { nestedWords } from '../guard.ts'
import { type Comparison, entriesOf } from '../model.ts'
import type { Subject } from '../subjects.ts'
import { leadOf, READING, textOf, titleOf } from '../summary.ts'
import { inView, type View } from '../view.ts'
import { aloneBlock } from './alone-block.ts'
import { type Columns, columnsFor, inRow } from './columns.ts'
import { sectionBlock } from './section-block.ts'

export interface ComparisonImage {
  theme: Theme
  view: View
  /** Version of the data. */
  version: string
  /** Where the comparison can be found again. */
  address: string
  /** Who publishes it, under which licence. */
  credit: string
}

/** Longer lines of words are hard to read, however wide the image is. */
const MEASURE = 820

function header(comparison: Comparison, data: CompareData, pen: Pen, { inner }: Columns): Block {
  const title = { ...pen.type.title, size: 28, line: 34, spacing: -0.42 }
  const inside = nestedWords(comparison.subjects, data)
  return stacked(
    [
      setLines(balance(titleOf(comparison.subjects, data.year), title, inner), title),
      paragraph(leadOf(comparison), pen.type.body, Math.min(inner, MEASURE)),
      inside === '' ? NOTHING : paragraph(inside, pen.type.head, Math.min(inner, MEASURE))
    ],
    6
  )
}

function subjectHead({ name, hue, detail }: Subject, pen: Pen, width: number): Block {
  const colour = hueOf(pen.palette, hue)
  return stacked(
    [
      { height: 10, svg: rect(0, 0, width, 4, { fill: colour.mark }) },
      paragraph(name, { ...pen.type.title, fill: colour.text }, width),
      paragraph(detail, pen.type.tiny, width)
    ],
    0
  )
}

function footer(
  shown: Comparison,
  data: CompareData,
  options: ComparisonImage,
  pen: Pen,
  width: number
): Block {
  const entries = [
    ...shown.sections.flatMap(entriesOf),
    ...shown.alone.flatMap(({ values }) => values.map(({ entry }) => entry))
  ]
  const source = sourceLine(entries, { year: data.year, version: options.version })
  return stacked([paragraph(READING, pen.type.quiet, width), signature(source, options, pen, width)], 10)
}

/** Deterministic: the same comparison and options give the same bytes. */
export function comparisonSvg(comparison: Comparison, data: CompareData, options: ComparisonImage): string {
  const pen = penOf(options.theme)
  const columns = columnsFor(comparison.subjects.length)
  const shown = inView(comparison, options.view)
  const { width, margin, inner } = columns
  const all = padded(
    stacked(
      [
        header(comparison, data, pen, columns),
        inRow(
          NOTHING,
          shown.subjects.map((subject) => subjectHead(subject, pen, columns.column)),
          columns
        ),
        ...shown.sections.map((section) => sectionBlock(section, pen, columns)),
        shown.alone.length > 1 ? aloneBlock(shown.alone, pen, columns) : NOTHING,
        footer(shown, data, options, pen, inner)
      ],
      24
    ),
    margin - 4,
    margin - 8
  )
  const height = Math.ceil(all.height)
  return sheet({
    title: titleOf(comparison.subjects, data.year),
    description: french(textOf(comparison, data, options.address)),
    width,
    height,
    inner: { width, height },
    margin,
    paper: pen.palette.paper,
    svg: all.svg
  })
}
