// Which of a visitor's numbers stand beside a published one, and by how much do they differ where both count the same thing?

import { evolution } from '../domain/comparability.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import { formatMeasure, formatPeriod, formatWords, french } from '../domain/format.ts'
import { capitalise } from '../domain/sentence.ts'

export interface ComparedLine {
  /** Id of the visitor's row. */
  id: string
  title: string
  published: string
  own: string
  /** The difference, or the sentence that says why there is none. */
  change: string
  ok: boolean
}

const written = (row: FigureRow): string =>
  french(`${formatWords(row.value, row.unit, row.marks)} (${formatPeriod(row.period_start, row.period_end)})`)

const signed = (value: number, { unit, marks }: FigureRow): string =>
  value === 0
    ? 'sans changement'
    : `${value > 0 ? '+' : '−'}\u00a0${formatMeasure(Math.abs(value), unit, marks)}`

function changeOf(own: FigureRow, published: FigureRow): Pick<ComparedLine, 'change' | 'ok'> {
  if (own.period_start === published.period_start && own.period_end === published.period_end)
    return { ok: false, change: french('Même période : deux lectures à vérifier, pas une évolution.') }
  const [before, after] = own.period_start < published.period_start ? [own, published] : [published, own]
  const found = evolution(before, after)
  return found.ok
    ? { ok: true, change: french(`${signed(found.value, after)} d’une année sur l’autre (${found.formula})`) }
    : { ok: false, change: french(found.reason) }
}

/** Nearest in time first; one that may be compared wins over one that may not. */
function partner(own: FigureRow, published: readonly FigureRow[]): FigureRow | undefined {
  const same = published.filter(
    (row) =>
      row.indicator === own.indicator && row.territory === own.territory && row.programme === own.programme
  )
  const distance = (row: FigureRow): number =>
    Math.abs(Number(row.period_end.slice(0, 4)) - Number(own.period_end.slice(0, 4)))
  return same.toSorted(
    (a, b) => Number(changeOf(own, b).ok) - Number(changeOf(own, a).ok) || distance(a) - distance(b)
  )[0]
}

/** One line a number of the visitor that has a published one of its indicator, territory and dispositif. */
export function comparePublished(
  own: readonly FigureRow[],
  published: readonly FigureRow[]
): { lines: ComparedLine[]; alone: number } {
  const counted = published.filter(({ marks }) => !marks.includes('computed'))
  const lines = own.flatMap((row): ComparedLine[] => {
    const other = partner(row, counted)
    if (other === undefined) return []
    const where = [row.programme_name, row.territory_name].filter((name) => name !== '').join(', ')
    return [
      {
        id: row.id,
        title: `${capitalise(row.indicator_name)}, ${where}`,
        published: written(other),
        own: written(row),
        ...changeOf(row, other)
      }
    ]
  })
  return { lines, alone: own.length - lines.length }
}
