// Where is something done, and what? One row a territory that has sites, for the map and its list.

import type { Place } from '../domain/figure-rows.ts'
import type { Filters } from '../domain/filters.ts'
import { FAMILIES, HUES, PRECISIONS, TERRITORY_KINDS } from '../domain/rows.ts'
import type { Question, Row } from '../engine/engine.ts'
import { list, number, oneOf, text } from './figure-row.ts'
import { TERRITORY_TREE, inTerritory } from './selection.ts'

/** Rows for `toPlace`, in the order of the territories' table. */
export function placesQuestion(filters: Filters): Question {
  const territory = inTerritory('p.id', filters)
  const programme = filters.programme === null ? 'true' : `list_contains(string_split(programmes, '|'), ?)`
  return {
    sql: `${TERRITORY_TREE},
      done AS (
        SELECT territory, s.kind, count, since, programmes,
          unnest(CASE WHEN programmes = '' THEN [''] ELSE string_split(programmes, '|') END) AS programme
        FROM sites s
      ),
      families AS (
        SELECT done.territory,
          CASE WHEN done.kind = 'office' THEN 'siege' WHEN done.kind = 'training' THEN 'formation'
            WHEN done.programme = '' THEN 'non-precisee' ELSE p.family END AS family,
          p.short_name, done.programme
        FROM done LEFT JOIN programmes p ON p.id = done.programme
        WHERE NOT (done.kind = 'counted' AND done.programme = '')
      ),
      summary AS (
        SELECT territory, sum(CASE WHEN kind = 'counted' THEN count ELSE 0 END)::DOUBLE AS counted,
          coalesce(min(CASE WHEN since <> '' THEN since END), '') AS since, bool_or(${programme}) AS has_programme
        FROM sites GROUP BY territory
      )
      SELECT p.id, p.name, p.kind, p.parent, tops.region, p.hue, p.lon, p.lat, p.precision, coalesce(s.counted, 0) AS counted, coalesce(s.since, '') AS since,
        coalesce((SELECT string_agg(DISTINCT family, '|' ORDER BY family) FROM families f WHERE f.territory = p.id), '') AS families,
        coalesce((SELECT string_agg(DISTINCT short_name, '|' ORDER BY short_name) FROM families f
          WHERE f.territory = p.id AND short_name IS NOT NULL), '') AS programmes,
        (${territory.sql} AND coalesce(s.has_programme, ${filters.programme === null ? 'true' : 'false'})) AS selected
      FROM territories p JOIN tops ON tops.id = p.id LEFT JOIN summary s ON s.territory = p.id
      WHERE s.territory IS NOT NULL OR p.kind = 'region'
      ORDER BY tops.region, p.kind = 'departement', p.name`,
    params: [...(filters.programme === null ? [] : [filters.programme]), ...territory.params]
  }
}

function coordinate(row: Row, column: string): number | null {
  return row[column] === null ? null : number(row, column)
}

/** @throws AppError `data_unreadable` naming the column. */
export function toPlace(row: Row): Place {
  const families = list(row, 'families')
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    kind: oneOf(row, 'kind', TERRITORY_KINDS),
    parent: text(row, 'parent'),
    region: text(row, 'region'),
    hue: oneOf(row, 'hue', HUES),
    families: FAMILIES.filter((family) => families.includes(family)),
    programmes: list(row, 'programmes'),
    lon: coordinate(row, 'lon'),
    lat: coordinate(row, 'lat'),
    precision: oneOf(row, 'precision', PRECISIONS),
    counted: number(row, 'counted'),
    since: text(row, 'since'),
    selected: row.selected === true
  }
}
