// What does a figure say when the report has nothing for this choice, and which ways out does it offer?

import { french } from '../domain/format.ts'
import type { EmptyState, FigureContext } from './figure.ts'

/** "Piscines, Rennes": the choice in words, "tout Optima" for none. */
export function choiceWords({ programme, territory }: FigureContext): string {
  return [programme?.name, territory?.name].filter((word) => word !== undefined).join(', ') || 'tout Optima'
}

/** Ways out of a choice: the territory above it, and each of its filters taken away. */
function waysOut({ territory, programme }: FigureContext): EmptyState['exits'] {
  const above =
    territory === null || territory.region === territory.id || territory.region === 'optima'
      ? []
      : [{ label: `Voir ${territory.regionName}`, patch: { territory: territory.region } }]
  return [
    ...above,
    ...(programme === null
      ? []
      : [{ label: french(`Retirer « ${programme.name} »`), patch: { programme: null } }]),
    ...(territory === null
      ? []
      : [{ label: french(`Retirer « ${territory.name} »`), patch: { territory: null } }])
  ]
}

/** @param what "d’acte de médiation": what is not published, with its de. */
export function nothingPublished(title: string, what: string, context: FigureContext): EmptyState {
  return {
    title,
    text: french(
      `Le rapport ne publie pas ${what} pour ${choiceWords(context)}. Ce n’est pas un zéro : il n’en dit rien à ce niveau.`
    ),
    exits: waysOut(context)
  }
}
