// What is one column to another? Difference and ratio of one group, refused with the reason wherever they mean nothing.

import { type Comparison, difference, inGroup, ratio, share } from '../domain/comparability.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import { french } from '../domain/format.ts'
import type { IndicatorKind } from '../domain/rows.ts'
import type { CompareData } from './compare-data.ts'
import { computedValue, numberWords } from './computed.ts'
import type { Cell, CellValue, Line } from './model.ts'
import { NOT_PUBLISHED } from './model.ts'
import { ancestorsIn, type Subject } from './subjects.ts'

const cell = (value: CellValue | null, words: string): Cell =>
  value === null ? { values: [], words } : { values: [value], words: '' }

/** "environ" leaves no bounds: a ratio of it would be a number without any. */
const NO_BOUNDS = french('Un des deux nombres est publié « environ » : aucun rapport n’est calculé.')

const only = (subject: Subject, group: string): FigureRow | null => {
  const rows = subject.rows.filter((row) => row.group === group)
  return rows.length === 1 ? (rows[0] ?? null) : null
}

/**
 * Two rows that `ratio` allows. Produit is the money of a territory whatever is done there; of acts and people one
 * word in two dispositifs may share an axis, and is still not a ratio.
 */
function related(a: FigureRow, b: FigureRow): Comparison {
  if (a.kind !== 'money' && a.programme !== b.programme)
    return {
      ok: false,
      reason: `${a.programme_name} et ${b.programme_name} sont deux dispositifs : un même mot, pas un rapport.`
    }
  return ratio(a, b)
}

/** The first column that has one value of the group, and at least one other that has any. */
function reference(subjects: readonly Subject[], group: string): { subject: Subject; row: FigureRow } | null {
  const having = subjects.filter((subject) => subject.rows.some((row) => row.group === group))
  const subject = having.find((one) => only(one, group) !== null)
  const row = subject === undefined ? null : only(subject, group)
  return subject === undefined || row === null || having.length < 2 ? null : { subject, row }
}

/** "entre 1 626 000 et 1 628 000 € de plus", "… de moins" */
function signedWords(value: CellValue): CellValue {
  const { low, high } = value
  if (low !== null && low >= 0) return { ...value, text: `${value.text} de plus` }
  if (high === null || high > 0) return value
  const mirrored = { low: -high, high: low === null ? null : -low }
  const text = `${numberWords(-value.value, mirrored, 0)}\u00a0${value.unit} de moins`
  return { ...value, text, entry: { ...value.entry, text } }
}

function relative(subjects: readonly Subject[], group: string, kind: 'ratio' | 'difference'): Line | null {
  const base = reference(subjects, group)
  if (base === null) return null
  const name = base.row.indicator_name
  const cells = subjects.map((subject): Cell => {
    if (subject.id === base.subject.id) return { values: [], words: 'référence' }
    const rows = subject.rows.filter((row) => row.group === group)
    const [first] = rows
    if (first === undefined) return { values: [], words: NOT_PUBLISHED }
    const row = rows.find((one) => related(one, base.row).ok) ?? first
    const allowed = related(row, base.row)
    const result = allowed.ok && kind === 'difference' ? difference(row, base.row) : allowed
    if (!result.ok) return { values: [], words: french(result.reason) }
    const value = computedValue({
      id: `${kind}-${row.id}`,
      what: `${name}, ${kind === 'ratio' ? 'rapporté à' : 'écart avec'} ${base.subject.short}`,
      terms: [row, base.row],
      result,
      decimals: kind === 'ratio' ? 2 : 0,
      unit: kind === 'ratio' ? 'fois' : row.unit === 'eur' ? '€' : ''
    })
    return cell(value !== null && kind === 'difference' ? signedWords(value) : value, NO_BOUNDS)
  })
  // A ratio that is refused everywhere says why; a difference would say it twice.
  if (kind === 'difference' && cells.every(({ values }) => values.length === 0)) return null
  return {
    id: `${kind}-${group}`,
    label: french(`${kind === 'ratio' ? 'Rapporté à' : 'Écart avec'} ${base.subject.short}`),
    note: base.row.group_name,
    computed: true,
    group: '',
    cells
  }
}

/** Difference and ratio to the first column, a pair of lines for each group of these kinds that allows it. */
export function relativeLines(subjects: readonly Subject[], kinds: readonly IndicatorKind[]): Line[] {
  const rows = subjects.flatMap((subject) => subject.rows.filter((row) => kinds.includes(row.kind)))
  const groups = [...new Set(rows.map(({ group }) => group))]
  return groups.flatMap((group) =>
    (['difference', 'ratio'] as const).flatMap((kind) => relative(subjects, group, kind) ?? [])
  )
}

/** The part of each column in what the report allocates; null where no column has a produit of its own. */
export function shareLine(subjects: readonly Subject[], data: CompareData): Line | null {
  const group = data.groups.find(({ id }) => id === 'revenue')
  const parts = inGroup(
    data.rows.filter(
      (row) => row.indicator === 'revenue' && (row.territory !== 'optima' || row.programme !== '')
    ),
    'revenue'
  )
  if (group === undefined || !subjects.some((one) => only(one, 'revenue') !== null)) return null
  const ancestors = ancestorsIn(data)
  const cells = subjects.map((subject): Cell => {
    const row = only(subject, 'revenue')
    const part = parts.find((one) => one === (row as unknown))
    if (row === null || part === undefined) return { values: [], words: NOT_PUBLISHED }
    const others = parts.filter((one) => one !== part)
    const result = share(part, others, group, ancestors)
    if (!result.ok) return { values: [], words: french(result.reason) }
    const terms = [row, ...data.rows.filter((one) => others.includes(one as never))] as const
    return cell(
      computedValue({
        id: `part-${row.id}`,
        what: 'part du produit ventilé',
        terms,
        result,
        times: 100,
        decimals: 1,
        unit: '%'
      }),
      NO_BOUNDS
    )
  })
  return {
    id: 'part',
    label: 'Part du produit ventilé',
    note: 'Les parts publiées ensemble, formation comprise',
    computed: true,
    group: '',
    cells
  }
}
