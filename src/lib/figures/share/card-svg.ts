// How is a share image composed? A band in the hue of the place, its title, what fills it, its source; and a map at the right.

import { moved, element, rect, line } from '../frame/image/svg.ts'
import { hueOf } from '../frame/image/palette.ts'
import { balance, baseline, measure, setLines, type Type, words, wrap } from '../frame/image/text.ts'
import type { Card, CardBody } from './card.ts'
import { cardBars } from './card-bars.ts'
import type { Block } from '../frame/image/block.ts'
import type { Filled } from './card-block.ts'
import { cardLand } from './card-land.ts'
import { cardMonths, cardSpans } from './card-lists.ts'
import { CARD, type CardPen, cardPen } from './card-pen.ts'
import { valueColumns, valueRows } from './card-values.ts'

const LAND = 450
const TOP = 36
/** Between the place and the title: an accent on a capital stands there. */
const UNDER_PLACE = 6
/** From the bottom: where the source stands, and the rule above it. */
const FOOT = 84
/** Size and the most lines of the title, largest first; the last ones only for what fits no other. */
const TITLES = [
  { size: 64, most: 1 },
  { size: 56, most: 2 },
  { size: 48, most: 2 },
  { size: 44, most: 3 }
] as const
const SMALL_TITLES = [
  { size: 40, most: 3 },
  { size: 36, most: 4 },
  { size: 32, most: 6 }
] as const
/** Lines of a title that fits in no size. */
const CUT = 4
const WORDS = [44, 40, 36, 32, 30, 28]

interface Room {
  width: number
  height: number
}

function plainWords(text: string, pen: CardPen, { width, height }: Room): Filled {
  const types = WORDS.map((size): Type => ({ ...pen.label, size, line: Math.round(size * 1.3) }))
  const type = types.find((one) => wrap(text, one, width).length * one.line <= height) ?? pen.detail
  const lines = wrap(text, type, width)
  const most = Math.floor(height / type.line)
  const kept = lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`]
  return { ...setLines(kept, type), shown: 1 }
}

function filled(body: CardBody, wide: boolean, pen: CardPen, room: Room): Filled {
  switch (body.kind) {
    case 'values':
      return wide ? valueColumns(body, pen, room) : valueRows(body, pen, room)
    case 'bars':
      return cardBars(body, pen, room)
    case 'spans':
      return cardSpans(body, pen, room)
    case 'months':
      return cardMonths(body.lines, pen, room)
    case 'words':
      return plainWords(body.text, pen, room)
  }
}

const roomUnder = (title: Block, pen: CardPen): number =>
  CARD.height - FOOT - TOP - pen.place.line - UNDER_PLACE - title.height - 44

interface Plan {
  title: Block
  body: Filled
  /** Pixels between the title and the rule of the source. */
  room: number
}

/** A title too long for any card loses its end; the page and its head have it whole. */
function cut(card: Card, pen: CardPen, width: number): Plan {
  const type = pen.title(36)
  const lines = wrap(card.title, type, width - 40)
  const kept = lines.length <= CUT ? lines : [...lines.slice(0, CUT - 1), `${lines[CUT - 1] ?? ''}…`]
  const title = setLines(kept, type)
  const room = roomUnder(title, pen)
  return { title, room, body: filled(card.body, card.land === null, pen, { width, height: room }) }
}

/** The largest title that leaves the body its place: a line more of the body is worth a smaller title. */
function plan(card: Card, pen: CardPen, width: number): Plan {
  const tried = (titles: readonly { size: number; most: number }[]): Plan[] =>
    titles.flatMap(({ size, most }) => {
      const type = pen.title(size)
      const lines = balance(card.title, type, width)
      // A name is never cut inside of a word.
      const whole = card.title.split(' ').every((word) => measure(word, type) <= width)
      if (lines.length > most || !whole) return []
      const title = setLines(lines, type)
      const room = roomUnder(title, pen)
      return [{ title, room, body: filled(card.body, card.land === null, pen, { width, height: room }) }]
    })
  const fits = ({ body, room }: Plan): boolean => body.height <= room
  const plans = tried(TITLES)
  const all = plans.some(fits) ? plans : [...plans, ...tried(SMALL_TITLES)]
  return (
    all.filter(fits).toSorted((a, b) => b.body.shown - a.body.shown)[0] ?? all.at(-1) ?? cut(card, pen, width)
  )
}

/** "et 12 autres sur la page", and the same in fewer words; [] where nothing is left out. */
function more({ total }: Card, shown: number): string[] {
  const left = total - shown
  const said = `et ${left}\u00a0${left === 1 ? 'autre' : 'autres'}`
  return left <= 0 ? [] : [`${said} sur la page`, said]
}

function footer(card: Card, shown: number, pen: CardPen, width: number): string {
  const { palette } = pen.pen
  const y = baseline(pen.detail) + 18
  const source = { ...pen.detail, weight: 700 }
  const [long, short] = more(card, shown)
  const room = width - measure(card.source, source) - 30
  const tries =
    long === undefined || short === undefined
      ? [card.site]
      : card.site === ''
        ? [long, short]
        : [`${long} · ${card.site}`, `${short} · ${card.site}`, long, short]
  const said = tries.find((text) => measure(text, pen.detail) <= room) ?? ''
  return (
    line(0, 1, width, 1, { stroke: palette.rule2, 'stroke-width': 2 }) +
    words(card.source, source, 0, y) +
    (said === '' ? '' : words(said, pen.detail, width, y, 'end'))
  )
}

/** Deterministic: the same card gives the same bytes. 1200 × 630. */
export function cardSvg(card: Card): string {
  const pen = cardPen()
  const { palette } = pen.pen
  const { width, height, margin, band } = CARD
  const inner = card.land === null ? width - 2 * margin : width - LAND - margin - 36
  const { title, body, room } = plan(card, pen, inner)
  const hue = card.hue === 'neutral' ? palette.ink : hueOf(palette, card.hue).text
  const head = TOP + pen.place.line + UNDER_PLACE
  const under = head + title.height
  // What is left is parted: two thirds above would leave the numbers hanging from the source.
  const top = under + 22 + Math.max(0, room - body.height) * 0.4
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': "Inter, 'Inter Variable', sans-serif"
    },
    rect(0, 0, width, height, { fill: palette.paper }),
    card.land === null
      ? ''
      : moved(cardLand(card.land, pen, { width: LAND, height: height - band }), width - LAND, band),
    rect(0, 0, width, band, { fill: hue }),
    moved(words(card.place, { ...pen.place, fill: hue }, 0, baseline(pen.place)), margin, TOP),
    moved(title.svg, margin, head),
    moved(body.svg, margin, top),
    moved(footer(card, body.shown, pen, inner), margin, height - FOOT)
  )
}
