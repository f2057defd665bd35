// What may a file of observations hold? The columns of data/<year>/observations.csv, under French names.

import { MARKS, type Mark } from '../rows.ts'
import type { TableRules, Word } from './rules.ts'

/** What is secret has no value: such rows are prepared from a journal, never written by hand. */
const MARK_WORDS: Readonly<Record<Exclude<Mark, 'secret'>, readonly string[]>> = {
  exact: ['exact', 'exacte'],
  at_least: ['au moins', 'minimum', 'et plus'],
  about: ['environ', 'approximatif'],
  rounded: ['arrondi', 'arrondie'],
  computed: ['calculé', 'calculée'],
  partial_period: ['période partielle'],
  to_verify: ['à vérifier']
}

const MARK_CODES = MARKS.filter((mark) => mark !== 'secret')

/** Units of the published indicators, each with what a French file says. */
export const UNIT_WORDS: readonly Word[] = [
  { code: 'acts', french: ['actes', 'acte'] },
  { code: 'count', french: ['nombre', 'compte'] },
  { code: 'days', french: ['jours', 'jour'] },
  { code: 'eur', french: ['euros', 'euro', '€'] },
  { code: 'hours', french: ['heures', 'heure', 'h'] },
  { code: 'kg', french: ['kilogrammes', 'kilos'] },
  { code: 'months', french: ['mois'] },
  { code: 'people', french: ['personnes', 'personne'] },
  { code: 'percent', french: ['pour cent', 'pourcentage', '%'] },
  { code: 'places', french: ['lieux', 'lieu'] },
  { code: 'points', french: ['points', 'point'] },
  { code: 'posts', french: ['postes', 'poste'] },
  { code: 'rank', french: ['rang'] },
  { code: 'tonnes', french: ['tonnes', 'tonne', 't'] }
]

const day = { is: 'day', min: '1993-01-01', max: '2099-12-31' } as const

