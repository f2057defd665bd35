// Which acts stand in which column? By nature; inside a column every comparability group keeps its own axis.

/** Column of the figure: a heading and the indicators under it, in reading order. */
export interface Nature {
  id: string
  label: string
  indicators: readonly string[]
}

export const NATURES: readonly Nature[] = [
  { id: 'interventions', label: 'Interventions', indicators: ['interventions_day', 'interventions_pools'] },
  {
    id: 'actions',
    label: 'Actions',
    indicators: ['actions_urban', 'actions_pools', 'actions_school_projects']
  },
  {
    id: 'mediations',
    label: 'Médiations et régulations',
    indicators: [
      'regulations_public_space',
      'mediations_regulations',
      'conflict_management_school',
      'conventional_mediations'
    ]
  },
  { id: 'veille', label: 'Veille', indicators: ['watch_missions'] },
  {
    id: 'accompagnements',
    label: 'Accompagnements, relais',
    indicators: ['individual_support_school', 'eds_referrals', 'eds_interviews']
  },
  { id: 'appels', label: 'Appels', indicators: ['calls'] }
]

/** The four top-level territories, in the order of the report; a row each. */
export const REGIONS = ['region-rennes', 'region-nantes', 'angers', 'region-ile-de-france'] as const

export const REGION_NAMES: Readonly<Record<(typeof REGIONS)[number], string>> = {
  'region-rennes': 'Région de Rennes',
  'region-nantes': 'Région de Nantes',
  angers: 'Angers',
  'region-ile-de-france': 'Île-de-France'
}
