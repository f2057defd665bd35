// What are the measures and the dimensions of the cross table called, for who chooses them?

import type { Dimension, PivotMeasure } from './pivot.ts'

export const MEASURE_NAMES: Readonly<Record<PivotMeasure, string>> = {
  produit: 'Produit, en euros',
  actes: 'Actes',
  personnes: 'Personnes',
  moyens: 'Moyens',
  lieux: 'Lieux',
  formation: 'Formation',
  diplomes: 'Diplômes',
  encombrants: 'Encombrants',
  support: 'Fonctions support',
  effectif: 'Effectif',
  'appels-offres': 'Appels d’offres'
}

export const DIMENSION_NAMES: Readonly<Record<Dimension, string>> = {
  indicateur: 'Ce qui est compté',
  region: 'Région d’Optima',
  territoire: 'Territoire',
  dispositif: 'Dispositif',
  annee: 'Année'
}
