// Which contracts and projects does the report tell of, and which of them do the filters keep? All of a year; none is removed.

import type { FigureEngagement } from '../domain/figure-rows.ts'
import type { Filters } from '../domain/filters.ts'
import { ENGAGEMENT_KINDS, HUES, MARKS } from '../domain/rows.ts'
import { withoutEmphasis } from '../domain/sentence.ts'
import type { Question, Row } from '../engine/engine.ts'
import { list, oneOf, text } from './figure-row.ts'
import { inTerritory, TERRITORY_TREE } from './selection.ts'

/** Rows for `toFigureEngagement`, by start. */
export function engagementsQuestion(filters: Filters): Question {
  const territory = inTerritory('o.territory', filters)
  const programme = filters.programme === null ? 'true' : 'o.programme = ?'
  return {
    sql: `${TERRITORY_TREE}
      SELECT o.id, o.kind, o.title, o.territory, tops.name AS territory_name, tops.region, tops.hue, o.programme,
        coalesce(p.short_name, '') AS programme_name, o.start, o."end", o.mark, o.source, o.section, o.quote,
        o.note, (${territory.sql} AND ${programme}) AS selected
      FROM engagements o JOIN tops ON tops.id = o.territory LEFT JOIN programmes p ON p.id = o.programme
      WHERE o.millesime = ? ORDER BY o.start, o.id`,
    params: [...territory.params, ...(filters.programme === null ? [] : [filters.programme]), filters.year]
  }
}

/** @throws AppError `data_unreadable` naming the column. */
export function toFigureEngagement(row: Row): FigureEngagement {
  return {
    id: text(row, 'id'),
    kind: oneOf(row, 'kind', ENGAGEMENT_KINDS),
    title: text(row, 'title'),
    territory: text(row, 'territory'),
    territory_name: text(row, 'territory_name'),
    region: text(row, 'region'),
    hue: oneOf(row, 'hue', HUES),
    programme: text(row, 'programme'),
    programme_name: text(row, 'programme_name'),
    start: text(row, 'start'),
    end: text(row, 'end'),
    marks: MARKS.filter((mark) => list(row, 'mark').includes(mark)),
    source: text(row, 'source'),
    section: text(row, 'section'),
    quote: withoutEmphasis(text(row, 'quote')),
    note: text(row, 'note'),
    selected: row.selected === true
  }
}
