// What may be published of a journal? Its counts as observations, small ones hidden, with the text that they quote and
// a report of what was hidden and why. The same function serves the browser and the pipeline.

import { formatNumber } from './format.ts'
import { countedOf, placeOf, type Counted, type JournalCount, type JournalPlaces } from './journal-cube.ts'
import { periodOf, type JournalSpan } from './journal-period.ts'
import type { JournalRule } from './journal-rules.ts'
import { journalSource, journalSourceId, statementOf, type JournalSource } from './journal-source.ts'
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
  spans: readonly JournalSpan[]
}

/** A row of data/<year>/observations.csv; a secret one has no value, and the mark that says so. */
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
  /** Too small itself, or hidden so that another one is not given back. */
  reason: HiddenCell['reason']
}

export interface JournalPublication {
  observations: JournalObservation[]
  cells: JournalCell[]
  hidden: HiddenRow[]
  /** What the observations quote: one line a published count. */
  statement: string
  source: JournalSource
}

const nameIn = (list: readonly Named[], id: string): string => list.find((one) => one.id === id)?.name ?? id

const lowerId = (...parts: string[]): string =>
  parts
    .filter((part) => part !== '')
    .join('-')
    .replaceAll('_', '-')

const MINIMUM_NOTE = 'Des lignes du journal ne comptent pas leurs personnes : c’est un minimum.'
/** Does not tell a small count from one that protects it. */
const SECRET_NOTE =
  'Secret : trop petit pour être publié, ou caché pour que les totaux n’en rendent pas un autre. Ce n’est pas un zéro.'

class Publication {
  readonly #summary: JournalSummary
  readonly #reference: JournalReference
  readonly lines: string[] = []
  readonly observations: JournalObservation[] = []
  readonly cells: JournalCell[] = []
  readonly hidden: HiddenRow[] = []

  constructor(summary: JournalSummary, reference: JournalReference) {
    this.#summary = summary
    this.#reference = reference
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
      this.#observe(counted, cell, cells, secret !== undefined)
    }
  }

  /** The part of a territory that no territory below it has: what is drawn never counts twice. */
  #observe(
    { indicator, partly }: Counted,
    cell: CubeCell,
    cells: readonly CubeCell[],
    secret: boolean
  ): void {
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
      value: secret ? null : cell.value,
      part: apart ? 'hors-territoires-inclus' : '',
      atLeast: !secret && partly.has(`${territory} ${cell.programme}`)
    })
  }

  observe(what: {
    indicator: string
    territory: string
    programme: string
    /** null: secret. */
    value: number | null
    part: string
    atLeast: boolean
  }): void {
    const { year } = this.#summary
    const { territories, programmes, indicators, rules } = this.#reference
    const { indicator, territory, programme, value, part, atLeast } = what
    const { start, end, partial } = periodOf(programme, this.#summary, rules)
    const places = `${nameIn(territories, territory)}${part === '' ? '' : ', hors territoires inclus'}`
    const line = `${capitalise(nameIn(indicators, indicator))}, ${nameIn(programmes, programme)}, ${places}, ${year} : ${value ?? 'secret'}`
    this.lines.push(line)
    const marks = [
      ...(value === null ? ['secret'] : []),
      ...(atLeast ? ['at_least'] : []),
      ...(partial ? ['partial_period'] : [])
    ]
    this.observations.push({
      id: lowerId('journal', indicator, territory, programme, part, String(year)),
      indicator,
      territory,
      site: '',
      programme,
      period_start: start,
      period_end: end,
      value: value ?? '',
      unit: indicators.find((one) => one.id === indicator)?.unit ?? '',
      mark: marks.length > 0 ? marks.join('|') : 'exact',
      perimeter: [territory, programme, part].filter((word) => word !== '').join(':'),
      source: journalSourceId(year, this.#summary.fictitious),
      section: `Journal ${year}`,
      quote: line,
      formula: '',
      contradicts: '',
      note: value === null ? SECRET_NOTE : atLeast ? MINIMUM_NOTE : ''
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
      raison: reason === 'small' ? small : protects,
      reason
    })
  }
}

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
  const { observations, cells, hidden, lines } = publication
  const source = journalSource(year, journalSourceId(year, summary.fictitious))
  return { observations, cells, hidden, statement: statementOf(source, lines), source }
}
