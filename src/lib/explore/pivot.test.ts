import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { hide } from '../domain/hide.ts'
import { openPublished } from '../engine/published.ts'
import { askPivot } from './pivot-data.ts'
import {
  DIMENSIONS,
  MEASURES,
  pivotOf,
  pivotRows,
  rowsOfCell,
  type PivotChoice,
  type PivotData,
  type PivotMeasure
} from './pivot.ts'
import { decodePivot, encodePivot, FIRST_PIVOT, type KnownPivot } from './pivot-url.ts'
import { pivotCsvRows, pivotDrawing } from './pivot-views.ts'

let data: PivotData
beforeAll(async () => {
  const { engine } = await openPublished()
  data = await askPivot((question) => engine.query(question))
})

const choice = (more: Partial<PivotChoice>): PivotChoice => ({ ...FIRST_PIVOT, ...more })
const measures = Object.keys(MEASURES) as PivotMeasure[]
const choices = measures.flatMap((measure) =>
  DIMENSIONS.flatMap((rows) =>
    [...DIMENSIONS, null]
      .filter((columns) => columns !== rows)
      .map((columns) => choice({ measure, rows, columns }))
  )
)

describe('a cross table', () => {
  /** Values of one year and of a group that may be summed, alone: with the total beside them nothing is. */
  const regionsAlone = (): PivotData => ({
    ...data,
    rows: data.rows.filter(
      ({ indicator, territory }) => indicator === 'revenue' && territory.startsWith('region-')
    )
  })

  it('sums what may be summed, keeps bounds and doubts, and says the formula', () => {
    const pivot = pivotOf(regionsAlone(), choice({ measure: 'produit', rows: 'indicateur', columns: null }))
    expect(pivot.cells[0]?.[0]).toMatchObject({
      kind: 'sum',
      row: { value: 3_259_000, marks: ['rounded', 'computed', 'to_verify'] },
      bounds: { low: 3_257_500, high: 3_260_500 }
    })
  })

  it('says why it does not sum', () => {
    const pivot = pivotOf(data, choice({ measure: 'produit', rows: 'indicateur', columns: null }))
    expect(pivot.cells[0]?.[0]).toMatchObject({
      kind: 'several',
      reason: expect.stringContaining('deux fois la même chose') as string
    })
  })

  it('says secret of what is hidden, and makes no sum without it @fault-19', () => {
    const whole = regionsAlone()
    const [first, ...others] = whole.rows
    const own = { ...whole, rows: others, secrets: [hide(first!)] }
    const alone = pivotOf(own, choice({ measure: 'produit', rows: 'territoire', columns: null }))
    const cells = new Map(alone.rows.map(({ id }, index) => [id, alone.cells[index]?.[0]]))
    expect(cells.get(first!.territory)).toEqual({ kind: 'secret', count: 1 })
    expect(cells.get(others[0]!.territory)?.kind).toBe('value')
    const together = pivotOf(own, choice({ measure: 'produit', rows: 'indicateur', columns: null }))
    expect(together.cells[0]?.[0]).toMatchObject({
      kind: 'several',
      reason: 'Un nombre est secret dans cette case.'
    })
    const csv = pivotCsvRows(alone, 'v').filter(({ marques }) => marques === 'secret')
    expect(csv.map(({ valeur, ligne }) => [valeur, ligne])).toEqual([['', first!.territory_name]])
    expect(pivotDrawing(alone, choice({ rows: 'territoire' })).panels).toHaveLength(1)
  })

  it('never sums two comparability groups', () => {
    const pivot = pivotOf(data, choice({ rows: 'region', columns: null }))
    const rennes = pivot.rows.findIndex(({ id }) => id === 'region-rennes')
    expect(pivot.cells[rennes]?.[0]).toMatchObject({ kind: 'several' })
    for (const one of choices)
      for (const cell of pivotOf(data, one).cells.flat())
        if (cell.kind === 'sum') expect(new Set(cell.of.map(({ group }) => group)).size).toBe(1)
  })

  it('loses no row and shows none twice', () => {
    for (const one of choices) {
      const shown = pivotOf(data, one)
        .cells.flat()
        .flatMap((cell) => (cell.kind === 'sum' ? cell.of : rowsOfCell(cell)))
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
      const said = new Set(
        shown.map((row) => [row.indicator, row.perimeter, row.value, row.period_end].join())
      )
      for (const row of pivotRows(data, one))
        expect(said).toContain([row.indicator, row.perimeter, row.value, row.period_end].join())
    }
  })

  it('draws and exports every value it shows, each group on an axis of its own', () => {
    for (const one of choices) {
      const pivot = pivotOf(data, one)
      const values = pivot.cells.flat().flatMap((cell) => rowsOfCell(cell).map(({ value }) => value))
      const { panels } = pivotDrawing(pivot, one)
      const drawn = panels.flatMap((panel) => (panel.kind === 'bars' ? panel.lines : []))
      const sorted = (list: readonly number[]): number[] => list.toSorted((a, b) => a - b)
      expect(sorted(drawn.map(({ value }) => value))).toEqual(sorted(values))
      expect(sorted(pivotCsvRows(pivot, 'v').map(({ valeur }) => Number(valeur)))).toEqual(sorted(values))
      for (const panel of panels)
        if (panel.kind === 'bars') expect(new Set(panel.lines.map(({ group }) => group)).size).toBe(1)
    }
  })

  it('keeps the marks of the terms in a sum', () => {
    const sums = choices
      .flatMap((one) => pivotOf(regionsAlone(), one).cells.flat())
      .filter((cell) => cell.kind === 'sum')
    expect(sums.length).toBeGreaterThan(0)
    for (const { row, of } of sums) {
      expect(row.marks).toContain('computed')
      for (const term of of)
        for (const mark of term.marks) if (mark !== 'exact') expect(row.marks).toContain(mark)
    }
  })
})

describe('its address', () => {
  const known: KnownPivot = {
    territories: new Map([
      ['rennes', 'rennes'],
      ['35238', 'rennes'],
      ['optima', 'optima']
    ]),
    programmes: new Set(['mediation-jour']),
    years: [2021]
  }

  it.each(choices.map((one) => [encodePivot(one), one] as const))('%s', (query, one) => {
    expect(decodePivot(query, known)).toEqual({ choice: one, issues: [] })
  })

  it('reads aliases, ignores strangers, says what it cannot read', () => {
    const { choice: read, issues } = decodePivot(
      '?territoire=35238&utm=x&mesure=lune&annee=1900&lignes=region',
      known
    )
    expect(read).toEqual(choice({ territory: 'rennes', rows: 'region', columns: null }))
    expect(issues.map(({ parameter }) => parameter)).toEqual(['mesure', 'annee'])
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('mesure', 'lignes', 'colonnes', 'annee', 'forme', 'territoire'),
        (value, name) => {
          const { choice: read } = decodePivot(`${name}=${encodeURIComponent(value)}`, known)
          expect(decodePivot(encodePivot(read), known)).toEqual({ choice: read, issues: [] })
        }
      )
    )
  })
})
