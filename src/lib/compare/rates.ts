// What does an act weigh against people, mediators and money? Only where both terms cover the same thing.

import { axisEnd } from '../charts/axis.ts'
import { type Comparison, perInhabitant, ratio } from '../domain/comparability.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import { formatNumber, formatPeriod, french } from '../domain/format.ts'
import type { CompareData } from './compare-data.ts'
import { computedValue } from './computed.ts'
import type { Cell, CellValue, Line } from './model.ts'
import { NOT_PUBLISHED } from './model.ts'
import { detailOf } from './published.ts'
import type { Subject } from './subjects.ts'

/** Rates are said for a thousand: an act a head or a euro would be 0,01. */
const PER = 1000

const refusal = (words: string): Cell => ({ values: [], words: french(words) })

function headRate(row: FigureRow, subject: Subject, data: CompareData): CellValue | string {
  const territory = data.territories.find(({ id }) => id === row.territory)
  if (territory === undefined) return NOT_PUBLISHED
  if (row.marks.includes('partial_period'))
    return `« ${row.indicator_name} » ne couvre que la période ${formatPeriod(row.period_start, row.period_end)}.`
  const result = perInhabitant(row, territory)
  if (!result.ok) return result.reason
  const value = computedValue({
    id: `habitants-${row.id}`,
    what: `${row.indicator_name} pour ${formatNumber(PER)} habitants`,
    terms: [row],
    result,
    times: PER,
    decimals: 1,
    unit: '',
    detail: detailOf(row, subject, data.year)
  })
  return value ?? '« environ » ne donne pas de bornes.'
}

/** One line a group of people that a whole year counts in a commune or an arrondissement: one group, one axis. */
export function perHeadLines(subjects: readonly Subject[], data: CompareData): Line[] {
  const people = subjects.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'people'))
  return [...new Map(people.map((row) => [row.group, row])).values()].flatMap((head) => {
    const cells = subjects.map((subject): Cell => {
      const rows = subject.rows.filter(({ group }) => group === head.group)
      const rates = rows.map((row) => headRate(row, subject, data))
      const values = rates.filter((rate) => typeof rate !== 'string')
      if (values.length > 0) return { values, words: '' }
      return refusal(rates.find((rate) => typeof rate === 'string') ?? NOT_PUBLISHED)
    })
    const all = cells.flatMap(({ values }) => values)
    if (all.length === 0) return []
    const end = axisEnd(all.map(({ value }) => value))
    return [
      {
        id: `habitants-${head.group}`,
        label: head.group_name,
        note: french(`pour ${formatNumber(PER)} habitants de la commune qui est comptée`),
        computed: true,
        group: head.group,
        cells: cells.map(({ values, words }) => ({
          words,
          values: values.map((value) => ({ ...value, fraction: value.value / end }))
        }))
      }
    ]
  })
}

/** Acts of a column over its rows of another kind; `divisors` are those it has. */
function overCells(
  subjects: readonly Subject[],
  divisorsOf: (subject: Subject) => FigureRow[],
  absent: string,
  toValue: (
    act: FigureRow,
    by: FigureRow,
    result: Extract<Comparison, { ok: true }>,
    subject: Subject
  ) => CellValue | null
): Cell[] {
  return subjects.map((subject): Cell => {
    const acts = subject.rows.filter(({ kind }) => kind === 'acts')
    const divisors = divisorsOf(subject)
    const [act] = acts
    if (act === undefined) return refusal('actes non publiés')
    const pairs = acts.flatMap((one) => divisors.map((by) => ({ act: one, by, result: ratio(one, by) })))
    const values = acts.flatMap((one) => {
      const pair = pairs.find(({ act: own, result }) => own === one && result.ok)
      return pair?.result.ok === true ? (toValue(one, pair.by, pair.result, subject) ?? []) : []
    })
    if (values.length > 0) return { values, words: '' }
    const near = pairs.find(({ act: one, by }) => one.programme === by.programme || by.programme === '')
    if (near === undefined && pairs.length > 0) return refusal(`${absent} pour les dispositifs de ces actes`)
    return refusal(near === undefined || near.result.ok ? absent : near.result.reason)
  })
}

const hasValue = (cells: readonly Cell[]): boolean => cells.some(({ values }) => values.length > 0)

/** Acts for one mediator, and for 1 000 € where a produit covers one dispositif; natures differ, so no bar. */
export function overMeansLines(subjects: readonly Subject[], data: CompareData): Line[] {
  const mediators = overCells(
    subjects,
    (subject) => subject.rows.filter(({ indicator }) => indicator === 'mediators'),
    'médiateurs non publiés',
    (act, by, result, subject) =>
      computedValue({
        id: `mediateur-${act.id}`,
        what: `${act.indicator_name} par médiateur`,
        terms: [act, by],
        result,
        decimals: 1,
        unit: '',
        counted: act.indicator_name,
        detail: detailOf(act, subject, data.year)
      })
  )
  const euros = overCells(
    subjects,
    (subject) => subject.rows.filter(({ indicator }) => indicator === 'revenue'),
    'produit non publié à ce niveau',
    (act, by, result) =>
      computedValue({
        id: `euros-${act.id}`,
        what: `${act.indicator_name} pour ${formatNumber(PER)} € de produit`,
        terms: [act, by],
        result,
        times: PER,
        decimals: 1,
        unit: '',
        counted: act.indicator_name
      })
  )
  const line = (id: string, label: string, note: string, cells: Cell[]): Line[] =>
    hasValue(cells) ? [{ id, label: french(label), note, computed: true, group: '', cells }] : []
  return [
    ...line('mediateur', 'Actes par médiateur', 'natures différentes : pas de barre', mediators),
    ...line(
      'euros',
      `Actes pour ${formatNumber(PER)} € de produit`,
      'là où un produit couvre un seul dispositif',
      euros
    )
  ]
}
