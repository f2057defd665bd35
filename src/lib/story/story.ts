// How is a year told? Its highlights in the order of the calendar, each step with its place, its sentence and a number.

import type { HighlightRow } from '../domain/fiche-rows.ts'
import type { FigureRow, Place } from '../domain/figure-rows.ts'
import { formatDate, formatPeriod, formatSpan, french, MONTHS } from '../domain/format.ts'
import type { Hue, Mark } from '../domain/rows.ts'
import { capitalise } from '../domain/sentence.ts'
import type { StoryGuide } from '../domain/story-guide.ts'
import { quotesOf, sectionWords } from '../figures/sources.ts'
import { labelOf, writtenValue } from '../figures/words.ts'
import { type Scene, sceneOf, type StoryTerritory } from './scene.ts'

/** A dated fact with the words of the report that tell it. */
export interface Fact {
  id: string
  /** "1er janvier 2021", "De juin à août 2021". */
  when: string
  title: string
  text: string
  quotes: string[]
  section: string
}

export interface StoryNumber {
  value: number
  unit: string
  marks: Mark[]
  /** The value as it is written: "≥ 42 000", "2 h 30". */
  text: string
  /** "actions" */
  label: string
  /** What it covers: dispositif, territory, period. */
  detail: string
  /** Both readings, where the report leaves a doubt; '' for none. */
  note: string
  /** How a computed value is made. */
  formula: string
  /** What the sentences of the step do not say already. */
  quotes: string[]
  section: string
  /** The figure that shows it among others, null for none. */
  figure: { id: string; question: string } | null
}

export interface Step extends Fact {
  /** Its place, for hue and fiche; null for all of Optima. */
  place: { id: string; name: string; hue: Hue } | null
  number: StoryNumber | null
  /** Facts told with it. */
  beside: Fact[]
  scene: Scene
}

export interface Story {
  year: number
  steps: Step[]
  /** The first step of each month that has one, in order. */
  months: { name: string; step: string }[]
  /** Steps and what is told with them. */
  facts: number
}

export interface StoryInput {
  year: number
  /** Of the year, in the order of the calendar. */
  highlights: readonly HighlightRow[]
  guide: StoryGuide
  /** Observations that a step may show. */
  rows: readonly FigureRow[]
  territories: readonly (StoryTerritory & { hue: Hue })[]
  places: readonly Place[]
  /** The figure that shows an observation. */
  figureOf: (observation: string) => StoryNumber['figure']
}

function toFact({ id, start, end, title, text, quote, section }: HighlightRow): Fact {
  const when = end === '' ? formatDate(start) : formatSpan(start, end)
  return {
    id,
    when: /^\d{4}$/.test(when) ? `En ${when}` : capitalise(when),
    title: french(title),
    text: french(text),
    quotes: quotesOf(quote),
    section: sectionWords(section)
  }
}

function toNumber(row: FigureRow, told: string, figureOf: StoryInput['figureOf']): StoryNumber {
  const money = row.indicator === 'revenue'
  const covered = [row.programme_name, row.territory_name, formatPeriod(row.period_start, row.period_end)]
  return {
    value: row.value,
    unit: row.unit,
    marks: row.marks,
    text: writtenValue(row),
    label: money ? 'de produit' : labelOf(row),
    detail: covered.filter((part) => part !== '').join(' · '),
    note: french(row.note),
    formula: row.formula,
    quotes: quotesOf(row.quote).filter((piece) => !told.includes(piece)),
    section: sectionWords(row.section),
    figure: figureOf(row.id)
  }
}

/** "Toute l’année", "janvier": the month that a step begins in. */
const monthOf = (start: string, year: number): string =>
  start.startsWith(`${year}-`) ? (MONTHS[Number(start.slice(5, 7)) - 1] ?? '') : 'l’année'

/** @throws RangeError for a guide of other highlights or observations: the pipeline checks both together. */
export function buildStory(input: StoryInput): Story {
  const { year, highlights, places } = input
  const guide = new Map(input.guide.filter((row) => row.year === year).map((row) => [row.id, row]))
  const territories = new Map(input.territories.map((one) => [one.id, one]))
  const guideOf = (id: string): StoryGuide[number] => {
    const row = guide.get(id)
    if (row === undefined) throw new RangeError(`the story does not know ${id}`)
    return row
  }
  const months = new Map<string, string>()
  const steps = highlights
    .filter(({ id }) => guideOf(id).told_with === '')
    .map((highlight): Step => {
      const { id, territory, start } = highlight
      const beside = highlights.filter((other) => guideOf(other.id).told_with === id)
      const place = territories.get(territory)
      const number = input.rows.find((row) => row.id === guideOf(id).number)
      const month = monthOf(start, year)
      if (!months.has(month)) months.set(month, id)
      return {
        ...toFact(highlight),
        place:
          place === undefined || place.parent === ''
            ? null
            : { id: place.id, name: place.name, hue: place.hue },
        number: number === undefined ? null : toNumber(number, highlight.quote, input.figureOf),
        beside: beside.map(toFact),
        scene: sceneOf([territory, ...beside.map((one) => one.territory)], places, territories)
      }
    })
  return {
    year,
    steps,
    months: [...months].map(([name, step]) => ({ name: capitalise(name), step })),
    facts: highlights.length
  }
}
