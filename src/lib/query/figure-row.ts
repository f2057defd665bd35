// How does a row of the engine become a row of a figure? Column by column; a row of another shape is refused.

import { AppError } from '../domain/errors.ts'
import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import { FAMILIES, HUES, INDICATOR_KINDS, MARKS } from '../domain/rows.ts'
import { withoutEmphasis } from '../domain/sentence.ts'
import type { Row } from '../engine/engine.ts'

/** Columns of an observation with its names, in SQL: what `toFigureRow` reads. Needs `tops` (see selection.ts). */
export const FIGURE_COLUMNS = `
  o.id, o.indicator, i.name AS indicator_name, i.singular AS indicator_singular, i.wording, o.unit, i.kind,
  i."group", g.name AS group_name, o.territory, tops.name AS territory_name, tops.region, tops.hue,
  o.programme, coalesce(p.short_name, '') AS programme_name, coalesce(p.family, '') AS family, o.value, o.mark,
  o.perimeter, o.period_start, o.period_end, o.source, o.section, o.quote, o.formula, o.contradicts, o.note`

type Observations = 'observations' | 'published_observations'
const tablesOf = (observations: string): string => `
  ${observations} o JOIN indicators i ON i.id = o.indicator JOIN groups g ON g.id = i."group"
  JOIN tops ON tops.id = o.territory LEFT JOIN programmes p ON p.id = o.programme`
/** Numbers alone: who does not ask for what is secret cannot take it for a number. */
export const numberTables = (observations: Observations): string =>
  tablesOf(`(SELECT * FROM ${observations} WHERE value IS NOT NULL)`)
export const FIGURE_TABLES = numberTables('observations')
/** What is secret alone. */
export const SECRET_TABLES = tablesOf('(SELECT * FROM observations WHERE value IS NULL)')
/** What is secret too: for `splitRows` (secrets.ts). */
export const ALL_TABLES = tablesOf('observations')

function bad(column: string, row: Row): never {
  throw new AppError('data_unreadable', { file: 'observations', column, row: String(row.id ?? '') })
}

export function text(row: Row, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : bad(column, row)
}

export function number(row: Row, column: string): number {
  const value = row[column]
  return typeof value === 'number' && Number.isFinite(value) ? value : bad(column, row)
}

/** A `|`-joined list; '' is the empty list. */
export function list(row: Row, column: string): string[] {
  const value = text(row, column)
  return value === '' ? [] : value.split('|')
}

export function oneOf<const T extends string>(row: Row, column: string, known: readonly T[]): T {
  const value = text(row, column)
  return known.find((candidate) => candidate === value) ?? bad(column, row)
}

/** @throws AppError `data_unreadable` naming the column. */
export function toFigureRow(row: Row): FigureRow {
  return { ...readRow(row), value: number(row, 'value') }
}

/** @throws AppError `data_unreadable` naming the column; a row without a value says that it is secret. */
export function toSecretRow(row: Row): SecretRow {
  const secret = readRow(row)
  return secret.marks.includes('secret') ? secret : bad('mark', row)
}

function readRow(row: Row): SecretRow {
  const family = text(row, 'family')
  return {
    id: text(row, 'id'),
    indicator: text(row, 'indicator'),
    indicator_name: text(row, 'indicator_name'),
    indicator_singular: text(row, 'indicator_singular'),
    wording: withoutEmphasis(text(row, 'wording')),
    unit: text(row, 'unit'),
    kind: oneOf(row, 'kind', INDICATOR_KINDS),
    group: text(row, 'group'),
    group_name: text(row, 'group_name'),
    territory: text(row, 'territory'),
    territory_name: text(row, 'territory_name'),
    region: text(row, 'region'),
    hue: oneOf(row, 'hue', HUES),
    programme: text(row, 'programme'),
    programme_name: text(row, 'programme_name'),
    family: family === '' ? '' : oneOf(row, 'family', FAMILIES),
    marks: list(row, 'mark').map((mark) => MARKS.find((known) => known === mark) ?? bad('mark', row)),
    perimeter: text(row, 'perimeter'),
    period_start: text(row, 'period_start'),
    period_end: text(row, 'period_end'),
    source: text(row, 'source'),
    section: text(row, 'section'),
    quote: withoutEmphasis(text(row, 'quote')),
    formula: text(row, 'formula'),
    contradicts: list(row, 'contradicts'),
    note: text(row, 'note'),
    selected: row.selected === true
  }
}
