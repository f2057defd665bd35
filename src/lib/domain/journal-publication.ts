// What may be published of a journal? Its counts as observations, small ones hidden, with the text that they quote and
// a report of what was hidden and why. The same function serves the browser and the pipeline.

import { formatNumber } from './format.ts'
import { countedOf, placeOf, type Counted, type JournalCount, type JournalPlaces } from './journal-cube.ts'
import { thresholdOf, type JournalRule } from './journal-rules.ts'
import { cubeOf, type CubeCell } from './secrecy-cube.ts'
import { hideSmall, type HiddenCell } from './secrecy.ts'
import { capitalise } from './sentence.ts'

interface Named {
  id: string
  name: string
}

export interface JournalReference extends JournalPlaces {
  territories: readonly (Named & { parent: string })[]
  sites: readonly (Named & { territory: string })[]
  programmes: readonly Named[]
  indicators: readonly (Named & { unit: string })[]
  rules: readonly JournalRule[]
}

export interface JournalSummary {
  year: number
  /** The rows are made up: whatever comes of them says so, and the pipeline refuses to publish it. */
  fictitious: boolean
  counts: readonly JournalCount[]
  /** Different days of acts, in a territory for a dispositif: a mean, never secret. */
  days: readonly { territory: string; programme: string; days: number }[]
  /** First and last day of each dispositif, ISO. */
  spans: readonly { programme: string; first: string; last: string }[]
}

/** A row of data/<year>/observations.csv. */
export type JournalObservation = Record<string, string | number>

/** One count at one level of detail, as `cellules.csv` has it. */
export interface JournalCell {
  indicateur: string
  niveau: 'site' | 'territoire'
  lieu: string
  /** '' for all of them. */
  dispositif: string
  annee: number
  /** null when it is secret. */
  valeur: number | null
  statut: 'publié' | 'secret'
}

export interface HiddenRow {
  indicateur: string
  lieu: string
  dispositif: string
  annee: number
  raison: string
}

export interface JournalPublication {
  observations: JournalObservation[]
  cells: JournalCell[]
  hidden: HiddenRow[]
  /** What the observations quote: one line a published count. */
  statement: string
  source: {
    id: string
    title: string
    publisher: string
    year: number
    file: string
    url: string
    note: string
  }
}

/** Months that the journal covers: the season of the dispositif, else the year or the part of it that is there. */
function periodOf(programme: string, { year, spans }: JournalSummary, rules: readonly JournalRule[]) {
  const rule = rules.find((one) => one.programme === programme)
  const own = spans.find((span) => span.programme === programme)
  const [start, end] = [`${year}-${rule?.season_start ?? ''}`, `${year}-${rule?.season_end ?? ''}`]
  if (rule?.season_start && rule.season_end && own && own.first >= start && own.last <= end)
    return { start, end, partial: true }
  const first = spans.map((span) => span.first).toSorted()[0] ?? `${year}-01-01`
  const last =
    spans
      .map((span) => span.last)
      .toSorted()
      .at(-1) ?? `${year}-12-31`
  const lastDay = new Date(Date.UTC(year, Number(last.slice(5, 7)), 0)).getUTCDate()
  return {
    start: `${first.slice(0, 7)}-01`,
    end: `${last.slice(0, 7)}-${lastDay}`,
    partial: first.slice(5, 7) !== '01' || last.slice(5, 7) !== '12'
  }
}

const nameIn = (list: readonly Named[], id: string): string => list.find((one) => one.id === id)?.name ?? id

const lowerId = (...parts: string[]): string =>
  parts
    .filter((part) => part !== '')
    .join('-')
    .replaceAll('_', '-')

class Publication {
  readonly #summary: JournalSummary
  readonly #reference: JournalReference
  readonly #lines: string[] = []
  readonly observations: JournalObservation[] = []
  readonly cells: JournalCell[] = []
  readonly hidden: HiddenRow[] = []

  constructor(summary: JournalSummary, reference: JournalReference) {
    this.#summary = summary
    this.#reference = reference
  }

  get statement(): string {
    return `${this.#lines.join('\n')}\n`
  }

  add(counted: Counted): void {
    const { cells, sums } = cubeOf(counted.leaves)
    const hidden = new Map(hideSmall(cells, sums).map((one) => [one.id, one]))
    for (const cell of cells) {
      const place = placeOf(cell.place)
      const secret = hidden.get(cell.id)
      if (place !== null) {
        this.cells.push({
          indicateur: counted.indicator,
          niveau: place.level,
          lieu: place.place,
          dispositif: cell.programme,
          annee: this.#summary.year,
          valeur: secret === undefined ? cell.value : null,
          statut: secret === undefined ? 'publié' : 'secret'
        })
        if (secret !== undefined) this.#tell(counted.indicator, cell, place.place, secret)
      }
      if (secret === undefined) this.#observe(counted, cell, cells)
    }
  }

