// Which published values stand in one line? Those of one group and unit, on one axis; each says what tells it apart.

import { axisEnd } from '../charts/axis.ts'
import { boundsOf } from '../domain/bounds.ts'
import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import { formatPeriod, french } from '../domain/format.ts'
import { secretWords } from '../domain/marks.ts'
import type { IndicatorKind } from '../domain/rows.ts'
import { NATURES } from '../figures/actes/natures.ts'
import { wordsOf } from '../figures/frame/bars.ts'
import { labelOf, writtenValue } from '../figures/words.ts'
import { toEntry } from '../figures/frame/entry.ts'
import { personnes } from '../figures/personnes/personnes.ts'
import type { CellValue, Line } from './model.ts'
import { NOT_PUBLISHED } from './model.ts'
import type { Subject } from './subjects.ts'

/** Counted by us on the months of a period, which is written beside each value of that period already. */
const SAID_BY_PERIOD = 'months_presence'

/** Indicators in the order of the figures of people and acts; the others as the rows come. */
const ORDER = [...personnes.indicators, ...NATURES.flatMap(({ indicators }) => indicators)]

/** Dispositif, place and period of a row, without what its column already says. */
export function detailOf(row: FigureRow, subject: Subject, year: number): string {
  const place = row.territory === 'optima' ? 'tout Optima' : row.territory_name
  const when = formatPeriod(row.period_start, row.period_end)
  return [
    subject.kind === 'programme' ? '' : row.programme_name,
    row.territory === subject.id ? '' : place,
    when === String(year) ? '' : when
  ]
    .filter((part) => part !== '' && !subject.name.endsWith(part))
    .join(', ')
}

function toCellValue(row: FigureRow, subject: Subject, year: number, end: number | null): CellValue {
  const fraction = end === null ? null : row.value / end
  return {
    entry: toEntry(row),
    text: writtenValue(row),
    what: '',
    detail: detailOf(row, subject, year),
    fraction,
    value: row.value,
    unit: row.unit,
    ...boundsOf(row)
  }
}

/** A line that is one count: its group and its unit. */
const keyOf = (row: SecretRow): string => `${row.group}/${row.unit}`
const rank = (row: SecretRow): number => {
  const at = ORDER.indexOf(row.indicator)
  return at < 0 ? ORDER.length : at
}

/** A value stands in a column once, whatever the number of pages that repeat it: "23 diplômés", said twice. */
const once = (rows: readonly FigureRow[]): FigureRow[] =>
  rows.filter(
    (row, index) =>
      rows.findIndex(
        (one) => one.indicator === row.indicator && one.perimeter === row.perimeter && one.value === row.value
      ) === index
  )

/** A cell without a number says why; one with numbers says that there are others. */
export function wordsFor(numbers: number, secrets: number): string {
  if (numbers === 0) return secrets === 0 ? NOT_PUBLISHED : 'secret'
  return secrets === 0 ? '' : secretWords(secrets)
}

/** One line a group and unit that any column has, in the order of the figures. */
export function publishedLines(
  subjects: readonly Subject[],
  kinds: readonly IndicatorKind[],
  year: number
): Line[] {
  const told = ({ kind, group }: SecretRow): boolean => kinds.includes(kind) && group !== SAID_BY_PERIOD
  const all = subjects.flatMap(({ rows }) => rows.filter(told))
  const hidden = subjects.flatMap(({ secrets }) => secrets.filter(told))
  const heads: SecretRow[] = [...hidden, ...all]
  const first = [...new Map(heads.map((row) => [keyOf(row), row])).values()]
  return first
    .toSorted((a, b) => rank(a) - rank(b))
    .map((head) => {
      const own = all.filter((row) => keyOf(row) === keyOf(head))
      const end = axisEnd(own.map(({ value }) => value))
      const names = new Set(own.map(({ indicator }) => indicator))
      const words = wordsOf(own).filter((word) => word !== '')
      return {
        id: keyOf(head),
        label: head.group_name,
        note: words.length === 0 ? '' : french(`« ${words.slice(0, 2).join(' », « ')} »`),
        computed: false,
        group: head.group,
        cells: subjects.map((subject) => {
          const rows = once(subject.rows.filter((row) => keyOf(row) === keyOf(head)))
          return {
            values: rows.map((row) => ({
              ...toCellValue(row, subject, year, end),
              what: names.size > 1 ? labelOf(row) : ''
            })),
            words: wordsFor(rows.length, subject.secrets.filter((row) => keyOf(row) === keyOf(head)).length)
          }
        })
      }
    })
}
