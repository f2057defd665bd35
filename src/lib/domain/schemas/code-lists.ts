// Which codes does a visitor's file know, and by which spellings? Declared over the published tables of reference.
//
// A spelling is folded (`foldCode`). The lists of a name are searched in order, then the columns in order: the first
// column that knows the text decides. Two ids in that column: `ambiguous_code`. None anywhere: `unknown_code`.

import type { TableName } from '../rows.ts'

export interface CodeList {
  table: TableName
  /** Columns that may be written, the best first; pieces of a cell are parted by "|". */
  columns: readonly string[]
  /** Rows that count: those whose `column` is `is`; absent, all. */
  where?: { column: string; is: string }
}

const territories: CodeList = {
  table: 'territories',
  columns: ['id', 'insee', 'name', 'aliases', 'spellings']
}
const sites: CodeList = { table: 'sites', columns: ['id', 'name'] }
const indicators = ['id', 'name', 'singular', 'wording']

export const CODE_LISTS = {
  territories: [territories],
  sites: [sites],
  /** A site or a commune. An id of both (orvault) is the territory: a site of that name is all of it. */
  places: [territories, sites],
  programmes: [{ table: 'programmes', columns: ['id', 'name', 'short_name'] }],
  indicators: [{ table: 'indicators', columns: indicators }],
  /** What mediators do: the indicators that count acts. */
  acts: [{ table: 'indicators', columns: indicators, where: { column: 'kind', is: 'acts' } }]
} as const satisfies Record<string, readonly CodeList[]>

export type CodeListName = keyof typeof CODE_LISTS

/**
 * Lower case, no accent, one blank between runs of letters and digits. In SQL:
 * `trim(regexp_replace(replace(replace(lower(strip_accents(x)), 'œ', 'oe'), 'æ', 'ae'), '[^a-z0-9]+', ' ', 'g'))`.
 */
export function foldCode(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
