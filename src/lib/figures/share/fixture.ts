// Where does each text of a share image stand? Read back from its SVG, for tests.

import type { Box } from '../../map/boxes.ts'
import { measure } from '../frame/image/text.ts'

export interface SetText {
  text: string
  /** Pixels, enlargements counted. */
  size: number
  box: Box
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'"
}

interface Place {
  x: number
  y: number
  scale: number
}

function inner({ x, y, scale }: Place, tag: string): Place {
  const [, dx = '0', dy = '0'] = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(tag) ?? []
  const [, by = '1'] = /scale\(([-\d.]+)\)/.exec(tag) ?? []
  return { x: x + Number(dx) * scale, y: y + Number(dy) * scale, scale: scale * Number(by) }
}

function setText({ x, y, scale }: Place, tag: string, written: string): SetText {
  const get = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const text = written.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
  const own = Number(get('font-size'))
  const type = {
    size: own,
    line: own,
    weight: Number(get('font-weight')),
    fill: '',
    spacing: Number(get('letter-spacing'))
  }
  const width = measure(text, type) * scale
  const at = x + Number(get('x')) * scale
  const anchor = get('text-anchor')
  const left = anchor === 'end' ? at - width : anchor === 'middle' ? at - width / 2 : at
  const size = own * scale
  // From the height of a capital down to the baseline.
  return {
    text,
    size,
    box: { x: left, y: y + Number(get('y')) * scale - size * 0.73, width, height: size * 0.73 }
  }
}

/** Halos, which say the same again, are left out. */
export function textsOf(svg: string): SetText[] {
  const found: SetText[] = []
  const places: Place[] = [{ x: 0, y: 0, scale: 1 }]
  for (const [tag, end, name, written] of svg.matchAll(/<(\/?)(g|svg|text)\b[^>]*>([^<]*)/g)) {
    const here = places.at(-1) as Place
    if (name === 'text') {
      if (end === '' && !tag.includes('aria-hidden')) found.push(setText(here, tag, written ?? ''))
    } else if (end === '/') places.pop()
    else places.push(inner(here, tag.slice(0, tag.indexOf('>'))))
  }
  return found
}
