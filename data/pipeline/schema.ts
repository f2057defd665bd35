// What may each column of each CSV hold? Said once, as data: checks, Parquet types and lists come from it.

import type { ParquetColumn } from '../../src/lib/engine/parquet.ts'
import {
  COLUMNS,
  ENGAGEMENT_KINDS,
  FAMILIES,
  HUES,
  INDICATOR_KINDS,
  MARKS,
  PRECISIONS,
  publishedNames,
  SITE_KINDS,
  TERRITORY_KINDS,
  type TableName
} from '../../src/lib/domain/rows.ts'

export type FieldType =
  /** Lower-case letters without accents, digits and hyphens; unique in the table. */
  | { is: 'id' }
  | { is: 'text' }
  /** Pieces parted by "|". */
  | { is: 'list' }
  /** A name inside data/sources/. */
  | { is: 'file' }
  | { is: 'number'; min?: number; max?: number }
  | { is: 'integer'; min?: number; max?: number }
  | { is: 'boolean' }
  /** 2021-12-31. */
  | { is: 'day' }
  /** 2021, 2021-12 or 2021-12-31. */
  | { is: 'date' }
  | { is: 'enum'; values: readonly string[]; many?: true }
  /** An id of one of these tables. */
  | { is: 'ref'; to: readonly TableName[]; many?: true }
  /** Pieces of the source of the same row, word for word. */
  | { is: 'quote' }
export type Field = FieldType & { optional?: true }

const maybe = (type: FieldType): Field => ({ ...type, optional: true })
const ref = (...to: TableName[]): FieldType => ({ is: 'ref', to })
const refs = (...to: TableName[]): FieldType => ({ is: 'ref', to, many: true })
const of = (values: readonly string[]): FieldType => ({ is: 'enum', values })

const id: FieldType = { is: 'id' }
const text: FieldType = { is: 'text' }
const date: FieldType = { is: 'date' }
const lon: FieldType = { is: 'number', min: -180, max: 180 }
const lat: FieldType = { is: 'number', min: -90, max: 90 }
const count: FieldType = { is: 'integer', min: 0 }
const mark: FieldType = { is: 'enum', values: MARKS, many: true }
const origin = { source: ref('sources'), section: text, quote: { is: 'quote' } } as const
const point = { lon: maybe(lon), lat: maybe(lat), precision: of(PRECISIONS) }

// One line for several columns: this is read as a table.
// prettier-ignore
const SCHEMA: { readonly [T in TableName]: Readonly<Record<(typeof COLUMNS)[T][number], Field>> } = {
  observations: {
    id, indicator: ref('indicators'), territory: ref('territories'), site: maybe(ref('sites')),
    programme: maybe(ref('programmes')), period_start: { is: 'day' }, period_end: { is: 'day' }, value: maybe({ is: 'number' }),
    unit: text, mark, perimeter: text, ...origin, formula: maybe(text),
    contradicts: maybe(refs('observations', 'engagements')), note: maybe(text)
  },
  territories: {
    id, name: text, kind: of(TERRITORY_KINDS), parent: maybe(ref('territories')), insee: maybe(text),
    departement: maybe(text), aliases: maybe({ is: 'list' }), spellings: maybe({ is: 'list' }), ...point, hue: of(HUES),
    population: maybe(count), population_year: maybe(count), note: maybe(text)
  },
  sites: {
    id, name: text, territory: ref('territories'), kind: of(SITE_KINDS), programmes: maybe(refs('programmes')),
    since: maybe(date), until: maybe(date), address: maybe(text), ...point, count: { is: 'integer', min: 1 }, ...origin,
    note: maybe(text)
  },
  programmes: { id, name: text, short_name: text, family: of(FAMILIES), definition: text, ...origin },
  indicators: {
    id, name: text, singular: text, wording: maybe(text), definition: text, unit: text, kind: of(INDICATOR_KINDS),
    group: ref('groups')
  },
  groups: { id, name: text, kind: of(INDICATOR_KINDS), definition: text, additive: { is: 'boolean' }, why_not: text },
  partners: {
    id, name: text, kind: text, territory: maybe(ref('territories')), programme: maybe(ref('programmes')),
    role: of(['orders', 'pays', 'both', 'hosts', 'cooperates']), since: maybe(date), until: maybe(date), ...origin,
    note: maybe(text)
  },
  offices: {
    id, name: text, territory: ref('territories'), agency_of: ref('territories'), address: text, postcode: text,
    city: text, phone: maybe(text), email: maybe(text), ...point, ...origin
  },
  sources: {
    id, title: text, publisher: text, year: { is: 'integer', min: 1993, max: 2999 }, file: { is: 'file' },
    url: maybe(text), note: maybe(text)
  },
  engagements: {
    id, kind: of(ENGAGEMENT_KINDS), title: text, territory: ref('territories'), programme: maybe(ref('programmes')),
    partner: maybe(ref('partners')), start: maybe(date), end: maybe(date), mark, ...origin,
    contradicts: maybe(refs('observations', 'engagements')), note: maybe(text)
  },
  highlights: {
    id, start: date, end: maybe(date), title: text, text, territory: ref('territories'),
    programme: maybe(ref('programmes')), ...origin, told_with: maybe(ref('highlights')), number: maybe(ref('observations'))
  }
}

/** `whole`: parts of a whole, which may leave a remainder; `same`: two ways to one number; `computed`: a row of ours. */
const RELATIONS = ['whole', 'same', 'computed'] as const

/** A millésime's own sums, in a file that is read and never published: data/2021/reconciliation.csv. */
export const RECONCILIATION_SCHEMA = {
  id,
  title: text,
  relation: of(RELATIONS),
  expression: text,
  published: text,
  reading: maybe(text)
}

export const TABLES = Object.keys(COLUMNS) as TableName[]
/** Tables with one file a millésime; the others have one file in data/reference/. */
export const YEARLY: readonly TableName[] = ['observations', 'engagements', 'highlights']

/** Columns of a table with their rules, in the order of the file. */
export function fieldsOf(table: TableName): [string, Field][] {
  return Object.entries<Field>(SCHEMA[table])
}

const PARQUET_TYPE: Partial<Record<Field['is'], ParquetColumn['type']>> = {
  number: 'DOUBLE',
  integer: 'INTEGER',
  boolean: 'BOOLEAN'
}

/** What is published of a table: its columns but for those that are only read, and the millésime last. */
export function publishedColumns(table: TableName): ParquetColumn[] {
  const own = publishedNames(table)
  const fields = new Map(fieldsOf(table))
  const columns = own.map((name): ParquetColumn => ({
    name,
    type: PARQUET_TYPE[fields.get(name)?.is ?? 'text'] ?? 'VARCHAR'
  }))
  return YEARLY.includes(table) ? [...columns, { name: 'millesime', type: 'INTEGER' }] : columns
}
