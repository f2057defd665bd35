// What does the check of the 106 criteria of the RGAA 4.1 say, and what is its rate?

export const RESULTS = ['conforme', 'non conforme', 'non testé', 'non applicable'] as const
export type Result = (typeof RESULTS)[number]

export interface Criterion {
  /** "10.4": theme, then criterion. */
  id: string
  title: string
  result: Result
  /** A test by name, or what was looked at. */
  evidence: string
  /** What will be done, '' where nothing has to be. */
  plan: string
}

/** Names of the thirteen themes, in their order. */
const THEMES = [
  'Images',
  'Cadres',
  'Couleurs',
  'Multimédia',
  'Tableaux',
  'Liens',
  'Scripts',
  'Éléments obligatoires',
  'Structuration de l’information',
  'Présentation de l’information',
  'Formulaires',
  'Navigation',
  'Consultation'
] as const

/** The rows of docs/rgaa.csv. @throws RangeError naming the criterion whose row says something else. */
export function readCriteria(rows: readonly (readonly string[])[]): Criterion[] {
  return rows.map(([id = '', title = '', result = '', evidence = '', plan = '']) => {
    const known = RESULTS.find((one) => one === result)
    if (!/^(1[0-3]|[1-9])\.\d+$/.test(id) || title === '' || evidence === '' || known === undefined)
      throw new RangeError(`criterion ${id}: ${result}`)
    if ((known === 'non conforme' || known === 'non testé') !== (plan !== ''))
      throw new RangeError(`criterion ${id}: a plan where something is to be done, and only there`)
    return { id, title, result: known, evidence, plan }
  })
}

export interface Rate {
  counts: Readonly<Record<Result, number>>
  /** Criteria that apply. */
  applicable: number
  /** Share of `applicable` that is met, in whole per cent, rounded down; what was not tested is not met. */
  percent: number
}

export function rateOf(criteria: readonly Criterion[]): Rate {
  const counts = Object.fromEntries(
    RESULTS.map((result) => [result, criteria.filter((one) => one.result === result).length])
  ) as Record<Result, number>
  const applicable = criteria.length - counts['non applicable']
  return { counts, applicable, percent: Math.floor((100 * counts.conforme) / Math.max(1, applicable)) }
}

/** Criteria by theme, in order. */
export function byTheme(criteria: readonly Criterion[]): { theme: string; criteria: Criterion[] }[] {
  return THEMES.map((name, index) => ({
    theme: `${index + 1}. ${name}`,
    criteria: criteria.filter(({ id }) => id.startsWith(`${index + 1}.`))
  }))
}
