// What does the fiche of one territory hold? Its numbers, what is done there, who pays, what is not published.

import type { HighlightRow, OfficeRow, SiteRow } from '../domain/fiche-rows.ts'
import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import { formatDate, formatNumber, french } from '../domain/format.ts'
import type { Hue, TerritoryKind } from '../domain/rows.ts'
import { capitalise } from '../domain/sentence.ts'
import type { Absence } from './absences.ts'
import { absences } from './absences.ts'
import type { Activity, Contract } from './activities.ts'
import { activitiesOf, contractsOf, engagementsIn, sitesByProgramme } from './activities.ts'
import type { FicheComparison } from './compare.ts'
import { compareOf } from './compare.ts'
import type { FicheData } from './fiche-data.ts'
import type { FicheNumber } from './numbers.ts'
import { numbersOf, perInhabitantOf } from './numbers.ts'
import { ofDepartement } from './departements.ts'
import { leadOf } from './lead.ts'
import { lineage } from './lineage.ts'
import type { Lineage } from './lineage.ts'
import { quotesToShow, toQuotes } from './quotes.ts'
import type { Quote } from './quotes.ts'

export interface FicheEvent {
  id: string
  /** "2 juillet 2021", '' when undated. */
  when: string
  title: string
  text: string
}

export interface Fiche {
  id: string
  name: string
  kind: TerritoryKind
  hue: Hue
  year: number
  /** "Commune de Loire-Atlantique · INSEE 44114 · 28 534 habitants (INSEE, 2023)", without its region. */
  identity: string
  /** Territories above, root left out, farthest first. */
  above: { id: string; name: string }[]
  /** Territories right under it, and its neighbours in the same region. */
  below: { id: string; name: string }[]
  beside: { id: string; name: string }[]
  /** Plain French, computed, to copy. */
  lead: string
  numbers: FicheNumber[]
  perInhabitant: FicheNumber[]
  /** Everything published for the territory itself, then for what lies in it. */
  rows: FigureRow[]
  activities: Activity[]
  contracts: Contract[]
  /** Of its contracts, then its events, then what is done there, then what names it. */
  quotes: Quote[]
  comparison: FicheComparison | null
  absences: Absence[]
  /** Counted in a journal and hidden, its own first: "Rencontres, médiation de jour", and where when it is not here. */
  secrets: { id: string; what: string; where: string }[]
  events: FicheEvent[]
  offices: OfficeRow[]
  /** The report says so little that its words are the fiche. */
  thin: boolean
  /** What we had to decide about the place itself. */
  note: string
}

const KIND: Readonly<Record<TerritoryKind, string>> = {
  organisation: 'Association',
  region: 'Région d’intervention d’Optima',
  departement: 'Département',
  epci: 'Établissement public territorial',
  commune: 'Commune',
  arrondissement: 'Arrondissement de Paris',
  line: 'Ligne en travaux'
}

function identityOf({ territory }: Lineage): string {
  const { kind, insee, departement, population, population_year } = territory
  const where = kind === 'commune' || kind === 'epci' ? ofDepartement(departement) : ''
  return french(
    [
      where === '' ? KIND[kind] : `${KIND[kind]} ${where}`,
      kind === 'departement' ? `code ${insee}` : insee === '' ? '' : `INSEE ${insee}`,
      population === null ? '' : `${formatNumber(population)} habitants (INSEE, ${population_year ?? ''})`
    ]
      .filter((part) => part !== '')
      .join(' · ')
  )
}

const highlightsIn = ({ inside }: Lineage, data: FicheData): HighlightRow[] =>
  data.highlights.filter(({ territory }) => inside.has(territory))

function eventsOf(line: Lineage, data: FicheData): FicheEvent[] {
  return highlightsIn(line, data).map((event) => ({
    id: event.id,
    when: formatDate(event.start),
    title: event.title,
    text: french(event.text)
  }))
}

