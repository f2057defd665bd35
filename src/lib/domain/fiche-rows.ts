// What does the fiche of a territory read beside its numbers? Who orders, what was signed, what happened, whom to call.

import type { ENGAGEMENT_KINDS, Family, Mark, SITE_KINDS, Territory } from './rows.ts'

/** A sentence of the report, with the page it stands on. */
export interface Sourced {
  section: string
  /** Verbatim; several pieces are parted by " | ". */
  quote: string
}

export interface ProgrammeRow {
  id: string
  name: string
  short_name: string
  family: Family
  definition: string
}

export interface SiteRow extends Sourced {
  id: string
  name: string
  territory: string
  kind: (typeof SITE_KINDS)[number]
  /** Ids; [] when the report does not say what is done. */
  programmes: string[]
  /** 2021, 2021-06 or 2021-06-01; '' when not published. */
  since: string
  until: string
  count: number
  note: string
}

export const PARTNER_ROLES = ['orders', 'pays', 'both', 'hosts', 'cooperates'] as const
export interface PartnerRow extends Sourced {
  id: string
  name: string
  territory: string
  programme: string
  role: (typeof PARTNER_ROLES)[number]
  since: string
  until: string
  note: string
}

export interface EngagementRow extends Sourced {
  id: string
  kind: (typeof ENGAGEMENT_KINDS)[number]
  title: string
  territory: string
  programme: string
  start: string
  end: string
  marks: Mark[]
  note: string
}

export interface HighlightRow extends Sourced {
  id: string
  start: string
  end: string
  title: string
  text: string
  territory: string
}

export interface OfficeRow extends Sourced {
  id: string
  name: string
  territory: string
  agency_of: string
  address: string
  postcode: string
  city: string
  /** '' when the report gives none for this address. */
  phone: string
  email: string
}

/** A territory with its top-level one: itself for a region, 'optima' for what lies outside the four. */
export interface FicheTerritory extends Territory {
  region: string
}
