// Does every id mean one thing, every reference something, and every territory lead to the root?

import type { TableName } from '../../src/lib/domain/rows.ts'
import { pieces } from './cell.ts'
import { didYouMean, shown, type Problem } from './problem.ts'
import type { DataRow } from './read-tables.ts'
import { at, byId, text, type Rule } from './rule.ts'
import { fieldsOf, TABLES } from './schema.ts'

/** An id is unique in its table, all years together; contradictions name observations and engagements alike. */
export const uniqueIds: Rule = ({ tables }) => {
  const problems: Problem[] = []
  const check = (rows: readonly DataRow[]): void => {
    const seen = new Map<string, DataRow>()
    for (const row of rows) {
      const id = text(row.values, 'id')
      const first = seen.get(id)
      if (id !== '' && first !== undefined)
        problems.push(
          at(
            row,
            'id',
            `${shown(id)} est déjà pris, ligne ${first.line} de ${first.file}.`,
            'un identifiant unique'
          )
        )
      else seen.set(id, row)
    }
  }
  const joined: TableName[] = ['observations', 'engagements']
  check(joined.flatMap((table) => tables[table]))
  for (const table of TABLES.filter((name) => !joined.includes(name))) check(tables[table])
  return problems
}

export const references: Rule = ({ tables }) =>
  TABLES.flatMap((table) =>
    fieldsOf(table).flatMap(([column, field]) => {
      if (field.is !== 'ref') return []
      const known = new Set(field.to.flatMap((name) => tables[name].map(({ values }) => text(values, 'id'))))
      return tables[table].flatMap((row) =>
        pieces(row.values[column])
          .filter((id) => !known.has(id))
          .map((id) =>
            at(
              row,
              column,
              `${shown(id)} est inconnu${didYouMean(id, known)}.`,
              `un identifiant présent dans ${field.to.map((name) => `${name}.csv`).join(' ou ')}`
            )
          )
      )
    })
  )

/** Every territory leads to the one root by its parents. */
export const tree: Rule = ({ tables }) => {
  const rows = byId(tables.territories)
  const roots = tables.territories.filter(({ values }) => values.parent === '')
  const extra = roots
    .slice(1)
    .map((row) =>
      at(
        row,
        'parent',
        'un second territoire sans parent.',
        `un seul, « ${text(roots[0]?.values ?? {}, 'id')} »`
      )
    )
  const loops = tables.territories.flatMap((row) => {
    const path = [text(row.values, 'id')]
    for (
      let parent = text(row.values, 'parent');
      parent !== '';
      parent = text(rows.get(parent)?.values ?? {}, 'parent')
    ) {
      path.push(parent)
      if (parent === path[0])
        return [
          at(
            row,
            'parent',
            `le territoire est son propre ancêtre : ${path.join(' → ')}.`,
            'un parent plus grand'
          )
        ]
      // Another's loop: told at its own rows.
      if (path.indexOf(parent) < path.length - 1) break
    }
    return []
  })
  return [...extra, ...loops]
}

/** What a reader types in an address means one territory. */
export const aliases: Rule = ({ tables }) => {
  const owners = new Map<string, DataRow>()
  return tables.territories.flatMap((row) =>
    pieces(row.values.aliases).flatMap((alias) => {
      const first = owners.get(alias.toLowerCase())
      owners.set(alias.toLowerCase(), row)
      return first === undefined || first === row
        ? []
        : [
            at(
              row,
              'aliases',
              `${shown(alias)} est déjà un autre nom de « ${text(first.values, 'id')} ».`,
              'un nom pour un seul territoire'
            )
          ]
    })
  )
}
