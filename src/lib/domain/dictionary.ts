// What does each published table hold, in the words of a reader? Checked against the tables themselves by a test.

import { COLUMNS, publishedNames, type TableName } from './rows.ts'

export interface ColumnWords {
  name: string
  /** French sentence without full stop. */
  description: string
}

export interface TableWords {
  name: TableName
  title: string
  /** What one row is. */
  row: string
  columns: ColumnWords[]
}

const TABLE_WORDS: Readonly<Record<TableName, { title: string; row: string }>> = {
  observations: { title: 'Observations', row: 'un chiffre publié, avec la phrase dont il vient' },
  territories: { title: 'Territoires', row: 'un lieu : région, commune, arrondissement, ligne' },
  sites: { title: 'Sites', row: 'un endroit où Optima intervient, forme ou accueille' },
  programmes: { title: 'Dispositifs', row: 'un dispositif de médiation' },
  indicators: { title: 'Indicateurs', row: 'ce qui est compté' },
  groups: { title: 'Groupes', row: 'des chiffres qui peuvent partager un axe' },
  partners: { title: 'Partenaires', row: 'qui commande, paie, accueille ou coopère' },
  offices: { title: 'Bureaux', row: 'une adresse d’Optima' },
  sources: { title: 'Sources', row: 'un document' },
  engagements: { title: 'Contrats et projets', row: 'un contrat ou un projet' },
  highlights: { title: 'Faits marquants', row: 'un fait daté' }
}

/** What a column means wherever it stands; a table may say it otherwise. */
const COLUMN_WORDS: Readonly<Record<string, string>> = {
  id: 'Identifiant, unique dans la table',
  name: 'Nom',
  note: 'Ce qu’un lecteur doit savoir ; pour un chiffre à vérifier, les deux lectures',
  source: 'Document, identifiant de la table « sources »',
  section: 'Partie du document',
  quote: 'Mots du document, à la lettre ; morceaux séparés par « | »',
  territory: 'Territoire, identifiant de la table « territories »',
  programme: 'Dispositif, identifiant de la table « programmes » ; vide pour tous',
  indicator: 'Ce qui est compté, identifiant de la table « indicators »',
  site: 'Site, identifiant de la table « sites » ; vide pour tout le territoire',
  period_start: 'Premier jour compté',
  period_end: 'Dernier jour compté ; le même que le premier pour un état à une date',
  value: 'Le nombre',
  unit: 'Unité : actes, personnes, euros, jours…',
  mark: 'Confiance dans la valeur, séparée par « | » : exact, at_least (au moins), about (environ), rounded (arrondi), computed (calculé), partial_period (période partielle), to_verify (à vérifier)',
  perimeter:
    'Égal pour deux lignes seulement si elles couvrent le même territoire et la même part du même dispositif',
  formula: 'Comment une valeur calculée est obtenue',
  contradicts: 'Lignes qui disent autre chose',
  kind: 'Genre',
  parent: 'Territoire qui le contient ; vide pour la racine',
  insee: 'Code INSEE, zéros compris',
  departement: 'Numéro du département',
  aliases: 'Autres noms admis dans une adresse',
  spellings: 'Façons dont le rapport l’écrit',
  lon: 'Longitude, degrés WGS 84 ; vide sans point',
  lat: 'Latitude, degrés WGS 84 ; vide sans point',
  precision: 'Précision du point : centre de commune, d’arrondissement, schématique, aucune',
  hue: 'Couleur du territoire sur le site',
  population: 'Population municipale légale',
  population_year: 'Année de cette population',
  programmes: 'Dispositifs, séparés par « | »',
  since: 'Depuis quand : année, mois ou jour, selon ce qui est publié',
  until: 'Jusqu’à quand, de même',
  address: 'Adresse',
  count: 'Combien de lieux : plus d’un quand ils sont comptés sans être nommés',
  short_name: 'Nom court',
  family: 'Famille, qui donne la forme sur la carte',
  definition: 'Définition',
  singular: 'Nom au singulier',
  wording: 'Mots du rapport pour ce qui est compté',
  group: 'Groupe de comparaison, identifiant de la table « groups »',
  additive: 'Deux valeurs du groupe peuvent-elles s’additionner ?',
  why_not: 'Pourquoi ne pas le mêler à un autre',
  role: 'Rôle : commande, paie, les deux, accueille, coopère',
  agency_of: 'Territoire dont ce bureau répond',
  postcode: 'Code postal',
  city: 'Commune du bureau',
  phone: 'Téléphone',
  email: 'Adresse électronique',
  title: 'Titre',
  publisher: 'Éditeur',
  year: 'Année du document',
  url: 'Adresse du document',
  partner: 'Partenaire, identifiant de la table « partners »',
  start: 'Début : année, mois ou jour, selon ce qui est publié',
  end: 'Fin, de même',
  text: 'Ce qui s’est passé',
  millesime: 'Année du rapport dont vient la ligne'
}

/** Tables with one file a year have the year last. */
const YEARLY: readonly TableName[] = ['observations', 'engagements', 'highlights']

/** Published columns of a table, in the order of its files. */
function columnsOf(table: TableName): string[] {
  const own = publishedNames(table)
  return YEARLY.includes(table) ? [...own, 'millesime'] : own
}

export const DICTIONARY: readonly TableWords[] = (Object.keys(COLUMNS) as TableName[]).map((name) => ({
  name,
  ...TABLE_WORDS[name],
  columns: columnsOf(name).map((column) => ({ name: column, description: COLUMN_WORDS[column] ?? '' }))
}))
