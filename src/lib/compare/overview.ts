// What is published, all of it, in one table? A row an indicator, a column a territory, then formation and the rest.

import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import { formatPeriod, french } from '../domain/format.ts'
import type { Hue, IndicatorKind, Mark } from '../domain/rows.ts'
import { capitalise } from '../domain/sentence.ts'
import { REGION_NAMES, REGIONS } from '../figures/actes/natures.ts'
import { NATURES } from '../figures/actes/natures.ts'
import { personnes } from '../figures/personnes/personnes.ts'
import { writtenValue } from '../figures/words.ts'
import type { CompareData } from './compare-data.ts'
import { wordsFor } from './published.ts'

export interface OverviewValue {
  id: string
  text: string
  value: number
  unit: string
  marks: Mark[]
  /** Dispositif, place and period. */
  detail: string
}

export interface OverviewLine {
  indicator: string
  name: string
  /** One a column; `words` say why there is no value, or what is secret beside those that stand. */
  cells: { values: OverviewValue[]; words: string }[]
}

export interface Overview {
  columns: { id: string; name: string; hue: Hue; territory: string }[]
  groups: { kind: IndicatorKind; name: string; lines: OverviewLine[] }[]
}

/** Every kind, in the order of the table. */
const KIND_TITLES: Readonly<Record<IndicatorKind, string>> = {
  money: 'Produit',
  people: 'Personnes',
  acts: 'Actes',
  means: 'Moyens',
  places: 'Lieux',
  training: 'Formation',
  diplomas: 'Titres et diplômes',
  staff: 'Effectif',
  tenders: 'Marchés',
  waste: 'Encombrants',
  support: 'Fonctions support'
}
const ORDER = ['revenue', ...personnes.indicators, ...NATURES.flatMap(({ indicators }) => indicators)]

/** A row stands in one column: its territory, else formation, else the association. */
export function columnOf(row: SecretRow): string {
  if (row.programme === 'formation') return 'formation'
  return row.region === 'optima' ? 'optima' : row.region
}

function toValue(row: FigureRow, column: string, year: number): OverviewValue {
  const when = formatPeriod(row.period_start, row.period_end)
  const place = row.territory === column || row.territory === 'optima' ? '' : row.territory_name
  return {
    id: row.id,
    text: writtenValue(row),
    value: row.value,
    unit: row.unit,
    marks: row.marks,
    detail: [
      row.programme === 'formation' ? '' : row.programme_name,
      place,
      when === String(year) ? '' : when
    ]
      .filter((part) => part !== '')
      .join(', ')
  }
}

export function overviewOf(data: CompareData): Overview {
  const hue = (id: string): Hue => data.territories.find((one) => one.id === id)?.hue ?? 'neutral'
  const columns: Overview['columns'] = [
    ...REGIONS.map((id) => ({ id, name: REGION_NAMES[id], hue: hue(id), territory: id })),
    { id: 'formation', name: 'Formation', hue: 'neutral', territory: '' },
    { id: 'optima', name: 'Tout Optima et reste', hue: 'neutral', territory: '' }
  ]
  const rank = (indicator: string): number => {
    const at = ORDER.indexOf(indicator)
    return at < 0 ? ORDER.length : at
  }
  const groups = (Object.keys(KIND_TITLES) as IndicatorKind[]).flatMap((kind) => {
    const rows = data.rows.filter((row) => row.kind === kind)
    const secrets = data.secrets.filter((row) => row.kind === kind)
    const known: SecretRow[] = [...rows, ...secrets]
    const indicators = [...new Set(known.map(({ indicator }) => indicator))].toSorted(
      (a, b) => rank(a) - rank(b)
    )
    const lines = indicators.map((indicator): OverviewLine => {
      const own = rows.filter((row) => row.indicator === indicator)
      const hidden = secrets.filter((row) => row.indicator === indicator)
      // A remainder has no other place than the whole.
      const words = (numbers: number, secret: number): string =>
        indicator === 'revenue_unallocated' && numbers === 0 ? 'sans objet' : wordsFor(numbers, secret)
      return {
        indicator,
        name: french(capitalise([...own, ...hidden][0]?.indicator_name ?? indicator)),
        cells: columns.map(({ id }) => {
          const values = own.filter((row) => columnOf(row) === id).map((row) => toValue(row, id, data.year))
          const secret = hidden.filter((row) => columnOf(row) === id).length
          return { values, words: words(values.length, secret) }
        })
      }
    })
    return lines.length === 0 ? [] : [{ kind, name: KIND_TITLES[kind], lines }]
  })
  return { columns, groups }
}