export const OBSERVATIONS: TableRules = {
  id: 'observations',
  title: 'Observations',
  description: 'Une ligne par chiffre publié, avec la phrase du document dont il vient.',
  fields: [
    {
      key: 'id',
      name: 'identifiant',
      title: 'Identifiant',
      description: 'Minuscules sans accent, chiffres et tirets. Unique dans le fichier.',
      type: { is: 'id' },
      required: true,
      synonyms: ['numero', 'code', 'ref', 'reference'],
      example: 'interventions-orvault-2022'
    },
    {
      key: 'indicator',
      name: 'indicateur',
      title: 'Indicateur',
      description: 'Ce qui est compté, par son nom ou son identifiant.',
      type: { is: 'code', of: 'indicators' },
      required: true,
      synonyms: ['mesure', 'nature', 'quoi'],
      example: 'mediations_regulations'
    },
    {
      key: 'territory',
      name: 'territoire',
      title: 'Territoire',
      description: 'Où, par nom, identifiant ou code INSEE.',
      type: { is: 'code', of: 'territories' },
      required: true,
      synonyms: ['commune', 'ville', 'lieu', 'code insee', 'insee', 'region'],
      example: 'orvault'
    },
    {
      key: 'site',
      name: 'site',
      title: 'Site',
      description: 'Site précis, s’il y en a un ; vide pour tout le territoire.',
      type: { is: 'code', of: 'sites' },
      required: false,
      synonyms: ['etablissement'],
      example: ''
    },
    {
      key: 'programme',
      name: 'dispositif',
      title: 'Dispositif',
      description: 'Dispositif de médiation ; vide pour tous.',
      type: { is: 'code', of: 'programmes' },
      required: false,
      synonyms: ['service', 'action', 'equipe'],
      example: 'citoyennete-prevention'
    },
    {
      key: 'period_start',
      name: 'debut',
      title: 'Début de la période',
      description: 'Premier jour compté : 01/01/2022 ou 2022-01-01.',
      type: day,
      required: true,
      synonyms: ['date debut', 'date de debut', 'du', 'start'],
      example: '01/01/2022'
    },
    {
      key: 'period_end',
      name: 'fin',
      title: 'Fin de la période',
      description: 'Dernier jour compté ; le même que le début pour un état à une date.',
      type: day,
      required: true,
      synonyms: ['date fin', 'date de fin', 'au', 'end'],
      example: '31/12/2022'
    },
    {
      key: 'value',
      name: 'valeur',
      title: 'Valeur',
      description: 'Le nombre : 1 234,5 ou 1234.5.',
      type: { is: 'number' },
      required: true,
      synonyms: ['nombre', 'chiffre', 'montant', 'total', 'quantite'],
      example: '412'
    },
    {
      key: 'unit',
      name: 'unite',
      title: 'Unité',
      description: 'Unité de l’indicateur : actes, personnes, euros, jours…',
      type: { is: 'word', words: UNIT_WORDS },
      required: true,
      synonyms: ['unites', 'u'],
      example: 'actes'
    },
    {
      key: 'mark',
      name: 'marque',
      title: 'Marque',
      description:
        'Confiance dans la valeur : exact, au moins, environ, arrondi, calculé, période partielle, à vérifier ; plusieurs séparées par « | ».',
      type: { is: 'word', words: MARK_CODES.map((code) => ({ code, french: MARK_WORDS[code] })), many: true },
      required: true,
      synonyms: ['marques', 'marks', 'fiabilite', 'precision'],
      example: 'exact'
    },
    {
      key: 'perimeter',
      name: 'perimetre',
      title: 'Périmètre',
      description:
        'Mot commun aux lignes qui couvrent le même territoire et la même part du même dispositif.',
      type: { is: 'text', max: 200 },
      required: true,
      synonyms: ['champ'],
      example: 'orvault:citoyennete-prevention'
    },
    {
      key: 'source',
      name: 'source',
      title: 'Source',
      description: 'Identifiant du document.',
      type: { is: 'id' },
      required: true,
      synonyms: ['document', 'origine'],
      example: 'rapport-2022'
    },
    {
      key: 'section',
      name: 'partie',
      title: 'Partie du document',
      description: 'Page ou titre où se trouve le chiffre.',
      type: { is: 'text', max: 200 },
      required: true,
      synonyms: ['page', 'chapitre'],
      example: 'Région de Nantes'
    },
    {
      key: 'quote',
      name: 'citation',
      title: 'Citation',
      description: 'Les mots du document, tels quels.',
      type: { is: 'text' },
      required: true,
      synonyms: ['extrait', 'phrase', 'texte'],
      example: '412 médiations et régulations'
    },
    {
      key: 'formula',
      name: 'formule',
      title: 'Formule',
      description: 'Comment la valeur est calculée, si elle l’est.',
      type: { is: 'text' },
      required: false,
      synonyms: ['calcul'],
      example: ''
    },
    {
      key: 'contradicts',
      name: 'contredit',
      title: 'Contredit',
      description: 'Identifiants des lignes qui disent autre chose, séparés par « | ».',
      type: { is: 'rows' },
      required: false,
      synonyms: ['contredit par', 'desaccord'],
      example: ''
    },
    {
      key: 'note',
      name: 'note',
      title: 'Note',
      description: 'Ce qu’un lecteur doit savoir.',
      type: { is: 'text' },
      required: false,
      synonyms: ['remarque', 'commentaire', 'observation'],
      example: ''
    }
  ],
  relations: [
    { is: 'order', low: 'period_start', high: 'period_end' },
    { is: 'agrees', field: 'unit', by: 'indicator', list: 'indicators', column: 'unit' },
    { is: 'given_with', field: 'formula', by: 'mark', word: 'computed' },
    {
      is: 'alone',
      field: 'mark',
      word: 'exact',
      others: ['at_least', 'about', 'rounded', 'computed', 'to_verify']
    }
  ],
  unique: ['id'],
  repeated: 'free'
}
