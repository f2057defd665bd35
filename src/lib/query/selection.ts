// Which rows do the filters keep? The pieces of SQL that every question shares, for DuckDB 0.9.1.

import type { Filters } from '../domain/filters.ts'
import type { Scalar } from '../engine/engine.ts'

/**
 * `tree`: every territory with each of its ancestors, itself included. `region`: its top-level one, the child
 * of the root on its way up, or the root itself for what hangs from nothing else.
 */
export const TERRITORY_TREE = `
  WITH RECURSIVE tree(id, ancestor) AS (
    SELECT id, id FROM territories
    UNION ALL
    SELECT tree.id, territories.parent FROM tree JOIN territories ON territories.id = tree.ancestor
    WHERE territories.parent <> ''
  ),
  tops AS (
    SELECT t.id, t.name, t.kind, t.hue,
      coalesce((SELECT min(tree.ancestor) FROM tree JOIN territories top ON top.id = tree.ancestor
        WHERE tree.id = t.id AND top.parent = 'optima' AND (top.kind = 'region' OR top.id = 'angers')), 'optima') AS region
    FROM territories t
  )`

export interface Piece {
  sql: string
  params: Scalar[]
}

/** Is this territory the chosen one or below it? True for all when none is chosen. */
export function inTerritory(column: 'o.territory' | 'p.id', filters: Filters): Piece {
  if (filters.territory === null) return { sql: 'true', params: [] }
  return { sql: `${column} IN (SELECT id FROM tree WHERE ancestor = ?)`, params: [filters.territory] }
}

/** Is this observation of the chosen programme? True for all when none is chosen. */
export function inProgramme(filters: Filters): Piece {
  return filters.programme === null
    ? { sql: 'true', params: [] }
    : { sql: 'o.programme = ?', params: [filters.programme] }
}
