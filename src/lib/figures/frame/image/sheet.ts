// What do all images share around their drawing: the sheet of paper, its words for programs, the lines that sign it?

import { type Block, stacked } from './block.ts'
import type { Pen } from './pen.ts'
import { element, escapeXml, line, moved, rect } from './svg.ts'
import { measure, paragraph } from './text.ts'

/** With its fall-backs by name: whoever opens the file elsewhere has one of them. */
const FONTS = "'Inter Variable', Inter, 'Liberation Sans', Arial, sans-serif"

export interface Sheet {
  /** Said by programs that read an image out. */
  title: string
  description: string
  /** Pixels of the file. */
  width: number
  height: number
  /** Pixels of the drawing, scaled to those of the file. */
  inner: { width: number; height: number }
  /** Pixels of the drawing that stay empty at its left. */
  margin: number
  /** Colour. */
  paper: string
  svg: string
}

/** A whole file. */
export function sheet({ title, description, width, height, inner, margin, paper, svg }: Sheet): string {
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${inner.width} ${inner.height}`,
      role: 'img',
      lang: 'fr',
      'font-family': FONTS,
      'text-rendering': 'geometricPrecision'
    },
    element('title', {}, escapeXml(title)),
    element('desc', {}, escapeXml(description)),
    rect(0, 0, inner.width, inner.height, { fill: paper }),
    moved(svg, margin, 0)
  )}\n`
}

/** The last lines: where the numbers come from, who publishes them, where they are found again. */
export function signature(
  source: string,
  { credit, address }: { credit: string; address: string },
  pen: Pen,
  width: number
): Block {
  const { quiet, tiny } = pen.type
  const strong = { ...tiny, weight: 500 }
  const last = `${credit} · ${address}`
  const rule = { height: 8, svg: line(0, 0.5, width, 0.5, { stroke: pen.palette.rule }) }
  return stacked(
    [
      rule,
      paragraph(source, quiet, width),
      ...(measure(last, strong) <= width
        ? [paragraph(last, strong, width)]
        : [paragraph(credit, strong, width), paragraph(address, strong, width)])
    ],
    2
  )
}
