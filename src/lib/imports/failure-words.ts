// How is it said that the reading itself could not go on: what is safe, and what can be done?

import type { Failure } from './import-flow.svelte.ts'

const WORDS: Readonly<Record<Failure, { reason: string; remedy: string }>> = {
  worker: {
    reason: 'La lecture s’est arrêtée : ce navigateur bloque les tâches de fond, ou la mémoire a manqué.',
    remedy: 'Votre fichier est intact. Rechargez la page, ou essayez avec un fichier plus petit.'
  },
  codes: {
    reason: 'La liste des communes, sites et dispositifs connus n’a pas pu être chargée.',
    remedy: 'Votre fichier est intact. Vérifiez la connexion, puis réessayez.'
  },
  file: {
    reason: 'Le fichier n’a pas pu être lu jusqu’au bout : il a été déplacé, modifié ou verrouillé.',
    remedy: 'Fermez-le dans les autres logiciels, puis choisissez-le à nouveau.'
  }
}

export const failureWords = (failure: Failure): { reason: string; remedy: string } => WORDS[failure]
