// What is the image of a figure? One SVG that stands alone: title, drawing, note, source and address baked in.

import type { FigureModel } from '../../figure.ts'
import { sectionsOf } from '../../sources.ts'
import { alternativeText, sourceLine } from '../words.ts'
import { type Block, NOTHING, padded, stacked } from './block.ts'
import { mapHeight, type MapFrame, mapPanel } from './map-panel.ts'
import type { Theme } from './palette.ts'
import { panels } from './panels.ts'
import { NARROW, type Pen, penOf } from './pen.ts'
import { fitted, type Parts, type Plan } from './fit.ts'
import { canShorten, shorter } from './shorter.ts'
import { element, escapeXml, line, moved, rect } from './svg.ts'
import { balance, measure, paragraph, setLines } from './text.ts'

/** Pixels. The figure is as high as it needs to be; the two others are what social networks show whole. */
export const FRAMES = {
  figure: { width: 900, height: null },
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 }
} as const
export type ImageFormat = keyof typeof FRAMES

export interface ImageOptions {
  format: ImageFormat
  theme: Theme
  /** Pixels, in place of those of the format. */
  width?: number
  height?: number
  /** Millésime. */
  year: number
  /** Version of the data. */
  version: string
  /** Where the figure can be found again. */
  address: string
  /** Who publishes it, under which licence. */
  credit: string
  /** What only the figure of the map needs. */
  map: MapFrame | null
}

/** With its fall-backs by name: whoever opens the file elsewhere has one of them. */
const FONTS = "'Inter Variable', Inter, 'Liberation Sans', Arial, sans-serif"

const marginOf = (width: number): number => (width < NARROW ? 16 : 28)

function header({ title, subtitle }: FigureModel, pen: Pen, width: number): Block {
  const rule = { height: 14, svg: rect(0, 0, width, 2, { fill: pen.palette.ink }) }
  return stacked(
    [
      stacked([rule, setLines(balance(title, pen.type.title, width), pen.type.title)], 0),
      setLines(balance(subtitle, pen.type.subtitle, width), pen.type.subtitle)
    ],
    4
  )
}

function footer(model: FigureModel, options: ImageOptions, pen: Pen, width: number): Block {
  const { quiet, tiny } = pen.type
  const credit = { ...tiny, weight: 500 }
  const last = `${options.credit} · ${options.address}`
  const rule = { height: 8, svg: line(0, 0.5, width, 0.5, { stroke: pen.palette.rule }) }
  return stacked(
    [
      rule,
      paragraph(sourceLine(sectionsOf(model.entries), options), quiet, width),
      ...(measure(last, credit) <= width
        ? [paragraph(last, credit, width)]
        : [paragraph(options.credit, credit, width), paragraph(options.address, credit, width)])
    ],
    2
  )
}

/** What a fixed frame asks of the drawing: a map of this height, this share of its lists. */
interface More {
  tall?: number
  share?: number
}

function partsOf(model: FigureModel, options: ImageOptions, pen: Pen, width: number, more: More): Parts {
  const { drawing, empty } = model
  const middle =
    empty !== null
      ? paragraph(empty.text, pen.type.body, width)
      : drawing.map !== null
        ? mapPanel(drawing.map, options.map, pen, width, more.tall ?? mapHeight(width))
        : panels(shorter(drawing, more.share ?? 1), pen, width)
  return {
    top: header(model, pen, width),
    middle: stacked([middle, model.note === '' ? NOTHING : paragraph(model.note, pen.type.tiny, width)], 16),
    bottom: footer(model, options, pen, width)
  }
}

/** Deterministic: the same model and options give the same bytes. */
export function figureSvg(model: FigureModel, options: ImageOptions): string {
  const frame = FRAMES[options.format]
  const width = options.width ?? frame.width
  const height = options.height ?? frame.height
  const draw = (inner: number, air: number, more: More = {}): Parts =>
    partsOf(model, options, penOf(options.theme, air, height !== null), inner, more)
  const plan =
    height === null
      ? natural(draw, width)
      : fitted({
          draw,
          ratio: height / width,
          margin: marginOf,
          most: width,
          map: model.drawing.map !== null,
          list: canShorten(model.drawing)
        })
  const { palette } = penOf(options.theme)
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: height ?? plan.height,
      viewBox: `0 0 ${plan.width} ${plan.height}`,
      role: 'img',
      lang: 'fr',
      'font-family': FONTS,
      'text-rendering': 'geometricPrecision'
    },
    element('title', {}, escapeXml(model.title)),
    element('desc', {}, escapeXml(alternativeText(model))),
    rect(0, 0, plan.width, plan.height, { fill: palette.paper }),
    moved(plan.svg, plan.margin, 0)
  )}\n`
}

function natural(draw: (inner: number, air: number) => Parts, width: number): Plan {
  const margin = marginOf(width)
  const { top, middle, bottom } = draw(width - 2 * margin, 1)
  const all = padded(stacked([top, middle, bottom], 16), margin - 4, margin - 8)
  return { width, height: Math.ceil(all.height), margin, svg: all.svg }
}