/** What names the place: a number of a level above, or a site of its own. */
function namedIn({ territory, above }: Lineage, data: FicheData): (FigureRow | SiteRow)[] {
  const rows = data.rows.filter(
    (row) =>
      above.some(({ id }) => id === row.territory) &&
      territory.spellings.some((spelling) => row.quote.includes(spelling))
  )
  const sites = data.sites.filter((site) => site.territory === territory.id && site.kind !== 'counted')
  return [...rows, ...sites]
}

function quotesIn(line: Lineage, data: FicheData): Quote[] {
  const rows = [
    ...engagementsIn(line, data),
    ...highlightsIn(line, data),
    ...sitesByProgramme(line, data),
    ...namedIn(line, data)
  ]
  return quotesToShow(rows.flatMap(toQuotes))
}

/** All agencies of a region; for a place, the one that stands there, else in its département, else the region's first. */
function officesOf({ territory, inside }: Lineage, offices: readonly OfficeRow[]): OfficeRow[] {
  const head = offices.filter(({ id }) => id === 'siege')
  const region = offices.filter(({ agency_of }) => agency_of === territory.region)
  const here = region.filter((office) => inside.has(office.territory))
  const near = region.filter(({ postcode }) => postcode.slice(0, 2) === territory.departement)
  const chosen = [here, near, region.toReversed(), head].find((list) => list.length > 0) ?? []
  const shown = territory.kind === 'region' ? [...region].reverse() : chosen.slice(0, 1)
  // The report gives one telephone and one address of mail for all: those of the head office.
  return shown.map((office) => ({
    ...office,
    phone: office.phone || (head[0]?.phone ?? ''),
    email: office.email || (head[0]?.email ?? '')
  }))
}

/** Of the millésime and of its own or what lies inside, its own first; earlier years after. */
function rowsOf({ territory, inside }: Lineage, data: FicheData, year: number): FigureRow[] {
  const rank = (row: FigureRow): number =>
    (row.territory === territory.id ? 0 : 2) + (row.period_end >= `${year}-01-01` ? 0 : 1)
  return data.rows.filter((row) => inside.has(row.territory)).toSorted((a, b) => rank(a) - rank(b))
}

function secretsOf({ territory, inside }: Lineage, data: FicheData, year: number): SecretRow[] {
  return data.secrets
    .filter((row) => inside.has(row.territory) && row.period_end >= `${year}-01-01`)
    .toSorted((a, b) => Number(b.territory === territory.id) - Number(a.territory === territory.id))
}

/** @throws TypeError for an id that is no territory: the route only asks for those of the data. */
export function buildFiche(id: string, data: FicheData, year: number): Fiche {
  const line = lineage(id, data.territories)
  const { territory } = line
  const rows = rowsOf(line, data, year)
  const own = rows.filter((row) => row.territory === id)
  const secrets = secretsOf(line, data, year)
  const activities = activitiesOf(line, data)
  const contracts = contractsOf(line, data)
  const numbers = numbersOf(own, line, year)
  const named = (list: Lineage['above']): Fiche['above'] =>
    list.map((one) => ({ id: one.id, name: one.name }))
  return {
    id,
    name: territory.name,
    kind: territory.kind,
    hue: territory.hue,
    year,
    identity: identityOf(line),
    above: named(line.above),
    below: named(line.below),
    beside: named(line.beside),
    lead: leadOf({ line, numbers, activities, contracts, year, dated: own }),
    numbers,
    perInhabitant: perInhabitantOf(own, line, year),
    rows,
    activities,
    contracts,
    quotes: quotesIn(line, data),
    comparison: compareOf(own, line, data, year),
    absences: absences(data, {
      year,
      line,
      own,
      secrets: secrets.filter((row) => row.territory === id),
      activities
    }),
    secrets: secrets.map((row) => ({
      id: row.id,
      what: french(capitalise([row.indicator_name, row.programme_name].filter(Boolean).join(', '))),
      where: row.territory === id ? '' : row.territory_name
    })),
    events: eventsOf(line, data),
    offices: officesOf(line, data.offices),
    thin: own.filter((row) => !row.marks.includes('computed')).length === 0,
    note: french(territory.note)
  }
}
