// Do the rows agree with one another: units, groups, marks, contradictions, periods?

import { FICTITIOUS_SOURCE, isJournalSource } from '../../src/lib/domain/journal-source.ts'
import type { TableName } from '../../src/lib/domain/rows.ts'
import { pieces } from './cell.ts'
import { aliases, references, tree, uniqueIds } from './check-ids.ts'
import { quotes, wordings } from './check-quotes.ts'
import { storySteps } from './check-story.ts'
import { shown, type Problem } from './problem.ts'
import type { DataRow, Reading } from './read-tables.ts'
import { at, byId, text, type Rule } from './rule.ts'
import { TABLES } from './schema.ts'

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
      ['at_least', 'about', 'rounded', 'computed', 'to_verify', 'secret'].includes(mark)
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

/** Made-up rows are for tests and examples; nothing of them is published, whoever put them there. */
const nothingFictitious: Rule = ({ tables }) =>
  tables.sources.flatMap((row) =>
    text(row.values, 'id').startsWith(FICTITIOUS_SOURCE)
      ? [
          at(
            row,
            'id',
            `${shown(text(row.values, 'id'))} est fictive : rien de fictif ne se publie.`,
            'une source véritable'
          )
        ]
      : []
  )

/** Absent is not secret, and a secret has no value. */
const secretsHaveNoValue: Rule = ({ tables }) =>
  tables.observations.flatMap((row) => {
    const { value, mark } = row.values
    if (value === undefined || (value === null) === pieces(mark).includes('secret')) return []
    return [
      value === null
        ? at(row, 'value', 'cellule vide.', 'une valeur, ou « secret » parmi les marques')
        : at(row, 'value', `${shown(String(value))} est donné, et dit secret.`, 'une cellule vide')
    ]
  })

/** A row counted on a journal quotes the line that says its value: one without the other was changed by hand. */
const journalLines: Rule = ({ tables }) =>
  tables.observations.flatMap((row) => {
    const { value, source } = row.values
    if (!isJournalSource(String(source)) || value === undefined) return []
    const end = ` : ${value ?? 'secret'}`
    return text(row.values, 'quote').endsWith(end)
      ? []
      : [at(row, 'value', `le relevé cité ne finit pas par « ${end.trim()} ».`, 'la valeur du relevé')]
  })

const RULES: readonly Rule[] = [
  nothingFictitious,
  uniqueIds,
  references,
  quotes,
  wordings,
  indicatorUnits,
  groupKinds,
  computedHaveFormulas,
  exactAlone,
  secretsHaveNoValue,
  journalLines,
  contradictions,
  periods,
  storySteps,
  together('population', 'population_year', ['territories']),
  together('lon', 'lat', ['territories', 'sites', 'offices']),
  tree,
  aliases
]

/** Of every rule, in the order of the rules. */
export function checkRows(reading: Reading): Problem[] {
  return RULES.flatMap((rule) => rule(reading))
}
