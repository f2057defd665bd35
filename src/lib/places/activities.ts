// What is done in a territory, since when, and who orders and pays it? Site by site, gathered by programme.

import type { EngagementRow, PartnerRow, SiteRow } from '../domain/fiche-rows.ts'
import { PARTNER_ROLES } from '../domain/fiche-rows.ts'
import { formatDate, formatSpan, french } from '../domain/format.ts'
import type { Family, Mark } from '../domain/rows.ts'
import { listWords } from '../domain/sentence.ts'
import type { FicheData } from './fiche-data.ts'
import type { Lineage } from './lineage.ts'

export interface Activity {
  id: string
  name: string
  family: Family
  definition: string
  /** Names of the places under this territory where it is done; [] when it is the territory itself. */
  where: string[]
  /** "depuis le 1er janvier 2021", "de juin à août 2021", '' when not published. */
  period: string
  /** "Commandé par la ville d’Orvault", one line a role; '' parts left out. */
  partners: string[]
}

export interface Contract {
  id: string
  title: string
  /** "de juillet 2021 à juin 2022", "jusqu’à fin 2022", '' */
  period: string
  marks: Mark[]
  note: string
}

const ROLE_WORDS: Readonly<Record<(typeof PARTNER_ROLES)[number], string>> = {
  orders: 'Commandé par',
  pays: 'Financé par',
  both: 'Commandé et financé par',
  hosts: 'Accueilli par',
  cooperates: 'Avec'
}

/** Partners of the territory, of what lies in it and of its département; those of a level above when there are none. */
function partnersOf({ inside, above, departement }: Lineage, own: readonly PartnerRow[]): PartnerRow[] {
  const near = own.filter(({ territory }) => inside.has(territory) || territory === departement?.id)
  return near.length > 0 ? near : own.filter(({ territory }) => above.some(({ id }) => id === territory))
}

function partnerLines(line: Lineage, programme: string, partners: readonly PartnerRow[]): string[] {
  const own = partnersOf(
    line,
    partners.filter((one) => one.programme === programme)
  )
  return PARTNER_ROLES.flatMap((role) => {
    const names = [...new Set(own.filter((one) => one.role === role).map(({ name }) => name))]
    return names.length === 0 ? [] : [french(`${ROLE_WORDS[role]} : ${listWords(names)}`)]
  })
}

const earliest = (dates: readonly string[]): string => dates.filter((date) => date !== '').toSorted()[0] ?? ''

/** The span of all sites, told only when every dated one agrees to end. */
function spanOf(sites: readonly SiteRow[]): string {
  const since = earliest(sites.map((site) => site.since))
  const ends = sites.map((site) => site.until)
  const until = ends.every((end) => end !== '') ? (ends.toSorted().at(-1) ?? '') : ''
  return formatSpan(since, until)
}

const sitesIn = ({ inside }: Lineage, data: FicheData): SiteRow[] =>
  data.sites.filter((site) => inside.has(site.territory) && site.kind !== 'office')

/** Sites of what is done here, one dispositif after the other. */
export function sitesByProgramme(line: Lineage, data: FicheData): SiteRow[] {
  const sites = sitesIn(line, data)
  return data.programmes.flatMap(({ id }) => sites.filter(({ programmes }) => programmes.includes(id)))
}

export function activitiesOf(line: Lineage, data: FicheData): Activity[] {
  const { inside, territory } = line
  const sites = sitesIn(line, data)
  const names = new Map(data.territories.map((one) => [one.id, one.name]))
  const known = new Set([
    ...sites.flatMap(({ programmes }) => programmes),
    ...data.rows.filter((row) => inside.has(row.territory)).map((row) => row.programme)
  ])
  return data.programmes
    .filter(({ id }) => known.has(id))
    .map((programme): Activity => {
      const own = sites.filter((site) => site.programmes.includes(programme.id))
      const where = [...new Set(own.map((site) => site.territory))].filter((id) => id !== territory.id)
      return {
        id: programme.id,
        name: programme.name,
        family: programme.family,
        definition: french(programme.definition),
        where: where.map((id) => names.get(id) ?? id),
        period: spanOf(own.filter(({ kind }) => kind !== 'counted')),
        partners: partnerLines(line, programme.id, data.partners)
      }
    })
}

/** When it was signed, or for how long; '' when its title says it. */
function contractPeriod({ kind, title, start, end }: EngagementRow): string {
  if (/jusqu|20\d\d| de \p{Ll}+ à \p{Ll}+/u.test(title)) return ''
  if (start === '' || end !== '') return formatSpan(start, end)
  if (kind === 'planned') return `à partir de ${formatDate(start)}`
  return `${start.length === 10 ? 'le' : 'en'} ${formatDate(start)}`
}

/** What became of a contract, where its title does not say so: "Renouvelé : Espaces départementaux de Loire-Atlantique". */
const BECAME: Partial<Record<EngagementRow['kind'], { word: string; said: RegExp }>> = {
  renewed: { word: 'Renouvelé', said: /renouvel/i },
  new: { word: 'Nouveau', said: /nouve|recrut/i },
  confirmed: { word: 'Confirmé', said: /confirm|satisfaction/i }
}

function contractTitle({ kind, title }: EngagementRow): string {
  const became = BECAME[kind]
  return french(became === undefined || became.said.test(title) ? title : `${became.word} : ${title}`)
}

const ORDER: Readonly<Record<EngagementRow['kind'], number>> = {
  renewed: 0,
  new: 1,
  ended: 2,
  confirmed: 3,
  developed: 4,
  planned: 5
}

/** What was signed first, what is planned last. */
export function engagementsIn({ inside }: Lineage, data: FicheData): EngagementRow[] {
  return data.engagements
    .filter(({ territory }) => inside.has(territory))
    .toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.start.localeCompare(b.start))
}

export function contractsOf(line: Lineage, data: FicheData): Contract[] {
  return engagementsIn(line, data).map((one) => ({
    id: one.id,
    title: contractTitle(one),
    period: contractPeriod(one),
    marks: one.marks,
    note: french(one.note)
  }))
}
