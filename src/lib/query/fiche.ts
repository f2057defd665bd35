// What is known of every territory, beyond its numbers? The small tables whole: a fiche picks its own.

import {
  type EngagementRow,
  type FicheTerritory,
  type HighlightRow,
  type OfficeRow,
  PARTNER_ROLES,
  type PartnerRow,
  type ProgrammeRow,
  type SiteRow
} from '../domain/fiche-rows.ts'
import {
  ENGAGEMENT_KINDS,
  FAMILIES,
  HUES,
  MARKS,
  PRECISIONS,
  SITE_KINDS,
  TERRITORY_KINDS
} from '../domain/rows.ts'
import { withoutEmphasis } from '../domain/sentence.ts'
import type { Question, Row, Scalar } from '../engine/engine.ts'
import { list, number, oneOf, text } from './figure-row.ts'
import { TERRITORY_TREE } from './selection.ts'

const params: Scalar[] = []

export const ficheQuestions = {
  territories: {
    sql: `${TERRITORY_TREE} SELECT t.*, tops.region FROM territories t JOIN tops ON tops.id = t.id ORDER BY tops.region, t.kind, t.name`,
    params
  },
  programmes: { sql: 'SELECT id, name, short_name, family, definition FROM programmes ORDER BY id', params },
  sites: { sql: 'SELECT * FROM sites ORDER BY territory, id', params },
  partners: { sql: 'SELECT * FROM partners ORDER BY role, name, id', params },
  engagements: { sql: 'SELECT * FROM engagements ORDER BY start, id', params },
  highlights: { sql: 'SELECT * FROM highlights ORDER BY start, id', params },
  offices: { sql: 'SELECT * FROM offices ORDER BY id', params }
} satisfies Record<string, Question>

const optional = (row: Row, column: string): number | null =>
  row[column] === null ? null : number(row, column)
const sourced = (row: Row): { section: string; quote: string } => ({
  section: text(row, 'section'),
  quote: withoutEmphasis(text(row, 'quote'))
})

/** @throws AppError `data_unreadable` naming the column, as all that follow. */
export function toFicheTerritory(row: Row): FicheTerritory {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    kind: oneOf(row, 'kind', TERRITORY_KINDS),
    parent: text(row, 'parent'),
    insee: text(row, 'insee'),
    departement: text(row, 'departement'),
    aliases: list(row, 'aliases'),
    spellings: list(row, 'spellings'),
    lon: optional(row, 'lon'),
    lat: optional(row, 'lat'),
    precision: oneOf(row, 'precision', PRECISIONS),
    hue: oneOf(row, 'hue', HUES),
    population: optional(row, 'population'),
    population_year: optional(row, 'population_year'),
    note: text(row, 'note'),
    region: text(row, 'region')
  }
}

export function toProgramme(row: Row): ProgrammeRow {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    short_name: text(row, 'short_name'),
    family: oneOf(row, 'family', FAMILIES),
    definition: text(row, 'definition')
  }
}

export function toSite(row: Row): SiteRow {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    territory: text(row, 'territory'),
    kind: oneOf(row, 'kind', SITE_KINDS),
    programmes: list(row, 'programmes'),
    since: text(row, 'since'),
    until: text(row, 'until'),
    count: number(row, 'count'),
    note: text(row, 'note'),
    ...sourced(row)
  }
}

export function toPartner(row: Row): PartnerRow {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    territory: text(row, 'territory'),
    programme: text(row, 'programme'),
    role: oneOf(row, 'role', PARTNER_ROLES),
    since: text(row, 'since'),
    until: text(row, 'until'),
    note: text(row, 'note'),
    ...sourced(row)
  }
}

export function toEngagement(row: Row): EngagementRow {
  return {
    id: text(row, 'id'),
    kind: oneOf(row, 'kind', ENGAGEMENT_KINDS),
    title: text(row, 'title'),
    territory: text(row, 'territory'),
    programme: text(row, 'programme'),
    start: text(row, 'start'),
    end: text(row, 'end'),
    marks: MARKS.filter((mark) => list(row, 'mark').includes(mark)),
    note: text(row, 'note'),
    ...sourced(row)
  }
}

export function toHighlight(row: Row): HighlightRow {
  return {
    id: text(row, 'id'),
    start: text(row, 'start'),
    end: text(row, 'end'),
    title: text(row, 'title'),
    text: text(row, 'text'),
    territory: text(row, 'territory'),
    ...sourced(row)
  }
}

export function toOffice(row: Row): OfficeRow {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    territory: text(row, 'territory'),
    agency_of: text(row, 'agency_of'),
    address: text(row, 'address'),
    postcode: text(row, 'postcode'),
    city: text(row, 'city'),
    phone: text(row, 'phone'),
    email: text(row, 'email'),
    ...sourced(row)
  }
}
