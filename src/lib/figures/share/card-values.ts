// How do one to five numbers fill a card? In columns across all of it, or in rows beside a map.

import { hueOf } from '../frame/image/palette.ts'
import { type Block, NOTHING, padded, stacked } from '../frame/image/block.ts'
import { flow, markPieces } from '../frame/image/pieces.ts'
import { moved, rect } from '../frame/image/svg.ts'
import { baseline, measure, paragraph, type Type, words } from '../frame/image/text.ts'
import type { CardValue } from './card.ts'
import { type Filled, fill, widest } from './card-block.ts'
import type { CardPen } from './card-pen.ts'

const COLUMN_SIZES = [116, 100, 88, 76, 66, 58]
const ROW_SIZES = [72, 64, 56, 48, 42, 36]
const COLUMNS = 3
const GAP = 44
/** Between rows. */
const SPACES = [36, 28, 20, 14]
const BAR = 8
const INSET = 26

/** Marks, then where and when, on as many lines as it takes. */
function under({ marks, detail }: CardValue, pen: CardPen, width: number): Block {
  const signs = markPieces(marks, pen.pen)
  return stacked(
    [
      signs.length === 0 ? NOTHING : flow(signs, width, pen.detail, 18),
      detail === '' ? NOTHING : paragraph(detail, pen.detail, width)
    ],
    0
  )
}

function ofLabel({ hue, named = false, quiet = false }: CardValue, pen: CardPen): Type {
  const { palette } = pen.pen
  if (named) return { ...pen.name, fill: quiet ? palette.ink3 : hueOf(palette, hue).text }
  return quiet ? { ...pen.label, fill: palette.ink3 } : pen.label
}

const ofNumber = (type: Type, { quiet = false }: CardValue, pen: CardPen): Type =>
  quiet ? { ...type, fill: pen.pen.palette.ink3, weight: 400 } : type

function column(one: CardValue, pen: CardPen, size: number, width: number): Block {
  const inner = width - INSET
  const type = ofNumber(pen.number(size), one, pen)
  const block = stacked(
    [
      { height: type.line + 6, svg: words(one.value, type, -0.04 * size, baseline(type)) },
      paragraph(one.label, ofLabel(one, pen), inner),
      under(one, pen, inner)
    ],
    2
  )
  const side = rect(0, 6, BAR, block.height - 6, { fill: hueOf(pen.pen.palette, one.hue).mark })
  return { height: block.height, svg: side + moved(block.svg, INSET, 0) }
}

interface Values {
  heading: string
  items: readonly CardValue[]
}

/** What all of them share stands above them, once. */
function headed(
  { heading }: Values,
  pen: CardPen,
  { width, height }: { width: number; height: number },
  draw: (height: number) => Filled
): Filled {
  if (heading === '') return draw(height)
  const head = padded(paragraph(heading, pen.detail, width), 0, 12)
  const under = draw(height - head.height)
  return { ...stacked([head, under], 0), shown: under.shown }
}

/** Side by side, as large as the widest of them allows. */
export function valueColumns(values: Values, pen: CardPen, size: { width: number; height: number }): Filled {
  return headed(values, pen, size, (height) => columns(values.items, pen, { ...size, height }))
}

function columns(
  items: readonly CardValue[],
  pen: CardPen,
  { width, height }: { width: number; height: number }
): Filled {
  return fill(Math.min(items.length, COLUMNS), height, (count) => {
    const own = (width - GAP * (count - 1)) / Math.max(1, count)
    const kept = items.slice(0, count)
    const drawn = COLUMN_SIZES.filter((size) =>
      kept.every(({ value }) => measure(value, pen.number(size)) <= own - INSET)
    ).map((size) => {
      const blocks = kept.map((one) => column(one, pen, size, own))
      return {
        height: Math.max(0, ...blocks.map((block) => block.height)),
        svg: blocks.map(({ svg }, i) => moved(svg, i * (own + GAP), 0)).join('')
      }
    })
    return drawn.find((block) => block.height <= height) ?? (count === 1 ? (drawn.at(-1) ?? null) : null)
  })
}

function row(one: CardValue, pen: CardPen, size: number, left: number, width: number): Block {
  const inner = width - left - 22
  const type = ofNumber(pen.number(size), one, pen)
  const said = stacked([paragraph(one.label, ofLabel(one, pen), inner), under(one, pen, inner)], 0)
  const height = Math.max(type.line, said.height)
  const top = Math.max(0, (type.line - said.height) / 2)
  // The number stands beside the first line of its words, both on one height.
  const high = Math.max(0, (Math.min(height, pen.label.line) - type.line) / 2)
  return {
    height,
    svg: moved(words(one.value, type, left, baseline(type), 'end'), 0, high) + moved(said.svg, left + 22, top)
  }
}

/** One under the other: the number, then what it counts beside it. */
export function valueRows(values: Values, pen: CardPen, size: { width: number; height: number }): Filled {
  return headed(values, pen, size, (height) => rows(values.items, pen, { ...size, height }))
}

function rows(
  items: readonly CardValue[],
  pen: CardPen,
  { width, height }: { width: number; height: number }
): Filled {
  return fill(Math.min(items.length, 5), height, (count) => {
    const kept = items.slice(0, count)
    const drawn = ROW_SIZES.map((size) => {
      const left = Math.max(0, ...kept.map((one) => measure(one.value, pen.number(size))))
      return left > width * 0.5
        ? null
        : widest(SPACES, height, (gap) =>
            stacked(
              kept.map((one) => row(one, pen, size, left, width)),
              gap
            )
          )
    }).filter((block) => block !== null)
    return drawn.find((block) => block.height <= height) ?? (count === 1 ? (drawn.at(-1) ?? null) : null)
  })
}
