// How is the trust in a value shown, said and explained? One entry a mark, the same everywhere.

import { formatNumber } from './format.ts'
import type { Mark } from './rows.ts'

export interface MarkText {
  /** Two or three words beside the value. */
  short: string
  /** What it means, for a reader who asks. */
  definition: string
  /** The words of the report that show it. */
  example: string
}

/** Marks that need words beside the value; `exact` needs none, `at_least` and `about` are signs in the value. */
export const MARK_TEXT: Readonly<Record<Exclude<Mark, 'exact'>, MarkText>> = {
  at_least: {
    short: 'au moins',
    definition: 'Le rapport donne un minimum, sans dire de combien il est dépassé.',
    example: 'Le rapport écrit « + 42 000 actions ».'
  },
  about: {
    short: 'environ',
    definition: 'Le rapport lui-même écrit « environ », « quelque » ou « une dizaine ».',
    example: '« environ 40 000 logements du patrimoine ICF ».'
  },
  rounded: {
    short: 'arrondi',
    definition: 'Publié en milliers d’euros : la valeur exacte est à 500 € près, en plus ou en moins.',
    example: 'Publié en milliers d’euros : « 449\u00a0K€ ».'
  },
  computed: {
    short: 'calculé',
    definition: 'Obtenu par nous à partir de chiffres publiés ; la formule est donnée avec la source.',
    example: 'Obtenu par nous, formule à l’appui : 1\u202f477 × 73\u00a0%.'
  },
  partial_period: {
    short: 'période partielle',
    definition: 'Ne couvre qu’une partie de l’année : ne se compare pas à une année entière.',
    example: 'Pas toute l’année : EDS, « oct-déc 2021 ».'
  },
  to_verify: {
    short: 'à vérifier',
    definition: 'Le rapport se contredit ou laisse un doute ; les deux lectures sont données avec la source.',
    example: 'Le rapport se contredit : 3 ou 63 modules ; 18 pays, 16 nommés.'
  },
  secret: {
    short: 'secret',
    definition:
      'Compté sur un journal, et caché : trop petit pour ne désigner personne, ou caché pour que les totaux n’en rendent pas un autre. Ce n’est pas un zéro.',
    example: 'Moins de 5, ou moins de 11 pour les mineurs, la santé et la justice.'
  }
}

/** Marks shown as words beside a value, in a fixed order; what is secret has none. */
export function wordMarks(
  marks: readonly Mark[]
): Exclude<Mark, 'exact' | 'at_least' | 'about' | 'secret'>[] {
  const order = ['rounded', 'computed', 'partial_period', 'to_verify'] as const
  return order.filter((mark) => marks.includes(mark))
}

/** Every mark in words, for speech, tables and exports: "arrondi, à vérifier"; "" when exact. */
export function marksInWords(marks: readonly Mark[]): string {
  const order = ['at_least', 'about', 'rounded', 'computed', 'partial_period', 'to_verify', 'secret'] as const
  return order
    .filter((mark) => marks.includes(mark))
    .map((mark) => MARK_TEXT[mark].short)
    .join(', ')
}

/** "un nombre est secret", "12 nombres sont secrets" */
export const secretWords = (count: number): string =>
  count === 1 ? 'un nombre est secret' : `${formatNumber(count)} nombres sont secrets`