  /** The part of a territory that no territory below it has: what is drawn never counts twice. */
  #observe({ indicator, partly }: Counted, cell: CubeCell, cells: readonly CubeCell[]): void {
    const [territory = '', part] = cell.place.split('#')
    if (part !== 'own' || cell.programme === '' || cell.value === 0) return
    const whole = cells.find(
      (other) => other.place === territory && other.programme === cell.programme && other.year === cell.year
    )
    const apart = whole !== undefined && whole.value !== cell.value
    this.observe({
      indicator,
      territory,
      programme: cell.programme,
      value: cell.value,
      part: apart ? 'hors-territoires-inclus' : '',
      atLeast: partly.has(`${territory} ${cell.programme}`)
    })
  }

  observe(what: {
    indicator: string
    territory: string
    programme: string
    value: number
    part: string
    atLeast: boolean
  }): void {
    const { year } = this.#summary
    const { territories, programmes, indicators, rules } = this.#reference
    const { indicator, territory, programme, value, part, atLeast } = what
    const { start, end, partial } = periodOf(programme, this.#summary, rules)
    const places = `${nameIn(territories, territory)}${part === '' ? '' : ', hors territoires inclus'}`
    const line = `${capitalise(nameIn(indicators, indicator))}, ${nameIn(programmes, programme)}, ${places}, ${year} : ${value}`
    this.#lines.push(line)
    const marks = [...(atLeast ? ['at_least'] : []), ...(partial ? ['partial_period'] : [])]
    this.observations.push({
      id: lowerId('journal', indicator, territory, programme, part, String(year)),
      indicator,
      territory,
      site: '',
      programme,
      period_start: start,
      period_end: end,
      value,
      unit: indicators.find((one) => one.id === indicator)?.unit ?? '',
      mark: marks.length > 0 ? marks.join('|') : 'exact',
      perimeter: [territory, programme, part].filter((word) => word !== '').join(':'),
      source: sourceId(this.#summary),
      section: `Journal ${year}`,
      quote: line,
      formula: '',
      contradicts: '',
      note: atLeast ? 'Des lignes du journal ne comptent pas leurs personnes : c’est un minimum.' : ''
    })
  }

  #tell(indicator: string, cell: CubeCell, place: string, { reason }: HiddenCell): void {
    const { territories, sites, programmes, indicators, rules } = this.#reference
    const rule = rules.find(({ programme }) => programme === cell.programme)
    const least = formatNumber(cell.threshold)
    const small =
      `Moins de ${least}, ou moins de ${least} personnes concernées : secret` +
      (rule === undefined ? '.' : ` (${rule.public}, ${rule.why}).`)
    const protects =
      'Caché pour en protéger un autre : avec les totaux publiés, il le rendrait par soustraction.'
    this.hidden.push({
      indicateur: nameIn(indicators, indicator),
      lieu: nameIn(cell.place.endsWith('#site') ? sites : territories, place),
      dispositif: cell.programme === '' ? 'tous' : nameIn(programmes, cell.programme),
      annee: this.#summary.year,
      raison: reason === 'small' ? small : protects
    })
  }
}

/** What the id of a source of made-up rows begins with. */
export const FICTITIOUS_SOURCE = 'journal-fictif-'

const sourceId = ({ year, fictitious }: JournalSummary): string =>
  fictitious ? `${FICTITIOUS_SOURCE}${year}` : `journal-${year}`

/** @param summary counts of the good rows of one year, codes checked against the reference */
export function publishJournal(summary: JournalSummary, reference: JournalReference): JournalPublication {
  const { year } = summary
  const publication = new Publication(summary, reference)
  for (const counted of countedOf(summary.counts, reference, reference.rules, year)) publication.add(counted)
  for (const { territory, programme, days } of summary.days)
    publication.observe({
      indicator: 'intervention_days',
      territory,
      programme,
      value: days,
      part: '',
      atLeast: false
    })
  const { observations, cells, hidden, statement } = publication
  const id = sourceId(summary)
  const title = summary.fictitious ? 'Journal fictif' : 'Journal des interventions'
  const least = Math.min(...reference.rules.map(({ programme }) => thresholdOf(reference.rules, programme)))
  return {
    observations,
    cells,
    hidden,
    statement: `${title}, ${year} : relevé\n${statement}`,
    source: {
      id,
      title: `${title} ${year}`,
      publisher: 'Optima',
      year,
      file: `${id}.txt`,
      url: '',
      note: `Compté sur le journal des équipes. Les nombres de moins de ${least}, ou de moins de 11 pour les mineurs, la santé et la justice, ne sont pas publiés, ni ceux qui les rendraient par soustraction.`
    }
  }
}
