// What is the image of a figure? One SVG that stands alone: title, drawing, note, source and address baked in.

import type { FigureModel } from '../../figure.ts'
import { alternativeText, sourceLine } from '../words.ts'
import { type Block, NOTHING, padded, stacked } from './block.ts'
import { mapHeight, type MapFrame, mapPanel } from './map-panel.ts'
import type { Theme } from './palette.ts'
import { panels } from './panels.ts'
import { NARROW, type Pen, penOf } from './pen.ts'
import { fitted, type Parts, type Plan } from './fit.ts'
import { canShorten, shorter } from './shorter.ts'
import { sheet, signature } from './sheet.ts'
import { rect } from './svg.ts'
import { balance, paragraph, setLines } from './text.ts'

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
    bottom: signature(sourceLine(model.entries, options), options, pen, width)
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
  return sheet({
    title: model.title,
    description: alternativeText(model),
    width,
    height: height ?? plan.height,
    inner: plan,
    margin: plan.margin,
    paper: palette.paper,
    svg: plan.svg
  })
}

function natural(draw: (inner: number, air: number) => Parts, width: number): Plan {
  const margin = marginOf(width)
  const { top, middle, bottom } = draw(width - 2 * margin, 1)
  const all = padded(stacked([top, middle, bottom], 16), margin - 4, margin - 8)
  return { width, height: Math.ceil(all.height), margin, svg: all.svg }
}
