// What went wrong, what is safe, and what can the reader do about it?

export const ERROR_CODES = [
  'engine_unavailable',
  'engine_lost',
  'engine_out_of_memory',
  'query_failed',
  'query_cancelled',
  'data_missing',
  'data_unreadable',
  'data_newer',
  'map_unavailable'
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** The one error of the house: a literal code, the cause it wraps, and the evidence needed to act. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** Facts for a bug report (file, SQL, status); never the content of a reader's own file. */
  readonly evidence: Record<string, string | number>

  constructor(code: ErrorCode, evidence: Record<string, string | number> = {}, cause?: unknown) {
    super(code, { cause })
    this.name = 'AppError'
    this.code = code
    this.evidence = evidence
  }
}

/** The French words for an error: what happened, what is safe, what to do. Never technical. */
export function userMessage(error: unknown): string {
  if (!(error instanceof AppError))
    return 'Une erreur inattendue est survenue. Les chiffres déjà affichés restent justes. Rechargez la page.'
  switch (error.code) {
    case 'engine_unavailable':
      return 'Ce navigateur bloque le moteur de calcul ou manque de mémoire. Rien n’est perdu : les chiffres, la carte, les tableaux et les sources sont tous là.'
    case 'engine_lost':
      return 'Le moteur de calcul s’est arrêté. Les chiffres affichés restent justes. Réessayez, ou rechargez la page.'
    case 'engine_out_of_memory':
      return 'Ces données sont trop grosses pour cet appareil. Les chiffres publiés restent affichés.'
    case 'query_failed':
      return 'Le calcul de ce filtre a échoué. Les chiffres affichés restent ceux d’avant. Réessayez ou retirez le filtre.'
    case 'query_cancelled':
      return 'Calcul arrêté.'
    case 'data_missing':
      return `Un fichier de données n’a pas pu être chargé (${error.evidence.file ?? 'fichier inconnu'}). Les chiffres de la page restent justes. Vérifiez la connexion, puis réessayez.`
    case 'data_unreadable':
      return `Données illisibles (réf. ${error.evidence.file ?? 'inconnue'}). Les chiffres de la page restent justes. Rechargez la page.`
    case 'data_newer':
      return 'Une nouvelle version du site est en ligne. Rechargez la page pour la lire.'
    case 'map_unavailable':
      return 'La carte interactive ne peut pas s’afficher ici. La carte dessinée et la liste des lieux la remplacent.'
  }
}
