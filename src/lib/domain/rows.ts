// Which words and columns do the tables of `data/` know? Their rules are in data/pipeline/schema.ts.
//
// Absent text is the empty string, absent numbers are null; null always means "not published", never zero.

/**
 * How far a value can be trusted; several may hold at once. `to_verify` means the report leaves a doubt. `secret`: counted
 * on a journal and hidden (domain/secrecy.ts), so without a value, which is neither zero nor "not published".
 */
export const MARKS = [
  'exact',
  'at_least',
  'about',
  'rounded',
  'computed',
  'partial_period',
  'to_verify',
  'secret'
] as const
export type Mark = (typeof MARKS)[number]

export const TERRITORY_KINDS = [
  'organisation',
  'region',
  'departement',
  'epci',
  'commune',
  'arrondissement',
  'line'
] as const
export type TerritoryKind = (typeof TERRITORY_KINDS)[number]

/** How exact a point is: a street address, the centre of a commune or arrondissement, or drawn for the eye only. */
export const PRECISIONS = ['address', 'commune_centre', 'arrondissement_centre', 'schematic', 'none'] as const
export type Precision = (typeof PRECISIONS)[number]

/** A hue belongs to a territory and to nothing else; formation and offices stay neutral. */
export const HUES = ['rennes', 'nantes', 'angers', 'idf', 'neutral'] as const
export type Hue = (typeof HUES)[number]

/** Families of dispositif; each has one shape on the map. */
export const FAMILIES = [
  'sociale-urbaine',
  'ecole',
  'services-loisirs-prison',
  'conventionnelle',
  'chantier',
  'conseils-parcours',
  'formation',
  'siege',
  'non-precisee'
] as const
export type Family = (typeof FAMILIES)[number]

export interface Territory {
  id: string
  name: string
  kind: TerritoryKind
  /** Id of the parent territory, '' for the root. */
  parent: string
  insee: string
  departement: string
  aliases: string[]
  /** Spellings found in the report. */
  spellings: string[]
  /** Degrees, WGS 84; null where we have no point. */
  lon: number | null
  lat: number | null
  precision: Precision
  hue: Hue
  population: number | null
  population_year: number | null
  note: string
}

/** `counted`: places the report counts but does not name; they stay a count at their territory. */
export const SITE_KINDS = ['intervention', 'office', 'training', 'area', 'line', 'counted'] as const

export const INDICATOR_KINDS = [
  'money',
  'acts',
  'people',
  'means',
  'places',
  'training',
  'diplomas',
  'waste',
  'support',
  'staff',
  'tenders'
] as const
export type IndicatorKind = (typeof INDICATOR_KINDS)[number]

/** Comparability group: same wording and same kind of dispositif. */
export interface Group {
  id: string
  name: string
  kind: IndicatorKind
  definition: string
  /** May two values of this group be added when their perimeters differ and do not overlap? */
  additive: boolean
  /** One French sentence said when somebody asks to mix this group with another. */
  why_not: string
}

export const ENGAGEMENT_KINDS = ['new', 'renewed', 'confirmed', 'developed', 'ended', 'planned'] as const

/** Columns of each CSV in file order. The file says `mark`, the row says `marks`. */
export const COLUMNS = {
  observations: [
    'id',
    'indicator',
    'territory',
    'site',
    'programme',
    'period_start',
    'period_end',
    'value',
    'unit',
    'mark',
    'perimeter',
    'source',
    'section',
    'quote',
    'formula',
    'contradicts',
    'note'
  ],
  territories: [
    'id',
    'name',
    'kind',
    'parent',
    'insee',
    'departement',
    'aliases',
    'spellings',
    'lon',
    'lat',
    'precision',
    'hue',
    'population',
    'population_year',
    'note'
  ],
  sites: [
    'id',
    'name',
    'territory',
    'kind',
    'programmes',
    'since',
    'until',
    'address',
    'lon',
    'lat',
    'precision',
    'count',
    'source',
    'section',
    'quote',
    'note'
  ],
  programmes: ['id', 'name', 'short_name', 'family', 'definition', 'source', 'section', 'quote'],
  indicators: ['id', 'name', 'singular', 'wording', 'definition', 'unit', 'kind', 'group'],
  groups: ['id', 'name', 'kind', 'definition', 'additive', 'why_not'],
  partners: [
    'id',
    'name',
    'kind',
    'territory',
    'programme',
    'role',
    'since',
    'until',
    'source',
    'section',
    'quote',
    'note'
  ],
  offices: [
    'id',
    'name',
    'territory',
    'agency_of',
    'address',
    'postcode',
    'city',
    'phone',
    'email',
    'lon',
    'lat',
    'precision',
    'source',
    'section',
    'quote'
  ],
  sources: ['id', 'title', 'publisher', 'year', 'file', 'url', 'note'],
  engagements: [
    'id',
    'kind',
    'title',
    'territory',
    'programme',
    'partner',
    'start',
    'end',
    'mark',
    'source',
    'section',
    'quote',
    'contradicts',
    'note'
  ],
  highlights: [
    'id',
    'start',
    'end',
    'title',
    'text',
    'territory',
    'programme',
    'source',
    'section',
    'quote',
    'told_with',
    'number'
  ]
} as const
export type TableName = keyof typeof COLUMNS

/** Read and never published: where the text of a source lies, and how the page of the year tells what happened. */
const KEPT: readonly string[] = ['file', 'told_with', 'number']

/** Columns that a table is published with, in the order of its file. */
export function publishedNames(table: TableName): string[] {
  return COLUMNS[table].filter((name) => !KEPT.includes(name))
}
