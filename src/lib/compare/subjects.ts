// What is compared? A territory with everything under it, or a dispositif wherever it is.

import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import { formatNumber } from '../domain/format.ts'
import type { Hue } from '../domain/rows.ts'
import { headlineName, plural } from '../domain/sentence.ts'
import { REGIONS } from '../figures/actes/natures.ts'
import type { CompareData } from './compare-data.ts'

export type SubjectKind = 'territory' | 'programme'

/** The comparison of the page that nobody has changed: the four territories of the report. */
export const START: readonly string[] = REGIONS
/** What the dispositifs start with: the same kind of work, in three cities. */
export const START_PROGRAMMES: readonly string[] = [
  'mediation-jour',
  'mediation-quartier',
  'mediation-urbaine-angers'
]

/** One column of a comparison. */
export interface Subject {
  id: string
  kind: SubjectKind
  name: string
  /** What a sentence calls it: "Nantes" for "Région de Nantes". */
  short: string
  /** Neutral for a dispositif: a hue belongs to a territory. */
  hue: Hue
  /** "26 chiffres publiés", "230 890 habitants · 12 chiffres publiés" */
  detail: string
  rows: readonly FigureRow[]
  secrets: readonly SecretRow[]
}

/** The territories above one, nearest first, itself left out. */
export function ancestorsIn(data: CompareData): (id: string) => string[] {
  const parents = new Map(data.territories.map(({ id, parent }) => [id, parent]))
  const chain = (id: string): string[] => {
    const parent = parents.get(id) ?? ''
    return parent === '' ? [] : [parent, ...chain(parent)]
  }
  return chain
}

/** null for an id that is neither; the whole association holds every column and is none. */
export function subjectOf(id: string, data: CompareData): Subject | null {
  const counted = (rows: readonly FigureRow[]): string =>
    rows.length === 0
      ? 'aucun chiffre publié'
      : `${rows.length} ${plural(rows.length, 'chiffre publié', 'chiffres publiés')}`
  const territory = data.territories.find((one) => one.id === id)
  if (territory !== undefined && id !== 'optima') {
    const chain = ancestorsIn(data)
    const inside = (row: SecretRow): boolean => row.territory === id || chain(row.territory).includes(id)
    const rows = data.rows.filter(inside)
    const people = territory.population === null ? '' : `${formatNumber(territory.population)} habitants · `
    return {
      id,
      kind: 'territory',
      name: territory.name,
      short: headlineName(territory.name),
      hue: territory.hue,
      detail: `${people}${counted(rows)}`,
      rows,
      secrets: data.secrets.filter(inside)
    }
  }
  const programme = data.programmes.find((one) => one.id === id)
  if (programme === undefined) return null
  const rows = data.rows.filter((row) => row.programme === id)
  const places = [...new Set(rows.map((row) => row.territory_name))]
  return {
    id,
    kind: 'programme',
    name: programme.name,
    short: programme.short_name,
    hue: 'neutral',
    detail: places.length === 1 ? `${places[0] ?? ''} · ${counted(rows)}` : counted(rows),
    rows,
    secrets: data.secrets.filter((row) => row.programme === id)
  }
}

/** Pairs of columns of which one holds the other: what is in the small one is in the large one too. */
export function nested(subjects: readonly Subject[], data: CompareData): [Subject, Subject][] {
  const chain = ancestorsIn(data)
  return subjects.flatMap((inner) =>
    subjects
      .filter((outer) => chain(inner.id).includes(outer.id))
      .map((outer): [Subject, Subject] => [inner, outer])
  )
}
