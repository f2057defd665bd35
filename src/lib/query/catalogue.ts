// What can be chosen? Territories, programmes with something published or done, and millésimes.

import type { Catalogue } from '../domain/catalogue.ts'
import { TERRITORY_KINDS } from '../domain/rows.ts'
import type { Question, Row, Scalar } from '../engine/engine.ts'
import { list, number, oneOf, text } from './figure-row.ts'
import { TERRITORY_TREE } from './selection.ts'

export const catalogueQuestions = {
  territories: {
    sql: `${TERRITORY_TREE} SELECT t.id, t.name, t.kind, t.parent, tops.region, t.insee, t.aliases, t.spellings
      FROM territories t JOIN tops ON tops.id = t.id ORDER BY tops.region, t.kind, t.name`,
    params: [] as Scalar[]
  },
  programmes: {
    sql: `SELECT DISTINCT p.id, p.name FROM programmes p
      WHERE p.id IN (SELECT programme FROM observations)
        OR p.id IN (SELECT unnest(string_split(programmes, '|')) FROM sites) ORDER BY p.name`,
    params: [] as Scalar[]
  },
  years: { sql: 'SELECT DISTINCT millesime FROM observations ORDER BY millesime', params: [] as Scalar[] }
} satisfies Record<string, Question>

/** @throws AppError `data_unreadable` naming the column. */
export function toCatalogue(answers: { territories: Row[]; programmes: Row[]; years: Row[] }): Catalogue {
  return {
    territories: answers.territories.map((row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      kind: oneOf(row, 'kind', TERRITORY_KINDS),
      parent: text(row, 'parent'),
      region: text(row, 'region'),
      aliases: [text(row, 'insee'), ...list(row, 'aliases'), ...list(row, 'spellings')].filter(
        (alias) => alias !== ''
      )
    })),
    programmes: answers.programmes.map((row) => ({ id: text(row, 'id'), name: text(row, 'name') })),
    years: answers.years.map((row) => number(row, 'millesime'))
  }
}
