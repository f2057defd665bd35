// How do rows become bars, so that two comparability groups never share an axis?

import { axisEnd } from '../../charts/axis.ts'
import type { FigureRow } from '../../domain/figure-rows.ts'
import type { FigureContext } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import type { BarLine, BarsPanel, Datum, Drawing, NumbersPanel } from './drawing.ts'

export function toDatum({ id, value, unit, marks }: FigureRow): Datum {
  return { id, value, unit, marks }
}

const nameOf = (row: FigureRow): string => row.territory_name
const programmeOf = (row: FigureRow): string => row.programme_name

export interface BarOptions {
  label?: (row: FigureRow) => string
  detail?: (row: FigureRow) => string
  second?: (row: FigureRow) => FigureRow | null
  /** An end given by the figure: 100 for shares, a published total for its parts. */
  end?: number
}

/**
 * One bar a row, on an axis from zero that ends at a round number above every value of its group in `all`.
 * Not finite or negative values have no length; what is beyond an end given by the figure fills the axis.
 */
export function barLines(
  rows: readonly FigureRow[],
  all: readonly FigureRow[],
  context: FigureContext,
  options: BarOptions = {}
): BarLine[] {
  const { label = nameOf, detail = programmeOf, second, end } = options
  return rows.map((row) => {
    const given = end !== undefined && end > 0 ? end : null
    const last = given ?? axisEnd(all.filter(({ group }) => group === row.group).map(({ value }) => value))
    const fraction = row.value / last
    const other = second?.(row) ?? null
    return {
      ...toDatum(row),
      label: label(row),
      territory: row.territory === 'optima' ? '' : row.territory,
      hue: row.territory === 'optima' ? 'neutral' : row.hue,
      detail: detail(row),
      row: '',
      group: row.group,
      axisEnd: last,
      fraction: Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0,
      start: 0,
      solid: !isFiltered(context) || row.selected,
      computed: row.marks.includes('computed'),
      second: other === null ? null : toDatum(other)
    }
  })
}

/** Words of the report without those that differ by a capital only. */
export function wordsOf(rows: readonly FigureRow[]): string[] {
  return [...new Map(rows.map(({ wording }) => [wording.toLowerCase(), wording])).values()]
}

export function barsPanel(
  id: string,
  title: string,
  lines: readonly BarLine[],
  more: Partial<Omit<BarsPanel, 'kind' | 'id' | 'title' | 'lines'>> = {}
): BarsPanel {
  return { kind: 'bars', id, title, lines, words: [], note: '', reference: null, missing: [], ...more }
}

/** Numbers that stand beside one another because they count different things. */
export function numbersPanel(
  id: string,
  title: string,
  items: readonly { row: FigureRow; label: string; detail?: string; text?: string; solid?: boolean }[],
  more: Partial<Pick<NumbersPanel, 'words' | 'note' | 'compact'>> = {}
): NumbersPanel {
  return {
    kind: 'numbers',
    id,
    title,
    words: [],
    note: '',
    ...more,
    items: items.map(({ row, label, detail = '', text, solid = true }) => ({
      ...toDatum(row),
      label,
      detail,
      hue: row.territory === 'optima' ? 'neutral' : row.hue,
      territory: row.territory === 'optima' ? '' : row.territory,
      ...(solid ? {} : { solid }),
      ...(text === undefined ? {} : { text })
    }))
  }
}

export function drawingOf(
  panels: Drawing['panels'],
  layout: Drawing['layout'] = 'list',
  more: Partial<Pick<Drawing, 'rows' | 'map'>> = {}
): Drawing {
  return { layout, panels, rows: [], map: null, ...more }
}
