// Do the rows agree with one another: ids, references, quotes, units, periods, contradictions?

import type { Row } from '../../src/lib/engine/engine.ts'
import type { TableName } from '../../src/lib/domain/rows.ts'
import { pieces } from './cell.ts'
import { fold, placesOf, quotePieces } from './fold.ts'
import { didYouMean, shown, type Problem } from './problem.ts'
import type { DataRow, Reading } from './read-tables.ts'
import { fieldsOf, TABLES } from './schema.ts'

type Rule = (reading: Reading) => Problem[]

const text = (values: Row, column: string): string => {
  const value = values[column]
  return typeof value === 'string' ? value : ''
}

/** A problem at a cell of a row. */
function at(row: DataRow, column: string, wrong: string, expected = ''): Problem {
  return { file: row.file, row: row.line, column, value: String(row.values[column] ?? ''), wrong, expected }
}

const byId = (rows: readonly DataRow[]): Map<string, DataRow> =>
  new Map(rows.map((row) => [text(row.values, 'id'), row]))

/** An id is unique in its table, all years together; contradictions name observations and engagements alike. */
const uniqueIds: Rule = ({ tables }) => {
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

const references: Rule = ({ tables }) =>
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

/** Each piece of a quote stands in the text of the source, white space folded. */
const quotes: Rule = ({ tables, sources }) => {
  const folded = new Map<string, string>()
  for (const { values } of tables.sources) {
    const source = sources.get(text(values, 'file'))
    if (source !== undefined) folded.set(text(values, 'id'), fold(source))
  }
  return TABLES.filter((table) => fieldsOf(table).some(([, field]) => field.is === 'quote')).flatMap(
    (table) =>
      tables[table].flatMap((row) => {
        const source = folded.get(text(row.values, 'source'))
        if (source === undefined) return []
        return quotePieces(text(row.values, 'quote'))
          .filter((piece) => placesOf(piece, source).length === 0)
          .map((piece) =>
            at(
              row,
              'quote',
              `${shown(piece)} n’est pas dans le texte de la source.`,
              'les mots du rapport à la lettre, morceaux séparés par « | » ou « […] »'
            )
          )
      })
  )
}

/** The words of an indicator are those of a report, or none. */
const wordings: Rule = ({ tables, sources }) => {
  const folded = [...sources.values()].map(fold)
  return tables.indicators.flatMap((row) =>
    quotePieces(text(row.values, 'wording'))
      .filter((piece) => folded.length > 0 && !folded.some((source) => placesOf(piece, source).length > 0))
      .map((piece) =>
        at(
          row,
          'wording',
          `${shown(piece)} n’est dans le texte d’aucune source.`,
          'les mots du rapport à la lettre, ou rien'
        )
      )
  )
}

const indicatorUnits: Rule = ({ tables }) => {
  const indicators = byId(tables.indicators)
  return tables.observations.flatMap((row) => {
    const indicator = indicators.get(text(row.values, 'indicator'))
    const unit = indicator && text(indicator.values, 'unit')
    if (unit === undefined || unit === '' || unit === text(row.values, 'unit')) return []
    return [
      at(
        row,
        'unit',
        `${shown(text(row.values, 'unit'))} est une seconde unité pour « ${text(row.values, 'indicator')} ».`,
        `« ${unit} », son unité dans data/reference/indicators.csv`
      )
    ]
  })
}

const groupKinds: Rule = ({ tables }) => {
  const groups = byId(tables.groups)
  return tables.indicators.flatMap((row) => {
    const group = groups.get(text(row.values, 'group'))
    if (group === undefined || text(group.values, 'kind') === text(row.values, 'kind')) return []
    return [
      at(
        row,
        'kind',
        `${shown(text(row.values, 'kind'))} n’est pas le genre du groupe « ${text(row.values, 'group')} ».`,
        `« ${text(group.values, 'kind')} »`
      )
    ]
  })
}

const computedHaveFormulas: Rule = ({ tables }) =>
  tables.observations.flatMap((row) => {
    const computed = pieces(row.values.mark).includes('computed')
    const formula = text(row.values, 'formula')
    if (computed && formula === '')
      return [
        at(row, 'formula', 'valeur calculée sans formule.', 'la formule, puisque « mark » dit « computed »')
      ]
    if (!computed && formula !== '')
      return [
        at(
          row,
          'mark',
          'formule sans la marque « computed ».',
          '« computed » parmi les marques, ou aucune formule'
        )
      ]
    return []
  })

/** `exact` says that no other doubt of precision holds. */
const exactAlone: Rule = ({ tables }) =>
  [...tables.observations, ...tables.engagements].flatMap((row) => {
    const marks = pieces(row.values.mark)
    const doubt = marks.find((mark) =>
      ['at_least', 'about', 'rounded', 'computed', 'to_verify'].includes(mark)
    )
    return marks.includes('exact') && doubt !== undefined
      ? [at(row, 'mark', `« exact » et « ${doubt} » s’excluent.`, 'l’un ou l’autre')]
      : []
  })

/** A disagreement is told on both sides, and both are marked `to_verify`. */
const contradictions: Rule = ({ tables }) => {
  const rows = byId([...tables.observations, ...tables.engagements])
  return [...rows.values()].flatMap((row) => {
    const others = pieces(row.values.contradicts)
    const id = text(row.values, 'id')
    const oneSided = others
      .map((other) => rows.get(other))
      .filter(
        (other): other is DataRow => other !== undefined && !pieces(other.values.contradicts).includes(id)
      )
      .map((other) =>
        at(
          row,
          'contradicts',
          `contredit « ${text(other.values, 'id')} », qui ne le dit pas en retour (ligne ${other.line} de ${other.file}).`,
          'l’une et l’autre ligne se nomment'
        )
      )
    const self = others.includes(id) ? [at(row, 'contradicts', 'la ligne se contredit elle-même.')] : []
    const unmarked = others.length > 0 && !pieces(row.values.mark).includes('to_verify')
    return [
      ...oneSided,
      ...self,
      ...(unmarked
        ? [at(row, 'mark', 'un désaccord sans la marque « to_verify ».', '« to_verify » parmi les marques')]
        : [])
    ]
  })
}

const PERIODS: [string, string][] = [
  ['period_start', 'period_end'],
  ['since', 'until'],
  ['start', 'end']
]

/** Partial dates are compared as far as both go: from June 2021 until 2021 is in order. */
const periods: Rule = ({ tables }) =>
  TABLES.flatMap((table) => tables[table]).flatMap((row) =>
    PERIODS.flatMap(([from, to]) => {
      const [start, end] = [text(row.values, from), text(row.values, to)]
      const length = Math.min(start.length, end.length)
      if (length === 0 || start.slice(0, length) <= end.slice(0, length)) return []
      return [
        at(
          row,
          to,
          `${shown(end)} vient avant le début, ${shown(start)}.`,
          `une date égale ou postérieure à « ${from} »`
        )
      ]
    })
  )

/** Two cells that are both there or both absent. */
const together =
  (one: string, other: string, tableNames: TableName[]): Rule =>
  ({ tables }) =>
    tableNames
      .flatMap((table) => tables[table])
      .flatMap((row) => {
        const [a, b] = [row.values[one], row.values[other]]
        if (a === undefined || b === undefined || (a === null) === (b === null)) return []
        const [absent, present] = a === null ? [one, other] : [other, one]
        return [at(row, absent, `« ${present} » est donné sans « ${absent} ».`, 'les deux, ou aucun')]
      })

/** Every territory leads to the one root by its parents. */
const tree: Rule = ({ tables }) => {
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

/** What an address may say means one territory: an alias is nobody else's. Two ids may share a postcode's town, not an alias. */
const aliases: Rule = ({ tables }) => {
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

const RULES: readonly Rule[] = [
  uniqueIds,
  references,
  quotes,
  wordings,
  indicatorUnits,
  groupKinds,
  computedHaveFormulas,
  exactAlone,
  contradictions,
  periods,
  together('population', 'population_year', ['territories']),
  together('lon', 'lat', ['territories', 'sites', 'offices']),
  tree,
  aliases
]

/** In the order of the files and lines. */
export function checkRows(reading: Reading): Problem[] {
  return RULES.flatMap((rule) => rule(reading))
}
