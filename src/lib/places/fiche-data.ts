// Everything a fiche can say, asked once for all of them.

import type {
  EngagementRow,
  FicheTerritory,
  HighlightRow,
  OfficeRow,
  PartnerRow,
  ProgrammeRow,
  SiteRow
} from '../domain/fiche-rows.ts'
import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import type { Question, Row } from '../engine/engine.ts'
import {
  ficheQuestions,
  toEngagement,
  toFicheTerritory,
  toHighlight,
  toOffice,
  toPartner,
  toProgramme,
  toSite
} from '../query/fiche.ts'
import { toFigureRow, toSecretRow } from '../query/figure-row.ts'
import { methodQuestions } from '../query/method.ts'
import { everySecret } from '../query/published.ts'

export interface FicheData {
  territories: FicheTerritory[]
  programmes: ProgrammeRow[]
  sites: SiteRow[]
  partners: PartnerRow[]
  engagements: EngagementRow[]
  highlights: HighlightRow[]
  offices: OfficeRow[]
  /** Every number of the report, those of earlier years too, largest first inside a kind. */
  rows: FigureRow[]
  /** Counted in a journal, and hidden. */
  secrets: SecretRow[]
  /** Comparability groups: why values of another group stand apart. */
  whyNot: ReadonlyMap<string, string>
}

/** @throws what `ask` throws, and `data_unreadable` for a row of another shape. */
export async function askFicheData(ask: (question: Question) => Promise<Row[]>): Promise<FicheData> {
  const [territories, programmes, sites, partners, engagements, highlights, offices, rows, secrets, groups] =
    await Promise.all([
      ask(ficheQuestions.territories),
      ask(ficheQuestions.programmes),
      ask(ficheQuestions.sites),
      ask(ficheQuestions.partners),
      ask(ficheQuestions.engagements),
      ask(ficheQuestions.highlights),
      ask(ficheQuestions.offices),
      ask(methodQuestions.rows),
      ask(everySecret),
      ask(methodQuestions.groups)
    ])
  return {
    territories: territories.map(toFicheTerritory),
    programmes: programmes.map(toProgramme),
    sites: sites.map(toSite),
    partners: partners.map(toPartner),
    engagements: engagements.map(toEngagement),
    highlights: highlights.map(toHighlight),
    offices: offices.map(toOffice),
    rows: rows.map(toFigureRow),
    secrets: secrets.map(toSecretRow),
    whyNot: new Map(groups.map((row) => [String(row.id), String(row.why_not)]))
  }
}
