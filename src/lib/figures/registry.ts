// Which figures are there? All of them, in the order a reader meets them; each has its folder, and nothing else knows its name.

import { actes } from './actes/actes.ts'
import { calendrier } from './calendrier/calendrier.ts'
import { carte } from './carte/carte.ts'
import { chiffresCles } from './chiffres-cles/chiffres-cles.ts'
import { contrats } from './contrats/contrats.ts'
import type { Figure } from './figure.ts'
import { personnes } from './personnes/personnes.ts'
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
  produitActivite
]
