// What does the page on method say of the data? Sources, definitions, groups, and every doubt with its quotes.

import type { FigureRow } from '../domain/figure-rows.ts'
import { formatMeasure, formatPeriod } from '../domain/format.ts'
import { capitalise, plural, withoutEmphasis } from '../domain/sentence.ts'
import { methodQuestions } from '../query/method.ts'
import { list, number, text, toFigureRow } from '../query/figure-row.ts'
import type { Ask } from './dashboard.ts'
import { sectionWords } from './sources.ts'
import { writtenValue } from './words.ts'

export interface Doubt {
  id: string
  title: string
  where: string
  note: string
  quotes: { id: string; text: string; section: string }[]
}

export interface Method {
  sources: { id: string; title: string; publisher: string; year: number; note: string }[]
  programmes: { id: string; name: string; definition: string }[]
  indicators: {
    id: string
    name: string
    definition: string
    rows: {
      id: string
      value: number
      unit: string
      marks: FigureRow['marks']
      text: string
      where: string
    }[]
  }[]
  groups: { id: string; name: string; definition: string; why_not: string; values: string }[]
  doubts: Doubt[]
  counts: { observations: number; engagements: number; highlights: number }
}

const placeOf = (row: FigureRow): string => (row.territory === 'optima' ? '' : row.territory_name)

/** A doubt of a row: its own quote, then those of the rows it disagrees with. Pairs are told once. */
function doubtsOf(rows: readonly FigureRow[], engagements: readonly Doubt[]): Doubt[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const told = new Set<string>()
  const doubts = rows.flatMap((row): Doubt[] => {
    if (!row.marks.includes('to_verify') || told.has(row.id) || row.marks.includes('computed')) return []
    const others = row.contradicts.flatMap((id) => {
      told.add(id)
      const other = byId.get(id)
      const engagement = engagements.find((one) => one.id === id)
      if (other !== undefined) return [{ id, text: other.quote, section: sectionWords(other.section) }]
      return engagement === undefined ? [] : engagement.quotes
    })
    const title = `${capitalise(row.indicator_name)} : ${formatMeasure(row.value, row.unit, row.marks)}`
    const quotes = [{ id: row.id, text: row.quote, section: sectionWords(row.section) }, ...others]
    return [{ id: row.id, title, where: placeOf(row), note: row.note, quotes }]
  })
  return [...doubts, ...engagements.filter(({ id }) => !told.has(id))]
}

/** @throws what `ask` throws. */
export async function askMethod(ask: Ask): Promise<Method> {
  const questions = methodQuestions
  const [sources, programmes, indicators, groups, engagementDoubts, counts] = await Promise.all([
    ask(questions.sources),
    ask(questions.programmes),
    ask(questions.indicators),
    ask(questions.groups),
    ask(questions.engagementDoubts),
    ask(questions.counts)
  ])
  const rows = (await ask(questions.rows)).map(toFigureRow)
  const engagements = engagementDoubts.map((row) => ({
    id: text(row, 'id'),
    title: text(row, 'title'),
    where: '',
    note: text(row, 'note'),
    quotes: [
      {
        id: text(row, 'id'),
        text: withoutEmphasis(text(row, 'quote')),
        section: sectionWords(text(row, 'section'))
      }
    ],
    contradicts: list(row, 'contradicts')
  }))
  const [total = {}] = counts
  return {
    sources: sources.map((row) => ({
      id: text(row, 'id'),
      title: text(row, 'title'),
      publisher: text(row, 'publisher'),
      year: number(row, 'year'),
      note: text(row, 'note')
    })),
    programmes: programmes.map((row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      definition: text(row, 'definition')
    })),
    indicators: indicators.map((row) => ({
      id: text(row, 'id'),
      name: capitalise(text(row, 'name')),
      definition: text(row, 'definition'),
      rows: rows
        .filter(({ indicator }) => indicator === text(row, 'id'))
        .map((own) => ({
          id: own.id,
          value: own.value,
          unit: own.unit,
          marks: own.marks,
          text: writtenValue(own),
          where: [
            own.programme_name,
            own.territory === 'optima' ? 'tout Optima' : own.territory_name,
            formatPeriod(own.period_start, own.period_end)
          ]
            .filter((word) => word !== '')
            .join(', ')
        }))
    })),
    groups: groups.map((row) => {
      const values = number(row, 'values')
      return {
        id: text(row, 'id'),
        name: text(row, 'name'),
        definition: text(row, 'definition'),
        why_not: text(row, 'why_not'),
        values: `${values}\u00a0${plural(values, 'valeur', 'valeurs')}`
      }
    }),
    doubts: doubtsOf(rows, engagements),
    counts: {
      observations: number(total, 'observations'),
      engagements: number(total, 'engagements'),
      highlights: number(total, 'highlights')
    }
  }
}
