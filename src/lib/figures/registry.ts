// Which figures are there? All of them, in the order a reader meets them; each has its folder, and nothing else knows its name.

import { actes } from './actes/actes.ts'
import { appelsOffres } from './appels-offres/appels-offres.ts'
import { calendrier } from './calendrier/calendrier.ts'
import { carte } from './carte/carte.ts'
import { chiffresCles } from './chiffres-cles/chiffres-cles.ts'
import { contrats } from './contrats/contrats.ts'
import { diplomes } from './diplomes/diplomes.ts'
import { ecole } from './ecole/ecole.ts'
import { eds } from './eds/eds.ts'
import { encombrants } from './encombrants/encombrants.ts'
import type { Figure } from './figure.ts'
import { mediationConventionnelle } from './mediation-conventionnelle/mediation-conventionnelle.ts'
import { moyens } from './moyens/moyens.ts'
import { msads } from './msads/msads.ts'
import { personnes } from './personnes/personnes.ts'
import { piscines } from './piscines/piscines.ts'
import { prison } from './prison/prison.ts'
import { produit } from './produit/produit.ts'
import { produitActivite } from './produit-activite/produit-activite.ts'
import { stagiaires } from './stagiaires/stagiaires.ts'

export const FIGURES: readonly Figure[] = [
  chiffresCles,
  carte,
  produit,
  actes,
  personnes,
  stagiaires,
  contrats,
  calendrier,
  produitActivite,
  moyens,
  ecole,
  piscines,
  prison,
  eds,
  mediationConventionnelle,
  diplomes,
  msads,
  encombrants,
  appelsOffres
]
